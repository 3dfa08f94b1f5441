"""SDMX-ML that is read: the rows of any data message, and what of it is no row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from aseansc.errors import DocumentError
from aseansc.interchange.sdmx._groups import Group, Groups
from aseansc.interchange.sdmx._identity import KNOWN_ATTRIBUTES, Named, can_tell, telling, telling_attributes
from aseansc.interchange.sdmx._other_cells import START_DAY
from aseansc.interchange.sdmx._xml import XML_LANG, children, line_of, local, text_of, within

if TYPE_CHECKING:
    from aseansc.interchange._xml import Element

DATA_MESSAGES: Final = frozenset(
    {"StructureSpecificData", "StructureSpecificTimeSeriesData", "GenericData", "GenericTimeSeriesData"}
)

_GENERIC: Final = frozenset({"GenericData", "GenericTimeSeriesData"})
_TIME: Final = "TIME_PERIOD"
ALL_DIMENSIONS: Final = "AllDimensions"
_MEASURE: Final = "MEASURE"
_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"

_URN: Final = re.compile(r"urn:sdmx:[A-Za-z.]+=([^=\s]{1,300}\([0-9A-Za-z.+*~-]{1,40}\))(?:\..*)?")


def reference(element: Element) -> str:
    """What a reference names, as ``AGENCY:ID(1.0)``: a URN in SDMX 3.0, a ``Ref`` or a ``URN`` before."""
    for inner in element.iter():
        match = _URN.fullmatch(text_of(inner).strip())
        if match is not None:
            return match[1]
        if local(inner) == "Ref" and inner.get("id"):
            agency, version = inner.get("agencyID", ""), inner.get("version", "1.0")
            if inner.get("maintainableParentID"):
                return f"{agency}:{inner.get('maintainableParentID')}({inner.get('maintainableParentVersion', '1.0')})"
            return f"{agency}:{inner.get('id')}({version})"
    return ""


def _too_many(element: Element, count: int) -> DocumentError:
    return DocumentError(
        "an element has too many attributes or values",
        where=f"sdmx.loads, {line_of(element)}",
        got=f"{count} of {local(element)}",
        expected=f"at most {_MOST_CELLS}",
    )


def _attributes_of(element: Element) -> Mapping[str, str]:
    """The attributes of an element: more than any data structure has take time that grows with their square."""
    count = len(element.attrib)
    if count > _MOST_CELLS:
        raise _too_many(element, count)
    return element.attrib


def _values_of(element: Element) -> list[Element]:
    values = list(children(element, "Value"))
    if len(values) > _MOST_CELLS:
        raise _too_many(element, len(values))
    return values


def _is_explicit(header: Element | None) -> bool:
    return header is not None and header.get("explicitMeasures", "") in ("true", "1")


def _measure_at(header: Element | None) -> str:
    at = _TIME if header is None else header.get("dimensionAtObservation", _TIME)
    return _MEASURE if at in (_TIME, ALL_DIMENSIONS) else at


def _attribute(element: Element, name: str) -> str:
    """An attribute by its name, whatever its namespace."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


_READ_OF_SETS: Final = frozenset({"action", "structureRef", "type"})
_OF_SETS: Final = _READ_OF_SETS | {
    "setID",
    "dataScope",
    "validFromDate",
    "validToDate",
    "publicationYear",
    "publicationPeriod",
    "reportingBeginDate",
    "reportingEndDate",
}
"""Attributes that the standard gives to data sets, in a namespace or in none; any other is of every row."""

_MOST_SETS: Final = 10_000
_MOST_UNREAD: Final = 10_000
_MOST_CELLS: Final = 1_000
_MOST_SPREAD: Final = 15
_SPREAD_ALLOWED: Final = 10_000_000
_COST_OF_CELL: Final = 10
"""What series, groups and data sets say is repeated in each of their rows: so many characters for each of the file."""
_READ_OF_HEADERS: Final = frozenset({"Structure", "DataSetAction"})
_PARTS_OF_SETS: Final = frozenset({"Series", "Obs", "Group", "Atts"})


