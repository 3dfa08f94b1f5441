"""Files with random faults for every reader, and reviews with random fields for every writer.

A seed gives a file: the valid files of a kind are changed at random, and some are read with low limits of problems.
What is read is recorded in ``tests/recorded/odd-*.txt``, in a line for each file: its seed, a digest of the whole answer
and its length, and the first difference or problem. ``python -m tests.interchange._odd_files KIND SEED`` prints the
whole answer, to compare it with that of an earlier version.
"""

from __future__ import annotations

import contextlib
import csv as plain_csv
import hashlib
import html
import io
import json as plain_json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from attrs import evolve
from lxml import etree

from aseansc.datasets import annex, skeleton
from aseansc.errors import AseanscError
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx
from aseansc.interchange._any_format import finished, load_any
from aseansc.interchange._document.write_json import unstructure
from aseansc.interchange._tables.read_reviews import draft_of
from aseansc.interchange._tables.write_rows import tables_of
from aseansc.interchange.excel import _write_workbook
from aseansc.interchange.excel._check_parts import Marks, marks_of
from aseansc.interchange.excel._layout import letters
from aseansc.interchange.excel._read_workbook import grids_of, reading_of
from aseansc.limits import Limits, within
from tests._recorded import FOLDER
from tests.interchange import _sdmx_samples as samples
from tests.interchange._special import SPECIAL

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import _fuzz_changes as changes

SKELETON, ANNEX = skeleton.load(), annex.load()
GOLDEN = Path(__file__).parents[1] / "golden"
OPEN_SDG = b"""Year,Units,Sex,GeoCode,Observation status,Value
2018,percent,Male,VN-01,E,5.0
2018,percent,Female,VN-01,,6.5
2019-2020,percent,,VN,F,>7
2020-Q1,,Male,,,n/a
"""
MULTIPLES = b"""Year,Series,Units,Unit multiplier,Age,COMMENT_OBS,Value
2018,Births,persons,thousands,0-4,a note,1234.5
2018,Births,persons,Units,5+,,12
2019,Deaths,per cent,,,,-3.10
2019,Deaths,,million,,see below,1.2E3
"""
TYPED = ("1,5", "1.234", "31/12/2018", "12,5%", "trên 60", "?", "??", "? who", "TRUE", "x; y", "vi: a; en: b", "2018.0")
"""What a person may type in a cell."""
_CODES = (
    "0.00%",
    "dd/mm/yyyy",
    "#,##0",
    "@",
    "0.0E+00",
    '0 "xã"',
    "# ?/?",
    "#,##0,",
    "mmm-yy",
    "0.0",
    "0.00",
    "#,##0.0",
    "0.00##",
)


def written(write: Callable[[Any], str | bytes], *reviews: Any) -> list[bytes]:
    files = (write(review) for review in reviews)
    return [file.encode() if isinstance(file, str) else file for file in files]


def golden(pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(GOLDEN.glob(pattern))]


def file_of(module: Any, review: Any) -> bytes:
    made = io.BytesIO()
    module.dump(review, made)
    return changes.packed(changes.unpacked(made.getvalue()))


def change_cells(rng: random.Random, content: bytes) -> bytes:
    """Change some cells of a workbook: to the content of another cell, to a word, or to a number."""
    members = changes.unpacked(content)
    name = rng.choice([name for name in members if "worksheets/sheet" in name and b"<v>" in members[name]])
    root = etree.fromstring(members[name])
    for _ in range(rng.choice((1, 1, 2, 4))):
        cell, other = rng.choices([item for item in root.iter("{*}c") if len(item)], k=2)
        word = re.sub("[^ -\ud7ff]", "", rng.choice((*changes.WORDS, *TYPED)))
        match rng.randrange(4):
            case 0:
                inner, kind = etree.tostring(other[-1]).decode(), other.get("t", "n")
            case 1:
                inner, kind = f"<v>{rng.choice((0, 12.5, -3, 43100, 1e60))}</v>", "n"
            case _:
                inner, kind = f"<is><t>{html.escape(word)}</t></is>", "inlineStr"
        cell[:] = [etree.fromstring(inner)]
        cell[-1].tag = f"{{{cell.nsmap[None]}}}{etree.QName(cell[-1]).localname}"
        cell.set("t", kind)
    members[name] = etree.tostring(root)
    return changes.packed(members)


