"""Make small .doc files: a compound file with the streams of Word 97."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from itertools import accumulate

from attrs import frozen

Run = tuple[str, bytes]
IN_TABLE = b"\x16\x24\x01"
BOLD, RAISED, HIDDEN = b"\x35\x08\x01", b"\x48\x2a\x01", b"\x3c\x08\x01"
DELETED, INSERTED = b"\x00\x08\x01", b"\x01\x08\x01"
_TEXT = 0x800
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF


def font(number: int) -> bytes:
    """Return the property of a run in a font, by its number in `doc`."""
    return struct.pack("<HH", 0x4A4F, number)


@frozen
class Line:
    """A paragraph: its runs, the mark at its end, the properties of the paragraph and those of the mark."""

    runs: Sequence[Run]
    mark: str = "\r"
    properties: bytes = b""
    style: int = 0
    mark_properties: bytes = b""


def line(text: str, *, properties: bytes = b"", style: int = 0, run: bytes = b"") -> Line:
    """Return a paragraph with one run."""
    return Line([(text, run)], properties=properties, style=style)


def row(*cells: str | Sequence[Line], edges: Sequence[int] = (), flags: Sequence[int] = (), more: bytes = b"",
        depth: int = 1, mark: bytes = b"") -> list[Line]:  # fmt: skip
    """Return a row of a table; a cell is a text, or the paragraphs and rows in it.

    Args:
        cells: the cells.
        edges: the left edge of the row, and the right edge of each cell.
        flags: how each cell is merged.
        more: further properties of the row.
        depth: the number of tables around a cell.
        mark: the properties of the mark at the end of the row.
    """
    inside = IN_TABLE + struct.pack("<HI", 0x6649, depth)
    end, cell_end = ("\r", b"\x4b\x24\x01") if depth > 1 else ("\x07", b"")
    made: list[Line] = []
    for cell in cells:
        lines = [line(cell)] if isinstance(cell, str) else list(cell)
        made += [each if each.properties.startswith(IN_TABLE) else Line(each.runs, each.mark, inside + each.properties)
                 for each in lines[:-1]]  # fmt: skip
        made.append(Line(lines[-1].runs, end, inside + cell_end))
    shape = [edges[0], *edges[1:]] if edges else [100 * n for n in range(len(cells) + 1)]
    packed = bytes([len(shape) - 1]) + struct.pack(f"<{len(shape)}h", *shape)
    packed += b"".join(struct.pack("<H18x", flag) for flag in flags)
    ends = inside + (b"\x4c\x24\x01" if depth > 1 else b"\x17\x24\x01")
    shape_property = struct.pack("<HH", 0xD608, len(packed) + 1) + packed
    return [*made, Line([], end, ends + shape_property + more, mark_properties=mark)]


def _pages(entries: Sequence[tuple[int, bytes]], end: int, size: int) -> tuple[list[int], list[bytes]]:
    """Return where the pages of properties begin to apply, and the pages.

    Args:
        entries: where each part of the text begins in the file, and its properties.
        end: where the last of them ends.
        size: the bytes of a page for each part, beside its beginning.
    """
    starts: list[int] = []
    pages: list[bytes] = []
    group: list[tuple[int, bytes]] = []
    for start, packed in [*entries, (end, bytes(512))]:
        if group and sum(6 + size + len(one) for _, one in group) + 12 + size + len(packed) > 512:
            page, at = bytearray(512), 511
            struct.pack_into(f"<{len(group) + 1}I", page, 0, *(first for first, _ in group), start)
            for number, (_, one) in enumerate(group):
                at = (at - len(one)) & ~1
                page[at : at + len(one)] = one
                page[4 * (len(group) + 1) + size * number] = at // 2
            page[511] = len(group)
            starts.append(group[0][0])
            pages.append(bytes(page))
            group = []
        group.append((start, packed))
    return starts, pages


def positions(ends: Sequence[int], data: Iterable[bytes] = ()) -> bytes:
    """Return a part that lists positions in the text."""
    return struct.pack(f"<{len(ends)}I", *ends) + b"".join(data)


def style(name: str, based_on: int = 0xFFF, *, kind: int = 1, paragraph: bytes = b"", characters: bytes = b"") -> bytes:
    """Return a style of the style sheet."""
    made = struct.pack("<HHHHH", 0, based_on << 4 | kind, 2 if kind == 1 else 1, 0, 0)
    made += struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    for part in ([b"\0\0" + paragraph] if kind == 1 else []) + [characters]:
        made += b"\0" * (len(made) % 2) + struct.pack("<H", len(part)) + part
    return struct.pack("<H", len(made)) + made


def doc(
    *lines: Line | list[Line],
    fonts: Sequence[str] = ("Times New Roman",),
    styles: Sequence[bytes] = (),
    stories: Sequence[Sequence[Line]] = (),
    parts: dict[int, bytes] | None = None,
    data: bytes = b"",
    narrow: bool = False,
    flags: int = 0,
    version: int = 0xC1,
    pieces: Sequence[int] = (),
    more: dict[str, bytes] | None = None,
    header: dict[int, int] | None = None,
) -> bytes:
    """Return a .doc file.

    Args:
        lines: the paragraphs and rows of the text.
        fonts: the names of the fonts.
        styles: the styles.
        stories: the footnotes, headers, macros, comments, endnotes and text boxes.
        parts: further parts of the table stream, by their number in the header.
        data: the stream of properties that are too long.
        narrow: whether the text is stored in one byte for each character.
        flags: further flags of the header.
        version: the version of the format.
        pieces: the code of each piece of the text, which are then of one paragraph each.
        more: further streams.
        header: numbers of the header that are changed, by their offset.
    """
    body = [each for part in lines for each in (part if isinstance(part, list) else [part])]
    everything = [body, *stories]
    width = 1 if narrow else 2
    text, cuts = "", [0]
    runs: list[tuple[int, bytes]] = []
    paragraphs: list[tuple[int, bytes]] = []
    for each in (each for story in everything for each in story):
        start = _TEXT + len(text) * width
        for content, packed in [*each.runs, (each.mark, each.mark_properties)]:
            place = _TEXT + len(text) * width
            text += "".join(
                map(chr, struct.unpack(f"<{len(content.encode('utf-16-le')) // 2}H", content.encode("utf-16-le")))
            )
            runs.append((place, bytes([len(packed)]) + packed))
        packed = struct.pack("<H", each.style) + each.properties
        packed += b"\0" * (1 - len(packed) % 2)
        paragraphs.append((start, bytes([len(packed) // 2 + 1]) + packed))
        cuts.append(len(text))
    main = bytearray(_TEXT) + (text.encode("cp1252") if narrow else text.encode("utf-16-le", "surrogatepass"))
    main += bytes(-len(main) % 512)
    table = bytearray(8)
    found = dict(parts or {})
    for number, entries, size in ((12, runs, 1), (13, paragraphs, 13)):
        end = _TEXT + len(text) * width
        starts, pages = _pages(entries, end, size)
        first = len(main) // 512
        main += b"".join(pages)
        found[number] = positions([*starts, end], [struct.pack("<I", first + n) for n in range(len(pages))])
    cuts = cuts if pieces else [0, len(text)]
    each_piece = [
        struct.pack("<HIH", 0, (2 * (_TEXT + at) | 0x40000000) if narrow else _TEXT + 2 * at, code)
        for at, code in zip(cuts, pieces or [0], strict=False)
    ]
    listed = positions(cuts, each_piece)
    found[33] = found.get(33, b"") + b"\2" + struct.pack("<I", len(listed)) + listed
    names = [name.encode("utf-16-le") + b"\0\0" for name in fonts]
    found[15] = struct.pack("<HH", len(fonts), 0) + b"".join(bytes([39 + len(n)]) + bytes(39) + n for n in names)
    found.setdefault(1, struct.pack("<HHHHHHHHHH", 18, len(styles), 10, 0, 0, 0, 0, 0, 0, 0) + b"".join(styles))
    struct.pack_into("<HH6xH", main, 0, 0xA5EC, version, 0x200 | flags)
    sizes = [sum(len(run) for each in story for run, _ in [*each.runs, (each.mark, b"")]) for story in everything]
    struct.pack_into(f"<{len(sizes)}I", main, 0x4C, *sizes)
    for number, part in found.items():
        struct.pack_into("<II", main, 0x9A + 8 * number, len(table), len(part))
        table += part
    for at, number in (header or {}).items():
        struct.pack_into("<I", main, at, number)
    return compound({"WordDocument": bytes(main), "1Table": bytes(table), "Data": data, **(more or {})})


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file; streams of less than 4,096 bytes are in sectors of 64 bytes."""
    small = {name: content for name, content in streams.items() if len(content) < 4096}
    counts = {name: (len(content) + 63) // 64 for name, content in small.items()}
    firsts = dict(zip(counts, accumulate(counts.values(), initial=0), strict=False))
    short = b"".join(content.ljust(64 * counts[name], b"\0") for name, content in small.items())
    links = [_END if n + 1 == firsts[name] + counts[name] else n + 1 for name in small
             for n in range(firsts[name], firsts[name] + counts[name])]  # fmt: skip
    entries = [_entry("Root Entry", 5, 0, len(short), child=1)]
    chains: list[bytes] = [short, struct.pack(f"<{len(links)}I", *links)]
    large = [(name, content) for name, content in streams.items() if name not in small]
    at = [0, *accumulate((len(content) + 511) // 512 for content in [*chains, *(c for _, c in large)])]
    for number, name in enumerate(streams, 1):
        start = firsts[name] if name in small else at[2 + [n for n, _ in large].index(name)]
        following = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, start, len(streams[name]), right=following))
    chains += [content for _, content in large] + [b"".join(entries)]
    sectors = [(len(content) + 511) // 512 for content in chains]
    following = [_END if n + 1 == count else base + n + 1
                 for base, count in zip([0, *accumulate(sectors)], sectors, strict=False) for n in range(count)]  # fmt: skip
    used = sum(sectors)
    tables = used // 126 + 1
    more = max(0, -(-(tables - 109) // 127))  # sectors with the numbers of the tables that the header has no room for
    following += [0xFFFFFFFD] * tables + [0xFFFFFFFC] * more
    following += [_FREE] * (128 * tables - len(following))
    numbers = [*range(used, used + tables), *[_FREE] * (109 + 127 * more - tables)]
    next_more = [*range(used + tables + 1, used + tables + more), _END]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIII", 0, tables, used - sectors[-1], 0, 4096, sectors[0], sectors[1])
    header += struct.pack("<II", used + tables if more else _END, more) + struct.pack("<109I", *numbers[:109])
    parts = [header, *(content.ljust(512 * count, b"\0") for content, count in zip(chains, sectors, strict=True))]
    parts.append(struct.pack(f"<{len(following)}I", *following))
    parts += [struct.pack("<128I", *numbers[109 + 127 * n : 236 + 127 * n], next_more[n]) for n in range(more)]
    return b"".join(parts)


def _entry(name: str, kind: int, start: int, size: int, *, right: int = _FREE, child: int = _FREE) -> bytes:
    stored = name.encode("utf-16-le") + b"\0\0"
    made = stored.ljust(64, b"\0") + struct.pack("<HBBIII", len(stored), kind, 1, _FREE, right, child)
    return made.ljust(116, b"\0") + struct.pack("<IQ", start, size)
