"""Extract the lines and tables of a PDF file: the only file that uses pdfplumber. It runs in a process of its own.

Other libraries were tried: with a fallback font they misplace the diacritics of Vietnamese letters.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from importlib import import_module
from statistics import median
from typing import Any, Final, TypeAlias, cast

Word: TypeAlias = dict[str, Any]
Box: TypeAlias = tuple[float, float, float, float]

_SAME: Final = 2.5
"""Points by which the edges of cells in one column may differ."""
_FEWEST_CHARACTERS: Final = 20
"""Characters of a page below which it is a scan, if it has a picture."""
_PADDING: Final = 5.5
"""Points between the text of a cell and its edge."""
_RAISED: Final = 0.15
_SMALL: Final = 0.8
_UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
_MARK: Final = "\uf0b7"
"""The mark of a list item in symbol fonts: an unknown character that stands alone is not a letter or a digit."""
_DIGITS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def pages_of(content: bytes, most: int) -> dict[str, Any]:
    """Return the lines and tables of every page as JSON data, or the problem, such as more pages than the most."""
    pdfplumber: Any = import_module("pdfplumber")
    try:
        book = pdfplumber.open(io.BytesIO(content))
    except Exception as error:  # pdfminer raises errors of many types for damaged files
        name = f"{type(error).__name__} {error!r}"
        return {"problem": "encrypted" if "Password" in name or "Encryption" in name else "damaged", "got": name[:200]}
    with book:
        count = len(book.pages)
        if count > most:
            return {"problem": "pages", "got": count}
        pages: list[dict[str, Any]] = []
        for page in book.pages:
            pages.append(_page(page))
            page.close()
    scanned = [number for number, page in enumerate(pages, 1) if page["scan"]]
    if len(scanned) == count or not any(page["characters"] for page in pages):
        return {"problem": "scan", "got": count}
    return {"pages": pages, "scanned": scanned}


def draw(page: Any) -> None:
    """Draw a page on a device that describes its characters with only what is needed here."""
    manager = page.pdf.rsrcmgr
    device: Any = import_module("pdfminer.converter").PDFPageAggregator(manager, pageno=page.page_number, laparams=None)
    device.handle_undefined_char = _unknown
    device.render_char = _described(page, device, device.render_char)
    import_module("pdfminer.pdfinterp").PDFPageInterpreter(manager, device).process_page(page.page_obj)
    page._layout = device.get_result()  # pdfplumber has no public way
    describe = page.process_object

    def described(item: Any) -> Any:
        return cast("Any", item) if type(item) is dict else describe(item)

    page.process_object = described


def _described(page: Any, device: Any, draw: Callable[..., Any]) -> Callable[..., Any]:
    """Return a faster way to draw a character, describing it at once; turned ones are drawn as before."""
    left, height, first = page.mediabox[0], page.height + page.mediabox[1], page.initial_doctop
    letters: dict[tuple[Any, int], tuple[str, float, str, float]] = {}

    def drawn(matrix: Any, font: Any, size: float, scale: float, rise: float, cid: int, space: Any, state: Any) -> Any:
        a, b, c, d, x, y = matrix
        if b or c or a * scale * size <= 0 or d * size <= 0 or font.is_vertical():
            return draw(matrix, font, size, scale, rise, cid, space, state)
        key = font, cid
        known = letters.get(key)
        if known is None:
            known = letters[key] = (
                _letter(font, cid),
                font.char_width(cid),
                str(font.fontname),
                font.get_descent(),
            )
        text, width, name, descent = known
        advance = width * size * scale
        low, tall = d * (descent * size + rise) + y, d * size
        start, end = sorted((x, x + a * advance))  # a font may state widths below 0
        above = height - low - tall
        device.cur_item.add(
            {
                "object_type": "char",
                "text": text,
                "fontname": name,
                "size": tall,
                "upright": True,
                "x0": start + left,
                "x1": end + left,
                "y0": low,
                "y1": low + tall,
                "width": end - start,
                "height": tall,
                "top": above,
                "bottom": above + tall,
                "doctop": first + above,
            }
        )
        return advance

    return drawn


def _unknown(_font: Any, _number: int) -> str:
    return _UNKNOWN


def _letter(font: Any, cid: int) -> str:
    """Return the text of a character; the library would print the number of one without text: *(cid:120)*."""
    unknown: Any = import_module("pdfminer.pdffont").PDFUnicodeNotDefined
    try:
        return str(font.to_unichr(cid))
    except unknown:
        return _UNKNOWN


def _page(page: Any) -> dict[str, Any]:
    draw(page)
    words: list[Word] = page.extract_words(
        x_tolerance_ratio=0.2, y_tolerance=2, keep_blank_chars=False, return_chars=True, use_text_flow=False
    )
    tables: list[dict[str, Any]] = []
    spaces = {(round(c["x0"]), round(c["top"])) for c in page.chars if c["text"] == " "}
    for table in page.find_tables():
        made, words = _table(table, words, spaces)
        if made is not None:
            tables.append(made)
    characters = len(page.chars)
    return {
        "width": float(page.width),
        "height": float(page.height),
        "lines": [_line(line) for line in _lines(words)],
        "tables": tables,
        "characters": characters,
        "scan": characters < _FEWEST_CHARACTERS and bool(page.images),
        "images": len(page.images),
        "unknown": sum(character["text"] == _UNKNOWN for character in page.chars),
    }


def _table(table: Any, words: list[Word], spaces: set[tuple[int, int]]) -> tuple[dict[str, Any] | None, list[Word]]:
    """Return a table with the words in its cells, and the words outside it."""
    boxes: list[Box] = sorted(set(table.cells), key=lambda box: (box[1], box[0]))
    columns = _edges([box[0] for box in boxes] + [box[2] for box in boxes])
    rows = _edges([box[1] for box in boxes] + [box[3] for box in boxes])
    if len(columns) < 3 or len(boxes) < 3:  # a frame around text
        return None, words
    inside, outside = _assigned(boxes, words)
    cells: list[Any] = []
    for number, box in enumerate(boxes):
        row, column = _index(rows, box[1]), _index(columns, box[0])
        spans = max(1, _index(rows, box[3]) - row), max(1, _index(columns, box[2]) - column)
        lines = _lines(inside.get(number, []))
        breaks = [_has_space(line[-1], spaces) or not _is_full(line[-1], box) for line in lines]
        cells.append([row + 1, column + 1, *spans, [_line(line)["runs"] for line in lines], breaks])
    made = {"top": rows[0], "bottom": rows[-1], "edges": columns, "rows": len(rows) - 1, "cells": cells}
    return made, outside


def _assigned(boxes: list[Box], words: list[Word]) -> tuple[dict[int, list[Word]], list[Word]]:
    """Return the words in each box, and those in none."""
    inside: dict[int, list[Word]] = {}
    outside: list[Word] = []
    for word in words:
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        at = next((n for n, box in enumerate(boxes) if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)
        if at is None:
            outside.append(word)
        else:
            inside.setdefault(at, []).append(word)
    return inside, outside


def _has_space(word: Word, spaces: set[tuple[int, int]]) -> bool:
    """Return whether a blank is printed behind the last word of a line; if not, the line may end inside a word."""
    x, y = round(word["x1"]), round(word["top"])
    return any((x + right, y + down) in spaces for right in (-1, 0, 1) for down in (-1, 0, 1))


def _is_full(word: Word, box: Box) -> bool:
    """Return whether a line of a cell is full, so that the next letter did not fit."""
    return box[2] - float(word["x1"]) < _PADDING + float(word["bottom"] - word["top"])


def _edges(values: list[float]) -> list[float]:
    """Return positions in order, those that are nearly equal as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SAME:
            found.append(value)
    return found


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))


