"""Change the structure of a file at random: fields of JSON, elements of XML, cells of tables, members of archives."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

Change = Callable[[random.Random, bytes], bytes]

WORDS = (
    *("", " ", "0", "-1", "1E60", "1E999999999", "1.50", "=1+1", "2018-13", "2018", "2018-02-30", "percent", "VND"),
    *("household", "ệ", "\u202e", "x" * 2000, "exact", "not_stated", "nearly 5 percent", "2018-01/2018-12", "[5, 7)"),
    *("annex-1", "\u00a0", "\ufeff", "\ud800", "1.234.567,8", "12,5%", "trên 60.000 lượt hộ", "giảm 4,95%/năm"),
    *("đến cuối năm 2018", "kế hoạch", "TH 2018", "tỷ đồng", "Trong đó:", "(2)/(1)", "%", "vi", "en", "true", "]]>"),
    *("?", "? who", "2018-Q4", "2018-W53", "2018-A1", "2018-12-31T23:59:59", "--06-30", "NaN", "INF", "1e3", "+5"),
    *("0.30000000000000004", "12345678.900000001", "9007199254740993", "0.0005", "-0", "1/2", "a; b", "A: label", "_T"),
)  # fmt: skip
_ODD: list[Any] = [*WORDS, None, True, 0, -1, 1.5, 10**20, [], {}, [[]], {"absent": "not_stated"}, {"gap": "x"}]
_TAGS = ("<td rowspan=3>", "<td colspan=99999>", "<table>", "</tr>", "<ul><li>", "<th>", "&#0;", "<!--", "<sup>")
_LETTERS = "0159.,-%/ ~x()[]:;\n\"'hộếđ"


def changed_text(rng: random.Random, text: str) -> str:
    """Change, drop, repeat or move a piece of a text."""
    if not text:
        return rng.choice(WORDS)
    at = rng.randrange(len(text))
    end = min(len(text), at + rng.choice((1, 1, 2, 5, 20, 80)))
    match rng.randrange(7):
        case 6:
            return rng.choice((text.upper(), text.lower(), text.title(), f" {text} ", text * 2, text[::-1]))
        case 0:
            return text[:at] + text[end:]
        case 1:
            return text[:at] + rng.choice(_LETTERS) + text[at + 1 :]
        case 2:
            return text[:at] + rng.choice(WORDS) + text[at:]
        case 3:
            return text[:at] + text[at:end] + text[at:]
        case 4:
            to = rng.randrange(len(text))
            return text[:to] + text[at:end] + text[to:]
        case _:
            numbers = list(re.finditer(r"\d+", text))
            if not numbers:
                return text + rng.choice(_LETTERS)
            one, other = rng.choice(numbers), rng.choice(numbers)
            return text[: one.start()] + other[0] + text[one.end() :]


def change_prose(rng: random.Random, content: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    for _ in range(rng.choice((1, 1, 2, 5))):
        text = changed_text(rng, text)
    return text.encode("utf-8", "replace")


def change_bytes(rng: random.Random, content: bytes) -> bytes:
    """Change bytes of a binary file to those of small, large and any numbers, or cut it."""
    changed = bytearray(content[: rng.randrange(len(content) + 1)] if rng.random() < 0.1 else content)
    for _ in range(rng.choice((1, 1, 4, 20)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.choice((0, 1, 0x7F, 0xFF, rng.randrange(256)))
    return bytes(changed)


def change_text(rng: random.Random, content: bytes) -> bytes:
    """Change a file as a text, without regard to its structure, or repeat one of its fields, tags or lines."""
    text = content.decode()
    for _ in range(rng.choice((1, 1, 2, 5))):
        parts = list(_PARTS.finditer(text))
        if parts and rng.random() < 0.6:
            one, other = rng.choice(parts), rng.choice(parts)
            text = text[: one.start()] + rng.choice((other[0], one[0], f"\n{one[0]}", "")) + text[one.start() :]
        else:
            text = changed_text(rng, text)
    return text.encode("utf-8", "replace")


_PARTS = re.compile(r'"[^"\n]*": *(?:[^\[{\n]*,)?| ?[\w:]+="[^"]*"|</?\w[^>]*>|<\?[^>]*>|[^\n]*\n')


def change_json(rng: random.Random, content: bytes) -> bytes:
    tree = json.loads(content)
    for _ in range(rng.choice((1, 1, 2, 5))):
        places = list(_places(tree))
        if not places:
            break
        holder, key = rng.choice(places)
        other, its_key = rng.choice(places)
        match rng.randrange(8):
            case 5 if isinstance(holder, dict):
                holder[rng.choice((str(its_key), changed_text(rng, key)))] = holder.pop(key)
            case 6:
                holder[key] = rng.choice(([holder[key]], {str(its_key): holder[key]}, str(holder[key]), [*holder][:2]))
            case 7 if isinstance(holder, list):
                holder.append(holder.pop(key))
            case 0:
                del holder[key]
            case 1:
                holder[key] = rng.choice(_ODD)
            case 2 if isinstance(holder, list):
                holder.insert(rng.randrange(len(holder) + 1), holder[key])
            case 3:
                holder[key] = json.loads(json.dumps(other[its_key]))
            case _ if isinstance(holder[key], str):
                holder[key] = changed_text(rng, holder[key])
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield tree, key
        if isinstance(value, dict | list):
            yield from _places(value)


def change_xml(rng: random.Random, content: bytes) -> bytes:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    for _ in range(rng.choice((1, 1, 2, 5))):
        elements = list(root.iter(etree.Element))
        one, other = rng.choice(elements), rng.choice(elements)
        _change_element(rng, one, other)
    return bytes(etree.tostring(root.getroottree(), encoding="utf-8"))


def _change_element(rng: random.Random, one: Any, other: Any) -> None:
    parent, odd = one.getparent(), re.sub("[^\t\n\x20-\ud7ff]", "", str(rng.choice(_ODD)))
    match rng.randrange(12):
        case 8 if one.attrib:
            del one.attrib[rng.choice(list(one.attrib))]
        case 9 if parent is not None:
            one.tag = other.tag
        case 10 if parent is not None:
            parent.insert(rng.randrange(len(parent)), one)
        case 11:
            one.tail = odd
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if parent is not None:
            parent.append(_copy(one))
        case 2 if one.attrib:
            one.set(rng.choice(list(one.attrib)), odd)
        case 3:
            one.text = odd
        case 4 if one.text:
            one.text = re.sub("[^\t\n\x20-\ud7ff]", "", changed_text(rng, one.text))
        case 5 if other.getparent() is not None:
            one.append(_copy(other))
        case 6 if one.attrib:
            name = rng.choice(list(one.attrib))
            one.set(name, re.sub("[^\t\n\x20-\ud7ff]", "", changed_text(rng, one.get(name))))
        case _ if other.attrib:
            name = rng.choice(list(other.attrib))
            one.set(name, other.get(name))


def _copy(element: Any) -> Any:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def change_html(rng: random.Random, content: bytes) -> bytes:
    """Change tags, attributes and text between them; HTML needs no parser that would repair it."""
    parts = re.split(r"(<[^>]*>)", content.decode("utf-8", "replace"))
    for _ in range(rng.choice((1, 1, 2, 5))):
        at, other = rng.randrange(len(parts)), rng.randrange(len(parts))
        match rng.randrange(5):
            case 0 if len(parts) > 1:
                del parts[at]
            case 1:
                parts.insert(at, parts[other])
            case 2:
                parts[at], parts[other] = parts[other], parts[at]
            case 3:
                parts.insert(
                    at, rng.choice(("<td rowspan=3>", "<td colspan=99999>", "<table>", "</tr>", "<ul><li>", "&#0;"))
                )
            case _:
                parts[at] = changed_text(rng, parts[at])
    return "".join(parts).encode("utf-8", "replace")


def change_csv(rng: random.Random, content: bytes) -> bytes:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline="")))
    for _ in range(rng.choice((1, 1, 2, 5))):
        if not rows:
            break
        row, other = rng.choice(rows), rng.choice(rows)
        if not row:
            continue
        at = rng.randrange(len(row))
        match rng.randrange(11):
            case 6:
                del row[at]
            case 7:
                row.insert(at, rng.choice((*row, str(rng.choice(_ODD)))))
            case 8:
                _change_column(rng, rows, at)
            case 9:
                rows.insert(rng.randrange(len(rows)), rng.choice(([], [""], [""] * len(row), other[:1])))
            case 10:
                rows[0][min(at, len(rows[0]) - 1) :][:1] = [changed_text(rng, row[at])]
            case 0:
                row[at] = str(rng.choice(_ODD))
            case 1:
                row[at] = other[min(at, len(other) - 1)] if other else ""
            case 2:
                rows.append(list(row))
            case 3 if len(rows) > 1:
                rows.remove(row)
            case 4:
                row[at] = changed_text(rng, row[at])
            case _:
                row.insert(at, row.pop())
    made = io.StringIO(newline="")
    dialect: Any = {"delimiter": rng.choice(";\t|"), "lineterminator": "\r\n"} if rng.random() < 0.06 else {}
    csv.writer(made, **({"lineterminator": "\n"} | dialect)).writerows(rows)
    return made.getvalue().encode("utf-8", "replace")


def _change_column(rng: random.Random, rows: list[list[str]], at: int) -> None:
    """Leave out a column, repeat or move it, or change its cells in one way."""
    long, to = [row for row in rows if len(row) > at], rng.randrange(at + 1)
    word, how = str(rng.choice(_ODD)), rng.randrange(5)
    for number, row in enumerate(long):
        match how:
            case 0:
                del row[at]
            case 1:
                row.insert(to, row[at])
            case 2:
                row.insert(to, row.pop(at))
            case 3 if number:
                row[at] = word
            case _ if number:
                row[at] = rng.choice(long[1:])[at]


def packed(members: dict[str, bytes]) -> bytes:
    """Return an archive that is the same for the same members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_OF_MEMBERS: dict[str, Change] = {"csv": change_csv, "json": change_json, "xml": change_xml, "rels": change_xml}


def change_archive(rng: random.Random, content: bytes) -> bytes:
    """Change a member of an archive, seldom which members there are."""
    members = unpacked(content)
    names = [name for name in members if name.rpartition(".")[2] in _OF_MEMBERS and members[name]]
    if not names or rng.random() < 0.03:
        name = rng.choice(list(members) or ["a.csv"])
        other = members.pop(name, b"")
        if rng.random() < 0.5:
            members[changed_text(rng, name).replace("\ud800", "")] = other
        return packed(members)
    # Sheets and the main part of a document matter more than styles.
    name = rng.choices(
        names, [5 if "sheets/" in name or name.endswith(("document.xml", ".csv")) else 1 for name in names]
    )[0]
    members[name] = _OF_MEMBERS[name.rpartition(".")[2]](rng, members[name])
    return packed(members)
