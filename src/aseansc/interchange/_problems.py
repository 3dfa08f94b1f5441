"""Everything that is wrong with a document, each fault with its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from itertools import islice
from typing import Any, Final, cast

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from aseansc.errors import AseanscError, DocumentError, FieldError, ReviewError
from aseansc.interchange._scalars import MOST_PROBLEMS, missing, unknown_field

_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def refusal(sentence: str, problems: Iterable[AseanscError], *, where: str = "") -> DocumentError:
    """The error for a document: every problem, but of very many the first, and that there are more.

    Args:
        sentence: what the document is not: ``the document is no review``.
        problems: what is wrong with it; of very many, no more are asked for than are told.
        where: who read it.
    """
    found = list(islice(problems, MOST_PROBLEMS + 1))
    count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    if len(found) > MOST_PROBLEMS:
        count = f"more than {MOST_PROBLEMS} problems"
        last = found[MOST_PROBLEMS - 1]
        found[MOST_PROBLEMS] = FieldError("and more: the rest was not looked through", where=last.where)
    return DocumentError(f"{sentence}: {count}", where=where, problems=tuple(found))


def step(path: str, name: str) -> str:
    """The path of a field: ``$.title``, or ``$["odd name"]``."""
    return f"{path}.{name}" if _PLAIN_NAME.fullmatch(name) else f"{path}[{name!r}]"


def problems_of(error: Exception, path: str, data: object) -> Iterator[AseanscError]:
    """The problems that an error of the converter holds, in the order of the fields.

    Args:
        error: what the converter raised.
        path: where it was reading.
        data: the whole document, to find the records that a review names by their ids.
    """
    path += _step_of(error)
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from problems_of(inner, path, data)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [attribute.name for attribute in cast("Any", error.cl).__attrs_attrs__ if attribute.init]
        for name in sorted(error.extra_fields):
            yield _relocated(unknown_field(name, known), step(path, name))
    elif isinstance(error, ReviewError):
        paths = _paths_of_records(data)
        for problem in error.problems:
            yield _relocated(problem, _path_in_review(problem.where, path, paths))
    elif isinstance(error, AseanscError):
        yield _relocated(error, path)
    else:  # the generated code looks for a field that is not there
        yield _relocated(missing(str(error.args[0])) if isinstance(error, KeyError) else FieldError(str(error)), path)


def _step_of(error: Exception) -> str:
    """The step that an error says it is of."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
        if isinstance(note, AttributeValidationNote):
            return step("", note.name)
    return ""


def _relocated(problem: AseanscError, where: str) -> AseanscError:
    """The same problem, with its path in the document."""
    there = copy(problem)
    there.where = where
    there.__notes__ = []
    return there


_RECORD: Final = re.compile(r"(\w+) '([^']*)'(?:, (\w+))?")
_MENTION: Final = re.compile(r"Mention .* at (\d+)(?:, (\w+))?", re.DOTALL)
_LISTS: Final = {
    "Section": "sections",
    "Instrument": "instruments",
    "Document": "documents",
    "Indicator": "indicators",
    "Observation": "observations",
    "Target": "targets",
    "ChangeClaim": "claims",
    "AttainmentClaim": "claims",
    "ShareClaim": "claims",
    "Finding": "findings",
}


def _paths_of_records(data: object) -> dict[tuple[str, str], str]:
    """Where a document holds each record, by its list and its id; of two with one id, the last."""
    paths: dict[tuple[str, str], str] = {}
    if isinstance(data, Mapping):
        for name in dict.fromkeys(_LISTS.values()):
            records = cast("list[Any]", cast("Mapping[str, object]", data).get(name, ()))
            paths.update({(name, record["id"]): f"$.{name}[{number}]" for number, record in enumerate(records)})
        mentions = cast("list[Any]", cast("Mapping[str, object]", data).get("mentions", ()))
        for number, mention in enumerate(mentions):
            paths["mentions", str(mention["citation"]["start"])] = f"$.mentions[{number}]"
    return paths


def _path_in_review(where: str, path: str, paths: Mapping[tuple[str, str], str]) -> str:
    if where.startswith(_OF_REVIEW):
        return f"{path}.{where.removeprefix(_OF_REVIEW)}"
    return _path_of_record(where, paths) or f"{path} ({where})"


_OF_REVIEW: Final = "Review."


def _path_of_record(where: str, paths: Mapping[tuple[str, str], str]) -> str:
    """Where a document holds the record that a problem of a review names."""
    match = _MENTION.fullmatch(where)
    if match is not None:
        key, field = ("mentions", match[1]), match[2]
    elif (match := _RECORD.fullmatch(where)) is not None:
        key, field = (_LISTS.get(match[1], ""), match[2]), match[3]
    else:
        return ""
    found = paths.get(key, "")
    return f"{found}.{field}" if found and field else found
