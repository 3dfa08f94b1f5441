"""Convert the errors of the converter to a flat list of problems, each with its JSON path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any, Final, cast

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from aseansc.errors import AseanscError, DocumentError, FieldError, ReviewError, Steps
from aseansc.interchange._document.scalars import CLAIM_TYPES, missing, too_many_problems, unknown_field
from aseansc.limits import in_force
from aseansc.reviews import REPEATED_ID, repeated_id

NOT_A_REVIEW: Final = "the document is not a valid review"
UNFINISHED: Final = "the draft is not a valid review yet"
"""The messages of all formats for a document that is invalid, and for a draft with gaps or problems."""

_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def refusal(sentence: str, problems: Iterable[AseanscError], *, where: str = "") -> DocumentError:
    """Return the error for an invalid document, with at most `Limits.problems` problems.

    Args:
        sentence: the start of its message, such as `NOT_A_REVIEW`; the number of problems follows it.
        problems: the problems; an iterator is read only as far as needed.
        where: the function that read the document.
    """
    most = in_force().problems
    found = list(islice(problems, most + 1))
    count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    if len(found) > most:
        count = f"more than {most} problems"
        found[most] = too_many_problems(found[-2].where)
    return DocumentError(f"{sentence}: {count}", where=where, problems=tuple(found))


def with_repeated_ids(error: DocumentError, data: Mapping[str, Any]) -> DocumentError:
    """Return the error for an invalid document, with the ids that records use twice unless it has them already."""
    if any(problem.problem == REPEATED_ID for problem in error.problems):
        return error
    return refusal(NOT_A_REVIEW, chain(error.problems, _repeated_ids(data)))


def _repeated_ids(data: Mapping[str, Any]) -> Iterator[AseanscError]:
    """Yield a problem for each record with the id of an earlier one of its kind."""
    figures = ("observations", "targets", "claims")
    for group in (figures, *((name,) for name in _CLASSES if name not in figures)):
        seen: dict[str, str] = {}
        for name, at, ident in _ids(data, group):
            if ident in seen:
                yield repeated_id(ident, seen[ident]).at(json_path("$", (name, at)), (name, at))
            seen[ident] = _CLASSES.get(name, "Claim")


def _ids(data: Mapping[str, Any], names: Iterable[str]) -> Iterator[tuple[str, int, str]]:
    """Yield the list, the index and the id of each record in some lists of a document that may be invalid."""
    for name in names:
        records: list[Any] = data[name] if isinstance(data.get(name), list) else []
        for at, record in enumerate(records):
            ident: object = record.get("id") if record.__class__ is dict else None
            if isinstance(ident, str):
                yield name, at, ident


def json_path(root: str, steps: Steps) -> str:
    """Return the JSON path of a part of a document: ``$.claims[0]``, or ``$['a name']`` if a name needs quotes."""
    return root + "".join(map(_written, steps))


def _written(step: str | int) -> str:
    if isinstance(step, str) and _PLAIN_NAME.fullmatch(step):
        return f".{step}"
    return f"[{step!r}]"


def problems_of(error: Exception, root: str, data: object, steps: Steps = ()) -> Iterator[AseanscError]:
    """Yield the problems in an error of the converter, in the order of the fields, each with its JSON path.

    Args:
        error: the error that the converter raised.
        root: the JSON path of the data: ``$`` for a whole document.
        data: the whole document, to find the records of a `ReviewError`.
        steps: the fields and indexes that lead from the data to the object that was being read.
    """
    steps += _last_step(error)
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from problems_of(inner, root, data, steps)
    elif isinstance(error, ReviewError):
        known = _steps_of_records(cast("Mapping[str, list[Any]]", data))
        for problem in error.problems:
            yield _in_record(problem, root, known)
    else:
        for problem, name in _single_problems(error):
            whole = (*steps, *name)
            yield problem.at(json_path(root, whole), whole)


def _single_problems(error: Exception) -> Iterator[tuple[AseanscError, Steps]]:
    """Yield the problems in an error about one object or value, and the field of the object if there is one."""
    if isinstance(error, ForbiddenExtraKeysError):
        known = [attribute.name for attribute in cast("Any", error.cl).__attrs_attrs__ if attribute.init]
        for name in sorted(error.extra_fields):
            yield unknown_field(name, known), (name,)
    elif isinstance(error, AseanscError):
        yield error, ()
    elif isinstance(error, KeyError):  # raised by code that cattrs generated
        yield missing(str(error.args[0])), ()
    else:
        yield FieldError(str(error)), ()


def _last_step(error: Exception) -> Steps:
    """Return the last step to the value that an error is about, from the note that cattrs adds; () if it has none."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return (note.index,)
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
    return ()


def _in_record(problem: AseanscError, root: str, known: Mapping[str, Steps]) -> AseanscError:
    """Return a problem of a review with the JSON path of its record."""
    steps = known.get(problem.record)
    if steps is None:
        return problem.at(f"{root} ({problem.where})")
    steps = (*steps, problem.field) if problem.field else steps
    return problem.at(json_path(root, steps), steps)


_CLASSES: Final[Mapping[str, str]] = {
    "sections": "Section",
    "instruments": "Instrument",
    "documents": "Document",
    "indicators": "Indicator",
    "observations": "Observation",
    "targets": "Target",
    "findings": "Finding",
}
"""The class of the records of each list, except claims and mentions."""


def _steps_of_records(document: Mapping[str, list[Any]]) -> dict[str, Steps]:
    """Return the way to each record of a valid document by its name; of two with one name, that of the last."""
    found: dict[str, Steps] = {}
    for name, cls in _CLASSES.items():
        found.update({f"{cls} {record['id']!r}": (name, at) for at, record in enumerate(document.get(name, ()))})
    for at, claim in enumerate(document.get("claims", ())):
        found[f"{CLAIM_TYPES[claim['type']].__name__} {claim['id']!r}"] = ("claims", at)
    for at, mention in enumerate(document.get("mentions", ())):
        citation = mention["citation"]
        found[f"Mention {citation['printed']!r} at {citation['start']}"] = ("mentions", at)
    for at in range(len(document.get("units", ()))):
        found[f"Review.units[{at}]"] = ("units", at)
    return found
