"""The text of a Word 97-2003 file with its properties: pieces, formatting, styles and fonts.

The codes are those of the specification of the format, [MS-DOC].
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from struct import unpack_from
from typing import Final, TypeAlias, final

from attrs import frozen

from aseansc.documents._compound import Compound
from aseansc.documents._looks import RAISED, Look, with_name
from aseansc.errors import DocumentError
from aseansc.limits import EACH_CELL, require_items

Properties: TypeAlias = dict[int, bytes]
"""The value of each property, by its code."""

IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
CELLS: Final = 0xD608
DELETED, INSERTED, SYMBOL = 0x0800, 0x0801, 0x6A09
_BOLD, _HIDDEN, _RAISED, _POSITION, _FONT, _CHARACTER_STYLE = 0x0835, 0x083C, 0x2A48, 0x4845, 0x4A4F, 0x4A30
_STYLE, _OUTLINE, _LIST, _LIST_LEVEL = 0x4600, 0x2640, 0x460B, 0x260A
_ELSEWHERE: Final = (0x6645, 0x6646, 0x646B)
"""Where the properties of a paragraph are in another stream, because they are many."""

_SHORT: Final = {
    0x18: IN_TABLE,
    0x19: ROW_END,
    0x41: DELETED,
    0x42: INSERTED,
    0x55: _BOLD,
    0x5C: _HIDDEN,
    0x68: _RAISED,
}
"""The codes of one byte that a piece may have."""

_SIZES: Final = (1, 1, 2, 4, 2, 2, 0, 3)
_MANY_TABS: Final = 0xC615
_MOST_CODES: Final = 500
_PAGE: Final = 512
_FIRST_VERSION: Final = 0xC1
_DEEPEST: Final = 20
_MARK: Final = re.compile("[\r\x07\f]")
_WINDOWS: Final = {
    code: character for code in range(0x80, 0xA0) if (character := bytes([code]).decode("cp1252", "ignore"))
}


@frozen
class _Piece:
    """A part of the text that is stored in one place, as Unicode or in one byte for each character."""

    start: int
    end: int
    offset: int
    width: int
    properties: Properties


@frozen
class Paragraph:
    """A paragraph: its positions without the mark at its end, the position of the mark, and its properties."""

    start: int
    end: int
    properties: Properties
    look: Look


@frozen
class Characters:
    """The formatting of characters; `symbol` is what is printed for each of them, if it is not empty."""

    look: Look
    deleted: bool
    inserted: bool
    symbol: str


@final
class WordFile:
    """The text of all stories of a file, and the properties of each position.

    Args:
        content: the file.
        where: the file, for errors.

    Raises:
        DocumentError: if it is encrypted, too old or not a Word file.
        struct.error, IndexError, ValueError: if it is damaged.
    """

    def __init__(self, content: bytes, where: str) -> None:
        self._where = where
        streams = Compound(content)
        self.names = frozenset(streams.names)
        self._main = streams.stream("WordDocument")
        flags = _checked_flags(self._main, where)
        self._table = streams.stream("1Table" if flags & 0x200 else "0Table")
        self._data = streams.stream("Data")
        self._left = len(self._data)
        self._pieces = list(self._read_pieces())
        self._starts = [piece.start for piece in self._pieces]
        self.text = "".join(map(self._text_of, self._pieces))
        require_items(len(_MARK.findall(self.text)), "paragraphs and cells", where, each=EACH_CELL)
        self._of_characters = self._formatting(12, 1)
        self._of_paragraphs = self._formatting(13, 13)
        self._read: dict[int, Properties] = {0: {}}
        self._characters: dict[tuple[int, int, Look], Characters] = {}
        self._styles = _Styles(self.part(1), list(_fonts(self.part(15))))
        self._sections = frozenset(self.positions(6, 12)[0])
        ends = list(accumulate(unpack_from("<7I", self._main, 0x4C), initial=0))
        if ends[-1] > len(self.text):
            raise ValueError("the end of the text is missing")
        self.stories = list(pairwise(ends))

    def part(self, number: int) -> bytes:
        """Return a part of the table stream by its number in the header."""
        start, size = unpack_from("<II", self._main, 0x9A + 8 * number)
        if start + size > len(self._table):
            raise ValueError("a part of the file is missing")
        return self._table[start : start + size]

    def positions(self, number: int, size: int) -> tuple[list[int], list[bytes]]:
        """Return the positions that a part lists, and the data of each but the last."""
        part = self.part(number)
        count = (len(part) - 4) // (4 + size)
        if count < 1:
            return [], []
        first = 4 * (count + 1)
        found = list(unpack_from(f"<{count + 1}I", part))
        if any(start > end for start, end in pairwise(found)):
            raise ValueError("positions in the text are not in order")
        return found, [part[at : at + size] for at in range(first, first + count * size, size or 1)]

    def _read_pieces(self) -> Iterator[_Piece]:
        part, at = self.part(33), 0
        shared: list[Properties] = []
        while part[at] == 1:
            (size,) = unpack_from("<H", part, at + 1)
            shared.append(_properties(part[at + 3 : at + 3 + size]))
            at += 3 + size
        count = (len(part) - at - 9) // 12
        require_items(count, "pieces of text", self._where, each=EACH_CELL)
        ends = unpack_from(f"<{count + 1}I", part, at + 5)
        left = len(self._main)
        for number, (start, end) in enumerate(pairwise(ends)):
            offset, code = unpack_from("<IH", part, at + 5 + 4 * (count + 1) + 8 * number + 2)
            width = 1 if offset & 0x40000000 else 2
            offset = (offset & 0x3FFFFFFF) // (3 - width)
            size = (end - start) * width
            left -= size
            if size < 0 or left < 0 or offset + size > len(self._main):
                raise ValueError("the text is not where the file says")
            yield _Piece(start, end, offset, width, _of_piece(code, shared))

    def _text_of(self, piece: _Piece) -> str:
        stored = self._main[piece.offset : piece.offset + (piece.end - piece.start) * piece.width]
        if piece.width == 1:
            return stored.decode("latin-1").translate(_WINDOWS)
        wide = bytearray(2 * len(stored))  # a character beyond the first 65,536 is stored as two, and counted as two
        wide[::4], wide[1::4] = stored[::2], stored[1::2]
        return wide.decode("utf-32-le", "surrogatepass")

    def _formatting(self, number: int, size: int) -> tuple[list[int], list[int]]:
        """Return the offsets at which formatting changes, and where its properties are; 0 if there are none."""
        pages = dict.fromkeys(unpack_from("<I", data)[0] & 0x3FFFFF for data in self.positions(number, 4)[1])
        found: dict[int, int] = {}
        for start in (page * _PAGE for page in pages):
            count = self._main[start + _PAGE - 1]
            offsets = unpack_from(f"<{count + 1}I", self._main, start)
            for at, offset in enumerate(offsets[:-1]):
                place = self._main[start + 4 * (count + 1) + size * at]
                found[offset] = start + 2 * place if place else 0
            found.setdefault(offsets[-1], 0)
            require_items(len(found), "changes of formatting", self._where, each=EACH_CELL, is_whole=False)
        changes = sorted(found)
        return changes, [found[change] for change in changes]

    def _piece_at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def paragraphs(self, start: int, end: int) -> Iterator[Paragraph]:
        """Yield the paragraphs between two positions."""
        for match in _MARK.finditer(self.text, start, end):
            if match[0] != "\f" or match.end() in self._sections:
                yield self._paragraph(start, match.start())
                start = match.end()
        if start < end:
            yield self._paragraph(start, end)

    def _paragraph(self, start: int, end: int) -> Paragraph:
        piece = self._pieces[self._piece_at(min(end, len(self.text) - 1))]
        offsets, places = self._of_paragraphs
        at = bisect_right(offsets, piece.offset + (end - piece.start) * piece.width) - 1
        place = places[at] if at >= 0 else 0
        if place not in self._read:
            self._read[place] = self._paragraph_properties(place)
        properties = self._read[place]
        if piece.properties:
            properties = properties | piece.properties
        return Paragraph(start, end, properties, self._styles.of(_number(properties, _STYLE), properties))

    def _paragraph_properties(self, place: int) -> Properties:
        size, after = self._main[place], self._main[place + 1]
        packed = self._main[place + 2 : place + 2 + 2 * after] if not size else self._main[place + 1 : place + 2 * size]
        found = {_STYLE: packed[:2]} | _properties(packed[2:])
        for code in _ELSEWHERE:
            if code in found:
                start = _number(found, code)
                (length,) = unpack_from("<H", self._data, start)
                self._left -= length
                if self._left < 0:
                    raise ValueError("the properties of paragraphs overlap")
                found |= _properties(self._data[start + 2 : start + 2 + length])
        return found

    def runs(self, paragraph: Paragraph) -> Iterator[tuple[int, int, Characters]]:
        """Yield the positions of each run of a paragraph, with its formatting; the last has the mark at its end."""
        offsets, places = self._of_characters
        start, end = paragraph.start, min(paragraph.end + 1, len(self.text))
        number = self._piece_at(start)
        while start < end:
            piece = self._pieces[number]
            if piece.end <= start:
                number += 1
                continue
            at = bisect_right(offsets, piece.offset + (start - piece.start) * piece.width)
            stop = min(end, piece.end)
            if at < len(offsets):
                stop = min(stop, max(start + 1, piece.start + (offsets[at] - piece.offset) // piece.width))
            yield start, stop, self._formatted(paragraph.look, places[at - 1] if at else 0, number)
            start = stop

    def _formatted(self, look: Look, place: int, number: int) -> Characters:
        extra = self._pieces[number].properties
        key = (place, number if extra else -1, look)
        if key not in self._characters:
            packed = self._main[place + 1 : place + 1 + self._main[place]] if place else b""
            properties = _properties(packed) | extra
            symbol = _number(properties, SYMBOL) >> 16
            self._characters[key] = Characters(
                self._styles.of(_number(properties, _CHARACTER_STYLE), properties, look),
                bool(_number(properties, DELETED)),
                bool(_number(properties, INSERTED)),
                chr(symbol) if symbol and not 0xD800 <= symbol < 0xE000 else "",
            )
        return self._characters[key]


@final
class _Styles:
    """The formatting of each style, with that of the styles that it is based on."""

    def __init__(self, part: bytes, fonts: list[str]) -> None:
        self._fonts = fonts
        self._packed: list[bytes] = []
        self._parts: dict[int, tuple[int, str, list[Properties]]] = {}
        self._looks: dict[int, Look] = {}
        self._base = 10
        self._default = Look()
        if not part:
            return
        (at,) = unpack_from("<H", part)
        count, self._base = unpack_from("<HH", part, 2)
        font = unpack_from("<H", part, 14)[0] if at >= 14 else 0
        self._default = Look(self._font(font))
        at += 2
        for _ in range(count):
            (size,) = unpack_from("<H", part, at)
            self._packed.append(part[at + 2 : at + 2 + size])
            at += 2 + size

    def of(self, number: int, properties: Properties, base: Look | None = None) -> Look:
        """Return the formatting of a paragraph, or with that around it of characters, by its style and properties."""
        if base is None:
            if number not in self._looks:
                self._looks[number] = self._applied(number, self._default, 0)
            return self._with(self._looks[number], properties)
        return self._with(self._applied(number, base, 0) if number else base, properties)

    def _applied(self, number: int, base: Look, depth: int) -> Look:
        packed = self._packed[number] if number < len(self._packed) else b""
        if not packed or depth > _DEEPEST:
            return base
        if number not in self._parts:
            self._parts[number] = self._parsed(packed)
        parent, name, parts = self._parts[number]
        base = self._applied(parent, base, depth + 1)
        for part in parts:
            base = self._with(base, part)
        return with_name(base, name)

    def _parsed(self, packed: bytes) -> tuple[int, str, list[Properties]]:
        """Return the number of the style below a style, its name if it is one of paragraphs, and its properties."""
        kind, count = unpack_from("<HH", packed, 2)
        is_paragraph = kind & 15 == 1
        (length,) = unpack_from("<H", packed, self._base)
        at = self._base + 2
        name = packed[at : at + 2 * length].decode("utf-16-le", "replace") if is_paragraph else ""
        at += 2 * length + 2
        parts: list[Properties] = []
        for part in range(min(count & 15, 2 if is_paragraph else 1)):
            at += at % 2
            (size,) = unpack_from("<H", packed, at)
            skipped = 2 if is_paragraph and part == 0 else 0
            parts.append(_properties(packed[at + 2 + skipped : at + 2 + size]))
            at += 2 + size
        return kind >> 4, name, parts

    def _font(self, number: int) -> str:
        return self._fonts[number] if number < len(self._fonts) else ""

    def _with(self, look: Look, properties: Properties) -> Look:
        """Return formatting with properties of characters and paragraphs."""
        font, raised, heading, listed = look.font, look.raised, look.heading, look.listed
        if _FONT in properties:
            font = self._font(_number(properties, _FONT))
        if _RAISED in properties or _POSITION in properties:
            position = int.from_bytes(properties.get(_POSITION, b""), "little", signed=True)
            raised = _number(properties, _RAISED) == 1 or position >= RAISED
        if _OUTLINE in properties:
            level = _number(properties, _OUTLINE)
            heading = level + 1 if level < 9 else 0
        if _LIST in properties:
            listed = _number(properties, _LIST_LEVEL) + 1 if _number(properties, _LIST) else 0
        bold, hidden = _switched(look.bold, properties, _BOLD), _switched(look.hidden, properties, _HIDDEN)
        return Look(font, bold, hidden, raised, heading, listed)


def _checked_flags(main: bytes, where: str) -> int:
    """Return the flags of a file.

    Raises:
        DocumentError: if it is encrypted, too old or not a Word file.
    """
    kind, version, flags = map(int, unpack_from("<HH6xH", main) if main else (0, 0, 0))
    hint = "Open it in Word or LibreOffice and save it as .docx"
    if kind not in (0xA5EC, 0xA5DC):
        raise DocumentError("the file is not a Word document", where=where, hint=f"{hint}.")
    if version < _FIRST_VERSION:
        raise DocumentError("the file is of Word 6 or 95, which is not read", where=where, hint=f"{hint}.")
    if flags & 0x100:
        raise DocumentError("the file is encrypted", where=where, hint=f"{hint}, without a password.")
    return flags


def _fonts(part: bytes) -> Iterator[str]:
    at = 4
    while at < len(part):
        size = part[at]
        yield part[at + 40 : at + 1 + size].decode("utf-16-le", "replace").partition("\0")[0]
        at += 1 + size


def _of_piece(code: int, shared: list[Properties]) -> Properties:
    """Return the properties that a piece adds to those of its characters and paragraphs."""
    if code & 1:
        return shared[code >> 1]
    short = _SHORT.get(code >> 1 & 0x7F)
    return {} if short is None else {short: bytes([code >> 8])}


def _properties(packed: bytes) -> Properties:
    found: Properties = {}
    at = 0
    while at + 3 <= len(packed):
        (code,) = unpack_from("<H", packed, at)
        at += 2
        size, skipped = _SIZES[code >> 13], 0
        if code == CELLS:
            size, skipped = unpack_from("<H", packed, at)[0] + 1, 2
        elif not size:
            size, skipped = packed[at] + 1, 1
        found[code] = packed[at + skipped : at + size]
        at += size
        if code == _MANY_TABS and size == 256:  # its size is not stated
            break
    if len(found) > _MOST_CODES:
        raise ValueError("there are more properties than the format has")
    return found


def _number(properties: Properties, code: int) -> int:
    return int.from_bytes(properties.get(code, b""), "little")


def _switched(value: bool, properties: Properties, code: int) -> bool:
    """Return a switch, which a property sets, leaves as in the style (128) or reverses (129)."""
    if code not in properties:
        return value
    number = _number(properties, code)
    return value != (number == 129) if number > 1 else number == 1
