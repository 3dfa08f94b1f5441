"""Attributes that SDMX-ML gives once for all rows of some key: ``Group``, and ``Atts`` of SDMX 3.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from attrs import define

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._problems import refusal

_MOST_KINDS: Final = 100


@define
class Group:
    """A group: the values of dimensions that its rows have, and the attributes that it gives them."""

    line: int
    key: dict[str, str]
    attributes: dict[str, str]
    needs_key: bool
    """Whether it must be of some rows; what has no key may be of all."""


Key = tuple[str, ...]


class Groups:
    """The groups of a data set, by the names of the dimensions in their keys.

    Args:
        groups: all of them.
        at: the dimension that each observation of a series has a value of.

    Raises:
        DocumentError: for more kinds than there are, and for groups of one key that say different things.
    """

    def __init__(self, groups: list[Group], at: str) -> None:
        self._groups = groups
        self._at = at
        self._problems: list[AseanscError] = []
        self._unused = {(number, name) for number, group in enumerate(groups) for name in group.attributes}
        self._untouched = set(range(len(groups)))
        kinds: dict[Key, dict[Key, list[int]]] = {}
        for number, group in enumerate(groups):
            if group.key or not group.needs_key:
                kinds.setdefault(tuple(group.key), {}).setdefault(tuple(group.key.values()), []).append(number)
        if len(kinds) > _MOST_KINDS:
            raise DocumentError(
                "too many kinds of groups", where="sdmx.loads", got=len(kinds), expected=f"at most {_MOST_KINDS}"
            )
        ordered = sorted(kinds.items(), key=lambda kind: len(kind[0]))  # who says more of its rows is heard last
        self._of_series = [(names, found) for names, found in ordered if at not in names]
        self._of_observations = [(names, found) for names, found in ordered if at in names]
        self._by_series = [_without(at, names, found) for names, found in ordered]
        for found in kinds.values():
            for together in found.values():
                self._require_agreement(together)

    def _require_agreement(self, together: list[int]) -> None:
        said: dict[str, tuple[str, int]] = {}
        for number in together:
            group = self._groups[number]
            for name, value in group.attributes.items():
                first, line = said.setdefault(name, (value, group.line))
                if first != value:
                    self._problems.append(
                        FieldError(
                            "another group of the same rows says something else",
                            where=f"line {group.line}, {name}",
                            got=value,
                            expected=f"{first}, as on line {line}",
                        )
                    )

    def of_row(self, cells: Mapping[str, str]) -> dict[str, str]:
        """What the groups say of a row that has its whole key."""
        return self._said((*self._of_series, *self._of_observations), cells)

    def of_series(self, cells: Mapping[str, str]) -> dict[str, str]:
        """What they say of all observations of a series with some cells."""
        return self._said(self._of_series, cells)

    def of_observation(self, cells: Mapping[str, str]) -> dict[str, str]:
        """What they say of one observation of a series, beside what they say of all of these."""
        return self._said(self._of_observations, cells)

    def _said(self, kinds: Iterable[tuple[Key, dict[Key, list[int]]]], cells: Mapping[str, str]) -> dict[str, str]:
        said: dict[str, str] = {}
        for names, found in kinds:
            for number in found.get(tuple([cells.get(name, "") for name in names]), ()):
                self._untouched.discard(number)
                for name, value in self._groups[number].attributes.items():
                    said[name] = value
                    if cells.get(name, value) == value:
                        self._unused.discard((number, name))
        return said

    def touch(self, cells: Mapping[str, str]) -> None:
        """Count the groups of a series without observations as of something; they say nothing, as it does."""
        for names, found in self._by_series:
            self._untouched.difference_update(found.get(tuple([cells.get(name, "") for name in names]), ()))

    def require_all(self) -> None:
        """Refuse groups that are of no row: what they say would be lost.

        Raises:
            DocumentError: with each of them, and what else is wrong with groups.
        """
        lonely = (
            FieldError(
                "the group is of no row",
                where=f"line {group.line}",
                got=", ".join(f"{name}={value}" for name, value in (group.key or group.attributes).items()),
                expected="values of dimensions that a row has",
                hint="Give the structure message, which tells dimensions from attributes; or take the group out.",
            )
            for group in (self._groups[number] for number in sorted(self._untouched))
        )
        if self._problems or self._untouched:
            raise refusal("the document is no review", chain(self._problems, lonely), where="sdmx.loads")

    def unused(self) -> Iterator[tuple[int, str, str]]:
        """What no row took from its group, because each says something else itself: line, name and value."""
        for number, name in sorted(self._unused):
            yield self._groups[number].line, name, self._groups[number].attributes[name]


def _without(at: str, names: Key, found: Mapping[Key, list[int]]) -> tuple[Key, dict[Key, list[int]]]:
    """The groups of some kind by what their keys say of a whole series."""
    kept = [place for place, name in enumerate(names) if name != at]
    together: dict[Key, list[int]] = {}
    for key, numbers in found.items():
        together.setdefault(tuple([key[place] for place in kept]), []).extend(numbers)
    return tuple([names[place] for place in kept]), together
