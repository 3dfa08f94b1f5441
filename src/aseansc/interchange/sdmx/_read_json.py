"""Read SDMX-JSON data messages 1.0 and 2.0: their components, the names of codes, and their rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, Final, TypeGuard, cast

from attrs import define, field

from aseansc.drafts import PartialRecord
from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.extras import MAX_DEPTH
from aseansc.interchange._document.problems import refusal
from aseansc.interchange._document.read_json import depth_of
from aseansc.interchange._recognize import advice
from aseansc.interchange.sdmx._data_structure import UNREADABLE
from aseansc.interchange.sdmx._elements import MOST_CELLS
from aseansc.interchange.sdmx._foreign_columns import (
    MOST_TOGETHER,
    ForeignRows,
    Picker,
    Roles,
    in_full,
    in_parts,
    picker,
)
from aseansc.interchange.sdmx._parse_json import (
    LONGEST_INDEX,
    is_list as _is_list,
    is_object as _is_object,
    parsed,
)
from aseansc.interchange.sdmx._read_groups import Group, Groups, Spread, within_bounds
from aseansc.interchange.sdmx._read_structure import text_of
from aseansc.limits import in_force
from aseansc.texts import Text

_USUAL: Final = {str, int, type(None)}
"""The types of values in most rows."""
_LEVELS: Final = ("dataSet", "series", "observation")
_VALUE: Final = "OBS_VALUE"
_PLACE_ROLES: Final = frozenset({"REF_AREA", "GEO"})
_TIME_ROLES: Final = frozenset({"TIME_PERIOD", "TIME"})
_URN: Final = re.compile(r"urn:sdmx:[A-Za-z.]+=([^=\s]{1,300}\([0-9A-Za-z.+*~-]{1,40}\))")
_ADDRESS: Final = re.compile(r"([\w.@$-]+)/([\w.@$-]+)/([0-9]+(?:\.[0-9]+)*)(?:[?#].*)?")
_OLD_ADDRESS: Final = re.compile(r"([\w.@$-]+)/all(?:[?#].*)?")
"""An address with the id of a dataflow, and no agency or version."""
_READ_OF_STRUCTURES: Final = frozenset({"dimensions", "attributes", "measures", "name", "names", "dataSets"})
_READ_OF_SETS: Final = frozenset(
    {"structure", "action", "attributes", "dimensionGroupAttributes", "series", "observations"}
)


def _wrong(found: object, where: str, expected: str) -> DocumentError:
    return DocumentError(
        "wrong type in an SDMX-JSON message", where=f"sdmx.loads, {where}", got=found, expected=expected
    )


def _list(found: object, where: str) -> list[Any]:
    if found is None or _is_list(found):
        return found or []
    raise _wrong(found, where, "a list")


def _dict(found: object, where: str) -> dict[str, Any]:
    if found is None or _is_object(found):
        return found or {}
    raise _wrong(found, where, "an object")


def _text(found: object, where: str, expected: str) -> str:
    if isinstance(found, str):
        return found
    raise _wrong(found, where, expected)


def _is_index(item: object) -> TypeGuard[int]:
    return type(item) is int


def _names(owner: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the names of a component, code or structure, each with its language; "" if that is not stated."""
    names = owner.get("names")
    if _is_object(names) and names:
        return [(language, text) for language, text in names.items() if isinstance(text, str)]
    name = owner.get("name")
    if _is_object(name):  # drafts of version 1.0
        return [(language, text) for language, text in name.items() if isinstance(text, str)]
    return [("", name)] if isinstance(name, str) else []


def _words(item: object) -> str:
    """Return a value as text; texts in other languages than English are followed by their language tags."""
    if item is None:
        return ""
    if isinstance(item, str):
        return item
    if isinstance(item, bool):
        return str(item).lower()
    if _is_list(item):
        return "; ".join(map(_words, item))
    if _is_object(item):
        pairs = ((str(language), _words(text)) for language, text in item.items())
        return "; ".join([text if language == "en" else f"{text} [{language}]" for language, text in pairs])
    return str(item)


