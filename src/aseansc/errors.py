"""Every error of the library: one base class, the data in fields, the sentence in ``str()``.

A message says what was wrong, what was got, what was expected, where, and the way out; each part is a field of
its own, so a program never has to take a sentence apart. Errors are equal when their fields are, hash, and pickle.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from aseansc._hypothesis_plugin import offer
from aseansc._printable import printable


class _NotGiven:
    """The type of `NOT_GIVEN`."""

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN: Final = _NotGiven()
"""Stands in `AseanscError.got` where no single value was at fault (``None`` may be the value that was)."""

_LONGEST_SHOWN: Final = 120
_MOST_SHOWN: Final = 50


class AseanscError(Exception):
    """Base of every error that the library raises on purpose.

    Args:
        problem: what was wrong.
        where: the class and field, or the record of a review, that it was found in.
        got: the value at fault; `NOT_GIVEN` where there is none.
        expected: what would have been right.
        way_out: what to write instead.
    """

    problem: str
    where: str
    got: object
    expected: str
    way_out: str

    def __init__(
        self,
        problem: str,
        *,
        where: str = "",
        got: object = NOT_GIVEN,
        expected: str = "",
        way_out: str = "",
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.got = got
        self.expected = expected
        self.way_out = way_out

    def __str__(self) -> str:
        sentence = f"{self.where}: {self.problem}" if self.where else self.problem
        if self.got is not NOT_GIVEN:
            shown = _shown(self.got)
            if len(shown) > _LONGEST_SHOWN:
                shown = f"{shown[:_LONGEST_SHOWN]}… ({len(shown)} characters)"
            sentence += f"; got {shown}"
        if self.expected:
            sentence += f"; expected {self.expected}"
        return printable(f"{sentence}. {self.way_out}" if self.way_out else sentence)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), str(self)))


def _shown(got: object) -> str:
    """What was got, whatever it is and whatever the ambient decimal context says of capitals."""
    from decimal import Context, Decimal

    try:
        if isinstance(got, Decimal):
            return f"Decimal('{Context(capitals=1).to_sci_string(got)}')"
        return repr(got)
    except Exception:  # an int of more digits than Python prints, or worse: an error must be told all the same
        return f"a {type(got).__name__} that cannot be shown"


class FieldError(AseanscError, ValueError):
    """A field holds something that its type forbids: out of range, badly formed, at odds with another field."""


class FieldTypeError(FieldError, TypeError):
    """A field holds something of the wrong type, such as a float where an exact decimal is wanted."""


class ParseError(AseanscError, ValueError):
    """A text does not follow the grammar of the thing it should be read as."""


class UnknownNameError(AseanscError, KeyError):
    """A look-up found nothing; `nearest` holds the names most like the one asked for."""

    nearest: tuple[str, ...]

    def __init__(
        self,
        problem: str,
        *,
        where: str = "",
        got: object = NOT_GIVEN,
        expected: str = "",
        way_out: str = "",
        nearest: tuple[str, ...] = (),
    ) -> None:
        if nearest and not way_out:
            way_out = f"Did you mean {' or '.join(map(repr, nearest))}?"
        super().__init__(problem, where=where, got=got, expected=expected, way_out=way_out)
        self.nearest = nearest


class UnknownUnitError(UnknownNameError, ParseError):
    """A unit code is neither in the catalogue nor among the units handed in."""


class OperandError(AseanscError, TypeError):
    """An operation has no meaning for the two things it was asked of, whatever their values."""


class UndefinedResultError(AseanscError, ArithmeticError):
    """An operation that has a meaning has no answer for these values: a divisor may be zero, nothing bounds it."""


class DefinitionConflictError(AseanscError, ValueError):
    """One code, or one id, stands for two different definitions where they meet."""


class ManyProblemsError(AseanscError, ValueError):
    """Something has several things wrong with it; `problems` lists every one, in order. Base of the three below."""

    problems: tuple[AseanscError, ...]

    def __init__(
        self,
        problem: str,
        *,
        where: str = "",
        got: object = NOT_GIVEN,
        expected: str = "",
        way_out: str = "",
        problems: tuple[AseanscError, ...] = (),
    ) -> None:
        super().__init__(problem, where=where, got=got, expected=expected, way_out=way_out)
        self.problems = problems

    def __str__(self) -> str:
        lines = [f"  - {problem}" for problem in self.problems[:_MOST_SHOWN]]
        if len(self.problems) > _MOST_SHOWN:
            lines.append(f"  … and {len(self.problems) - _MOST_SHOWN} more, in .problems")
        return "\n".join([super().__str__(), *lines])


class ReviewError(ManyProblemsError):
    """A review does not hold together."""


class DraftError(ManyProblemsError):
    """A draft is no review yet; each problem says where: ``observations[0].value.unit``."""


class DocumentError(ManyProblemsError):
    """A document that should hold a review cannot be read; each problem says where in it: ``$.claims[0].value``."""


class MissingExtraError(AseanscError, ImportError):
    """A part of the library needs packages that are installed with an extra of it."""


def unknown_name(kind: str, name: object, known: Iterable[str], *, where: str = "") -> UnknownNameError:
    """The error for a look-up of ``name`` among ``known`` that found nothing, with the nearest names."""
    return UnknownNameError(f"no such {kind}", where=where, got=name, nearest=nearest_names(name, known))


def nearest_names(name: object, known: Iterable[str]) -> tuple[str, ...]:
    """The names of ``known`` most like ``name``, best first, at most three."""
    from difflib import get_close_matches

    if not isinstance(name, str):
        return ()
    by_folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(name[:_LONGEST_SHOWN].casefold(), by_folded, n=3, cutoff=0.7)
    return tuple(by_folded[match] for match in close)


offer(__name__)
