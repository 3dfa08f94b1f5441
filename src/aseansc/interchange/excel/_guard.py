"""Looks through a workbook before it is read: for what makes it dangerous, and for what is no plain value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from xml.parsers import expat

from attrs import field, frozen

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._archives import Archive
from aseansc.interchange._scalars import MOST_PROBLEMS
from aseansc.interchange.excel._formats import BUILT_IN, GENERAL
from aseansc.interchange.excel._sheets import quoted

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STYLES: Final = "xl/styles.xml"
_TYPES: Final = "[Content_Types].xml"

_REFUSED: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"vbaproject|vbadata|/macrosheets/", re.IGNORECASE), "a workbook with macros"),
    (re.compile(r"/externallinks/", re.IGNORECASE), "a workbook with links to others"),
    (re.compile(r"/(connections\.xml|querytables/)", re.IGNORECASE), "a workbook that draws on other data"),
    (re.compile(r"/(activex|embeddings|dialogsheets)/", re.IGNORECASE), "a workbook with other things in it"),
)

_LEAST_AREA: Final = 500_000
_MOST_PER_CELL: Final = 100

_MOST_STYLES: Final = 65_536
"""How many styles, and number formats, a workbook has; Excel holds no more."""

_MOST_ELEMENTS: Final = 1_500_000
"""How many tags the parts of a workbook have together; a cell with a value has four."""


@frozen
class Marks:
    """What in a sheet is no plain value.

    Args:
        cells: by their address, what they are instead.
        merged: the areas whose cells are merged.
        formats: by their address, the number formats of cells that hold a number, where they have one.
    """

    cells: Mapping[str, str]
    merged: tuple[str, ...] = field(default=())
    formats: Mapping[str, str] = field(factory=dict[str, str])


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
    sheets = _sheets(archive)
    elements = 0
    for name in archive.names:  # whatever the reader may look into is what the archive says of it, and plain XML
        if name.endswith((".xml", ".rels")):
            part = _plain_xml(archive.read(name), name)
            elements += part.count(b"<")
            if name == _TYPES and b"macroEnabled" in part:
                raise DocumentError(
                    "a workbook with macros", where=name, way_out="Save it as a plain workbook (.xlsx)."
                )
    _require_few(elements)
    codes = _codes(archive.read(_STYLES)) if _STYLES in archive.names else []
    return {name: _marks(archive.read(part), name, codes) for name, part in sheets.items()}


def require_readable(content: bytes) -> None:
    """Refuse a workbook of ours that would be too large to be read again.

    Raises:
        DocumentError: for such a one.
    """
    archive = Archive(content, "excel.dump")
    _require_few(sum(archive.read(name).count(b"<") for name in archive.names))


def _require_few(elements: int) -> None:
    if elements > _MOST_ELEMENTS:
        raise DocumentError(
            "a workbook of too many cells",
            where="excel",
            got=f"{elements // 4} or so",
            expected=f"at most {_MOST_ELEMENTS // 4}",
            way_out="Use JSON or CSV for a review of this size.",
        )


_ENCODING: Final = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")


def _plain_xml(content: bytes, part: str) -> bytes:
    """A part that is in UTF-8 and declares no entities."""
    encoding = _ENCODING.search(content[:200])
    if b"\x00" in content or (encoding is not None and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        raise DocumentError("a part of the workbook is not in UTF-8", where=part)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DocumentError("XML with a document type, which may hold entities", where=part)
    return content


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


_CELL: Final = re.compile(rb"<(?:[^\s<>/:]+:)?c[\s/>]")
_ADDRESS: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_ODD: Final = re.compile(rb"<(?:[^\s<>/:]+:)?(?:f|mergeCell)[\s/>]|\st\s*=\s*[\"']e[\"']")
_ELEMENT: Final = re.compile(rb"<(?:[^\s<>/:]+:)?(c|f|mergeCell)(?=[\s/>])([^>]*)")
_CONSTANT: Final = re.compile(rb">(?:TRUE|FALSE)\(\)</")
_ATTRIBUTE: Final = re.compile(rb"\s(r|t|ref)\s*=\s*[\"']([^\"']*)[\"']")


def _marks(content: bytes, sheet: str, codes: list[str]) -> Marks:
    """What in a sheet is no plain value; and refuse one whose cells lie too far apart to be held.

    By patterns: a parser that calls back for each element takes ten times as long. They find at least what is there.
    """
    addresses: list[tuple[bytes, bytes]] = _ADDRESS.findall(content)
    if len(addresses) < len(_CELL.findall(content)):
        raise DocumentError("a cell without its address", where=quoted(sheet))
    rows = max(map(int, {row for _, row in addresses}), default=0)
    columns = max(map(_column, {column for column, _ in addresses}), default=0)
    if rows * columns > max(_LEAST_AREA, _MOST_PER_CELL * len(addresses)):
        raise DocumentError(
            "a sheet whose cells lie too far apart",
            where=quoted(sheet),
            got=f"{len(addresses)} cells on {rows} rows and {columns} columns",
            way_out="Delete what stands far below or far right of the table.",
        )
    cells, merged = _odd_cells(content, sheet) if _ODD.search(content) else ({}, ())
    return Marks(cells, merged, _formats(content, sheet, codes))


_NUMBER_CELL: Final = re.compile(rb"<(?:[^\s<>/:]+:)?c(?=\s)((?![^>]*\st\s*=\s*[\"'](?!n[\"']))[^>]*[^/>])>")
_STYLE: Final = re.compile(rb"\ss\s*=\s*[\"']([0-9]{1,7})[\"']")


def _formats(content: bytes, sheet: str, codes: list[str]) -> dict[str, str]:
    """Return the number formats of the cells that hold a number, where they have one."""
    general = not codes or codes[0] == GENERAL
    found: dict[str, str] = {}
    for match in _NUMBER_CELL.finditer(content):
        style = _STYLE.search(match[1])
        if style is None and general:
            continue
        number = int(style[1]) if style else 0
        if number >= len(codes):
            raise DocumentError("a cell has a style that the workbook does not have", where=quoted(sheet), got=number)
        if codes[number] != GENERAL and (address := _ADDRESS.search(match[1])) is not None:
            found[(address[1] + address[2]).decode()] = codes[number]
    return found


def _codes(content: bytes) -> list[str]:
    """Return the number format of each style that a cell may have."""
    own: dict[str, str] = {}
    ids: list[str] = []
    inside = ""

    def element(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if name in ("cellXfs", "cellStyleXfs", "dxfs"):
            inside = name
        elif name == "xf" and inside == "cellXfs":
            ids.append(attributes.get("numFmtId", "0"))
        elif name == "numFmt" and inside != "dxfs":
            own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        if len(ids) > _MOST_STYLES or len(own) > _MOST_STYLES:
            raise DocumentError("a workbook of too many styles", where=_STYLES, expected=f"at most {_MOST_STYLES}")

    _scan(content, _STYLES, element)
    known = {str(number): code for number, code in BUILT_IN.items()}
    return [own.get(ident, known.get(ident, "")) for ident in ids]


def _odd_cells(content: bytes, sheet: str) -> tuple[dict[str, str], tuple[str, ...]]:
    cells: dict[str, str] = {}
    merged: list[str] = []
    address = ""
    for match in _ELEMENT.finditer(content):
        attributes = {name: value.decode("utf-8", "replace") for name, value in _ATTRIBUTE.findall(match[2])}
        if match[1] == b"c":
            address = attributes.get(b"r", "")
            if attributes.get(b"t") == "e":
                cells[address] = "an error of Excel"
        elif match[1] == b"f":
            if _CONSTANT.match(content, match.end()):
                continue  # how LibreOffice saves a cell that is true or false
            cells[address] = "a formula"
        else:
            merged.append(attributes.get(b"ref", ""))
        if len(cells) + len(merged) > MOST_PROBLEMS:
            raise DocumentError(
                "a sheet of formulas, errors or merged cells",
                where=quoted(sheet),
                got=f"more than {MOST_PROBLEMS}",
                way_out="Copy the cells and paste values only.",
            )
    return cells, tuple(merged)


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number


def _scan(content: bytes, part: str, element: Any) -> None:
    """Go through the elements of a part, by their names without prefixes."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: element(name.rpartition(":")[2], attributes)
    try:
        parser.Parse(_plain_xml(content, part), True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise DocumentError(f"a part of the workbook is not XML: {error}", where=part) from None
