"""Check a workbook before it is read: refuse dangerous content, and find formulas, errors and merged cells."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Mapping
from operator import sub
from typing import Any, Final
from xml.parsers import expat

from attrs import field, frozen

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._archives import Archive
from aseansc.interchange.excel._layout import quoted
from aseansc.interchange.excel._number_formats import BUILT_IN, GENERAL
from aseansc.limits import EACH_CELL, EACH_CHARACTER, require_items, require_size

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedStrings.xml"
_STYLES: Final = "xl/styles.xml"
_TYPES: Final = "[Content_Types].xml"

_REFUSED: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"vbaproject|vbadata|/macrosheets/", re.IGNORECASE), "the workbook contains macros"),
    (re.compile(r"/externallinks/", re.IGNORECASE), "the workbook contains links to other workbooks"),
    (re.compile(r"/(connections\.xml|querytables/)", re.IGNORECASE), "the workbook contains data connections"),
    (
        re.compile(r"/(activex|embeddings|dialogsheets)/", re.IGNORECASE),
        "the workbook contains embedded objects, ActiveX controls or dialog sheets",
    ),
)

_LEAST_AREA: Final = 500_000
_MOST_PER_CELL: Final = 10
"""The largest area of all sheets together (rows times columns): a minimum limit, and a limit for each cell in use."""

_LEAST_CELL: Final = 30
"""The least number of bytes of a cell without its text."""

_MOST_STYLES: Final = 65_536
"""The most styles and number formats of a workbook, as in Excel."""

_MOST_ODD_CELLS: Final = 1_000
"""The most formulas, errors and merged cells of a sheet; a draft has some."""


_TAGS_OF_CELL: Final = 4
_SAVE_AGAIN: Final = "Open the workbook in Excel or LibreOffice and save it again as .xlsx."
_COPY: Final = "Copy the values into an empty workbook: aseansc template my.xlsx."


@frozen
class Marks:
    """The cells of a sheet that need special treatment.

    Args:
        cells: for each cell with a formula or an error, by address, what it contains.
        merged: the areas of merged cells.
        formats: the number formats of cells with numbers, by address; cells with the format General are omitted.
    """

    cells: Mapping[str, str]
    merged: tuple[str, ...] = field(default=())
    formats: Mapping[str, str] = field(factory=dict[str, str])


def marks_of(content: bytes) -> dict[str, Marks]:
    """Return the marks of each sheet of a workbook, by sheet name, in the order of the sheets.

    Raises:
        DocumentError: if it is not a workbook, is too large, or contains macros, links or XML entities.
    """
    archive = Archive(content, "excel.load")
    problems: list[AseanscError] = []
    for name in archive.names:
        for pattern, problem in _REFUSED:
            if pattern.search(f"/{name}"):
                problems.append(
                    FieldError(problem, where=name[:200], hint="Save it as a workbook (.xlsx) with values only.")
                )
                break
    folded = {name.casefold() for name in archive.names}
    missing = [name for name in (_TYPES, _WORKBOOK, _RELATIONS) if name.casefold() not in folded]
    problems.extend(
        FieldError("not an Excel workbook (.xlsx): a part of the file is missing", where=name, hint=_SAVE_AGAIN)
        for name in missing
    )
    if problems:
        raise DocumentError("the workbook is refused", problems=tuple(problems))
    return _Parts(archive).marks()


class _Parts:
    """The XML parts of a workbook; each is unpacked once and checked for its size and for unsafe XML before it is used.

    A shared string uses memory for every cell that refers to it, so its length is counted once for each of these cells.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.names}  # the reader ignores case in part names
        if len(self._names) < len(archive.names):
            raise DocumentError(
                "two parts of the workbook have names that differ only in case", where="excel", hint=_SAVE_AGAIN
            )
        self._elements = 0
        self._characters = 0
        self._area = 0
        self._cells = 0

    def _read(self, name: str) -> bytes:
        """Return a part as plain XML."""
        part = _plain_xml(self._archive.read(self._names[name.casefold()]), name)
        self._elements += part.count(b"<")
        require_few(self._elements)
        if name.casefold() == _TYPES.casefold() and b"macroEnabled" in part:
            raise DocumentError(
                "the workbook contains macros", where=name, hint="Save it as a workbook without macros (.xlsx)."
            )
        return part

    def marks(self) -> dict[str, Marks]:
        sheets = _sheets(self._read(_RELATIONS), self._read(_WORKBOOK))
        for title, part in sheets.items():
            if part.casefold() not in self._names:
                raise DocumentError(
                    "the file of a sheet is missing in the workbook", where=_WORKBOOK, got=title, hint=_SAVE_AGAIN
                )
        codes = _codes(self._read(_STYLES)) if _STYLES.casefold() in self._names else []
        sizes = _sizes(self._read(_STRINGS)) if _STRINGS.casefold() in self._names else array("L")
        read = {name.casefold() for name in (_RELATIONS, _WORKBOOK, _STYLES, _STRINGS, *sheets.values())}
        for name in self._names:  # check every other part that the reader may open
            if name not in read and name.endswith((".xml", ".rels")):
                self._read(name)
        return {name: self._marks(self._read(part), name, codes, sizes) for name, part in sheets.items()}

    def _marks(self, content: bytes, sheet: str, codes: list[str], sizes: array[int]) -> Marks:
        rows, columns, cells = _extent(content, sheet)
        self._characters += max(0, len(content) - _LEAST_CELL * cells) + _size_of_texts(content, sheet, sizes)
        _require_short(self._characters)
        self._area += rows * columns
        self._cells += cells
        if self._area > max(_LEAST_AREA, _MOST_PER_CELL * self._cells):
            raise DocumentError(
                "the cells of the sheet are too far apart",
                where=quoted(sheet),
                got=f"{cells} cells on {rows} rows and {columns} columns",
                hint="Delete the cells far below and far to the right of the table.",
            )
        return marks_in(content, sheet, codes)