def change_rows(rng: random.Random, content: bytes) -> bytes:
    """Change cells of an archive of tables: to another cell of the column, of the row, or to what a person types."""
    members = changes.unpacked(content)
    for _ in range(rng.choice((1, 1, 2, 3))):
        name = rng.choice([name for name in members if name.endswith(".csv") and members[name].count(b"\n") > 1])
        rows = list(plain_csv.reader(io.StringIO(members[name].decode(), newline="")))
        row, other = rng.choices(rows[1:], k=2)
        at = rng.randrange(len(row))
        row[at] = rng.choice((other[at], rng.choice(row), rng.choice(TYPED), "", f"{row[at]}0", f" {row[at]}"))
        if rng.random() < 0.2:
            rows[1:] = rng.sample(rows[1:], len(rows) - 1)
        made = io.StringIO(newline="")
        plain_csv.writer(made).writerows(rows)
        members[name] = made.getvalue().encode("utf-8", "replace")
    return changes.packed(members)


def change_members(rng: random.Random, content: bytes) -> bytes:
    """Leave out, empty, cut, rename or damage one member of an archive, or add another one."""
    members = changes.unpacked(content)
    name, word = rng.choice([*members]), rng.choice(_MEMBERS)
    match rng.randrange(7):
        case 0:
            del members[name]
        case 1:
            members[name] = b""
        case 2:
            members[name] = members[name][: rng.randrange(len(members[name]) + 1)]
        case 3:
            members[name.upper() if rng.random() < 0.5 else f"x/{name}"] = members.pop(name)
        case 4:
            members[name] = members[name].replace(b"?>", b"?>" + rng.choice(_DAMAGES), 1)
        case 5:
            members[name] = members[rng.choice([*members])]
        case _:
            members[word] = rng.choice((b"", b"x", members[name]))
    return changes.packed(members)


_MEMBERS = ("xl/vbaProject.bin", "xl/embeddings/a.bin", "xl/externalLinks/a.xml", "a.csv", "figures.csv", "__MACOSX/._a", "XL/STYLES.xml", "a.xml")  # fmt: skip
_DAMAGES = (b"<!DOCTYPE a>", b"<!ENTITY a 'b'>", b"\x00", b"\xff", b"<!-- macroEnabled -->", b"<a>", b"\n\n")


@cache
def workbook(number: int) -> tuple[dict[str, Any], dict[str, Marks]]:
    """Return the cells and the marks of a workbook, which are changed without writing it again."""
    content = (golden("excel/skeleton-2.xlsx") + golden("excel/special-2.xlsx") + golden("excel/draft-1.xlsx"))[number]
    marks = marks_of(content)
    return grids_of(content, [*marks]), marks


def change_grids(rng: random.Random, content: bytes) -> bytes:
    """Return which cells of a workbook a person changes, and with which number formats; mostly those of figures."""
    number = int(content)
    grids, made = workbook(number)[0], []
    for _ in range(rng.choice((1, 1, 2, 4))):
        of_figures = [name for name in ("Observations", "Targets", "Claims", "Figures") if len(grids.get(name, ())) > 1]
        sheet = rng.choice(of_figures if rng.random() < 0.6 else [name for name in grids if len(grids[name]) > 1])
        row = rng.randrange(len(grids[sheet])) if rng.random() < 0.1 else rng.randrange(1, len(grids[sheet]) + 1)
        cells = grids[sheet][min(row, len(grids[sheet]) - 1)]
        heads = [at for at, head in enumerate(grids[sheet][0]) if _OF_FIGURES.search(str(head))]
        filled = [at for at, cell in enumerate(cells) if cell != ""]
        at = rng.choice(rng.choice((heads or range(len(cells)), filled or range(len(cells)), range(len(cells)))))
        typed = [*_near(cells[at], rng.choice(cells)), rng.choice(TYPED), rng.choice(changes.WORDS[:12])]
        typed += [12.5, -3.0, 0.255, 43100.0, True, "", *[str(line[at]) for line in grids[sheet][1:3]]]
        made.append([sheet, row, at, rng.choice(typed), rng.choice(_CODES) if rng.random() < 0.3 else ""])
    return plain_json.dumps([number, made]).encode()


