"""Read a .html file with lxml: scripts are not executed, and nothing that it links to is fetched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final, final

from aseansc.documents._raw import BREAK, RawCell, RawPassage, RawSource, RawTable, Run, superscript
from aseansc.documents._source import PassageKind
from aseansc.errors import DocumentError, MissingExtraError
from aseansc.limits import EACH_CELL, EACH_TAG, in_force, require_items, require_size

READING: Final = "html/1"
_EACH_BYTE: Final = 4
_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_CODECS: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "windows-1258": "cp1258",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
    "x-user-defined": "cp1252",
}
_SKIPPED: Final = frozenset({"script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg"})
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "ul",
        "caption",
    ]
)
_ROW_GROUPS: Final = ("tbody", "thead", "tfoot", "form")
_HEADING: Final = re.compile(r"h([1-6])")
_FONT: Final = re.compile(r"font-family\s*:\s*[\"']?([^;\"',]+)", re.IGNORECASE)
_REMOVED: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INVISIBLE: Final = re.compile(r"visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_NOTE_MARK: Final = re.compile(r"#(?:sdfootnote|sdendnote|_ftn|_edn|fn)\S*", re.IGNORECASE)
_NOTE: Final = re.compile(r"sdfootnote|sdendnote|ftn|edn|footnote|endnote", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_LONGEST_HEADING: Final = 150

_DELETED: Final = "passages marked as deleted, left out"
_HIDDEN_PARTS: Final = "hidden passages, left out"
_PICTURES: Final = "pictures and embedded objects, not read"
_SCRIPTS: Final = "scripts, not executed"
_REPLACED: Final = "\ufffd"
_UNDECODED: Final = "characters that cannot be decoded"
_TOO_DEEP: Final = "passages and tables nested too deeply, not read"


def read_html(content: bytes, where: str) -> RawSource:
    """Return the passages and tables of a .html file.

    Raises:
        DocumentError: if it is too large, has too many elements, or has no text.
        MissingExtraError: if lxml is not installed.
    """
    try:
        etree: Any = import_module("lxml.etree")
    except ModuleNotFoundError:
        raise MissingExtraError(
            ".html files need a package that is not installed",
            where="documents.read",
            got="lxml",
            hint='Install it: pip install "aseansc[documents]".',
        ) from None
    require_size(len(content), where, each=_EACH_BYTE)
    require_items(content.count(b"<"), "tags", where, each=EACH_TAG)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    text = _decoded(content)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:  # the parser recovers from everything else
        raise DocumentError("the document has no text", where=where)
    reader = _Reader()
    reader.read(root)
    reader.losses[_TOO_DEEP] += sum(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    reader.losses[_UNDECODED] = text.count(_REPLACED)
    title = root.findtext(".//title") or ""
    return RawSource(reader.items, READING, reader.losses, title=" ".join(title.split()))


def _decoded(content: bytes) -> str:
    """Return the text of a document: in the encoding that it declares, if it is known and fits."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    declared = _META.search(content[:4096])
    name = "utf-8" if declared is None else declared[1].decode("ascii").lower()
    for codec in (_CODECS.get(name, "utf-8"), "utf-8"):
        try:
            return content.decode(codec).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    text = content.decode("utf-8", "replace")
    return text if 100 * text.count(_REPLACED) < len(text) else content.decode("cp1252", "replace")