def require_readable(content: bytes) -> None:
    """Raise an error if a workbook that was just written is too large to be read.

    Raises:
        DocumentError: if it is too large.
    """
    _Parts(Archive(content, "excel.dump")).marks()


def require_few(elements: int) -> None:
    """Raise an error for too many XML tags: a cell with a value has four, an empty one has one.

    Raises:
        LimitError: for more tags than the limit allows.
    """
    require_items(elements // _TAGS_OF_CELL, "cells", "excel", each=EACH_CELL)


def _require_short(characters: int) -> None:
    require_size(characters, "excel", "bytes, with each text counted for every cell that shows it", each=EACH_CHARACTER)


_ENCODING: Final = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")


def _plain_xml(content: bytes, part: str) -> bytes:
    """Return a part unchanged, or raise an error if it is not UTF-8 or declares a document type or entities."""
    encoding = _ENCODING.search(content[:200])
    if b"\x00" in content or (encoding is not None and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        raise DocumentError("a part of the workbook is not UTF-8", where=part, hint=_SAVE_AGAIN)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DocumentError("a part of the workbook declares a document type or entities", where=part, hint=_SAVE_AGAIN)
    return content


def _sheets(relations: bytes, workbook: bytes) -> dict[str, str]:
    """Return the part name of each sheet, by sheet name."""
    targets = {each.get("Id", ""): each.get("Target", "") for each in _elements(relations, _RELATIONS, "Relationship")}
    found: dict[str, str] = {}
    for each in _elements(workbook, _WORKBOOK, "sheet"):
        ident = next((value for key, value in each.items() if key.rpartition(":")[2] == "id"), "")
        title, target = each.get("name", ""), targets.get(ident)
        if title in found:
            raise DocumentError("two sheets have the same name", where=_WORKBOOK, got=title, hint=_SAVE_AGAIN)
        found[title] = "" if target is None else target[1:] if target.startswith("/") else f"xl/{target}"
    if len({part.casefold() for part in found.values()}) < len(found):
        raise DocumentError("two sheets refer to the same part of the workbook", where=_WORKBOOK, hint=_SAVE_AGAIN)
    return found


def _elements(content: bytes, part: str, wanted: str) -> list[dict[str, str]]:
    """Return the attributes of the elements with a name."""
    found: list[dict[str, str]] = []

    def element(name: str, attributes: dict[str, str]) -> None:
        if name == wanted:
            found.append(attributes)

    _scan(content, part, element)
    return found


_CELL: Final = re.compile(rb"<(?:[^\s<>/:]+:)?c[\s/>]")
_ADDRESS: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_ROW: Final = re.compile(rb"\sr\s*=\s*[\"'][A-Z]{1,3}([0-9]{1,7})[\"']")
_COLUMN: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})[0-9]{1,7}[\"']")
_ODD: Final = re.compile(rb"<(?:[^\s<>/:]+:)?(?:f|mergeCell)[\s/>]|\st\s*=\s*[\"']e[\"']")
_ELEMENT: Final = re.compile(rb"<(?:[^\s<>/:]+:)?(c|f|mergeCell)(?=[\s/>])([^<>]*)")
_CONSTANT: Final = re.compile(rb">(?:TRUE|FALSE)\(\)</")
_ATTRIBUTE: Final = re.compile(rb"\s(r|t|ref)\s*=\s*[\"']([^\"']*)[\"']")