class Message:
    """A data message, whichever version of SDMX-ML it is in.

    Args:
        root: its root element.
        size: how many characters it has.

    Raises:
        DocumentError: when it has several data sets of different structures, or one that deletes.
    """

    def __init__(self, root: Element, size: int) -> None:
        self._most_spread = _SPREAD_ALLOWED + _MOST_SPREAD * size
        self.unread: list[dict[str, Any]] = []
        """What is of no row, in the order of the file; whole when `rows` came to its end."""
        tops = list(children(root, "Header"))
        headers = {header.get("structureID", ""): header for top in tops for header in children(top, "Structure")}
        self._sets = list(children(root, "DataSet"))
        if len(self._sets) > _MOST_SETS:
            raise DocumentError(
                "too many data sets", where="sdmx.loads", got=len(self._sets), expected=f"at most {_MOST_SETS}"
            )
        refs = [_attribute(dataset, "structureRef") for dataset in self._sets]
        first = next(iter(headers.values()), None) if len(set(refs)) == 1 else None
        chosen = [headers.get(ref, first) for ref in refs] or list(headers.values())
        structures = dict.fromkeys("" if header is None else reference(header) for header in chosen)
        if len(structures) > 1:
            raise DocumentError(
                "the document has data of several structures",
                where="sdmx.loads",
                got=", ".join(sorted(structures)),
                expected="data of one structure",
                hint="Split it, and load each part by itself.",
            )
        self.structure = next(iter(structures), "")
        """Such as ``ASEANSC:DF_REVIEW(1.0)``; "" when the document does not say."""
        self._ats = [_TIME if header is None else header.get("dimensionAtObservation", _TIME) for header in chosen]
        """Of each data set, the dimension that each observation of a series has a value of."""
        self._generic = local(root) in _GENERIC
        self.measure = next((_measure_at(header) for header in chosen if _is_explicit(header)), "")
        """The dimension that the type of each observation is a value of: explicit measures of SDMX 2.1."""
        actions = [text_of(action).strip() for top in tops for action in children(top, "DataSetAction")]
        for dataset in self._sets:
            _refuse_deletion(dataset, actions)
        for top in tops:
            self._leave_children(top, _READ_OF_HEADERS)
        self._leave_children(root, frozenset({"Header", "DataSet"}))

    def _leave_children(self, element: Element, read: Collection[str]) -> None:
        for child in element:
            if local(child) not in read:
                self._leave(child, element)

    def _leave(self, element: Element, parent: Element) -> None:
        from aseansc.interchange._xml import source_of

        place = {"line": element.sourceline, "element": f"{local(parent)}/{local(element)}"}
        self._keep({**place, "xml": source_of(element)}, element)

    def _keep(self, item: dict[str, Any], element: Element) -> None:
        if len(self.unread) >= _MOST_UNREAD:
            raise DocumentError(
                "the document holds too much that is no row",
                where=f"sdmx.loads, {line_of(element)}",
                got=local(element),
                expected=f"at most {_MOST_UNREAD} elements and attributes beside the data",
            )
        self.unread.append(item)

    def _leave_attribute(self, element: Element, name: str, value: str) -> None:
        place = {"line": element.sourceline, "element": local(element)}
        self._keep({**place, "attribute": name, "value": value}, element)

    def rows(self, dimensions: Collection[str]) -> Iterator[tuple[str, dict[str, str]]]:
        """The rows, with their places.

        Args:
            dimensions: the names of the dimensions, where a structure says them; else empty.

        Raises:
            DocumentError: for groups of attributes that are of no row.
        """
        spread = 0
        for dataset, at in zip(self._sets, self._ats, strict=False):
            for where, cells in self._rows_of_set(dataset, at, dimensions):
                spread += sum(map(len, cells.values()), _COST_OF_CELL * len(cells))
                if len(cells) > _MOST_CELLS or spread > self._most_spread:
                    raise DocumentError(
                        "the rows have too many attributes, of their own or of their series, groups and data set",
                        where=f"sdmx.loads, {where}",
                        got=len(cells),
                        expected=f"at most {_MOST_CELLS}, and few that are shared by very many rows",
                    )
                yield where, cells

    def _rows_of_set(
        self, dataset: Element, at: str, dimensions: Collection[str]
    ) -> Iterator[tuple[str, dict[str, str]]]:
        shared = self._shared(dataset, at)
        contradicted = dict(shared)
        for where, cells in self._merged(dataset, at, shared, dimensions):
            if contradicted:
                for name in [name for name, value in contradicted.items() if cells[name] == value]:
                    del contradicted[name]
            yield where, cells
        for name, value in contradicted.items():
            self._leave_attribute(dataset, name, value)

    def _merged(
        self, dataset: Element, at: str, shared: dict[str, str], dimensions: Collection[str]
    ) -> Iterator[tuple[str, dict[str, str]]]:
        """The rows of a data set, each with what is said of it by itself, by its series, by groups, and of all."""
        elements = list(children(dataset, "Group", "Atts"))
        if elements and not dimensions:
            dimensions = _common_names(dataset, at)
        groups = Groups([self._group(element, at, dimensions) for element in elements], at)
        for element in children(dataset, "Series", "Obs"):
            own = self._cells(element, at)
            if local(element) == "Obs":
                yield line_of(element), {**shared, **groups.of_row(own), **own} if elements else {**shared, **own}
                continue
            around = {**shared, **groups.of_series(own)} if elements else shared
            together = {**around, **own}
            lonely = True
            for observation in children(element, "Obs"):
                lonely = False
                cells = self._cells(observation, at)
                if elements:
                    cells = {**own, **cells}
                    yield line_of(observation), {**around, **groups.of_observation(cells), **cells}
                else:
                    yield line_of(observation), {**together, **cells}
            if lonely and elements:
                groups.touch(own)
        groups.require_all()
        for line, name, value in groups.unused():
            self.unread.append({"line": line, "element": "Group", "attribute": name, "value": value})

    def _shared(self, dataset: Element, at: str) -> dict[str, str]:
        """What a data set says of all its rows."""
        shared: dict[str, str] = {}
        for key, value in dataset.attrib.items():
            name = str(key).rpartition("}")[2]
            if name == START_DAY or not (str(key).startswith("{") or name in _OF_SETS):
                shared[name] = str(value)
            elif name not in _READ_OF_SETS:
                self._leave_attribute(dataset, name, str(value))
        return shared | self._cells_inside(dataset, at)

    def _group(self, element: Element, at: str, dimensions: Collection[str]) -> Group:
        cells = self._cells(element, at)
        cells.pop("type", None)
        keys = {value.get("id", "") for key in children(element, "GroupKey") for value in children(key, "Value")}
        names = keys or {name for name in cells if name in dimensions}
        return Group(
            line=element.sourceline or 1,
            key={name: cells.pop(name) for name in sorted(names)},
            attributes=cells,
            needs_key=local(element) == "Group",
        )

    def _cells(self, element: Element, at: str) -> dict[str, str]:
        """The values of dimensions, attributes and measures that an element itself has, in either way of writing them.

        Args:
            element: a series, a group or an observation.
            at: the dimension that each observation of a series has a value of.
        """
        cells: dict[str, str] = {}
        for key, value in _attributes_of(element).items():
            if key[0] != "{":
                cells[str(key)] = str(value)
            elif key.endswith(START_DAY):
                cells[START_DAY] = str(value)
            elif key == _TYPE:
                measure = str(value).rpartition(":")[2]
                if local(element) == "Obs" and not measure.endswith("ObsType"):
                    cells[self.measure or (_MEASURE if at in (_TIME, ALL_DIMENSIONS) else at)] = measure
            elif not key.endswith("}type"):
                self._leave_attribute(element, str(key), str(value))
        if len(element):
            cells.update(self._cells_inside(element, at))
        if len(cells) > _MOST_CELLS:
            raise _too_many(element, len(cells))
        if "" in cells:
            raise DocumentError("a value without an id", where=f"sdmx.loads, {line_of(element)}", got=cells[""])
        return cells

    def named(self) -> Named:
        """Return what the message says of its names without its structure.

        Generic data says which are dimensions. Structure-specific data does not: a name of a series, or of an
        observation outside any, is a dimension or an attribute.
        """
        sure = {_TIME, *self._ats, self.measure} - {ALL_DIMENSIONS, ""}
        if self._generic:
            sure |= self._keys()
            for dataset in self._sets:
                sure.update(inner.get("id", _TIME) for inner in within(dataset, "ObsDimension"))
            return Named(frozenset(sure), measure=self.measure, whole=True, everywhere=self._keys())
        tops = [list(children(dataset, "Series", "Obs")) for dataset in self._sets]
        names = {str(name) for elements in tops for element in elements for name in _attributes_of(element)}
        found = sorted(name for name in names - KNOWN_ATTRIBUTES if name[0] != "{")
        told = set[str]()
        if can_tell(found, sum(map(len, tops))):
            signatures = [(str(number), *[element.get(name, "") for name in found])
                          for number, elements in enumerate(tops) for element in elements]  # fmt: skip
            told = telling(["", *found], set(signatures)) - {""}
            sure |= told
        for elements in tops:
            sure |= telling_attributes([_attributes_of(element) for element in elements], found)
        return Named(frozenset(sure), frozenset(found) - sure, self.measure, everywhere=frozenset(told))

    def _keys(self) -> frozenset[str]:
        """The dimensions in the keys of generic data."""
        keys = (key for dataset in self._sets for key in within(dataset, "SeriesKey", "ObsKey", "GroupKey"))
        return frozenset(value.get("id", "") for key in keys for value in children(key, "Value"))

    def _cells_inside(self, element: Element, at: str) -> dict[str, str]:
        cells: dict[str, str] = {}
        for child in element:
            name = local(child)
            if name == "Comp":
                cells[child.get("id", "")] = "; ".join(map(_words, _values_of(child)))
            elif name in ("SeriesKey", "ObsKey", "GroupKey", "Attributes"):
                cells.update({value.get("id", ""): value.get("value", "") for value in children(child, "Value")})
            elif name == "ObsDimension":
                cells[child.get("id") or at] = child.get("value", "")
            elif name == "ObsValue":
                cells[child.get("id") or "OBS_VALUE"] = child.get("value", "")
            elif name not in _PARTS_OF_SETS:
                self._leave(child, element)
        return cells