@define
class _Component:
    """A dimension, measure or attribute.

    `cells` are the values that rows refer to by their index; ``None`` if the rows contain the values themselves.
    """

    id: str
    cells: list[str] | None
    roles: frozenset[str]
    names: list[tuple[str, str]]
    codes: dict[str, list[tuple[str, str]]] = field(factory=dict)
    parts: dict[str, str] = field(factory=lambda: {"": ""})
    """The values by the parts of keys that refer to them; an empty part means every code."""
    by_index: dict[int | None, str] = field(factory=lambda: {None: ""})
    """The values by their index; a missing index means no value."""

    @classmethod
    def read(cls, data: object, where: str) -> _Component:
        content = _dict(data, where)
        ident = _text(content.get("id"), f"{where}.id", "the id of a component")
        roles = content.get("role", content.get("roles"))
        given = roles if _is_list(roles) else [roles]
        component = cls(ident, None, frozenset(str(role).upper() for role in given), _names(content))
        if content.get("values"):
            values = enumerate(_list(content["values"], f"{where}.values"))
            component.cells = [component._add(value, f"{where}.values[{number}]") for number, value in values]
            component.by_index.update(enumerate(component.cells))
            component.parts.update((str(number), cell) for number, cell in enumerate(component.cells))
        return component

    def _add(self, value: object, where: str) -> str:
        """Return the text of a listed value, and store the names of a code."""
        item = value if _is_object(value) else {"value": value}
        if item.get("id") is None:
            return _words(item.get("value", item.get("names") or item.get("name")))
        code = _text(item["id"], f"{where}.id", "a code as text")
        self.codes.setdefault(code, _names(item))
        return code

    def usual_cells(self, items: Sequence[object]) -> Sequence[str]:
        """Return the texts of values in rows, as `cell` does, if they are texts, numbers or missing.

        Raises:
            KeyError: if one is not usual.
        """
        kinds, cells = {*map(type, items)}, self.by_index
        if kinds == {str}:
            return cast("Sequence[str]", items)
        if not kinds <= _USUAL:
            raise KeyError
        if self.cells is None:
            return ["" if item is None else str(item) for item in items]
        if str not in kinds:
            return [*map(cells.__getitem__, cast("Sequence[int | None]", items))]
        return [item if item.__class__ is str else cells[item] for item in cast("Sequence[Any]", items)]

    def cell(self, item: object, where: str) -> str:
        """Return the text of a value in a row: that of its index, or the value itself."""
        if type(item) is not int:
            return _words(item)
        cells = self.cells
        if cells is None:
            return str(item)
        if 0 <= item < len(cells):
            return cells[item]
        raise FieldError(
            f"no value of {self.id} has this index",
            where=where,
            got=item,
            expected=f"0 to {len(cells) - 1}" if cells else "no value",
        )


class JsonStructure:
    """The structure in a data message: its components by level, and the names of codes. It is used like `Definition`.

    Args:
        data: the structure.
        where: its location.
    """

    def __init__(self, data: Mapping[str, Any], where: str) -> None:
        self._names = _names(data)
        self.measure_dimension = ""
        self.reference = _reference(data, where)
        read = partial(_components, data, where=where)
        self.keys = {level: read("dimensions", level) for level in _LEVELS}
        self.attributes = {level: read("attributes", level) for level in (*_LEVELS, "dimensionGroup")}
        self.values = read("measures", "observation") or [_Component(_VALUE, None, frozenset(), [])]
        if len(self.values) == 1:
            self.values[0].id = _VALUE
        in_order = list(chain.from_iterable(self.keys.values()))
        self.key = in_order
        self.dimensions = [component.id for component in in_order]
        self.measures = [component.id for component in self.values]
        self.of_observation = [*self.values, *self.attributes["observation"]]
        everything = chain(in_order, chain.from_iterable(self.attributes.values()), self.values)
        self.components = {component.id: component for component in everything}

    def name(self) -> Text | PartialRecord | None:
        """Return the name of the dataflow."""
        return text_of(self._names)

    def name_of(self, component: str, code: str) -> Text | PartialRecord | None:
        """Return the name of a code."""
        found = self.components.get(component)
        return None if found is None else text_of(found.codes.get(code, []))

    def of(self, column: str, code: str) -> str:
        """Return the name of a code without its language: nothing, because `name_of` has all names."""
        return ""

    def roles(self) -> Roles:
        """Return the roles of the components."""
        known = frozenset(self.dimensions)
        place = next((item.id for item in self.key if item.roles & _PLACE_ROLES), "")
        time = next((item.id for item in self.key if item.roles & _TIME_ROLES), "")
        return Roles(known, complete=True, everywhere=known, place=place, time=time)

    def kept(self) -> dict[str, Any]:
        """Return the names of components and codes, for ``Draft.extra``."""
        columns = {item.id: dict(item.names) for item in self.components.values() if item.names}
        named = {
            item.id: {code: dict(names) for code, names in item.codes.items() if names}
            for item in self.components.values()
        }
        codes = {ident: names for ident, names in named.items() if names}
        return {key: found for key, found in (("columns", columns), ("codes", codes)) if found}