_OF_FIGURES = re.compile(r"number|magnitude|upper|resolution|printed|time|figure")


def _near(*cells: Any) -> Iterator[Any]:
    """Yield numbers that differ from one in a cell, or in the text of one, by their form, decimals or multiple."""
    for cell in cells:
        try:
            number = float(str(cell).replace(",", "."))
        except ValueError:
            continue
        yield from (number, number / 100, number * 1000, number + 0.5, str(number), str(cell).replace(".", ","))


def read_grids(content: bytes, limits: Limits | None = None) -> Any:
    """Read a workbook as a draft after its cells were changed."""
    found = plain_json.loads(content)
    number, made = found if isinstance(found, list) else (found, ())
    grids, marks = workbook(number)
    grids = {name: [list(row) for row in grid] for name, grid in grids.items()}
    formats = {name: dict(mark.formats) for name, mark in marks.items()}
    for sheet, row, at, typed, code in made:
        if row == len(grids[sheet]):
            grids[sheet].append(["" for _ in grids[sheet][0]])
        grids[sheet][row][at] = typed
        if code:
            formats[sheet][f"{letters(at)}{row + 1}"] = code
    with within(limits):
        reading = reading_of(grids, {name: evolve(mark, formats=formats[name]) for name, mark in marks.items()})
        return draft_of(reading.rows, reading.locate, reading.problems)


def change_annotations(rng: random.Random, content: bytes) -> bytes:
    """Change texts of the annotations in which SDMX keeps a review, or the elements around one of them."""
    root = etree.fromstring(content)
    for _ in range(rng.choice((1, 1, 2, 3))):
        texts = list(root.iter("{*}AnnotationText", "{*}AnnotationTitle", "{*}AnnotationType"))
        one, other = rng.choices(texts, k=2)
        match rng.randrange(5):
            case 0:
                one.text = other.text
            case 1 | 2 if one.text[:1] == "{" and one.text[-1:] == "}":
                one.text = changes.change_json(rng, one.text.encode()).decode()
            case 2:
                one.getparent().remove(one)
            case 3:
                one.getparent().append(etree.fromstring(etree.tostring(one, with_tail=False)))
            case _:
                one.text = re.sub("[^\t\n\x20-\ud7ff]", "", changes.changed_text(rng, one.text))
    return bytes(etree.tostring(root))


def change_fields(rng: random.Random, content: bytes) -> bytes:
    """Change fields of a review so that it often stays valid: to what the field has elsewhere, or to nothing."""
    tree = plain_json.loads(content)
    for _ in range(rng.choice((1, 1, 2, 4))):
        places = list(changes._places(tree))
        holder, key = rng.choice(places)
        others = [other[key] for other, its_key in places if its_key == key and other[key] != holder[key]]
        if others and rng.random() < 0.8:
            holder[key] = plain_json.loads(plain_json.dumps(rng.choice(others)))
        elif isinstance(holder[key], str) and rng.random() < 0.7:
            holder[key] = changes.changed_text(rng, holder[key])
        elif isinstance(holder, list):
            holder.insert(rng.randrange(len(holder) + 1), holder.pop(key))
        else:
            del holder[key]
    return plain_json.dumps(tree).encode()