@final
class _Reader:
    """The passages and tables that were read so far."""

    def __init__(self) -> None:
        self.items: list[RawPassage | RawTable] = []
        self.losses: Counter[str] = Counter()
        self._runs: list[Run] = []
        self._bold: list[bool] = []
        self._kind = PassageKind.PARAGRAPH
        self._level = 0
        self._paragraphs = 0
        self._tables = 0
        self._notes = 0
        self._cells = 0

    def read(self, root: Any) -> None:
        """Read a whole document."""
        self._element(root, "", False, 0)
        self._end()

    def _end(self) -> None:
        """End the passage that is being collected."""
        runs, bold, kind, level = self._runs, self._bold, self._kind, self._level
        self._runs, self._bold = [], []
        text = "".join(text for text, _ in runs).strip(f" {BREAK}")
        if not text:
            return
        if kind is PassageKind.NOTE:
            self._notes += 1
            self.items.append(RawPassage(kind, runs, f"note {self._notes}"))
            return
        self._paragraphs += 1
        short = len(text) <= _LONGEST_HEADING and text[-1] not in ".;:,"
        if kind is PassageKind.PARAGRAPH and short and (all(bold) or text.isupper()):
            kind = PassageKind.HEADING
        self.items.append(RawPassage(kind, runs, f"p{self._paragraphs}", level))

    def _text(self, text: str | None, font: str, bold: bool) -> None:
        if not text:
            return
        shown = _BLANKS.sub(" ", text)
        if (not self._runs or self._runs[-1][0].endswith((" ", BREAK))) and shown.startswith(" "):
            shown = shown[1:]
        if shown:
            self._runs.append((shown, font))
            if shown.strip():
                self._bold.append(bold)

    def _element(self, element: Any, font: str, bold: bool, depth: int) -> None:
        if not isinstance(element.tag, str) or self._is_left_out(element):
            return
        if depth > in_force().depth:
            self.losses[_TOO_DEEP] += any(map(str.strip, element.itertext()))
            return
        name = element.tag
        font, bold = _font_of(element) or font, bold or name in ("b", "strong", "th")
        if name == "br":
            self._runs.append((BREAK, ""))
        elif name == "sup":
            mark = "".join(element.itertext()).strip()
            self._text(superscript(mark) if len(mark) < 4 else mark, font, bold)
        elif name == "table":
            self._end()
            self._tables += 1
            self._table(element, f"t{self._tables}", font, depth)
        elif name in _BLOCKS:
            self._block(element, font, bold, depth)
        else:
            self._inside(element, font, bold, depth)

    def _block(self, element: Any, font: str, bold: bool, depth: int) -> None:
        self._end()
        kept = self._kind, self._level
        heading = _HEADING.fullmatch(element.tag)
        if heading:
            self._kind, self._level = PassageKind.HEADING, int(heading[1])
        elif element.tag == "li":
            self._kind, self._level = PassageKind.LIST_ITEM, max(1, len(list(element.iterancestors("ol", "ul"))))
        elif _NOTE.match(element.get("id", "")) or _NOTE.match(element.get("class", "")):
            self._kind, self._level = PassageKind.NOTE, 0
        self._inside(element, font, bold, depth)
        self._end()
        self._kind, self._level = kept

    def _inside(self, element: Any, font: str, bold: bool, depth: int) -> None:
        self._text(element.text, font, bold)
        for child in element:
            self._element(child, font, bold, depth + 1)
            self._text(child.tail, font, bold)

    def _is_left_out(self, element: Any) -> bool:
        name = element.tag
        if name in ("del", "s", "strike"):
            self.losses[_DELETED] += 1
        elif name in ("img", "object", "iframe", "svg", "embed"):
            self.losses[_PICTURES] += 1
        elif name == "script":
            self.losses[_SCRIPTS] += 1
        elif _is_removed(element) or _is_invisible(element):
            self.losses[_HIDDEN_PARTS] += 1
        else:
            is_mark = name == "a" and _NOTE_MARK.fullmatch(element.get("href", "")) is not None
            return name in _SKIPPED or is_mark
        return True

    def _table(self, table: Any, locator: str, font: str, depth: int) -> None:
        made = RawTable(locator)
        self.items.append(made)
        taken: set[tuple[int, int]] = set()
        nested: list[tuple[Any, str]] = []
        for row, line in enumerate(self._own(table, "tr"), 1):
            column = 0
            for cell in self._own(line, "td", "th"):
                column = _next_free(taken, row, column + 1)
                spans = _span(cell, "rowspan"), _span(cell, "colspan")
                self._cells += spans[0] * spans[1]
                place = f"{locator}.r{row}c{column}"
                require_items(self._cells, "places that cells cover", place, each=EACH_CELL, is_whole=False)
                taken.update((row + down, column + right) for down in range(spans[0]) for right in range(spans[1]))
                runs = self._cell(cell, place, font, depth, nested)
                made.cells.append(RawCell(row, column, runs, *spans, locator=place))
        for inner, place in nested:
            self._table(inner, place, font, depth + 1)

    def _cell(self, cell: Any, place: str, font: str, depth: int, nested: list[tuple[Any, str]]) -> list[Run]:
        """Return the runs of a cell; its own tables are read after the table that contains it."""
        if _is_invisible(cell) or _is_invisible(cell.getparent()):
            self.losses[_HIDDEN_PARTS] += 1
            return []
        collector = _Reader()
        collector.losses = self.losses
        tables = [] if depth > in_force().depth // 2 else list(_own_tables(cell))
        shown = [inner for inner in tables if not _is_hidden_in(inner, cell)]
        self.losses[_HIDDEN_PARTS] += len(tables) - len(shown)
        for number, inner in enumerate(shown, 1):
            nested.append((inner, f"{place}.t{number}"))
        for inner in tables:
            tail = inner.tail
            replaced = inner.makeelement("hr")
            replaced.tail = tail
            inner.getparent().replace(inner, replaced)
        collector._inside(cell, _font_of(cell) or font, cell.tag == "th", depth + 1)
        collector._end()
        runs: list[Run] = []
        for item in collector.items:
            if isinstance(item, RawPassage):
                runs += [(BREAK, ""), *item.runs] if runs else item.runs
            else:
                self.losses[_TOO_DEEP] += 1
        return runs

    def _own(self, parent: Any, *names: str) -> Iterator[Any]:
        """Yield the rows of a table or the cells of a row, also inside ``tbody``, but not those of inner tables."""
        for child in parent:
            if child.tag not in names and child.tag not in _ROW_GROUPS:
                continue
            if _is_removed(child):
                self.losses[_HIDDEN_PARTS] += 1
            elif child.tag in names:
                yield child
            else:
                yield from self._own(child, *names)


def _next_free(taken: set[tuple[int, int]], row: int, column: int) -> int:
    """Return the first column of a row from a column on that no cell above covers."""
    while (row, column) in taken:
        column += 1
    return column


def _is_removed(element: Any) -> bool:
    """Return whether an element takes no place on the page."""
    return "hidden" in element.attrib or _REMOVED.search(element.get("style", "")) is not None


def _is_invisible(element: Any) -> bool:
    """Return whether the place of an element on the page is empty."""
    return _INVISIBLE.search(element.get("style", "")) is not None


def _own_tables(cell: Any) -> Any:
    """Yield the outermost tables in a cell."""
    return [table for table in cell.iter("table") if next(table.iterancestors("td", "th")) is cell]


def _is_hidden_in(table: Any, cell: Any) -> bool:
    """Return whether a table in a cell is hidden, by itself or by an element around it."""
    while table is not cell:
        if _is_removed(table) or _is_invisible(table):
            return True
        table = table.getparent()
    return False


def _span(cell: Any, name: str) -> int:
    text = cell.get(name, "1").strip()
    return min(max(int(text), 1), 1000) if text.isdecimal() and len(text) < 6 else 1


def _font_of(element: Any) -> str:
    if element.tag == "font":
        return str(element.get("face", "")).split(",")[0].strip(" '\"")
    match = _FONT.search(element.get("style", ""))
    return match[1].strip() if match else ""
