"""Read SDMX-ML data messages: their rows, and everything else for ``Draft.extra``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any, Final

from aseansc.errors import DocumentError
from aseansc.interchange._recognize import advice
from aseansc.interchange.sdmx._data_structure import EMBEDDED
from aseansc.interchange.sdmx._elements import (
    DATA_MESSAGES,
    MOST_CELLS,
    MOST_UNREAD,
    PARTS_OF_SETS,
    XML_LANG,
    Element,
    children,
    line_of,
    local,
    too_many,
    within,
)
from aseansc.interchange.sdmx._foreign_cells import START_DAY
from aseansc.interchange.sdmx._foreign_columns import (
    ATTRIBUTES_OF_SERIES,
    KNOWN_ATTRIBUTES,
    Roles,
    can_compare,
    distinguishing,
    distinguishing_attributes,
)
from aseansc.interchange.sdmx._read_groups import Group, Groups, Spread, within_bounds

_GENERIC: Final = frozenset({"GenericData", "GenericTimeSeriesData"})
_TIME: Final = "TIME_PERIOD"
ALL_DIMENSIONS: Final = "AllDimensions"
_MEASURE: Final = "MEASURE"
_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"

_URN: Final = re.compile(r"urn:sdmx:[A-Za-z.]+=([^=\s]{1,300}\([0-9A-Za-z.+*~-]{1,40}\))(?:\..*)?")


def reference(element: Element) -> str:
    """Return the target of a reference as ``AGENCY:ID(1.0)``; it is a URN in SDMX 3.0, and a ``Ref`` or ``URN`` in 2.1.

    An empty string is returned if the element has no reference.
    """
    for inner in element.iter():
        match = _URN.fullmatch(inner.text.strip())
        if match is not None:
            return match[1]
        if local(inner) == "Ref" and inner.get("id"):
            agency, version = inner.get("agencyID", ""), inner.get("version", "1.0")
            if inner.get("maintainableParentID"):
                return f"{agency}:{inner.get('maintainableParentID')}({inner.get('maintainableParentVersion', '1.0')})"
            return f"{agency}:{inner.get('id')}({version})"
    return ""


def _values_of(element: Element) -> list[Element]:
    values = list(children(element, "Value"))
    if len(values) > MOST_CELLS:
        raise too_many(element.tag, element.sourceline, len(values))
    return values


def _is_explicit(header: Element | None) -> bool:
    return header is not None and header.get("explicitMeasures", "") in ("true", "1")


def _measure_at(header: Element | None) -> str:
    at = _TIME if header is None else header.get("dimensionAtObservation", _TIME)
    return _MEASURE if at in (_TIME, ALL_DIMENSIONS) else at


def _attribute(element: Element, name: str) -> str:
    """Return the value of an attribute by its local name, or an empty string."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


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
"""Attributes of the standard for data sets, with or without a namespace; all others apply to every row."""

_MOST_SETS: Final = 10_000
_READ_OF_HEADERS: Final = frozenset({"Structure", "DataSetAction"})


