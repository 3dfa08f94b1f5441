"""Read the structure in an SDMX-JSON data message: its components, and the names of their codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, Final, cast

from attrs import define, field

from aseansc.drafts import PartialRecord
from aseansc.errors import DocumentError, FieldError
from aseansc.interchange.sdmx._elements import MOST_CELLS
from aseansc.interchange.sdmx._foreign_columns import Roles
from aseansc.interchange.sdmx._parse_json import is_list, is_object, list_in, object_in, text_in
from aseansc.interchange.sdmx._read_structure import text_of
from aseansc.texts import Text

_LEVELS: Final = ("dataSet", "series", "observation")
_VALUE: Final = "OBS_VALUE"
_PLACE_ROLES: Final = frozenset({"REF_AREA", "GEO"})
_TIME_ROLES: Final = frozenset({"TIME_PERIOD", "TIME"})
_URN: Final = re.compile(r"urn:sdmx:[A-Za-z.]+=([^=\s]{1,300}\([0-9A-Za-z.+*~-]{1,40}\))")
_ADDRESS: Final = re.compile(r"([\w.@$-]+)/([\w.@$-]+)/([0-9]+(?:\.[0-9]+)*)(?:[?#].*)?")
_OLD_ADDRESS: Final = re.compile(r"([\w.@$-]+)/all(?:[?#].*)?")
"""An address with the id of a dataflow, and no agency or version."""
_USUAL: Final = {str, int, type(None)}
"""The types of values in most rows."""


def _names(owner: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the names of a component, code or structure, each with its language; "" if that is not stated."""
    names = owner.get("names")
    if is_object(names) and names:
        return [(language, text) for language, text in names.items() if isinstance(text, str)]
    name = owner.get("name")
    if is_object(name):  # drafts of version 1.0
        return [(language, text) for language, text in name.items() if isinstance(text, str)]
    return [("", name)] if isinstance(name, str) else []


def words_of(item: object) -> str:
    """Return a value as text; texts in other languages than English are followed by their language tags."""
    if item is None:
        return ""
    if isinstance(item, str):
        return item
    if isinstance(item, bool):
        return str(item).lower()
    if is_list(item):
        return "; ".join(map(words_of, item))
    if is_object(item):
        pairs = ((str(language), words_of(text)) for language, text in item.items())
        return "; ".join([text if language == "en" else f"{text} [{language}]" for language, text in pairs])
    return str(item)


@define
class Component:
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
    def read(cls, data: object, where: str) -> Component:
        content = object_in(data, where)
        ident = text_in(content.get("id"), f"{where}.id", "the id of a component")
        roles = content.get("role", content.get("roles"))
        given = roles if is_list(roles) else [roles]
        component = cls(ident, None, frozenset(str(role).upper() for role in given), _names(content))
        if content.get("values"):
            values = enumerate(list_in(content["values"], f"{where}.values"))
            component.cells = [component._add(value, f"{where}.values[{number}]") for number, value in values]
            component.by_index.update(enumerate(component.cells))
            component.parts.update((str(number), cell) for number, cell in enumerate(component.cells))
        return component

    def _add(self, value: object, where: str) -> str:
        """Return the text of a listed value, and store the names of a code."""
        item = value if is_object(value) else {"value": value}
        if item.get("id") is None:
            return words_of(item.get("value", item.get("names") or item.get("name")))
        code = text_in(item["id"], f"{where}.id", "a code as text")
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
            return words_of(item)
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
        self.values = read("measures", "observation") or [Component(_VALUE, None, frozenset(), [])]
        if len(self.values) == 1:
            self.values[0].id = _VALUE
        _refuse_repeated([component.id for component in self.values], where)
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


def _refuse_repeated(measures: list[str], where: str) -> None:
    repeated = next((ident for ident, count in Counter(measures).items() if count > 1), None)
    if repeated is not None:
        raise DocumentError(
            "two measures have the same id",
            where=f"sdmx.loads, {where}.measures",
            got=repeated,
            expected="each id once",
        )


def _components(data: Mapping[str, Any], kind: str, level: str, *, where: str) -> list[Component]:
    found = list_in(object_in(data.get(kind), f"{where}.{kind}").get(level), f"{where}.{kind}.{level}")
    if len(found) > MOST_CELLS:
        raise DocumentError(
            "too many components",
            where=f"sdmx.loads, {where}.{kind}.{level}",
            got=len(found),
            expected=f"at most {MOST_CELLS:,}",
        )
    return [Component.read(item, f"{where}.{kind}.{level}[{number}]") for number, item in enumerate(found)]


def _reference(data: Mapping[str, Any], where: str) -> str:
    """Return the reference of the dataflow, or else of the data structure, such as ``ECB:EXR(1.0)``; "" without one."""
    links = [object_in(link, where) for link in list_in(data.get("links"), f"{where}.links")]
    linked = (link for relation in ("dataflow", "datastructure") for link in links if link.get("rel") == relation)
    return next((target for target in map(_target, linked) if target), "")


def _target(link: Mapping[str, Any]) -> str:
    """Return the reference of a structure from the URN or the address of a link; "" if neither names it."""
    urn = _URN.fullmatch(words_of(link.get("urn")))
    if urn is not None:
        return urn[1]
    path = re.split("/dataflow/|/datastructure/", words_of(link.get("href")))[-1]
    for form, shown in ((_ADDRESS, r"\1:\2(\3)"), (_OLD_ADDRESS, r"\1")):
        match = form.fullmatch(path)
        if match is not None:
            return match.expand(shown)
    return ""