def _extent(content: bytes, sheet: str) -> tuple[int, int, int]:
    """Return the last row, the last column and the number of cells of a sheet, each at least as large as the real one.

    Regular expressions are used because an XML parser with a callback for each element takes ten times as long.
    """
    cells = _count(_CELL, content)
    rows: list[bytes] = _ROW.findall(content)
    if len(rows) < cells:
        raise DocumentError("the sheet has a cell without an address", where=quoted(sheet), hint=_SAVE_AGAIN)
    last = max(map(int, set(rows)), default=0)
    return last, max(map(_column, set(_COLUMN.findall(content))), default=0), cells


def _count(pattern: re.Pattern[bytes], content: bytes) -> int:
    return sum(1 for _ in pattern.finditer(content))


_ITEM: Final = re.compile(rb"<(?:[^\s<>/:]+:)?si(?=[\s/>])")
_TEXT_CELL: Final = re.compile(rb"\st\s*=\s*[\"']s[\"']")
_REFERENCE: Final = re.compile(
    rb"\st\s*=\s*[\"']s[\"'][^<>]*(?:/>|>\s*</|>\s*<(?:[^\s<>/:]+:)?v\s*>\s*([0-9]{1,9})\s*</)"
)


def _sizes(strings: bytes) -> array[int]:
    """Return an upper limit of the length of each shared string."""
    starts = array("L", [match.start() for match in _ITEM.finditer(strings)])
    starts.append(len(strings))
    return array("L", map(sub, starts[1:], starts))


def _size_of_texts(content: bytes, sheet: str, sizes: array[int]) -> int:
    """Return the total length of the shared strings of a sheet, each counted for every cell that refers to it."""
    counts = Counter(match[1] for match in _REFERENCE.finditer(content))
    if counts.total() != _count(_TEXT_CELL, content):
        raise DocumentError(
            "the reference of a cell to a shared string has an unsupported form", where=quoted(sheet), hint=_SAVE_AGAIN
        )
    counts.pop(None, None)
    size = 0
    for number, count in counts.items():
        if int(number) >= len(sizes):
            raise DocumentError(
                "a cell refers to a shared string that does not exist",
                where=quoted(sheet),
                got=number,
                hint=_SAVE_AGAIN,
            )
        size += sizes[int(number)] * count
    return size


def marks_in(content: bytes, sheet: str, codes: list[str]) -> Marks:
    """Return the marks of a sheet: formulas, errors, merged cells, and the number formats."""
    cells, merged = _odd_cells(content, sheet) if _ODD.search(content) else ({}, ())
    return Marks(cells, merged, _formats(content, sheet, codes))


_NUMBER_CELL: Final = re.compile(rb"<(?:[^\s<>/:]+:)?c(?=\s)((?![^<>]*\st\s*=\s*[\"'](?!n[\"']))[^<>]*[^/<>])>")
_STYLE: Final = re.compile(rb"\ss\s*=\s*[\"']([0-9]{1,7})[\"']")


def _formats(content: bytes, sheet: str, codes: list[str]) -> dict[str, str]:
    """Return the number formats of cells with a number, by address, without those with the format General."""
    general = not codes or codes[0] == GENERAL
    found: dict[str, str] = {}
    for match in _NUMBER_CELL.finditer(content):
        style = _STYLE.search(match[1])
        if style is None and general:
            continue
        number = int(style[1]) if style else 0
        if number >= len(codes):
            raise DocumentError(
                "a cell refers to a style that does not exist", where=quoted(sheet), got=number, hint=_SAVE_AGAIN
            )
        if codes[number] != GENERAL and (address := _ADDRESS.search(match[1])) is not None:
            found[(address[1] + address[2]).decode()] = codes[number]
    return found


def _codes(content: bytes) -> list[str]:
    """Return the number format of each cell style, by the index of the style."""
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
            raise DocumentError(
                "the workbook has too many styles", where=_STYLES, expected=f"at most {_MOST_STYLES:,}", hint=_COPY
            )

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
                cells[address] = "an error value of Excel"
        elif match[1] == b"f":
            if _CONSTANT.match(content, match.end()):
                continue  # the form in which LibreOffice saves true and false
            cells[address] = "a formula"
        else:
            merged.append(attributes.get(b"ref", ""))
        if len(cells) + len(merged) > _MOST_ODD_CELLS:
            raise DocumentError(
                "the sheet has too many formulas, errors or merged cells",
                where=quoted(sheet),
                got=f"more than {_MOST_ODD_CELLS:,}",
                expected="plain values",
                hint="Copy the cells and paste values only.",
            )
    return cells, tuple(merged)


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number


def _scan(content: bytes, part: str, element: Any) -> None:
    """Call a function with the name (without prefix) and the attributes of each element of a part."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: element(name.rpartition(":")[2], attributes)
    try:
        parser.Parse(_plain_xml(content, part), True)
    except AseanscError:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise DocumentError(f"a part of the workbook is not XML: {error}", where=part, hint=_SAVE_AGAIN) from None
