"""Read the rows of SDMX-JSON data messages 1.0 and 2.0."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final, NamedTuple, TypeAlias, TypeGuard

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.extras import MAX_DEPTH
from aseansc.interchange._document.problems import refusal
from aseansc.interchange._document.read_json import depth_of
from aseansc.interchange._recognize import advice
from aseansc.interchange.sdmx._data_structure import UNREADABLE
from aseansc.interchange.sdmx._foreign_columns import (
    MOST_TOGETHER,
    ForeignRows,
    Picker,
    in_full,
    in_parts,
    picker,
)
from aseansc.interchange.sdmx._json_structure import Component, JsonStructure, words_of
from aseansc.interchange.sdmx._parse_json import LONGEST_INDEX, is_list, is_object, list_in, object_in, parsed
from aseansc.interchange.sdmx._read_groups import Group, Groups, Spread, within_bounds
from aseansc.limits import in_force

_MOST_SERIES: Final = 50
"""How many series are read together."""
_SHORT: Final = 50
"""The most rows of a series that is read together with others."""
_READ_OF_STRUCTURES: Final = frozenset({"dimensions", "attributes", "measures", "name", "names", "dataSets"})
_READ_OF_SETS: Final = frozenset(
    {"structure", "action", "attributes", "dimensionGroupAttributes", "series", "observations"}
)


def _is_index(item: object) -> TypeGuard[int]:
    return type(item) is int


class JsonMessage:
    """An SDMX-JSON data message.

    Args:
        text: its text.

    Raises:
        DocumentError: if it is not a data message, its data sets have different structures, or one deletes data.
    """

    def __init__(self, text: str) -> None:
        document = object_in(parsed(text), "$")
        data, at = (document, "") if "data" not in document else (object_in(document["data"], "data"), "data.")
        if "dataSets" not in data:
            raise _no_data(document, text)
        self._size = len(text)
        places = (
            (f"{at}dataSets[{number}]", item) for number, item in enumerate(list_in(data["dataSets"], "dataSets"))
        )
        self._sets = [(place, object_in(item, place)) for place, item in places]
        where, content = self._one_structure(data, at)
        self.structure = JsonStructure(content, where)
        self.unread: list[dict[str, Any]] = []
        """What does not belong to a row."""
        self.problems: list[AseanscError] = []
        self._keep({key: document[key] for key in ("meta", "header", "errors") if key in document}, "")
        self._keep(_without(content, _READ_OF_STRUCTURES), where)
        for place, dataset in self._sets:
            _refuse_deletion(place, dataset)
            self._keep(_without(dataset, _READ_OF_SETS), place)

    def _one_structure(self, data: Mapping[str, Any], at: str) -> tuple[str, dict[str, Any]]:
        """Return the location and the content of the structure that all data sets have."""
        structures = list_in(data.get("structures", [data.get("structure")]), f"{at}structures")
        used = [item.get("structure", 0) for _, item in self._sets] or [0]
        number = used[0]
        if used.count(number) != len(used) or not _is_index(number) or not 0 <= number < len(structures):
            raise DocumentError(
                "the data sets must have one structure, which the message contains",
                where="sdmx.loads",
                got=f"structures {', '.join(sorted({words_of(item) for item in used}))}",
                expected=f"the same index below {len(structures)}",
                hint="Split the file and load each part separately.",
            )
        where = f"{at}structures[{number}]" if "structures" in data else f"{at}structure"
        content = object_in(structures[number], where)
        if not content:
            raise DocumentError(
                "the message has no structure, which names the dimensions and the codes",
                where=f"sdmx.loads, {where}",
                expected="an object with dimensions",
                hint="Ask the publisher for the data with its structure.",
            )
        return where, content

    def _keep(self, items: Mapping[str, Any], where: str) -> None:
        for key, item in items.items():
            if item:
                place = f"{where}.{key}" if where else key
                self.unread.append(
                    {"location": place, "json": item if depth_of(item) < MAX_DEPTH // 2 else words_of(item)}
                )

    def rows(self) -> Iterator[ForeignRows]:
        """Yield the rows; those that cannot be read are reported in `problems`.

        Raises:
            DocumentError: if the rows have too many attributes.
        """
        spread = Spread(self._size)
        for where, dataset in self._sets:
            groups = self._groups(dataset, where)
            for found, characters in self._rows_of_set(dataset, where):
                if groups:
                    merged = ((place, groups.of_row(row) | row) for place, row in in_full(found))
                    yield from in_parts(within_bounds(merged, spread))
                else:
                    spread.add_all(found, characters)
                    yield from found
            groups.require_all()

    def _rows_of_set(self, dataset: Mapping[str, Any], where: str) -> Iterator[_Counted]:
        """Yield the rows of a data set, without the attributes of its groups."""
        keys = self.structure.keys
        names, shared = self._shared(dataset, where)
        flat = self._layout(names, [*keys["series"], *keys["observation"]])
        yield from self._observations(_Series(dataset, where, shared, flat))
        waiting: list[_Series] = []
        for series in self._series(dataset, where, names, shared):
            if isinstance(series, AseanscError):
                yield from self._of_series(waiting)
                waiting = []
                self._report(series)
                continue
            if waiting and (series.layout is not waiting[0].layout or len(waiting) == _MOST_SERIES):
                yield from self._of_series(waiting)
                waiting = []
            waiting.append(series)
        yield from self._of_series(waiting)

    def _series(
        self, dataset: Mapping[str, Any], where: str, names: list[str], shared: tuple[str, ...]
    ) -> Iterator[_Series | AseanscError]:
        """Yield the series of a data set, or why one cannot be read."""
        keys, of_series = self.structure.keys, self.structure.attributes["series"]
        layouts: dict[int, _Layout] = {}
        for key, series in object_in(dataset.get("series"), f"{where}.series").items():
            place = f'{where}.series["{key}"]'
            try:
                own = object_in(series, place)
                of_key = _cells_of_key(key, keys["series"], place)
                attributes = _all_values(of_series, own.get("attributes"), place)
                if "annotations" in own:
                    self._keep({"annotations": own["annotations"]}, place)
            except AseanscError as error:
                yield error
                continue
            layout = layouts.get(len(attributes))
            if layout is None:
                before = [*names, *_ids(keys["series"]), *_ids(of_series[: len(attributes)])]
                layout = layouts[len(attributes)] = self._layout(before, keys["observation"])
            yield _Series(own, place, (*shared, *of_key, *attributes), layout)

    def _layout(self, before: list[str], key: list[Component]) -> _Layout:
        return _Layout(before, key, self.structure.of_observation)

    def _shared(self, dataset: Mapping[str, Any], where: str) -> tuple[list[str], tuple[str, ...]]:
        """Return the names and the cells that all rows of a data set have."""
        fixed, attributes = self.structure.keys["dataSet"], self.structure.attributes["dataSet"]
        for item in fixed:
            if not item.cells:
                what = f"the dimension {item.id} of the data set has no value"
                raise DocumentError(what, where=f"sdmx.loads, {where}", expected="one value in the structure")
        cells = _all_values(attributes, dataset.get("attributes"), where)
        return _ids([*fixed, *attributes[: len(cells)]]), (*(item.cell(0, where) for item in fixed), *cells)

    def _groups(self, dataset: Mapping[str, Any], where: str) -> Groups:
        """Return the attributes that a data set attaches to parts of the key, such as ``0::1``."""
        found: list[Group] = []
        components = self.structure.attributes["dimensionGroup"]
        for key, items in object_in(
            dataset.get("dimensionGroupAttributes"), f"{where}.dimensionGroupAttributes"
        ).items():
            place = f'{where}.dimensionGroupAttributes["{key}"]'
            try:
                cells = _all_values(components, items, place)
                attributes = {item.id: cell for item, cell in zip(components, cells, strict=False) if cell}
                every = zip(self.structure.dimensions, _cells_of_key(key, self.structure.key, place), strict=True)
                key_cells = {name: cell for name, cell in every if cell}
                found.append(Group(where=place, key=key_cells, attributes=attributes, needs_key=True))
            except AseanscError as error:
                self._report(error)
        return Groups(found, "")

    def _of_series(self, several: list[_Series]) -> Iterator[_Counted]:
        """Yield the rows of series with one layout. Short usual ones are read together, which is much faster."""
        found = [item for each in several if _is_short(item := each.owner.get("observations"))]
        usual = several[0].layout.usual_rows(found) if several and len(found) == len(several) else None
        if usual is None:
            for each in several:
                yield from self._observations(each)
            return
        rows, characters = usual
        made: list[ForeignRows] = []
        first = 0
        for (_, where, shared, layout), observations in zip(several, found, strict=True):
            if observations:
                last = first + len(observations)
                places = [f'{where}.observations["{key}"]' for key in observations]
                made.append(layout.together(shared, places, rows[first:last]))
                first = last
        yield made, characters

    def _observations(self, series: _Series) -> Iterator[_Counted]:
        """Yield the rows of a series or data set."""
        owner, where, shared, layout = series
        where = f"{where}.observations"
        every = object_in(owner.get("observations"), where)
        items = iter(every.items())
        while found := every if len(every) <= MOST_TOGETHER else dict(islice(items, MOST_TOGETHER)):
            usual = layout.usual_rows([found])
            if usual is None:
                for rows in self._read_each(found, where, shared, layout):
                    yield (rows,), len("".join(map("".join, rows.cells)))
            else:
                yield (layout.together(shared, [f'{where}["{key}"]' for key in found], usual[0]),), usual[1]
            if found is every:
                return

    def _read_each(
        self, found: Mapping[str, Any], where: str, shared: tuple[str, ...], layout: _Layout
    ) -> Iterator[ForeignRows]:
        """Yield the rows of observations, and report those that cannot be read."""
        components, places, rows = layout.components, list[str](), list[tuple[str, ...]]()
        for key, items in found.items():
            place = f'{where}["{key}"]'
            try:
                row = (*_cells_of_key(key, layout.key, place), *_values(components, items, place))
                if items and len(items) > len(components):
                    self._keep({"annotations": items[len(components) :]}, place)
            except AseanscError as error:
                self._report(error)
                continue
            if rows and len(row) != len(rows[0]):
                yield layout.together(shared, places, rows)
                places, rows = [], []
            places.append(place)
            rows.append(row)
        if rows:
            yield layout.together(shared, places, rows)

    def _report(self, error: AseanscError) -> None:
        self.problems.append(error)
        if len(self.problems) > in_force().problems:
            raise refusal(UNREADABLE, self.problems, where="sdmx.loads") from None


_Counted: TypeAlias = tuple[Sequence[ForeignRows], int]
"""Rows, and the characters of the cells that they do not share."""


class _Series(NamedTuple):
    """A series, or the observations of a data set that are in no series."""

    owner: Mapping[str, Any]
    where: str
    shared: tuple[str, ...]
    """The cells that all of its rows have."""
    layout: _Layout


def _is_short(observations: object) -> TypeGuard[dict[str, Any]]:
    return is_object(observations) and len(observations) <= _SHORT


class _Layout:
    """The names of the cells of rows: those before the key, those of the key, and those of their values.

    If a name is given twice, the last cell counts.
    """

    def __init__(self, before: list[str], key: Sequence[Component], components: Sequence[Component]) -> None:
        self.key = key
        self.components = components
        self._before = before
        self._names: dict[int, tuple[tuple[str, ...], Picker | None]] = {}
        """The names of rows by the number of their own cells, and what picks their cells if names are repeated."""

    def usual_rows(self, several: Sequence[dict[str, Any]]) -> tuple[list[tuple[str, ...]], int] | None:
        """Return the own cells of rows that have equally many values, all of them usual, and their characters.

        Otherwise, or if a name is given twice, return ``None``.
        """
        lists = [*chain.from_iterable(map(dict[str, Any].values, several))]
        if {*map(type, lists)} != {list}:
            return None
        try:
            keys_of_rows = [*chain.from_iterable(several)]
            parts = [keys_of_rows] if len(self.key) == 1 else [*zip(*map(_parts_of, keys_of_rows), strict=True)]
            values = [*zip(*lists, strict=True)]
            if len(parts) != len(self.key) or len(values) > len(self.components):
                return None
            if self._names_with(len(parts) + len(values))[1] is not None:
                return None
            keys = [[*map(item.parts.__getitem__, column)] for item, column in zip(self.key, parts, strict=True)]
            cells = [*keys, *map(Component.usual_cells, self.components, values)]
            return [*zip(*cells, strict=True)], sum(len("".join(column)) for column in cells)
        except (KeyError, ValueError):  # for an index, value, key or number of values that is not usual
            return None

    def _names_with(self, own: int) -> tuple[tuple[str, ...], Picker | None]:
        found = self._names.get(own)
        if found is None:
            names = [*self._before, *_ids(self.key), *_ids(self.components)][: len(self._before) + own]
            at = {name: number for number, name in enumerate(names)}
            found = self._names[own] = tuple(at), None if len(at) == len(names) else picker([*at.values()])
        return found

    def together(self, shared: tuple[str, ...], where: list[str], rows: list[tuple[str, ...]]) -> ForeignRows:
        """Return rows with the same number of own cells; a list of values may end early."""
        names_once, picked = self._names_with(len(rows[0]))
        if picked is None:
            return ForeignRows(names_once, shared, where, rows)
        return ForeignRows(names_once, (), where, [picked((*shared, *own)) for own in rows])


def _parts_of(key: str) -> list[str]:
    return key.split(":")


def _ids(components: Iterable[Component]) -> list[str]:
    return [item.id for item in components]


def _cells_of_key(key: str, components: Sequence[Component], where: str) -> list[str]:
    """Return the cell of each dimension in a key such as ``0:1:0``; an empty part means every code."""
    parts = _parts_of(key) if components else []
    if len(parts) != len(components):
        expected = f"{len(components)} numbers, for {', '.join(item.id for item in components)}"
        hint = "The structure in the file lacks a dimension." if len(parts) > len(components) else ""
        raise FieldError("a key has the wrong number of parts", where=where, got=key, expected=expected, hint=hint)
    try:
        return [item.parts[part] for part, item in zip(parts, components, strict=True)]
    except KeyError:  # for a part that is not written in the usual way
        pass
    return [item.cell(_index(part, where), where) if part else "" for part, item in zip(parts, components, strict=True)]


def _index(part: str, where: str) -> int:
    if part.isascii() and part.isdecimal() and len(part) <= LONGEST_INDEX:
        return int(part)
    raise FieldError("not the index of a code", where=where, got=part, expected="a whole number")


def _values(components: Sequence[Component], items: object, where: str) -> list[str]:
    """Return the cells of components from a list of values, which may end early or be followed by other values."""
    if items is not None and not is_list(items):
        raise _not_values(components, items, where)
    return [
        value
        if (kind := value.__class__) is str
        else item.by_index[value]
        if kind is int and value in item.by_index
        else item.cell(value, where)
        for item, value in zip(components, items or (), strict=False)
    ]


def _all_values(components: Sequence[Component], items: object, where: str) -> list[str]:
    """Return the cells of components from a list of values, which may end early."""
    cells = _values(components, items, where)
    if is_list(items) and len(items) > len(components):
        raise _not_values(components, items, where)
    return cells


def _not_values(components: Sequence[Component], items: object, where: str) -> FieldError:
    return FieldError(
        "not a list of values", where=where, got=items, expected=f"at most {len(components)} values in a list"
    )


def _without(content: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: item for name, item in content.items() if name not in names}


def _refuse_deletion(where: str, dataset: Mapping[str, Any]) -> None:
    action = words_of(dataset.get("action"))
    if action.casefold() in ("d", "delete"):
        raise DocumentError(
            "the action of the data set is to delete data",
            where=f"sdmx.loads, {where}",
            got=action,
            expected="Information, Append, Replace or Merge",
        )


def _no_data(document: Mapping[str, Any], text: str) -> DocumentError:
    return DocumentError(
        "the document is not an SDMX-JSON data message",
        where="sdmx.loads",
        got=f"an object with {', '.join(list(document)[:5]) or 'no keys'}",
        expected="dataSets, or data with dataSets",
        hint=advice(text, "sdmx"),
    )