def _components(data: Mapping[str, Any], kind: str, level: str, *, where: str) -> list[_Component]:
    found = _list(_dict(data.get(kind), f"{where}.{kind}").get(level), f"{where}.{kind}.{level}")
    if len(found) > MOST_CELLS:
        raise DocumentError(
            "too many components",
            where=f"sdmx.loads, {where}.{kind}.{level}",
            got=len(found),
            expected=f"at most {MOST_CELLS:,}",
        )
    return [_Component.read(item, f"{where}.{kind}.{level}[{number}]") for number, item in enumerate(found)]


def _reference(data: Mapping[str, Any], where: str) -> str:
    """Return the reference of the dataflow, or else of the data structure, such as ``ECB:EXR(1.0)``; "" without one."""
    links = [_dict(link, where) for link in _list(data.get("links"), f"{where}.links")]
    linked = (link for relation in ("dataflow", "datastructure") for link in links if link.get("rel") == relation)
    return next((target for target in map(_target, linked) if target), "")


def _target(link: Mapping[str, Any]) -> str:
    """Return the reference of a structure from the URN or the address of a link; "" if neither names it."""
    urn = _URN.fullmatch(_words(link.get("urn")))
    if urn is not None:
        return urn[1]
    path = re.split("/dataflow/|/datastructure/", _words(link.get("href")))[-1]
    for form, shown in ((_ADDRESS, r"\1:\2(\3)"), (_OLD_ADDRESS, r"\1")):
        match = form.fullmatch(path)
        if match is not None:
            return match.expand(shown)
    return ""