def opened(load: Callable[..., Any]) -> Callable[..., Any]:
    return lambda content, limits=None: load(io.BytesIO(content), limits=limits)


@cache
def structure(review: Any = ANNEX) -> str:
    return sdmx.structure(review)


def with_structure(review: Any) -> Callable[..., Any]:
    return lambda content, limits=None: sdmx.loads(content, structure=structure(review), limits=limits)


def of_structure(content: bytes, limits: Limits | None = None) -> Any:
    return sdmx.loads_draft(samples.SERIES_ML, structure=content.decode(), limits=limits)


def of_own_structure(content: bytes, limits: Limits | None = None) -> Any:
    return sdmx.loads(sdmx.dumps(SPECIAL, "csv"), structure=content, limits=limits)


def all_formats(content: bytes, limits: Limits | None = None) -> list[str]:
    """Read a review, and return it in all formats with what they lose; with limits, what is too much for files."""
    review = json.loads(content)
    if limits is not None:
        return [of_limits(module.dump, review, limits) for module in (json, csv, iati, sdmx)]
    lines = [
        *sdmx.dumps(review).splitlines(),
        *sdmx.structure(review).splitlines(),
        *sdmx.dumps(review, "csv").splitlines(),
        *iati.dumps(review).splitlines(),
    ]
    for module in (json, csv, excel, iati, open_sdg, sdmx):
        lines += map(str, module.losses(review))
    for indicator in review.indicators:
        lines += open_sdg.dumps(review, indicator.id).splitlines()
    lines += sdmx.dumps(review, "json").splitlines()
    for name, rows in tables_of(unstructure(review), most=40).items():
        lines += [f"{name} {row}" for row in rows]
    return lines


def of_limits(dump: Callable[..., Any], review: Any, limits: Limits) -> str:
    """Return how a writer refuses a review, or the digest of its file."""
    made = io.BytesIO()
    try:
        dump(review, made, limits=limits)
    except AseanscError as error:
        return _described(error)
    return digest_of(made.getvalue()[:2].hex())


class Calls:
    """Notes all calls of its methods, and returns another such object from each."""

    def __init__(self, noted: list[str], name: str) -> None:
        self._noted, self._name = noted, name

    def __repr__(self) -> str:
        return self._name

    def __enter__(self) -> Calls:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __getattr__(self, method: str) -> Callable[..., Calls]:
        def call(*args: object, **options: object) -> Calls:
            self._noted.append(f"{self._name}.{method}{args}{options or ''}")
            made = args[0] if args and isinstance(args[0], str) else digest_of(self._noted[-1])
            return Calls(self._noted, f"<{made}>")

        return call


def calls_of_workbook(content: bytes, limits: Limits | None = None) -> list[str]:
    """Read a draft and write it as a workbook; return the calls of the library that writes it."""
    draft, noted = json.loads_draft(content), list[str]()
    with (
        patch("xlsxwriter.Workbook", lambda *_args, **_options: Calls(noted, "book")),
        patch.object(_write_workbook, "require_readable", lambda _: None),
    ):
        excel.dump(draft, io.BytesIO(), limits=limits)
    return noted


def change_names(rng: random.Random, content: bytes) -> bytes:
    """Return the name of a file, whether a structure message is given, and the content, which may be cut or changed."""
    kind = KINDS[rng.choice(_ANY)]
    content = rng.choice(kind.files())
    match rng.randrange(6):
        case 0:
            content = content[: rng.randrange(len(content))]
        case 1:
            content = rng.choice((b"\xef\xbb\xbf", b" \n", b"x", b"<", b"{", b"PK")) + content
        case 2 | 3:
            content = kind.change(rng, content)
        case _:
            pass
    suffix = rng.choice((".json", ".csv", ".xml", ".xlsx", ".zip", "", ".txt", ".JSON", ".parquet"))
    return f"file{suffix} {rng.randrange(8)}\n".encode() + content