class Message:
    """A data message of SDMX-ML 2.1 or 3.0, generic or structure-specific.

    Args:
        root: its root element.
        size: its number of characters.

    Raises:
        DocumentError: if its data sets have different structures, or one of them deletes data.
    """

    def __init__(self, root: Element, size: int) -> None:
        self._size = size
        self.unread: list[dict[str, Any]] = []
        """What does not belong to a row, in the order of the file; complete after `rows` is exhausted."""
        tops = list(children(root, "Header"))
        headers = {header.get("structureID", ""): header for top in tops for header in children(top, "Structure")}
        self._sets = _data_sets(root)
        refs = [_attribute(dataset, "structureRef") for dataset in self._sets]
        first = next(iter(headers.values()), None) if len(set(refs)) == 1 else None
        chosen = [headers.get(ref, first) for ref in refs] or list(headers.values())
        self.structure = _one_structure(chosen)
        """The reference of the structure, such as ``ASEANSC:DF_REVIEW(1.0)``; empty if the document gives none."""
        self._ats = [_TIME if header is None else header.get("dimensionAtObservation", _TIME) for header in chosen]
        """The dimension at observation level of each data set."""
        self._generic = local(root) in _GENERIC
        self.measure = next((_measure_at(header) for header in chosen if _is_explicit(header)), "")
        """The dimension whose value is the type of each observation (explicit measures of SDMX 2.1), or empty."""
        actions = [action.text.strip() for top in tops for action in children(top, "DataSetAction")]
        for dataset in self._sets:
            _refuse_deletion(dataset, actions)
        for top in tops:
            self._keep_children(top, _READ_OF_HEADERS)
        self._keep_children(root, frozenset({"Header", "DataSet"}))

    def _keep_children(self, element: Element, read: Collection[str]) -> None:
        for child in element:
            if local(child) not in read:
                self._keep_element(child, element)

    def _keep_element(self, element: Element, parent: Element) -> None:
        place = {"line": element.sourceline, "element": f"{local(parent)}/{local(element)}"}
        self._keep({**place, "xml": element.text}, element)

    def _keep(self, item: dict[str, Any], element: Element) -> None:
        if len(self.unread) >= MOST_UNREAD:
            raise DocumentError(
                "the document has too many elements and attributes that do not belong to a row",
                where=f"sdmx.loads, {line_of(element)}",
                got=local(element),
                expected=f"at most {MOST_UNREAD:,} elements and attributes beside the data",
            )
        self.unread.append(item)

    def _keep_attribute(self, element: Element, name: str, value: str) -> None:
        place = {"line": element.sourceline, "element": local(element)}
        self._keep({**place, "attribute": name, "value": value}, element)

    def rows(self, dimensions: Collection[str]) -> Iterator[tuple[str, dict[str, str]]]:
        """Return the location and the cells of each row.

        Args:
            dimensions: the names of the dimensions, if a structure message defines them.

        Raises:
            DocumentError: if a group has no rows, or the rows have too many attributes.
        """
        sets = zip(self._sets, self._ats, strict=False)
        found = (self._rows_of_set(dataset, at, dimensions) for dataset, at in sets)
        return within_bounds(chain.from_iterable(found), Spread(self._size))

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
            self._keep_attribute(dataset, name, value)

    def _merged(
        self, dataset: Element, at: str, shared: dict[str, str], dimensions: Collection[str]
    ) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the rows of a data set with the attributes of the data set, groups, series and observation merged."""
        elements = list(children(dataset, "Group", "Atts"))
        if elements and not dimensions:
            dimensions = _common_names(dataset, at)
        groups = Groups([self._group(element, at, dimensions) for element in elements], at)
        for element in children(dataset, "Series", "Obs"):
            own = self._cells(element, at)
            if local(element) == "Obs":
                yield line_of(element), {**shared, **groups.of_row(own), **own}
            else:
                yield from self._rows_of_series(element, own, {**shared, **groups.of_series(own)}, groups, at)
            element.release()
        groups.require_all()
        for where, name, value in groups.unused():
            self.unread.append({"location": where, "element": "Group", "attribute": name, "value": value})

    def _rows_of_series(
        self, series: Element, own: dict[str, str], inherited: dict[str, str], groups: Groups, at: str
    ) -> Iterator[tuple[str, dict[str, str]]]:
        observations = list(children(series, "Obs"))
        for observation in observations:
            cells = {**own, **self._cells(observation, at)}
            yield line_of(observation), {**inherited, **groups.of_observation(cells), **cells}
        if not observations:
            groups.touch(own)

    def _shared(self, dataset: Element, at: str) -> dict[str, str]:
        """Return the attributes that a data set gives to all its rows."""
        shared: dict[str, str] = {}
        for key, value in dataset.attrib.items():
            name = key.rpartition("}")[2]
            if name == START_DAY or not (key.startswith("{") or name in _OF_SETS):
                shared[name] = value
            elif name not in _READ_OF_SETS:
                self._keep_attribute(dataset, name, value)
        return shared | self._cells_inside(dataset, at)

    def _group(self, element: Element, at: str, dimensions: Collection[str]) -> Group:
        cells = self._cells(element, at)
        cells.pop("type", None)
        keys = {value.get("id", "") for key in children(element, "GroupKey") for value in children(key, "Value")}
        names = keys or {name for name in cells if name in dimensions}
        return Group(
            where=line_of(element),
            key={name: cells.pop(name) for name in sorted(names)},
            attributes=cells,
            needs_key=local(element) == "Group",
        )

    def _cells(self, element: Element, at: str) -> dict[str, str]:
        """Return the values of dimensions, attributes and measures of an element, generic or structure-specific.

        Args:
            element: a series, a group or an observation.
            at: the dimension at observation level.
        """
        cells: dict[str, str] = {}
        for key, value in element.attrib.items():
            if key[0] != "{":
                cells[key] = value
            elif key.endswith(START_DAY):
                cells[START_DAY] = value
            elif key == _TYPE:
                measure = value.rpartition(":")[2]
                if local(element) == "Obs" and not measure.endswith("ObsType"):
                    cells[self.measure or (_MEASURE if at in (_TIME, ALL_DIMENSIONS) else at)] = measure
            elif not key.endswith("}type"):
                self._keep_attribute(element, key, value)
        cells.update(self._cells_inside(element, at))
        if len(cells) > MOST_CELLS:
            raise too_many(element.tag, element.sourceline, len(cells))
        if "" in cells:
            raise DocumentError(
                "a value has no id",
                where=f"sdmx.loads, {line_of(element)}",
                got=cells[""],
                expected="an attribute id with the name of the component",
            )
        return cells

    def roles(self) -> Roles:
        """Return the roles of the components, as far as the message shows them without a structure message.

        Generic data distinguishes dimensions from attributes. In structure-specific data, any attribute of a series
        element, or of an observation outside a series, may be either.
        """
        sure = {_TIME, *self._ats, self.measure} - {ALL_DIMENSIONS, ""}
        if self._generic:
            keys = self._keys()
            inner = chain.from_iterable(within(dataset, "ObsDimension") for dataset in self._sets)
            sure = sure.union(keys, (dimension.get("id", _TIME) for dimension in inner))
            return Roles(frozenset(sure), measure=self.measure, complete=True, everywhere=keys)
        tops = [list(children(dataset, "Series", "Obs")) for dataset in self._sets]
        names = set(chain.from_iterable(element.names for element in chain.from_iterable(tops)))
        found = sorted(name for name in names - KNOWN_ATTRIBUTES if name[0] != "{")
        different = _different(found, tops) if can_compare(found, sum(map(len, tops))) else set[str]()
        sure |= different
        for elements in tops if names.intersection(ATTRIBUTES_OF_SERIES) else ():
            sure |= distinguishing_attributes((element.attrib for element in elements), found)
        return Roles(frozenset(sure), frozenset(found) - sure, self.measure, everywhere=frozenset(different))

    def _keys(self) -> frozenset[str]:
        """Return the dimensions in the keys of generic data."""
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
            elif name not in PARTS_OF_SETS:
                self._keep_element(child, element)
        return cells


def _different(names: list[str], tops: list[list[Element]]) -> set[str]:
    """Return the names that are the only difference between two series or observations of a data set."""
    if len(tops) == 1:
        return distinguishing(names, {tuple([element.get(name) for name in names]) for element in tops[0]})
    numbered = ((str(number), element) for number, elements in enumerate(tops) for element in elements)
    signatures = {(number, *[element.get(name) for name in names]) for number, element in numbered}
    return distinguishing(["", *names], signatures) - {""}


def _words(value: Element) -> str:
    """Return the text of a value; texts in other languages than English are followed by their language tags."""
    texts = list(children(value, "Text"))
    if not texts:
        return "".join([f"{inner.text}{inner.tail}" for inner in value.iter()]).strip()
    pairs = ((text.text.strip(), text.get(XML_LANG, "en")) for text in texts)
    return "; ".join([words if language == "en" else f"{words} [{language}]" for words, language in pairs])


def _refuse_deletion(dataset: Element, actions: list[str]) -> None:
    """Refuse a data set whose action, or the default action in the header, is to delete data."""
    own = _attribute(dataset, "action")
    action = own or next(iter(actions), "")
    if action.casefold() in ("d", "delete"):
        raise DocumentError(
            "the action of the data set is to delete data",
            where=f"sdmx.loads, {line_of(dataset)}",
            got=action if own else f"{action}, in the header",
            expected="Information, Append, Replace or Merge",
        )


def _data_sets(root: Element) -> list[Element]:
    sets = list(children(root, "DataSet"))
    if len(sets) > _MOST_SETS:
        raise DocumentError(
            "the document has too many data sets",
            where="sdmx.loads",
            got=len(sets),
            expected=f"at most {_MOST_SETS:,}",
            hint="Split the file and load each part separately.",
        )
    return sets


def _one_structure(headers: list[Element | None]) -> str:
    """Return the reference of the structure that all data sets have, or an empty string."""
    structures = {"" if header is None else reference(header) for header in headers}
    if len(structures) > 1:
        raise DocumentError(
            "the document has data of several structures",
            where="sdmx.loads",
            got=", ".join(sorted(structures)),
            expected="data of one structure",
            hint="Split the file and load each part separately.",
        )
    return next(iter(structures), "")


_NO_DIMENSIONS: Final = frozenset(
    {"OBS_VALUE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "CONF_STATUS", "OBS_CONF", "TITLE", "TITLE_COMPL"}
    | {"COLLECTION", "TIME_PER_COLLECT", "TIME_FORMAT", "COMMENT", "COMMENT_OBS", "OBS_COM", "COMMENT_TS", "NATURE"}
    | {"SOURCE", "SOURCE_AGENCY", "CONTACT", "BASE_PER", "PRE_BREAK_VALUE", "OBS_PRE_BREAK", "EMBARGO_TIME", START_DAY}
)
"""Names that are attributes in every data structure."""


def _common_names(dataset: Element, at: str) -> frozenset[str]:
    """Return the names that all rows of a data set have and that may be dimensions.

    Every row has a value for every dimension. An attribute that a group gives is not usually repeated in every row.
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


