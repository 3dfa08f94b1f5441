"""SDMX-ML: the data message that is written, and the rows of any that is read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from aseansc.errors import DocumentError
from aseansc.interchange.sdmx._codes import COLUMNS
from aseansc.interchange.sdmx._figures import rows
from aseansc.interchange.sdmx._structure import (
    COMMON,
    DECLARATION,
    MESSAGE,
    SPECIFIC,
    dataflow_id,
    dataflow_urn,
    escaped,
    header,
    structure_text,
)
from aseansc.interchange.sdmx._xml import children, line_of, local, text_of, within
from aseansc.reviews import Review

if TYPE_CHECKING:
    from aseansc.interchange._xml import Element

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_LONGEST_PART: Final = 2_000_000
_TARGET: Final = "aseansc-structure"
_EMBEDDED: Final = re.compile(rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?{_TARGET}(?:\r?\n|\s)(.*?)\?>", re.DOTALL)
"""An instruction that holds a part of the structure; programs that save a file again put other blanks before it."""


def data_text(review: Review, prepared: dt.date) -> str:
    """The data message of a review, and behind it the structure message, in an instruction that other readers skip.

    SDMX has no message for both. An annotation of the data set would be the place, but sdmx1 refuses those.
    """
    return DECLARATION + "\n".join(_message(review, prepared)) + "\n"


def _message(review: Review, prepared: dt.date) -> Iterator[str]:
    urn = dataflow_urn(review.id)
    ident = dataflow_id(review.id)
    yield (
        f'<mes:StructureSpecificData xmlns:mes="{MESSAGE}" xmlns:com="{COMMON}" xmlns:ss="{SPECIFIC}" '
        f'xmlns:ns1="{urn}:ObsLevelDim:AllDimensions" xmlns:xsi="{_XSI}">'
    )
    yield from header(review, prepared, "DATA")
    yield f'    <mes:Structure structureID="{ident}" namespace="{urn}" dimensionAtObservation="AllDimensions">'
    yield f"      <com:StructureUsage>{urn}</com:StructureUsage>"
    yield "    </mes:Structure>"
    yield "  </mes:Header>"
    yield f'  <mes:DataSet ss:structureRef="{ident}" xsi:type="ns1:DataSetType" ss:action="Information">'
    for row in rows(review):
        cells = " ".join([f'{name}="{escaped(cell)}"' for name, cell in zip(COLUMNS, row, strict=True) if cell])
        yield f"    <Obs {cells}/>"
    yield "  </mes:DataSet>"
    yield "</mes:StructureSpecificData>"
    for part in _parts(structure_text(review, prepared)):
        yield f"<?{_TARGET}\n{part}?>"


def _parts(text: str) -> Iterator[str]:
    """A text in parts that every parser of XML takes, each ending with a line, or else before a character that is seen.

    Programs that save a file again drop the blanks before a part.
    """
    start = 0
    while len(text) - start > _LONGEST_PART:
        end = text.rfind("\n", start, start + _LONGEST_PART) + 1
        if not end:
            end = start + _LONGEST_PART
            while text[end].isspace() and end > start + 1:
                end -= 1
        yield text[start:end]
        start = end
    yield text[start:]


# -- reading


class Rows(NamedTuple):
    """The data of a document: of which structure, and its rows with their places."""

    structure: str
    """Such as ``ASEANSC:DF_REVIEW(1.0)``; "" when the document does not say."""
    rows: Iterable[tuple[str, dict[str, str]]]


DATA_MESSAGES: Final = frozenset(
    {"StructureSpecificData", "StructureSpecificTimeSeriesData", "GenericData", "GenericTimeSeriesData"}
)

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


def rows_of(root: Element) -> Rows:
    """The rows of a data message, whichever version of SDMX-ML it is in.

    Raises:
        DocumentError: when it has several data sets of different structures.
    """
    headers = {
        header.get("structureID", ""): header
        for top in children(root, "Header")
        for header in children(top, "Structure")
    }
    sets = list(children(root, "DataSet"))
    refs = {_attribute(dataset, "structureRef") for dataset in sets}
    if len(refs) > 1 or (not refs and len(headers) > 1):
        raise DocumentError(
            "the document has data of several structures",
            where="sdmx.loads",
            got=", ".join(sorted(refs)),
            expected="data of one structure",
            way_out="Split it, and load each part by itself.",
        )
    ref = next(iter(refs), "")
    chosen = headers.get(ref) if ref in headers else next(iter(headers.values()), None)
    if chosen is None:
        return Rows("", (row for dataset in sets for row in _rows_of_set(dataset, "TIME_PERIOD")))
    at = chosen.get("dimensionAtObservation", "TIME_PERIOD")
    return Rows(reference(chosen), (row for dataset in sets for row in _rows_of_set(dataset, at)))


def _attribute(element: Element, name: str) -> str:
    """An attribute by its name, whatever its namespace."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