def _lines(words: list[Word]) -> list[list[Word]]:
    """Return words as lines from top to bottom, each from left to right; raised words belong to their line."""
    lines: list[list[Word]] = []
    ends: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda word: (round(word["bottom"], 1), word["x0"])):
        low, high = word["top"], word["bottom"]
        middle = (low + high) / 2
        for at in range(max(0, len(lines) - 3), len(lines)):
            top, bottom = ends[at]
            if top <= middle <= bottom and bottom - top < 4 * (high - low):
                lines[at].append(word)
                ends[at] = min(top, low), max(bottom, high)
                break
        else:
            lines.append([word])
            ends.append((low, high))
    for line in lines:
        line.sort(key=lambda word: word["x0"])
    lines.sort(key=lambda line: (median([word["bottom"] for word in line]), line[0]["x0"]))
    return lines


def _line(words: list[Word]) -> dict[str, Any]:
    """Return a line as JSON data: its box, its size, and its words with the runs of each."""
    characters = [character for word in words for character in word["chars"]]
    size = float(median([character["size"] for character in characters]))
    base = float(median([character["bottom"] for character in characters]))
    runs: list[list[str]] = []
    parts: list[list[float]] = []
    for word in words:
        if runs:
            runs.append([" ", runs[-1][1]])
        parts.append([float(word["x0"]), float(word["x1"]), len(runs)])
        runs += _runs(word, size, base)
    return {
        "x0": float(words[0]["x0"]),
        "x1": float(words[-1]["x1"]),
        "top": float(min(word["top"] for word in words)),
        "bottom": base,
        "size": size,
        "bold": all(re.search("bold|black", character["fontname"], re.IGNORECASE) for character in characters),
        "words": parts,
        "runs": runs,
    }


def _runs(word: Word, size: float, base: float) -> list[list[str]]:
    """Return the runs of a word; raised digits become superscripts."""
    found: list[list[str]] = []
    is_mark = all(character["text"] == _UNKNOWN for character in word["chars"])
    for character in word["chars"]:
        text, font = _MARK if is_mark else character["text"], character["fontname"]
        if character["size"] < _SMALL * size and base - character["bottom"] > _RAISED * size:
            text = text.translate(_DIGITS)
        if found and found[-1][1] == font:
            found[-1][0] += text
        else:
            found.append([text, font])
    return found


def main() -> None:
    """Read a PDF file from standard input, and write its content as JSON."""
    found = pages_of(sys.stdin.buffer.read(), int(sys.argv[1]))
    json.dump(found, sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    main()