_ANY = ("json", "json-draft", "sdmx-csv-draft", "sdmx-json-draft", "sdmx-ml-draft", "iati", "csv", "open-sdg", "excel")


def read_names(content: bytes, limits: Limits | None = None) -> Any:
    """Read a file by its name, and finish what is read if it is a draft."""
    head, _, content = content.partition(b"\n")
    name, how = head.decode().split(" ")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), within(limits):
        Path(name).write_bytes(content)
        if how in "01":
            Path("file.structure.xml" if how == "0" else "s.xml").write_text(structure(SKELETON))
        found = load_any(Path(name), Path("s.xml") if how == "1" else None)
        return finished(found, name, allow_untranslated=how == "2") if how in "234" else found


def read_folder(content: bytes, limits: Limits | None = None) -> Any:
    """Read a folder with the members of an archive."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), within(limits):
        Path("f").mkdir()
        for name, member in changes.unpacked(content).items():
            Path("f", name.replace("/", "_") or "_").write_bytes(member)
        return load_any(Path("f"))


def sdg_folder() -> bytes:
    return changes.packed(
        {"indicator_1-2-1.csv": OPEN_SDG, "indicator_births.csv": MULTIPLES, ".DS_Store": b"x", "a.md": b"words"}
    )


@dataclass(frozen=True)
class Kind:
    """A reader, what changes its files, and valid ones."""

    change: changes.Change
    read: Callable[..., Any]
    files: Callable[[], list[bytes]]


KINDS: dict[str, Kind] = {
    "json": Kind(
        changes.change_json,
        json.loads,
        lambda: [*written(json.dumps, ANNEX), *golden("json/special-2.json"), *golden("json/skeleton-1.json")],
    ),
    "json-fields": Kind(change_fields, json.loads, lambda: golden("json/s*-2.json")),
    "json-draft": Kind(
        changes.change_json, json.loads_draft, lambda: [*golden("json/draft-1.json"), *golden("iati/charity*.json")]
    ),
    "sdmx-ml": Kind(
        changes.change_xml,
        sdmx.loads_draft,
        lambda: [*written(sdmx.dumps, SKELETON), *golden("sdmx/special-2.xml"), *golden("sdmx/untimed-1.xml")],
    ),
    "sdmx-json": Kind(
        changes.change_json, with_structure(SKELETON), lambda: written(lambda it: sdmx.dumps(it, "json"), SKELETON)
    ),
    "sdmx-csv": Kind(
        changes.change_csv, with_structure(SPECIAL), lambda: written(lambda it: sdmx.dumps(it, "csv"), SPECIAL)
    ),
    "sdmx-csv-draft": Kind(
        changes.change_csv,
        sdmx.loads_draft,
        lambda: [*golden("sdmx/special-2.csv"), samples.SDG_CSV.encode(), samples.OLD_CSV.encode()],
    ),
    "sdmx-csv-labels": Kind(
        changes.change_csv, sdmx.loads_draft, lambda: [samples.LABELLED_CSV.encode(), samples.STARS_CSV.encode()]
    ),
    "sdmx-json-draft": Kind(
        changes.change_json, sdmx.loads_draft, lambda: [samples.OLD_JSON.encode(), samples.NEW_JSON.encode()]
    ),
    "sdmx-ml-draft": Kind(
        changes.change_xml, sdmx.loads_draft, lambda: [samples.GENERIC_ML.encode(), samples.SERIES_ML.encode()]
    ),
    "sdmx-structure": Kind(changes.change_xml, of_structure, lambda: [samples.STRUCTURE_ML.encode()]),
    "sdmx-annotations": Kind(change_annotations, sdmx.loads_draft, lambda: [structure(SKELETON).encode()]),
    "sdmx-own-structure": Kind(change_annotations, of_own_structure, lambda: [structure(SPECIAL).encode()]),
    "iati": Kind(changes.change_xml, iati.loads, lambda: written(iati.dumps, SKELETON, SPECIAL)),
    "iati-draft": Kind(changes.change_xml, iati.loads_draft, lambda: golden("iati/*-2.*.xml")),
    "csv": Kind(
        changes.change_archive, opened(csv.load), lambda: [*golden("csv/special-2.zip"), *golden("csv/skeleton-1.zip")]
    ),
    "csv-rows": Kind(change_rows, opened(csv.load), lambda: golden("csv/*-2.zip")),
    "excel": Kind(change_cells, opened(excel.load_draft), lambda: [file_of(excel, SKELETON)]),
    "excel-draft": Kind(change_cells, opened(excel.load_draft), lambda: golden("excel/draft-1.xlsx")),
    "excel-parts": Kind(changes.change_archive, opened(excel.load_draft), lambda: golden("excel/special-2.xlsx")),
    "excel-members": Kind(change_members, opened(excel.load_draft), lambda: golden("excel/skeleton-1.xlsx")),
    "csv-members": Kind(change_members, opened(csv.load), lambda: golden("csv/special-2.zip")),
    "excel-cells": Kind(change_grids, read_grids, lambda: [b"0", b"1", b"2"]),
    "workbook": Kind(
        change_fields,
        calls_of_workbook,
        lambda: [*golden("json/draft-1.json"), *golden("json/special-2.json")],
    ),
    "names": Kind(change_names, read_names, lambda: [b"file.csv 7\n" + OPEN_SDG]),
    "folders": Kind(changes.change_archive, read_folder, lambda: [sdg_folder(), *golden("csv/special-2.zip")]),
    "open-sdg": Kind(changes.change_csv, open_sdg.loads_draft, lambda: [OPEN_SDG, MULTIPLES]),
    "json-text": Kind(changes.change_text, json.loads, lambda: golden("json/skeleton-2.json")),
    "iati-text": Kind(changes.change_text, iati.loads_draft, lambda: golden("iati/charity-2.*.xml")),
    "sdmx-text": Kind(
        changes.change_text,
        sdmx.loads_draft,
        lambda: [it.encode() for it in (samples.SERIES_ML, samples.NEW_JSON, samples.SDG_CSV, samples.LABELLED_CSV)],
    ),
    "open-sdg-text": Kind(changes.change_text, open_sdg.loads_draft, lambda: [OPEN_SDG]),
    "formats": Kind(
        change_fields, all_formats, lambda: [*golden("json/special-2.json"), *golden("json/skeleton-2.json")]
    ),
}


def limits_of(seed: int, content: bytes) -> Limits | None:
    """Return a low limit of problems for every fourth file, and one of size, items or depth for every eighth."""
    rng = random.Random(seed)
    match seed % 8:
        case 3 | 7:
            return Limits(problems=1 + seed // 4 % 3)
        case 5:
            size, items = len(content) * rng.choice((1, 2, 5, 10)), rng.randrange(1, 10) * 10 ** rng.randrange(2, 6)
            of_one = {"size": max(1, size - rng.randrange(-9, 9)), "items": items, "depth": rng.randrange(1, 12)}
            name = rng.choice(("size", "items", "items", "items", "depth"))
            return Limits(**{name: of_one[name]})
        case _:
            return None


def lines_of(read: Any) -> list[str]:
    return read if isinstance(read, list) else json.dumps(read).splitlines()


_OF_OTHERS = re.compile(r"((?:is not XML|exceeds a limit|is not JSON|not CSV): |is damaged; got )[^;]*")
"""Messages of libraries, which differ by their version."""

_JSON_AT = re.compile(r"line \d+, column \d+: (the document is not JSON: …; got ')[],}].*", re.DOTALL)
"""Where text is not JSON: Python 3.13 names a comma too many, and earlier ones what follows it."""


def answer(kind: Kind, content: bytes, valid: list[str], limits: Limits | None = None) -> list[str]:
    """Return the problems of a file, or what was read after how it differs from what a valid file has."""
    try:
        found = lines_of(kind.read(content, limits=limits))
    except AseanscError as error:
        problems = getattr(error, "problems", ())
        whole = [f"{error.where}: {error.problem}; {error.hint}"] if problems else []
        lines = (_OF_OTHERS.sub(r"\1…", line) for line in (*map(_described, problems or (error,)), *whole))
        return [_JSON_AT.sub(r"\1…", line) for line in lines]
    if found == valid:
        return ["the same", *found]
    different = (line for line in unified_diff(valid, found, n=0, lineterm="") if line[:2] not in ("--", "++", "@@"))
    return [next(different), *found]


def _described(error: AseanscError) -> str:
    return f"{type(error).__name__} {error}"


def short(lines: list[str]) -> str:
    """Return the beginning of an answer, and a digest of all of it."""
    return f"{digest_of(*lines)} {len(lines)} {' '.join(lines[0].split())[:120]}"


def digest_of(*lines: str) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:8]


@cache
def files_of(name: str) -> list[bytes]:
    """Return the valid files of a kind; it takes time to write some of them."""
    return KINDS[name].files()


def answers(name: str, seeds: Iterable[Iterable[int]]) -> Iterator[str]:
    """Yield what is read from the valid files of a kind, and from each of them as changed by some seeds."""
    kind = KINDS[name]
    for number, (content, own) in enumerate(zip(files_of(name), seeds, strict=True)):
        valid = lines_of(kind.read(content))
        yield f"file {number}: {short(valid)}"
        for seed in own:
            changed = kind.change(random.Random(f"{name} {seed}"), content)
            yield f"{seed}: {short(answer(kind, changed, valid, limits_of(seed, changed)))}"


_SHORT = (
    *(b"", b" ", b"\n", b"[]", b"[1]", b"1", b"-1.50", b'"x"', b"null", b"{}", b"{", b'{"a": [', b"<a/>", b"<a>", b"<", b"a,b\n"),
    *(b"a;b\n1;2\n", b"\xff\xfe<\x00", b"\xe1\xbb", b"\xef\xbb\xbf", b"PK", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"%PDF", b"\x00"),
    *(b'<?xml version="1.0" encoding="latin-1"?><a/>', b"<!DOCTYPE a><a/>", b"<html><p>1", b"STRUCTURE", b"DATAFLOW;A", b"Year,Value"),
)  # fmt: skip


READERS = ("json", "json-draft", "sdmx-ml", "sdmx-csv", "sdmx-own-structure", "iati", "iati-draft", "csv", "excel", "open-sdg")  # fmt: skip
"""One kind for each reader of files."""


def of_others(name: str) -> Iterator[str]:
    """Yield what a reader makes of very short files, and of the files of all other readers."""
    kind = KINDS[name]
    others = [files_of(of)[0] for of, it in KINDS.items() if it is not kind and not of.endswith("-text")]
    for content in (*_SHORT, *others):
        yield f"{name}, {content[:20]!r}: {short(answer(kind, content, []))}"


def seeds_of(name: str) -> list[list[int]]:
    """Return the recorded seeds for each file of a kind; they were chosen so that they reach rare code."""
    seeds: list[list[int]] = []
    for line in (FOLDER / f"odd-{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("file"):
            seeds.append([])
        else:
            seeds[-1].append(int(line.partition(":")[0]))
    return seeds


def show(name: str, seed: int) -> None:
    """Print what is read from each file of a kind as changed by a seed."""
    kind = KINDS[name]
    for content in kind.files():
        changed = kind.change(random.Random(f"{name} {seed}"), content)
        print(*answer(kind, changed, lines_of(kind.read(content)), limits_of(seed, changed)), sep="\n")


if __name__ == "__main__":
    show(sys.argv[1], int(sys.argv[2]))