_SET_ATTRIBUTES: Final = frozenset(
    {"action", "structureRef", "setID", "dataScope", "type", "validFromDate", "validToDate", "publicationYear",
     "publicationPeriod", "reportingBeginDate", "reportingEndDate", "REPORTING_YEAR_START_DAY"}
)  # fmt: skip


def _cells(element: Element, at: str = "TIME_PERIOD") -> dict[str, str]:
    """The values of dimensions, attributes and measures that an element itself has, in either way of writing them.

    Args:
        element: a data set, a series, a group or an observation.
        at: the dimension that each observation of a series has a value of.
    """
    cells = {str(name): str(value) for name, value in element.attrib.items() if not str(name).startswith("{")}
    for child in element:
        name = local(child)
        if name == "Comp":
            cells[child.get("id", "")] = "; ".join(text_of(value) for value in within(child, "Value"))
        elif name in ("SeriesKey", "ObsKey", "GroupKey", "Attributes"):
            cells.update({value.get("id", ""): value.get("value", "") for value in children(child, "Value")})
        elif name == "ObsDimension":
            cells[child.get("id") or at] = child.get("value", "")
        elif name == "ObsValue":
            cells[child.get("id") or "OBS_VALUE"] = child.get("value", "")
    return cells


_MOST_GROUPS: Final = 100


class _Groups:
    """Attributes that are given once for all rows of some key."""

    def __init__(self, dataset: Element) -> None:
        self._by_names: dict[frozenset[str], dict[frozenset[tuple[str, str]], dict[str, str]]] = {}
        self._pending = [_cells(group) for group in children(dataset, "Group", "Atts")]

    def of(self, cells: dict[str, str]) -> dict[str, str]:
        """What the groups say of a row or a series with some cells."""
        found: dict[str, str] = {}
        for group in self._pending:
            group.pop("type", None)
            names = frozenset(group.keys() & cells.keys())
            key = frozenset((name, group[name]) for name in names)
            self._by_names.setdefault(names, {}).setdefault(key, {}).update(group)
        if len(self._by_names) > _MOST_GROUPS:
            raise DocumentError(
                "too many kinds of groups",
                where="sdmx.loads",
                got=len(self._by_names),
                expected=f"at most {_MOST_GROUPS}",
            )
        self._pending = []
        for names, groups in self._by_names.items():
            if names <= cells.keys():
                found.update(groups.get(frozenset((name, cells[name]) for name in names), {}))
        return found


def _rows_of_set(dataset: Element, at: str) -> Iterator[tuple[str, dict[str, str]]]:
    shared = {name: value for name, value in _cells(dataset).items() if name not in _SET_ATTRIBUTES}
    action = _attribute(dataset, "action")
    if action in ("D", "Delete"):
        raise DocumentError(
            "the data set deletes what it holds", where=f"sdmx.loads, {line_of(dataset)}", got=action,
            expected="Information, Append, Replace or Merge",
        )  # fmt: skip
    groups = _Groups(dataset)
    for element in children(dataset, "Series", "Obs"):
        cells = {**shared, **_cells(element, at)}
        cells = {**groups.of(cells), **cells}
        if local(element) == "Obs":
            yield line_of(element), cells
            continue
        for observation in children(element, "Obs"):
            yield line_of(observation), {**cells, **_cells(observation, at)}


def embedded_structure(text: str) -> tuple[str, int]:
    """The structure message that stands behind a data message of ours, and the line at which it begins; or nothing."""
    if f"<?{_TARGET}" not in text:
        return "", 1
    found = [match for match in _EMBEDDED.finditer(text) if match[1] is not None]
    first = found[0].start(1) if found else 0
    return "".join([match[1] for match in found]), 1 + text.count("\n", 0, first)


def refused_message(root: Element) -> DocumentError:
    """The error for a message that has neither data nor structure."""
    return DocumentError(
        "the document is no message of SDMX-ML with data or structure",
        where="sdmx.loads",
        got=local(root),
        expected=f"one of {', '.join(sorted(DATA_MESSAGES))}, Structure",
        way_out="Of XML, only these and the iati-activities of IATI are read.",
    )
