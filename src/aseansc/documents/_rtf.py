"""Read a .rtf file: its text, notes and tables. Pictures, objects and fields are not read or executed."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, final

from attrs import define, evolve, field

from aseansc.documents._edges import WIDEST, EdgeTable, Merge, Shape
from aseansc.documents._looks import DELETED, HIDDEN, MARGINS
from aseansc.documents._raw import BREAK, RawPassage, RawSource, RawTable, Run, superscript
from aseansc.documents._source import PassageKind
from aseansc.errors import DocumentError
from aseansc.limits import require_depth

READING: Final = "rtf/1"
_TOKEN: Final = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_LONGEST_HEADING: Final = 150
_SKIPPED: Final = frozenset(
    [
        "stylesheet",
        "colortbl",
        "info",
        "pict",
        "object",
        "objdata",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "fldinst",
        "xmlnstbl",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "filetbl",
        "revtbl",
        "pnseclvl",
        "bkmkstart",
        "bkmkend",
        "annotation",
        "atnid",
        "atnauthor",
        "atntime",
        "atnicn",
        "atnref",
        "atndate",
        "nonshppict",
        "shpinst",
        "sp",
        "listtext",
        "pntext",
        "pnaseq",
        "mmathPr",
        "operator",
        "author",
        "title",
        "passwordhash",
        "userprops",
        "wgrffmtfilter",
        "ftnsep",
        "ftnsepc",
        "aftnsep",
        "aftnsepc",
        "ftncn",
        "falt",
        "panose",
        "nonesttables",
    ]
)
_KEPT: Final = frozenset({"shptxt", "footnote", "shppict"})
"""Destinations behind ``\\*`` whose text is read or handled."""
_CODECS: Final = {0: "cp1252", 1: "cp1252", 2: "cp1252", 163: "cp1258", 238: "cp1250", 204: "cp1251", 161: "cp1253"}
_CHARACTERS: Final = {
    "tab": "\t",
    "line": BREAK,
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
}
_MERGES: Final = {"clvmgf": Merge.FIRST, "clvmrg": Merge.ABOVE, "clmrg": Merge.BEFORE}
_PICTURES: Final = "pictures and embedded objects, not read"


@define
class _State:
    """The formatting and destination of a group."""

    font: int = 0
    skipped: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    bold: bool = False
    fonts: bool = False
    note: bool = False
    width: int = 1  # characters after \uN that older programs show instead


@define
class _Row:
    """A table row that is being read."""

    cells: list[list[Run]] = field(factory=list[list[Run]])
    shapes: list[Shape] = field(factory=list[Shape])
    merge: Merge = Merge.NONE


def read_rtf(content: bytes, where: str) -> RawSource:
    """Return the passages and tables of a .rtf file.

    Raises:
        DocumentError: if it is not RTF, is nested too deeply, or has no text.
    """
    reader = _Reader(where)
    reader.read(content.decode("latin-1"))
    if not reader.items:
        raise DocumentError("no text was found in the file", where=where, hint="It may be damaged. Save it as .docx.")
    return RawSource(reader.items, READING, reader.losses)


@final
class _Reader:
    """The passages and tables that were read so far."""

    def __init__(self, where: str) -> None:
        self._where = where
        self.items: list[RawPassage | RawTable] = []
        self.losses: Counter[str] = Counter()
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, str] = {}
        self._codecs: dict[int, str] = {}
        self._codec = "cp1252"
        self._runs: list[Run] = []
        self._bold: list[bool] = []
        self._notes: list[list[Run]] = []
        self._row = _Row()
        self._in_table = False
        self._table: EdgeTable | None = None
        self._paragraphs = self._tables = self._skip = 0
        self._star = False
        self._depth = 1  # of the tables around a paragraph

    def read(self, text: str) -> None:
        """Read a whole file."""
        for match in _TOKEN.finditer(text):
            word, argument, code, sign, brace, plain = match.groups()
            if plain is not None:
                self._characters(plain)
            elif word is not None:
                self._word(word, argument)
            elif code is not None:
                self._byte(int(code, 16))
            elif brace is not None:
                self._brace(brace)
            elif sign is not None:
                self._sign(sign)
        self._end_paragraph()
        self._end_table()
        for number, runs in enumerate(self._notes, 1):
            self.items.append(RawPassage(PassageKind.NOTE, runs, f"note {number}"))

    def _brace(self, brace: str) -> None:
        self._star = False
        self._skip = 0
        if brace == "{":
            self._stack.append(self._state)
            require_depth(len(self._stack), self._where)
            self._state = evolve(self._state)
        elif self._stack:
            self._state = self._stack.pop()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._star = True
        elif sign == "~":
            self._characters("\xa0")
        elif sign == "_":
            self._characters("-")
        elif sign in "{}\\":
            self._characters(sign)
        elif sign in "\r\n":
            self._end_paragraph()

    def _byte(self, code: int) -> None:
        if self._skip:
            self._skip -= 1
            return
        codec = self._codecs.get(self._state.font, self._codec)
        # the letter ư of TCVN3 is a soft hyphen, which the codecs keep
        self._add(bytes([code]).decode(codec, "replace"))

    def _characters(self, text: str) -> None:
        if self._skip:
            taken = min(self._skip, len(text))
            text, self._skip = text[taken:], self._skip - taken
        if self._state.fonts:
            name = text.rstrip(";").strip()
            if name and self._state.font not in self._fonts:
                self._fonts[self._state.font] = name
        elif text:
            self._add(text if text.isascii() else text.encode("latin-1").decode(self._codec, "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if state.skipped or state.fonts:
            return
        if state.deleted or state.hidden:
            self.losses[DELETED if state.deleted else HIDDEN] += 1
            return
        run = superscript(text) if state.raised else text, self._fonts.get(state.font, "")
        if state.note:
            self._notes[-1].append(run)
            return
        self._runs.append(run)
        if text.strip():
            self._bold.append(state.bold)

    def _word(self, word: str, argument: str | None) -> None:
        star, self._star = self._star, False
        state = self._state
        value = 1 if argument is None else int(argument)
        if word in _SKIPPED or (star and word not in _KEPT):
            if word in ("pict", "object"):
                self.losses[_PICTURES] += not state.skipped
            elif word.startswith(("header", "footer")):
                self.losses[MARGINS] += 1
            state.skipped = True
        elif word == "u":
            self._add(chr(value % 65536) if not 0xD800 <= value % 65536 < 0xE000 else "\ufffd")
            self._skip = state.width
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word == "footnote" and not state.skipped:
            state.note = True
            self._notes.append([])
        elif not self._format(word, value, argument):
            self._structure(word, value)

    def _format(self, word: str, value: int, argument: str | None) -> bool:
        """Apply a control word for formatting; return whether it was one."""
        state = self._state
        on = argument != "0"
        match word:
            case "f":
                state.font = value
            case "fonttbl":
                state.fonts = True
            case "fcharset":
                self._codecs[state.font] = _CODECS.get(value, self._codec)
            case "b":
                state.bold = on
            case "v":
                state.hidden = on
            case "deleted":
                state.deleted = on
            case "super":
                state.raised = on
            case "nosupersub":
                state.raised = False
            case "up":
                state.raised = value >= 4
            case "uc":
                state.width = min(max(value, 0), 8)
            case "ansicpg":
                self._codec = {1258: "cp1258", 1250: "cp1250", 1251: "cp1251", 65001: "utf-8"}.get(value, "cp1252")
            case "plain":
                self._state = _State(skipped=state.skipped, fonts=state.fonts, note=state.note, width=state.width)
            case _:
                return False
        return True

    def _structure(self, word: str, value: int) -> None:
        """Apply a control word for paragraphs and tables."""
        if self._state.skipped:
            return
        match word:
            case "par" | "sect":
                self._end_paragraph()
            case "pard":
                self._in_table, self._depth = False, 1
            case "intbl":
                self._in_table = True
            case "itap":
                self._in_table, self._depth = value > 0, value
            case "trowd":
                self._row.shapes, self._row.merge = [], Merge.NONE
            case "clvmgf" | "clvmrg" | "clmrg":
                self._row.merge = _MERGES[word]
            case "cellx":
                if len(self._row.shapes) < WIDEST:
                    self._row.shapes.append((value, self._row.merge))
                self._row.merge = Merge.NONE
            case "nestcell" | "cell" if word == "nestcell" or self._depth > 1:  # tables in cells are read as lines
                self._runs.append((BREAK, ""))
            case "cell":
                self._row.cells.append(self._runs)
                self._runs, self._bold = [], []
            case "row":
                self._end_row()
            case _:
                pass

    def _end_paragraph(self) -> None:
        """End a paragraph: a passage, or a line of a cell."""
        if self._state.note:
            self._notes[-1].append((BREAK, ""))
            return
        if self._in_table:
            self._runs.append((BREAK, ""))
            return
        runs, bold = self._runs, self._bold
        self._runs, self._bold = [], []
        text = "".join(text for text, _ in runs).strip(f" \t{BREAK}")
        if not text:
            return
        self._end_table()
        self._paragraphs += 1
        is_heading = len(text) <= _LONGEST_HEADING and text[-1] not in ".;:," and (all(bold) or text.isupper())
        kind = PassageKind.HEADING if is_heading else PassageKind.PARAGRAPH
        if text[0] in "-+•·" and len(text) > 1:
            kind = PassageKind.LIST_ITEM
        self.items.append(RawPassage(kind, runs, f"p{self._paragraphs}"))

    def _end_row(self) -> None:
        """Add a row to the table before it, or begin a new table."""
        cells, self._row.cells = self._row.cells, []
        if self._table is None:
            self._tables += 1
            self._table = EdgeTable()
            self.items.append(self._table.table)
        self._table.add_row(cells, self._row.shapes)

    def _end_table(self) -> None:
        if self._table is not None:
            self._table.finish(f"t{self._tables}")
            self._table = None