class JsonMessage:
    """An SDMX-JSON data message.

    Args:
        text: its text.

    Raises:
        DocumentError: if it is not a data message, its data sets have different structures, or one deletes data.
    """

    def __init__(self, text: str) -> None:
        document = _dict(parsed(text), "$")
        data, at = (document, "") if "data" not in document else (_dict(document["data"], "data"), "data.")
        if "dataSets" not in data:
            raise _no_data(document, text)
        self._size = len(text)
        places = ((f"{at}dataSets[{number}]", item) for number, item in enumerate(_list(data["dataSets"], "dataSets")))
        self._sets = [(place, _dict(item, place)) for place, item in places]
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
        structures = _list(data.get("structures", [data.get("structure")]), f"{at}structures")
        used = [item.get("structure", 0) for _, item in self._sets] or [0]
        number = used[0]
        if used.count(number) != len(used) or not _is_index(number) or not 0 <= number < len(structures):
            raise DocumentError(
                "the data sets must have one structure, which the message contains",
                where="sdmx.loads",
                got=f"structures {', '.join(sorted({_words(item) for item in used}))}",
                expected=f"the same index below {len(structures)}",
                hint="Split the file and load each part separately.",
            )
        where = f"{at}structures[{number}]" if "structures" in data else f"{at}structure"
        return where, _dict(structures[number], where)

    def _keep(self, items: Mapping[str, Any], where: str) -> None:
        for key, item in items.items():
            if item:
                place = f"{where}.{key}" if where else key
                self.unread.append(
                    {"location": place, "json": item if depth_of(item) < MAX_DEPTH // 2 else _words(item)}
                )

    def rows(self) -> Iterator[ForeignRows]:
        """Yield the rows; those that cannot be read are reported in `problems`.

        Raises:
            DocumentError: if the rows have too many attributes.
        """
        spread = Spread(self._size)
        for where, dataset in self._sets:
            groups = self._groups(dataset, where)
            for found in self._rows_of_set(dataset, where):
                if groups:
                    merged = ((place, groups.of_row(row) | row) for place, row in in_full((found,)))
                    yield from in_parts(within_bounds(merged, spread))
                else:
                    spread.add_all(found)
                    yield found
            groups.require_all()

    def _rows_of_set(self, dataset: Mapping[str, Any], where: str) -> Iterator[ForeignRows]:
        """Yield the rows of a data set, without the attributes of its groups."""
        keys, of_series = self.structure.keys, self.structure.attributes["series"]
        names, shared = self._shared(dataset, where)
        flat = self._layout(names, [*keys["series"], *keys["observation"]])
        yield from self._observations(dataset, where, shared, flat)
        layouts: dict[int, _Layout] = {}
        for key, series in _dict(dataset.get("series"), f"{where}.series").items():
            place = f'{where}.series["{key}"]'
            try:
                own = _dict(series, place)
                of_key = _cells_of_key(key, keys["series"], place)
                attributes = _all_values(of_series, own.get("attributes"), place)
                if "annotations" in own:
                    self._keep({"annotations": own["annotations"]}, place)
            except AseanscError as error:
                self._report(error)
                continue
            layout = layouts.get(len(attributes))
            if layout is None:
                before = [*names, *_ids(keys["series"]), *_ids(of_series[: len(attributes)])]
                layout = layouts[len(attributes)] = self._layout(before, keys["observation"])
            yield from self._observations(own, place, (*shared, *of_key, *attributes), layout)

    def _layout(self, before: list[str], key: list[_Component]) -> _Layout:
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
        for key, items in _dict(dataset.get("dimensionGroupAttributes"), f"{where}.dimensionGroupAttributes").items():
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

    def _observations(
        self, owner: Mapping[str, Any], where: str, shared: tuple[str, ...], layout: _Layout
    ) -> Iterator[ForeignRows]:
        """Yield the rows of a series or data set, which have the cells `shared`."""
        where = f"{where}.observations"
        every = _dict(owner.get("observations"), where)
        items = iter(every.items())
        while found := every if len(every) <= MOST_TOGETHER else dict(islice(items, MOST_TOGETHER)):
            rows = layout.usual_rows(found)
            if rows is None:
                yield from self._read_each(found, where, shared, layout)
            else:
                yield layout.together(shared, [f'{where}["{key}"]' for key in found], rows)
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


class _Layout:
    """The names of the cells of rows: those before the key, those of the key, and those of their values.

    If a name is given twice, the last cell counts.
    """

    def __init__(self, before: list[str], key: Sequence[_Component], components: Sequence[_Component]) -> None:
        self.key = key
        self.components = components
        self._before = before
        self._names: dict[int, tuple[tuple[str, ...], Picker | None]] = {}
        """The names of rows by the number of their own cells, and what picks their cells if names are repeated."""

    def usual_rows(self, observations: Mapping[str, Any]) -> list[tuple[str, ...]] | None:
        """Return the own cells of rows that have equally many values, all of them usual; otherwise ``None``."""
        lists = observations.values()
        if {*map(type, lists)} != {list}:
            return None
        try:
            parts = [observations] if len(self.key) == 1 else [*zip(*map(_parts_of, observations), strict=True)]
            values = [*zip(*lists, strict=True)]
            if len(parts) != len(self.key) or len(values) > len(self.components):
                return None
            keys = [map(item.parts.__getitem__, column) for item, column in zip(self.key, parts, strict=True)]
            return [*zip(*keys, *map(_Component.usual_cells, self.components, values), strict=True)]
        except (KeyError, ValueError):  # for an index, value, key or number of values that is not usual
            return None

    def together(self, shared: tuple[str, ...], where: list[str], rows: list[tuple[str, ...]]) -> ForeignRows:
        """Return rows with the same number of own cells; a list of values may end early."""
        size = len(rows[0])
        found = self._names.get(size)
        if found is None:
            names = [*self._before, *_ids(self.key), *_ids(self.components)][: len(self._before) + size]
            at = {name: number for number, name in enumerate(names)}
            found = tuple(at), None if len(at) == len(names) else picker([*at.values()])
            self._names[size] = found
        names_once, picked = found
        if picked is None:
            return ForeignRows(names_once, shared, where, rows)
        return ForeignRows(names_once, (), where, [picked((*shared, *own)) for own in rows])


def _parts_of(key: str) -> list[str]:
    return key.split(":")


def _ids(components: Iterable[_Component]) -> list[str]:
    return [item.id for item in components]


def _cells_of_key(key: str, components: Sequence[_Component], where: str) -> list[str]:
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


def _values(components: Sequence[_Component], items: object, where: str) -> list[str]:
    """Return the cells of components from a list of values, which may end early or be followed by other values."""
    if items is not None and not _is_list(items):
        raise _not_values(components, items, where)
    return [
        value
        if (kind := value.__class__) is str
        else item.by_index[value]
        if kind is int and value in item.by_index
        else item.cell(value, where)
        for item, value in zip(components, items or (), strict=False)
    ]


def _all_values(components: Sequence[_Component], items: object, where: str) -> list[str]:
    """Return the cells of components from a list of values, which may end early."""
    cells = _values(components, items, where)
    if _is_list(items) and len(items) > len(components):
        raise _not_values(components, items, where)
    return cells


def _not_values(components: Sequence[_Component], items: object, where: str) -> FieldError:
    return FieldError(
        "not a list of values", where=where, got=items, expected=f"at most {len(components)} values in a list"
    )


def _without(content: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: item for name, item in content.items() if name not in names}


def _refuse_deletion(where: str, dataset: Mapping[str, Any]) -> None:
    action = _words(dataset.get("action"))
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
