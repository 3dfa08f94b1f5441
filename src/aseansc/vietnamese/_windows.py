"""The last few items before an index of a text, or of the words or figures of one."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TypeVar, overload

_Item = TypeVar("_Item")


def back_from(at: int, most: int, first: int = 0) -> range:
    """Return the indexes before one, the nearest first: `most` of them, and none before `first`."""
    return range(at - 1, max(first, at - most) - 1, -1)


def last_but(words: list[str], at: int, passed: Container[str]) -> int:
    """Return the index of the last word of a passage before `at` that is not one of these; -1 if there is none."""
    at -= 1
    while words[at] in passed:  # before the first word is the empty one after the last
        at -= 1
    return at


@overload
def near_before(items: str, at: int, most: int, first: int = 0) -> str: ...
@overload
def near_before(items: Sequence[_Item], at: int, most: int, first: int = 0) -> Sequence[_Item]: ...
def near_before(items: Sequence[_Item], at: int, most: int, first: int = 0) -> Sequence[_Item]:
    """Return the items before an index in their order: `most` of them, and none before `first`."""
    return items[max(first, at - most) : at]
