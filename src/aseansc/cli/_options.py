"""Options that cannot be used, and pairs of ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from typing import Final

from aseansc.errors import FieldError
from aseansc.reviews import Review

_PRINTED: Final = ("--item", "--verbose", "--verdict")
_COMPUTED: Final = ("--bounds", "--repairs")
_EXCLUSIVE: Final = {
    "text": (*combinations(_PRINTED, 2), *product(_PRINTED, _COMPUTED)),
    "json": (("--item", "--format json"),),
    "markdown": (("--item", "--format markdown"), *((name, "--format markdown") for name in _COMPUTED)),
}
"""The options of ``audit`` that exclude each other, by the format."""


def both(first: str, second: str, command: str) -> FieldError:
    """Return the error for two options that exclude each other."""
    return FieldError(
        f"{first} and {second} cannot be given together", where=f"aseansc {command}", expected="one of them"
    )


def refuse_contradictory(given: Mapping[str, object], form: str) -> None:
    """Refuse options of ``audit`` that exclude each other.

    Raises:
        FieldError: if two of them are given.
    """
    used = {name for name, value in given.items() if _is_given(value)} | {f"--format {form}"}
    for first, second in _EXCLUSIVE[form]:
        if first in used and second in used:
            raise both(first, second, "audit")


def refuse_unused(given: Mapping[str, object], command: str, expected: str) -> None:
    """Refuse options that have no effect.

    Raises:
        FieldError: if one of them is given.
    """
    for name, value in given.items():
        if _is_given(value):
            raise FieldError(
                "the option has no effect here", where=f"aseansc {command} {name}", got=value, expected=expected
            )


def _is_given(value: object) -> bool:
    return value is not None and value is not False


def pairs_of_ids(items: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of ids of ``--match``.

    Raises:
        FieldError: if one is not a pair, or is repeated.
    """
    found: list[tuple[str, str]] = []
    for item in items:
        one, equals, other = item.partition("=")
        if not equals:
            raise FieldError("not a pair of ids", where=_MATCH, got=item, expected="id=id")
        if (one, other) in found:
            raise FieldError("the pair is repeated", where=_MATCH, got=item, expected="each pair once")
        found.append((one, other))
    return tuple(found)


def mappings(
    pairs: Sequence[tuple[str, str]], compared: Iterable[tuple[Review, Review]]
) -> tuple[Mapping[str, str], ...]:
    """Return, for each two reviews that are compared, the pairs of ids that they have.

    Raises:
        FieldError: if no two reviews have a pair, or two pairs of the same reviews share an id.
    """
    found = tuple(_mapping(pairs, first, second) for first, second in compared)
    for one, other in pairs:
        if all(known.get(one) != other for known in found):
            raise FieldError(
                "no two reports that are compared have these indicators",
                where=_MATCH,
                got=f"{one}={other}",
                expected="the id of an indicator in a report, and its id in the next report",
            )
    return found


def _mapping(pairs: Iterable[tuple[str, str]], first: Review, second: Review) -> Mapping[str, str]:
    own, theirs = ({item.id for item in review.indicators} for review in (first, second))
    found: dict[str, str] = {}
    for one, other in pairs:
        if one not in own or other not in theirs:
            continue
        if one in found or other in found.values():
            raise FieldError(
                "two pairs share an id", where=_MATCH, got=f"{one}={other}", expected="one pair for an indicator"
            )
        found[one] = other
    return found


_MATCH: Final = "aseansc compare --match"
