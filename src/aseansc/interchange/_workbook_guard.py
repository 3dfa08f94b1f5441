"""Looks through a workbook before it is read: for what makes it dangerous, and for what is no plain value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from xml.parsers import expat

from attrs import field, frozen

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._archives import Archive

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_TYPES: Final = "[Content_Types].xml"

_REFUSED: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"vbaproject|vbadata|/macrosheets/", re.IGNORECASE), "a workbook with macros"),
    (re.compile(r"/externallinks/", re.IGNORECASE), "a workbook with links to others"),
    (re.compile(r"/(connections\.xml|querytables/)", re.IGNORECASE), "a workbook that draws on other data"),
    (re.compile(r"/(activex|embeddings|dialogsheets)/", re.IGNORECASE), "a workbook with other things in it"),
)

_LEAST_AREA: Final = 500_000
_MOST_PER_CELL: Final = 100


@frozen
class Marks:
    """What in a sheet is no plain value.

    Args:
        cells: by their address, what they are instead.
        merged: the areas whose cells are merged.
    """

    cells: Mapping[str, str]
    merged: tuple[str, ...] = field(default=())


def marks_of(content: bytes) -> dict[str, Marks]:
    """The sheets of a workbook, by their names in their order, and what in each is no plain value.

    Raises:
        DocumentError: for what is no workbook, or one with macros, links, entities, or sheets that blow up.
    """
    archive = Archive(content, "excel.load")
    problems: list[AseanscError] = []
    for name in archive.names:
        for pattern, problem in _REFUSED:
            if pattern.search(f"/{name}"):
                problems.append(
                    FieldError(problem, where=name[:200], way_out="Save it as a plain workbook (.xlsx) of values.")
                )
                break
    missing = [name for name in (_TYPES, _WORKBOOK, _RELATIONS) if name not in archive.names]
    problems.extend(FieldError("not an Excel workbook (.xlsx): a part is missing", where=name) for name in missing)
    if problems:
        raise DocumentError("the workbook is refused", problems=tuple(problems))
    for name in archive.names:  # whatever the reader may look into is what the archive says of it, and plain XML
        if name.endswith((".xml", ".rels")) and "/worksheets/sheet" not in name:
            _scan(archive.read(name), name, None)
    types = archive.read(_TYPES)
    if b"macroEnabled" in types:
        raise DocumentError("a workbook with macros", where=_TYPES, way_out="Save it as a plain workbook (.xlsx).")
    sheets = _sheets(archive)
    return {name: _marks(archive, part) for name, part in sheets.items()}


def _sheets(archive: Archive) -> dict[str, str]:
    """The parts of the archive that the sheets stand in, by the names of the sheets."""
    targets: dict[str, str] = {}
    found: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            ident = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            title = attributes.get("name", "")
            if title in found:
                raise DocumentError("two sheets have one name", where=_WORKBOOK, got=title)
            found[title] = targets.get(ident, "")

    _scan(archive.read(_RELATIONS), _RELATIONS, relation)
    _scan(archive.read(_WORKBOOK), _WORKBOOK, sheet)
    for title, part in found.items():
        if part not in archive.names:
            raise DocumentError("a sheet is not in the workbook", where=_WORKBOOK, got=title)
    return found


def _marks(archive: Archive, part: str) -> Marks:
    """What in a sheet is no plain value; and refuse one whose cells lie too far apart to be held."""
    cells: dict[str, str] = {}
    merged: list[str] = []
    last = {"cell": "", "type": "", "rows": 0, "columns": 0, "filled": 0, "row": 0, "column": 0}

    def element(name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            address = attributes.get("r")
            if address is None:
                last["column"] += 1
            else:
                last["row"], last["column"] = _position(address, part)
            last["type"] = attributes.get("t", "")
            last["cell"] = address or ""
        elif name == "row":
            number = attributes.get("r", "")
            last["row"] = int(number) if number.isdecimal() and len(number) < 9 else last["row"] + 1
            last["column"] = 0
        elif name in ("v", "is", "f"):
            last["filled"] += 1
            last["rows"] = max(last["rows"], last["row"])
            last["columns"] = max(last["columns"], last["column"])
            address = last["cell"] or f"{_letters(last['column'])}{last['row']}"
            if name == "f":
                cells[address] = "a formula"
            elif last["type"] == "e":
                cells.setdefault(address, "an error of Excel")
        elif name == "mergeCell":
            merged.append(attributes.get("ref", ""))

    _scan(archive.read(part), part, element)
    area = last["rows"] * last["columns"]
    if area > max(_LEAST_AREA, _MOST_PER_CELL * last["filled"]):
        raise DocumentError(
            "a sheet whose cells lie too far apart",
            where=part,
            got=f"{last['filled']} cells on {last['rows']} rows and {last['columns']} columns",
            way_out="Delete what stands far below or far right of the table.",
        )
    return Marks(cells, tuple(merged))


_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def _position(address: str, part: str) -> tuple[int, int]:
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise DocumentError("not the address of a cell", where=part, got=address[:40])
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _letters(column: int) -> str:
    from aseansc.interchange._sheets import letters

    return letters(column - 1)


def _scan(content: bytes, part: str, element: Any) -> None:
    """Go through the elements of a part, by their names without prefixes; nothing it declares is followed."""
    parser = expat.ParserCreate()

    def declares(*_: Any) -> None:
        raise DocumentError("XML with a document type, which may hold entities", where=part)

    parser.StartDoctypeDeclHandler = declares
    if element is not None:
        parser.StartElementHandler = lambda name, attributes: element(name.rpartition(":")[2], attributes)
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise DocumentError(f"a part of the workbook is not XML: {error}", where=part) from None
