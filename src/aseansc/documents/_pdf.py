"""Read the text layer of a .pdf file: lines become paragraphs, ruled tables become tables."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TypeAlias

from aseansc.documents._pdf_columns import in_columns
from aseansc.documents._programs import run
from aseansc.documents._raw import BREAK, JOIN, RawCell, RawPassage, RawSource, RawTable, Run
from aseansc.documents._source import PassageKind
from aseansc.errors import DocumentError, MissingExtraError
from aseansc.limits import EACH_PAGE, in_force, require_items
from aseansc.vietnamese.encodings import is_syllable

_PROGRAM: Final = str(Path(__file__).with_name("_pdf_pages.py"))
"""The program, by its file: as a module, it would import the rest of the library first, which takes longer."""
_SECONDS: Final = 240
_SAME_EDGE: Final = 3.0
_ITEM: Final = re.compile(r"[-+*•–\uf000-\uf0ff\ue000-\ue0ff]\s|\d{1,2}[.)]\s|[a-zđ]\)\s")
_BULLET: Final = re.compile(r"[\uf000-\uf0ff\ue000-\ue0ff]\s")
_PAGE_NUMBER: Final = re.compile(r"(?:[-–]\s*)?(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*[-–])?", re.IGNORECASE)
_SENTENCE_END: Final = ".;:!?…"
_LONGEST_HEADING: Final = 150
_SHORT: Final = 0.88
_INDENT: Final = 8.0

_NUMBERS: Final = "page numbers, left out"
_PICTURES: Final = "pictures, not read"
_SCANNED: Final = "pages that are pictures, not read"
_UNKNOWN: Final = "characters that their font does not name, not read"
_MIRRORED: Final = "pages with text that reads backwards, not read"
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_FEWEST_BACKWARDS: Final = 5
"""The fewest words that show that a text reads backwards."""

_CHANGES: Final = "tracked changes cannot be recognised: deleted text may be printed with inserted text"

Line: TypeAlias = dict[str, Any]


def read_pdf(content: bytes, where: str) -> RawSource:
    """Return the passages and tables of a .pdf file.

    Raises:
        DocumentError: if it is damaged, encrypted, a scan, or has too many pages.
        MissingExtraError: if pdfplumber is not installed.
    """
    try:
        release = version("pdfplumber")
    except PackageNotFoundError:
        raise MissingExtraError(
            ".pdf files need a package that is not installed",
            where="documents.read",
            got="pdfplumber",
            hint='Install it: pip install "aseansc[pdf]".',
        ) from None
    # A process of its own: a PDF file may unpack to any size, and the library has no limits.
    paths = map(os.path.abspath, filter(None, sys.path))
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", _PROGRAM, str(in_force().items // EACH_PAGE)]  # -P: no module beside it is run
    found: dict[str, Any] = json.loads(run(command, content, where, seconds=_SECONDS, env=env))
    if found.get("problem") == "pages":
        require_items(found["got"], "pages", where, each=EACH_PAGE)
    if "problem" in found:
        raise _problem(found, where)
    reader = _Reader()
    mirrored = [number for number, page in enumerate(found["pages"], 1) if _is_mirrored(page)]
    if mirrored and len(mirrored) == sum(page["characters"] > 0 for page in found["pages"]):
        raise _problem({"problem": "mirrored"}, where)
    for number, page in enumerate(found["pages"], 1):
        if number not in mirrored:
            reader.add_page(page, number)
    reader.losses[_MIRRORED] = len(mirrored)
    reader.losses[_SCANNED] = len(found["scanned"])
    return RawSource(reader.items, f"pdf.pdfplumber-{release}/2", reader.losses, wraps=True)


def _problem(found: dict[str, Any], where: str) -> DocumentError:
    match found["problem"]:
        case "encrypted":
            return DocumentError("the file is encrypted", where=where, hint="Save it without a password.")
        case "scan":
            return DocumentError(
                "the file has no text: its pages are pictures, as a scanner makes them",
                where=where,
                got=f"{found['got']} pages",
                expected="a PDF file with text",
                hint="Ask for the file that was printed, or recognise its text first, such as with ocrmypdf -l vie.",
            )
        case "mirrored":
            return DocumentError(
                "the text of the file reads backwards, as in a mirror",
                where=where,
                hint="Ask for the file that was printed, or mirror its pages and recognise their text.",
            )
        case _:
            return DocumentError("the PDF file is damaged", where=where, got=found["got"], hint="Save it again.")


def _is_mirrored(page: dict[str, Any]) -> bool:
    """Return whether most words of a page are Vietnamese only if they are read backwards."""
    texts = [_text(line) for line in page["lines"]]
    cells = (cell for table in page["tables"] for cell in table["cells"])
    texts += ["".join(text for text, _ in line) for cell in cells for line in cell[4]]
    found = {word for text in texts for word in _WORD.findall(text.casefold())}
    forwards = sum(map(is_syllable, found))
    backwards = sum(is_syllable(word[::-1]) for word in found)
    return backwards >= _FEWEST_BACKWARDS and 2 * backwards > len(found) and backwards > 3 * forwards


class _Reader:
    """The passages and tables that were read so far."""

    def __init__(self) -> None:
        self.items: list[RawPassage | RawTable] = []
        self.losses: Counter[str] = Counter({_CHANGES: 1})
        self._tables = 0
        self._last: tuple[RawTable, list[float], int] | None = None  # a table at the end of the page before

    def add_page(self, page: dict[str, Any], number: int) -> None:
        """Add the text and the tables of a page, from top to bottom."""
        self.losses[_PICTURES] += page["images"]
        self.losses[_UNKNOWN] += page["unknown"]
        lines = self._without_page_number(page)
        tables = sorted(page["tables"], key=lambda table: table["top"])
        for table in tables:
            above = [line for line in lines if line["bottom"] <= table["top"] + _SAME_EDGE]
            lines = lines[len(above) :]
            self._add_lines(above, number)
            self._add_table(table, number)
        self._add_lines(lines, number)

    def _without_page_number(self, page: dict[str, Any]) -> list[Line]:
        lines: list[Line] = page["lines"]
        for at, edge in ((-1, page["height"] * 0.88), (0, page["height"] * 0.12)):
            if not lines or not _PAGE_NUMBER.fullmatch(_text(lines[at]).strip()):
                continue
            if (lines[at]["top"] > edge) if at else (lines[at]["bottom"] < edge):
                self.losses[_NUMBERS] += 1
                lines = lines[:-1] if at else lines[1:]
        return lines

    def _add_table(self, table: dict[str, Any], page: int) -> None:
        """Add a table, or the rows of one that goes on from the page before."""
        cells: list[Any] = table["cells"]
        edges: list[float] = table["edges"]
        last = self._last
        shift, goes_on = 0, False
        if last is not None and _same_edges(last[1], edges):
            made, goes_on = last[0], _is_rest_of_row(cells)
            shift = last[2] - goes_on
        else:
            self._tables += 1
            made = RawTable(f"t{self._tables}", page=page)
            self.items.append(made)
        prints_blanks = any(blank for *_, breaks in cells for blank in breaks[:-1])
        for row, column, row_span, column_span, lines, breaks in cells:
            runs = _runs_of(lines, breaks if prints_blanks else [True] * len(lines))
            if row == 1 and goes_on:
                _above(made, row + shift, column).runs += [(BREAK, ""), *runs] if runs else []
                continue
            place = f"page {page}, {made.locator}.r{row + shift}c{column}"
            made.cells.append(
                RawCell(row + shift, column, runs, row_span=row_span, column_span=column_span, locator=place)
            )
        self._last = made, edges, shift + table["rows"]

    def _add_lines(self, lines: list[Line], page: int) -> None:
        for block in in_columns(lines):
            for paragraph in _paragraphs(block):
                self._add_paragraph(paragraph, page)

    def _add_paragraph(self, lines: list[Line], page: int) -> None:
        self._last = None
        runs = _runs_of([line["runs"] for line in lines], [True] * len(lines))
        text = "".join(text for text, _ in runs).strip()
        before = self.items[-1] if self.items else None
        if isinstance(before, RawPassage) and before.page == page - 1 and _continues(before, text):
            before.runs += [(BREAK, ""), *runs]
            return
        kind = PassageKind.PARAGRAPH
        if _ITEM.match(text):
            kind = PassageKind.LIST_ITEM
            if _BULLET.match(text):
                runs[0] = (f"•{runs[0][0][1:]}", "")
        elif len(text) <= _LONGEST_HEADING and text[-1:] not in tuple(_SENTENCE_END) and _is_heading(lines, text):
            kind = PassageKind.HEADING
        self.items.append(RawPassage(kind, runs, f"page {page}", page=page))


def _runs_of(lines: list[list[list[str]]], breaks: list[bool]) -> list[Run]:
    """Return the runs of lines; a full line without a blank at its end may end inside a word."""
    runs: list[Run] = []
    for line, is_break in zip(lines, [True, *breaks], strict=False):
        if runs:
            runs.append((BREAK if is_break else JOIN, ""))
        runs += map(_run, line)
    return runs


def _is_rest_of_row(cells: list[Any]) -> bool:
    """Return whether the first row of a page is the rest of a row of the page before: words that go on."""
    texts = ["".join(text for line in lines for text, _ in line).strip() for row, *_, lines, _ in cells if row == 1]
    begun = [text for text in texts if text]
    return bool(begun) and all(text[0].islower() for text in begun)


def _above(table: RawTable, row: int, column: int) -> RawCell:
    """Return the cell of a row that covers a column."""
    last = [cell for cell in table.cells if cell.row <= row < cell.row + cell.row_span]
    return next((cell for cell in last if cell.column <= column < cell.column + cell.column_span), table.cells[-1])


def _is_heading(lines: list[Line], text: str) -> bool:
    return all(line["bold"] for line in lines) or (text.isupper() and len(text) > 3)


def _continues(before: RawPassage, text: str) -> bool:
    """Return whether a text at the top of a page goes on with the last passage of the page before."""
    end = "".join(text for text, _ in before.runs[-3:]).rstrip()[-1:]
    return before.kind is not PassageKind.HEADING and end not in tuple(_SENTENCE_END) and text[:1].islower()


def _run(run: list[str]) -> Run:
    return run[0], run[1]


def _text(line: Line) -> str:
    return "".join(text for text, _ in line["runs"])


def _same_edges(first: list[float], second: list[float]) -> bool:
    return len(first) == len(second) and all(
        abs(one - other) <= _SAME_EDGE for one, other in zip(first, second, strict=True)
    )


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Return lines as paragraphs, by their length, indent, distance, and how they begin and end."""
    left, right = min(line["x0"] for line in lines), max(line["x1"] for line in lines)
    steps = sorted(line["bottom"] - before["bottom"] for before, line in pairwise(lines))
    usual = steps[len(steps) // 4] if steps else 0.0
    found = [[lines[0]]]
    for before, line in pairwise(lines):
        if line["bottom"] - before["bottom"] > 1.2 * usual + 1 or _begins(before, line, left, right):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _begins(before: Line, line: Line, left: float, right: float) -> bool:
    """Return whether a line begins a new paragraph."""
    words, ended = _text(line).lstrip(), _text(before).rstrip()[-1:] in tuple(_SENTENCE_END)
    if before["bold"] != line["bold"]:
        return True
    if abs(before["size"] - line["size"]) > 1 or (_ITEM.match(words) and (ended or line["x0"] - left > _INDENT)):
        return True
    is_short = before["x1"] - left < _SHORT * (right - left)
    is_indented = line["x0"] - left > _INDENT and line["x0"] - before["x0"] > _INDENT
    goes_on = not ended and (words[:1].islower() or words[:1] in tuple("%("))
    return (is_short or (is_indented and ended)) and not goes_on
