"""Attributes that SDMX-ML attaches to groups of rows: ``Group`` elements, and ``Atts`` of SDMX 3.0."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from attrs import define

from aseansc.errors import AseanscError, DocumentError, FieldError, bug
from aseansc.interchange._document.problems import refusal
from aseansc.interchange.sdmx._data_structure import UNREADABLE
from aseansc.interchange.sdmx._elements import MOST_CELLS
from aseansc.interchange.sdmx._foreign_columns import ForeignRows

_MOST_KINDS: Final = 100
_MOST_SPREAD: Final = 15
_SPREAD_ALLOWED: Final = 10_000_000
_COST_OF_CELL: Final = 10
"""The attributes of a series, group or data set are repeated in each of its rows. All rows together may have at most
`_SPREAD_ALLOWED` characters plus `_MOST_SPREAD` for each character of the file. Each cell counts as `_COST_OF_CELL`
characters more."""


class Spread:
    """The size of the rows of a message of `size` characters, including the attributes that they share."""

    def __init__(self, size: int) -> None:
        self._left = _SPREAD_ALLOWED + _MOST_SPREAD * size

    def add(self, where: str, cells: Collection[str]) -> None:
        """Count the cells of a row.

        Raises:
            DocumentError: if the rows have too many attributes.
        """
        self._left -= _size_of(cells)
        if len(cells) > MOST_CELLS or self._left < 0:
            raise DocumentError(
                "the rows have too many attributes, including those of their series, groups and data set",
                where=f"sdmx.loads, {where}",
                got=len(cells),
                expected=f"at most {MOST_CELLS:,}, and no long texts shared by very many rows",
            )

    def add_all(self, several: Sequence[ForeignRows], characters: int) -> None:
        """Count the cells of rows; `characters` is the length of the cells that they do not share.

        Raises:
            DocumentError: if the rows have too many attributes.
        """
        left, most = self._left - characters, 0
        for _, shared, _, rows in several:
            left -= (_size_of(shared) + _COST_OF_CELL * len(rows[0])) * len(rows)
            most = max(most, len(shared) + len(rows[0]))
        if most > MOST_CELLS or left < 0:
            for where, cells in (row for found in several for row in found.in_full()):
                self.add(where, cells)
            raise bug(left)  # together, the rows have what each of them has
        self._left = left


def _size_of(cells: Collection[str]) -> int:
    return len("".join(cells)) + _COST_OF_CELL * len(cells)


def within_bounds(rows: Iterable[tuple[str, dict[str, str]]], spread: Spread) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the location and the cells of each row of a message.

    Raises:
        DocumentError: if the rows have too many attributes.
    """
    for where, cells in rows:
        spread.add(where, cells.values())
        yield where, cells


@define
class Group:
    """A group: the dimension values of its rows (the key), and the attributes attached to them."""

    where: str
    """Its location, such as ``line 12``."""
    key: dict[str, str]
    attributes: dict[str, str]
    needs_key: bool
    """Whether the group must have a key; ``Atts`` without a key apply to all rows."""


Key = tuple[str, ...]


class Groups:
    """The groups of a data set, to look up the attributes of each row.

    Args:
        groups: the groups.
        at: the dimension at observation level (``dimensionAtObservation``).

    Raises:
        DocumentError: if the keys of the groups have too many different combinations of dimensions.
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
                "the keys of the groups have too many combinations of dimensions",
                where="sdmx.loads",
                got=len(kinds),
                expected=f"at most {_MOST_KINDS:,}",
                hint="Split the file by groups and load each part separately.",
            )
        ordered = sorted(kinds.items(), key=lambda kind: len(kind[0]))  # longer keys are more specific and override
        self._of_series = [(names, found) for names, found in ordered if at not in names]
        self._of_observations = [(names, found) for names, found in ordered if at in names]
        self._by_series = [_without(at, names, found) for names, found in ordered]
        for found in kinds.values():
            for numbers in found.values():
                self._require_agreement(numbers)

    def __bool__(self) -> bool:
        return bool(self._groups)

    def _require_agreement(self, numbers: list[int]) -> None:
        seen: dict[str, tuple[str, str]] = {}
        for number in numbers:
            group = self._groups[number]
            for name, value in group.attributes.items():
                first, where = seen.setdefault(name, (value, group.where))
                if first != value:
                    self._problems.append(
                        FieldError(
                            "two groups of the same rows have different values for an attribute",
                            where=f"{group.where}, {name}",
                            got=value,
                            expected=f"{first}, as in {where}",
                        )
                    )

    def of_row(self, cells: Mapping[str, str]) -> dict[str, str]:
        """Return the attributes of a row that has its complete key."""
        return self._attributes((*self._of_series, *self._of_observations), cells)

    def of_series(self, cells: Mapping[str, str]) -> dict[str, str]:
        """Return the attributes of all observations of a series."""
        return self._attributes(self._of_series, cells)

    def of_observation(self, cells: Mapping[str, str]) -> dict[str, str]:
        """Return the attributes of one observation that do not apply to its whole series."""
        return self._attributes(self._of_observations, cells)

    def _attributes(
        self, kinds: Iterable[tuple[Key, dict[Key, list[int]]]], cells: Mapping[str, str]
    ) -> dict[str, str]:
        attributes: dict[str, str] = {}
        for names, found in kinds:  # none if the data set has no groups
            for number in found.get(tuple([cells.get(name, "") for name in names]), ()):
                self._untouched.discard(number)
                for name, value in self._groups[number].attributes.items():
                    attributes[name] = value
                    if cells.get(name, value) == value:
                        self._unused.discard((number, name))
        return attributes

    def touch(self, cells: Mapping[str, str]) -> None:
        """Mark the groups of a series without observations as used, so that `require_all` does not refuse them."""
        for names, found in self._by_series:
            self._untouched.difference_update(found.get(tuple([cells.get(name, "") for name in names]), ()))

    def require_all(self) -> None:
        """Refuse groups without rows, whose attributes would be lost.

        Raises:
            DocumentError: with each group without rows, and each contradiction between groups.
        """
        without_rows = (
            FieldError(
                "no row belongs to the group",
                where=group.where,
                got=", ".join(f"{name}={value}" for name, value in (group.key or group.attributes).items()),
                expected="the dimension values of at least one row",
                hint="Give the structure message, which defines the dimensions, or remove the group.",
            )
            for group in (self._groups[number] for number in sorted(self._untouched))
        )
        if self._problems or self._untouched:
            raise refusal(UNREADABLE, chain(self._problems, without_rows), where="sdmx.loads")

    def unused(self) -> Iterator[tuple[str, str, str]]:
        """Yield the location, name and value of each attribute that all rows of its group override."""
        for number, name in sorted(self._unused):
            yield self._groups[number].where, name, self._groups[number].attributes[name]


def _without(at: str, names: Key, found: Mapping[Key, list[int]]) -> tuple[Key, dict[Key, list[int]]]:
    """Index groups by their keys without the dimension at observation level."""
    kept = [index for index, name in enumerate(names) if name != at]
    numbers_by_key: dict[Key, list[int]] = {}
    for key, numbers in found.items():
        numbers_by_key.setdefault(tuple([key[index] for index in kept]), []).extend(numbers)
    return tuple([names[index] for index in kept]), numbers_by_key