def _words(value: Element) -> str:
    """What an element says, or the texts in it; a text in another language than English with its tag."""
    texts = list(children(value, "Text"))
    if not texts:
        return "".join([f"{inner.text or ''}{inner.tail or ''}" for inner in value.iter()]).strip()
    said = ((text_of(text).strip(), text.get(XML_LANG, "en")) for text in texts)
    return "; ".join([words if language == "en" else f"{words} [{language}]" for words, language in said])


def _refuse_deletion(dataset: Element, actions: list[str]) -> None:
    """A data set does what it says, or else what the header says of all."""
    own = _attribute(dataset, "action")
    action = own or next(iter(actions), "")
    if action.casefold() in ("d", "delete"):
        raise DocumentError(
            "the data set deletes what it holds",
            where=f"sdmx.loads, {line_of(dataset)}",
            got=action if own else f"{action}, in the header",
            expected="Information, Append, Replace or Merge",
        )


_NO_DIMENSIONS: Final = frozenset(
    {"OBS_VALUE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "CONF_STATUS", "OBS_CONF", "TITLE", "TITLE_COMPL"}
    | {"COLLECTION", "TIME_PER_COLLECT", "TIME_FORMAT", "COMMENT", "COMMENT_OBS", "OBS_COM", "COMMENT_TS", "NATURE"}
    | {"SOURCE", "SOURCE_AGENCY", "CONTACT", "BASE_PER", "PRE_BREAK_VALUE", "OBS_PRE_BREAK", "EMBARGO_TIME", START_DAY}
)
"""Names that are attributes to everybody who has them."""


def _common_names(dataset: Element, at: str) -> frozenset[str]:
    """What every row of a data set has, and nobody takes for an attribute: what may be a dimension.

    A dimension is in every row; whoever gives an attribute in a group does not give it in every row again.
    """
    found: set[frozenset[str]] = set()
    for element in children(dataset, "Series", "Obs"):
        own = [str(name) for name in element.attrib]
        observations = () if local(element) == "Obs" else tuple(children(element, "Obs"))
        found.update(frozenset((*own, *map(str, observation.attrib))) for observation in observations)
        if not observations:
            found.add(frozenset((*own, at)))
    common = found.pop() if found else frozenset[str]()
    for names in found:
        common &= names
    return common - _NO_DIMENSIONS


_NAMESPACE: Final = re.compile(r".*/schemas/v([0-9])_([0-9])/message(?:/.*)?", re.IGNORECASE | re.DOTALL)
_OF_VERSION_2_0: Final = frozenset({"CompactData", "UtilityData", "CrossSectionalData", "MessageGroup"})
_VERSIONS_READ: Final = ("2.1", "3.0", "3.1")


def require_version(root: Element) -> None:
    """Refuse a message of a version of SDMX-ML that is not read.

    Raises:
        DocumentError: with the version, and the way to get another.
    """
    match = _NAMESPACE.fullmatch(str(root.tag).partition("}")[0])
    version = f"{match[1]}.{match[2]}" if match else "2.0" if local(root) in _OF_VERSION_2_0 else ""
    if version and version not in _VERSIONS_READ:
        raise DocumentError(
            f"the document is SDMX-ML {version}",
            where=f"sdmx.loads, {line_of(root)}",
            got=local(root),
            expected="SDMX-ML 2.1 or 3.0",
            hint="Ask the publisher's web service for version 2.1 or 3.0 (for example with the header "
            "Accept: application/vnd.sdmx.structurespecificdata+xml;version=2.1), or convert the file.",
        )


def refused_message(root: Element) -> DocumentError:
    """The error for a message that has neither data nor structure."""
    return DocumentError(
        "the document is no message of SDMX-ML with data or structure",
        where="sdmx.loads",
        got=local(root),
        expected=f"one of {', '.join(sorted(DATA_MESSAGES))}, Structure",
        hint="Of XML, only these and the iati-activities of IATI are read.",
    )