def is_sdmx(root: Element) -> bool:
    """Return whether a root element is one of a message of SDMX-ML, of any kind and version."""
    namespace, _, name = str(root.tag).rpartition("}")
    return "/sdmxml/" in namespace.lower() or name in DATA_MESSAGES | _OF_VERSION_2_0 | {"Structure"}


def require_version(root: Element) -> None:
    """Raise an error if a message is in a version of SDMX-ML other than 2.1, 3.0 and 3.1.

    Raises:
        DocumentError: with the version found and advice on how to get a supported one.
    """
    match = _NAMESPACE.fullmatch(str(root.tag).partition("}")[0])
    version = f"{match[1]}.{match[2]}" if match else "2.0" if local(root) in _OF_VERSION_2_0 else ""
    if version and version not in _VERSIONS_READ:
        raise DocumentError(
            f"SDMX-ML {version} is not supported",
            where=f"sdmx.loads, {line_of(root)}",
            got=local(root),
            expected="SDMX-ML 2.1 or 3.0",
            hint="Ask the publisher's web service for version 2.1 or 3.0 (for example with the header "
            "Accept: application/vnd.sdmx.structurespecificdata+xml;version=2.1), or convert the file.",
        )


def unsupported_message(root: Element, text: str) -> DocumentError:
    """Return the error for an XML document that is neither a data message nor a structure message."""
    return DocumentError(
        "the document is not an SDMX-ML data or structure message",
        where="sdmx.loads",
        got=local(root),
        expected=f"a root element {', '.join(sorted(DATA_MESSAGES))} or Structure",
        hint=advice(text, "sdmx"),
    )


_EMBEDDED: Final = re.compile(rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?{EMBEDDED}(?:\r?\n|\s)(.*?)\?>", re.DOTALL)
"""A processing instruction with a part of the structure message. Programs that save the file again may change the
whitespace before the part."""


def embedded_structure(text: str) -> tuple[str, int]:
    """Return the structure message embedded in a data message, or an empty string, and the line where it starts."""
    if f"<?{EMBEDDED}" not in text:
        return "", 1
    found = [match for match in _EMBEDDED.finditer(text) if match[1] is not None]
    first = found[0].start(1) if found else 0
    return "".join([match[1] for match in found]), 1 + text.count("\n", 0, first)
