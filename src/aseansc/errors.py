"""Every error of the library: one base class, the data in fields, the sentence in ``str()``.

A message says what was wrong, what was got, what was expected, where, and the way out; each part is a field of
its own, so a program never has to take a sentence apart. Errors are equal when their fields are, hash, and pickle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
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
_MOST_COMPARED: Final = 12
_MOST_NAMES: Final = 400_000
"""How many names a document's suggestions are chosen from, each name counted once for each suggestion."""


class AseanscError(Exception):
    """Base of every error that the library raises on purpose.

    Args:
        problem: what was wrong.
        where: the class and field, or the record of a review, that it was found in.
        got: the value at fault; `NOT_GIVEN` where there is none.
        expected: what would have been right.
        hint: what to write instead.
    """

    problem: str
    where: str
    got: object
    expected: str
    hint: str

    def __init__(
        self,
        problem: str,
        *,
        where: str = "",
        got: object = NOT_GIVEN,
        expected: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.got = got
        self.expected = expected
        self.hint = hint

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
    """What was got, whatever it is and whatever the ambient decimal context says of capitals."""
    from decimal import Context, localcontext

    try:
        with localcontext(Context(capitals=1)):
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
        hint: str = "",
        nearest: tuple[str, ...] = (),
    ) -> None:
        if nearest and not hint:
            hint = f"Did you mean {' or '.join(map(repr, nearest))}?"
        super().__init__(problem, where=where, got=got, expected=expected, hint=hint)
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
        hint: str = "",
        problems: tuple[AseanscError, ...] = (),
    ) -> None:
        super().__init__(problem, where=where, got=got, expected=expected, hint=hint)
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
    """Return the names of ``known`` most like ``name``, best first, at most three.

    Names are compared by their first 120 characters. Only the few that share most pairs of letters with ``name`` are
    compared in full, so that the work stays small where many names are known.
    """
    from difflib import get_close_matches
    from heapq import nlargest

    if not isinstance(name, str):
        return ()
    wanted = name[:_LONGEST_SHOWN].casefold()
    by_folded = {candidate[:_LONGEST_SHOWN].casefold(): candidate for candidate in known}
    pairs = _pairs(wanted)

    def likeness(candidate: str) -> tuple[float, str]:
        own = _pairs(candidate)
        return len(pairs & own) / (len(pairs) + len(own)), candidate

    likely = list(by_folded) if len(by_folded) <= _MOST_COMPARED else nlargest(_MOST_COMPARED, by_folded, key=likeness)
    close = get_close_matches(wanted, likely, n=3, cutoff=0.7)
    return tuple(by_folded[match] for match in close)


def _pairs(name: str) -> set[str]:
    """The pairs of letters that stand side by side in a name, its ends among them."""
    return set(map("".join, zip(f" {name}", f"{name} ", strict=True)))


class Suggestions:
    """The errors for unknown names of one document: only the first of very many get the nearest names.

    Looking for them is by far the most expensive part of refusing a document, and no more than fifty problems are
    printed.
    """

    def __init__(self) -> None:
        self._left = _MOST_SHOWN
        self._names_left = _MOST_NAMES

    def unknown_name(self, kind: str, name: object, known: Collection[str], *, where: str = "") -> UnknownNameError:
        """Return the error for a look-up of ``name`` that found nothing, as `unknown_name` does."""
        return unknown_name(kind, name, known if self.take(len(known)) else (), where=where)

    def take(self, names: int) -> bool:
        """Return whether the nearest of so many names may still be looked for, and count that."""
        if self._left <= 0 or self._names_left <= 0:
            return False
        self._left -= 1
        self._names_left -= names
        return True


offer(__name__)
