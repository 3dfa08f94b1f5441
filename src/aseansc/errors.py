"""Exceptions of the library, all derived from `AseanscError`.

A message consists of the location, the problem, the value found, what was expected, and a hint. Each part is an
attribute, so that programs need not parse messages. Errors with equal attributes are equal, and errors can be hashed
and pickled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import copy
from typing import Final, Self, TypeAlias, TypedDict, Unpack

from aseansc._hypothesis_plugin import offer
from aseansc._printable import printable

__all__ = [
    "NOT_GIVEN",
    "AseanscError",
    "DefinitionConflictError",
    "DocumentError",
    "DraftError",
    "FieldError",
    "FieldTypeError",
    "LawError",
    "LimitError",
    "ManyProblemsError",
    "MissingExtraError",
    "OperandError",
    "ParseError",
    "ReviewError",
    "UndefinedResultError",
    "UnknownNameError",
    "UnknownUnitError",
]


class _NotGiven:
    """The type of `NOT_GIVEN`."""

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN: Final = _NotGiven()
"""The value of `AseanscError.got` if the error is not about a single value; ``None`` could be such a value."""

_LONGEST_SHOWN: Final = 120
_MOST_SHOWN: Final = 50
_MOST_COMPARED: Final = 12
_MOST_NAMES: Final = 200_000
"""The number of names to compare for all suggestions of one document together."""


Steps: TypeAlias = tuple[str | int, ...]
"""The names of fields and indexes of lists that lead from a document to one of its parts."""


class AseanscError(Exception):
    """Base class of all errors of the library.

    Args:
        problem: what is wrong.
        where: the location: a class and field, a record of a review, or a line or cell of a file. By default, the
            record and the field.
        got: the value that is wrong; `NOT_GIVEN` if the error is not about a single value.
        expected: what is allowed instead.
        hint: how to fix it.
        record: the record of a review that the error is about, such as ``Observation 'poverty-rate.2018'``; empty if it
            is not about a record, or the record is not known.
        field: the field of the record; empty if the error is about the whole record.

    Attributes:
        steps: the fields and indexes that lead to the value in the data of a document; empty if it was not read from
            one, or the error is about the whole document.
    """

    problem: str
    where: str
    got: object
    expected: str
    hint: str
    record: str
    field: str
    steps: Steps

    def __init__(
        self,
        problem: str,
        *,
        where: str = "",
        got: object = NOT_GIVEN,
        expected: str = "",
        hint: str = "",
        record: str = "",
        field: str = "",
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where or (f"{record}, {field}" if record and field else record)
        self.got = got
        self.expected = expected
        self.hint = hint
        self.record = record
        self.field = field
        self.steps = ()

    def at(self, where: str, steps: Steps | None = None) -> Self:
        """Return a copy of the error with another location.

        Args:
            where: the new location.
            steps: the new steps, if they change, too.

        >>> str(FieldError("not a number", where="Value.magnitude").at("line 12"))
        'line 12: not a number'
        """
        there = copy(self)
        there.where = where
        there.__notes__ = []
        if steps is not None:
            there.steps = steps
        return there

    def __str__(self) -> str:
        sentence = f"{self.where}: {self.problem}" if self.where else self.problem
        if self.got is not NOT_GIVEN:
            shown = _shown(self.got)
            if len(shown) > _LONGEST_SHOWN:
                shown = f"{shown[:_LONGEST_SHOWN]}… ({len(shown)} characters)"
            sentence += f"; got {shown}"
        if self.expected:
            sentence += f"; expected {self.expected}"
        return printable(f"{sentence}. {self.hint}" if self.hint else sentence)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), str(self)))


def _shown(got: object) -> str:
    """Return the ``repr`` of any object, independent of the ambient decimal context."""
    from decimal import Context, localcontext

    try:
        with localcontext(Context(capitals=1)):
            return repr(got)
    except Exception:  # such as an int with too many digits; the error must be printed all the same
        return f"a {type(got).__name__} that cannot be shown"


class _Location(TypedDict, total=False):
    where: str
    record: str
    field: str


class _Parts(_Location, total=False):
    """The optional arguments of `AseanscError`."""

    got: object
    expected: str
    hint: str


class FieldError(AseanscError, ValueError):
    """A value is not allowed in a field: out of range, malformed, or in conflict with another field."""


class FieldTypeError(FieldError, TypeError):
    """A value is of the wrong type, such as a float instead of an exact decimal."""


class ParseError(AseanscError, ValueError):
    """A string cannot be parsed, such as an invalid period or unit code."""


class UnknownNameError(AseanscError, KeyError):
    """A name is unknown; `nearest` has the most similar known names."""

    nearest: tuple[str, ...]

    def __init__(self, problem: str, *, nearest: tuple[str, ...] = (), **parts: Unpack[_Parts]) -> None:
        if nearest and not parts.get("hint"):
            parts["hint"] = f"Did you mean {' or '.join(map(repr, nearest))}?"
        super().__init__(problem, **parts)
        self.nearest = nearest


class UnknownUnitError(UnknownNameError, ParseError):
    """A unit code is neither in the catalogue nor among the given custom units."""


class OperandError(AseanscError, TypeError):
    """An operation is not defined for these operands, such as adding households and persons."""


class UndefinedResultError(AseanscError, ArithmeticError):
    """An operation has no result for these values, such as a division by a number that may be zero."""


class DefinitionConflictError(AseanscError, ValueError):
    """One code or id has two different definitions."""


class ManyProblemsError(AseanscError, ValueError):
    """Base class of errors that report several problems; `problems` lists them in order."""

    problems: tuple[AseanscError, ...]

    def __init__(self, problem: str, *, problems: tuple[AseanscError, ...] = (), **parts: Unpack[_Parts]) -> None:
        super().__init__(problem, **parts)
        self.problems = problems

    def __str__(self) -> str:
        lines = [f"  - {problem}" for problem in self.problems[:_MOST_SHOWN]]
        if len(self.problems) > _MOST_SHOWN:
            lines.append(f"  … and {len(self.problems) - _MOST_SHOWN} more, in .problems")
        return "\n".join([super().__str__(), *lines])


class ReviewError(ManyProblemsError):
    """A review is not valid."""


class DraftError(ManyProblemsError):
    """A draft is incomplete or not valid; each problem has a location such as ``observations[0].value.unit``."""


class DocumentError(ManyProblemsError):
    """A file does not contain a valid review; each problem has a location such as ``$.claims[0].value``."""


class LimitError(DocumentError):
    """An input is larger than a limit of `aseansc.limits.Limits`.

    Attributes:
        limit: the name of the limit, such as ``"items"``.
        allowed: its value.
        needed: a value with which the input may be accepted; 0 if no higher limit is possible.
    """

    limit: str
    allowed: int
    needed: int

    def __init__(
        self, problem: str, *, limit: str = "", allowed: int = 0, needed: int = 0, **parts: Unpack[_Parts]
    ) -> None:
        super().__init__(problem, **parts)
        self.limit = limit
        self.allowed = allowed
        self.needed = needed


class MissingExtraError(AseanscError, ImportError):
    """A feature needs packages that are not installed; the hint names the extra to install."""


class LawError(AseanscError, AssertionError):
    """A unit, dataset, codec or reader breaks a law of `aseansc.laws`; `law` has the name of the law."""

    law: str

    def __init__(self, problem: str, *, law: str = "", **parts: Unpack[_Parts]) -> None:
        super().__init__(problem, **parts)
        self.law = law


def bug(got: object) -> AseanscError:
    """Return the error for a value that the code before excludes; ``python -O`` leaves out ``assert``."""
    return AseanscError(
        "a bug in aseansc: the value should not be possible here",
        got=got,
        hint="Please report it, with the input if you can.",
    )


def require(value: object, *kinds: type, where: str, expected: str = "", hint: str = "") -> None:
    """Refuse an argument that is not an instance of one of these types; a bool does not count as an int.

    Args:
        value: the argument.
        kinds: the types.
        where: the function and the parameter, such as ``compare_reviews, first``.
        expected: what is allowed, in words; the types by default.
        hint: how to fix it.

    Raises:
        FieldTypeError: for another type.
    """
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        expected = expected or " or ".join(map(_kind_in_words, kinds))
        raise FieldTypeError("wrong type", where=where, got=value, expected=expected, hint=hint)


def _kind_in_words(kind: type) -> str:
    name = kind.__name__
    known = {"str": "a string", "NoneType": "None"}
    return known.get(name) or f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def unknown_name(kind: str, name: object, known: Iterable[str], **location: Unpack[_Location]) -> UnknownNameError:
    """Return the error for a ``name`` that is not in ``known``, with suggestions."""
    return UnknownNameError(f"no such {kind}", got=name, nearest=nearest_names(name, known), **location)


def nearest_names(name: object, known: Iterable[str]) -> tuple[str, ...]:
    """Return at most three names of ``known`` that are similar to ``name``, the most similar first.

    Names are compared by their first 120 characters. If many names are known, only those that share most pairs of
    letters with ``name`` are compared in full, to keep this fast.
    """
    from difflib import get_close_matches
    from heapq import nlargest

    if not isinstance(name, str):
        return ()
    wanted = name[:_LONGEST_SHOWN].casefold()
    by_folded = {candidate[:_LONGEST_SHOWN].casefold(): candidate for candidate in known}
    pairs = _pairs(wanted)

    def similarity(candidate: str) -> tuple[float, str]:
        own = _pairs(candidate)
        return len(pairs & own) / (len(pairs) + len(own)), candidate

    likely = (
        list(by_folded) if len(by_folded) <= _MOST_COMPARED else nlargest(_MOST_COMPARED, by_folded, key=similarity)
    )
    close = get_close_matches(wanted, likely, n=3, cutoff=0.7)
    return tuple(by_folded[match] for match in close)


def _pairs(name: str) -> set[str]:
    """Return the pairs of adjacent letters of a name, with a blank before and after it."""
    return set(map("".join, zip(f" {name}", f"{name} ", strict=True)))


class Suggestions:
    """A limit on suggestions for the unknown names of one document.

    Finding similar names is slow, and only the first 50 problems are printed. So only the first unknown names get
    suggestions.
    """

    def __init__(self) -> None:
        self._left = _MOST_SHOWN
        self._names_left = _MOST_NAMES

    def unknown_name(
        self, kind: str, name: object, known: Collection[str], **location: Unpack[_Location]
    ) -> UnknownNameError:
        """Return the error for an unknown name, with suggestions if the limit is not reached."""
        return unknown_name(kind, name, known if self.take(len(known)) else (), **location)

    def take(self, names: int) -> bool:
        """Count one more search among this number of names; return whether the limit allows it."""
        if self._left <= 0 or self._names_left <= 0:
            return False
        self._left -= 1
        self._names_left -= names
        return True


offer(AseanscError)
