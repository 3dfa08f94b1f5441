"""What `fuzz.py` reads, and what must hold for everything that a reader accepts."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_UP, Context, localcontext
from functools import cache
from pathlib import Path
from typing import Any

import _fuzz_changes as changes
import polars
from attrs import evolve

from aseansc import (
    AsOf,
    Attainment,
    Change,
    MonthDay,
    Period,
    RelativeChange,
    Review,
    Unit,
    Value,
    documents,
    frames,
    laws,
    pages,
    vietnamese,
)
from aseansc.audit import audit
from aseansc.comparison import compare_reviews
from aseansc.datasets import annex, skeleton
from aseansc.drafts import Draft
from aseansc.errors import AseanscError
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx
from aseansc.verification import loads_claims, verify, verify_claims
from aseansc.views import as_html

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.documents import _made, _made_doc

_KEPT = tempfile.TemporaryDirectory(prefix="fuzz-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
_FOLDER = Path(_KEPT.name)  # removed at the end of the process


@dataclass
class Target:
    """A reader: how its input is changed and read, valid input, and what must hold for what it accepts."""

    change: changes.Change
    read: Callable[[bytes], Any]
    seeds: list[bytes]
    check: Callable[[random.Random, Any], None] = field(default=lambda rng, found: _check(rng, found))


class BrokenRuleError(Exception):
    """A rule does not hold for something that a reader accepted."""


class NotReadError(Exception):
    """Another library refuses the input before it comes to a reader."""


def _require_equal(found: object, expected: object, rule: str) -> None:
    if found != expected:
        raise BrokenRuleError(f"{rule}: {found!r:.300} is not {expected!r:.300}")


def _file(module: Any, review: Review | Draft) -> bytes:
    made = io.BytesIO()
    module.dump(review, made)
    return made.getvalue()


def _crude(review: Review) -> str:
    """Return the JSON of a review, written in a decimal context with few digits."""
    with localcontext(Context(prec=3, rounding=ROUND_UP)):
        return json.dumps(review)


def _excel_draft(draft: Draft) -> None:
    """Check that a draft keeps its gaps in Excel, which does not distinguish empty lists from missing ones."""
    once = excel.load_draft(io.BytesIO(_file(excel, draft)))
    twice = excel.load_draft(io.BytesIO(_file(excel, once)))
    _require_equal(json.dumps(twice), json.dumps(once), "excel round trip of a draft")
    _require_equal([where for where, _ in once.gaps], [where for where, _ in draft.gaps], "gaps of a draft in excel")


def _verified(review: Review) -> None:
    with contextlib.suppress(AseanscError):  # such as a review with several documents
        verify(review, _TEXT)


_OF_REVIEWS: list[tuple[str, Callable[[Review], object]]] = [
    ("json", lambda review: _require_equal(json.loads(json.dumps(review)), review, "json round trip")),
    ("context", lambda review: _require_equal(_crude(review), json.dumps(review), "json in a crude decimal context")),
    ("sdmx-ml", lambda review: _require_equal(sdmx.loads(sdmx.dumps(review)), review, "sdmx-ml round trip")),
    (
        "sdmx-csv",
        lambda review: _require_equal(
            sdmx.loads(sdmx.dumps(review, "csv"), structure=sdmx.structure(review)), review, "sdmx-csv round trip"
        ),
    ),
    (
        "sdmx-json",
        lambda review: _require_equal(
            sdmx.loads(sdmx.dumps(review, "json"), structure=sdmx.structure(review)), review, "sdmx-json round trip"
        ),
    ),
    ("csv", lambda review: _require_equal(csv.load(io.BytesIO(_file(csv, review))), review, "csv round trip")),
    ("excel", lambda review: _require_equal(excel.load(io.BytesIO(_file(excel, review))), review, "excel round trip")),
    ("iati", lambda review: iati.loads_draft(iati.dumps(review))),
    ("open sdg", lambda review: [open_sdg.dumps(review, item.id) for item in review.indicators[:2]]),
    ("losses", lambda review: [module.losses(review) for module in (json, csv, excel, iati, open_sdg, sdmx, pages)]),
    ("audit", lambda review: [audit(review).summary(lang) for lang in ("en", "vi")]),
    ("comparison", lambda review: as_html(compare_reviews(review, review).figures[0]) if review.figures() else ""),
    ("page", lambda review: pages.report(review, "vi")),
    ("verification", lambda review: _verified(review)),
    ("html", lambda review: (as_html(review), str(review), repr(review))),
    ("draft", lambda review: _require_equal(Draft.of(review).finish(), review, "finished draft of a review")),
]
_OF_DRAFTS: list[tuple[str, Callable[[Draft], object]]] = [
    ("json", lambda draft: _require_equal(json.loads_draft(json.dumps(draft)), draft, "json round trip of a draft")),
    ("excel", _excel_draft),
    ("gaps", lambda draft: (len(draft.gaps), len(draft.proposals), draft.untranslated)),
    ("known", lambda draft: draft.known()),
    ("html", lambda draft: (as_html(draft), str(draft))),
]
_TEXT = "Đến cuối năm 2018, tỷ lệ hộ nghèo còn 25,55%, giảm bình quân 4,95%/năm; hỗ trợ trên 60.000 lượt hộ nghèo."


_SLOW = {"excel": 0.1, "page": 0.3, "known": 1}
"""How often rules are checked that take long; 6 for the others."""


def _check(rng: random.Random, found: Any) -> None:
    """Check one rule for reviews or drafts; slow ones less often."""
    rules: Any = _OF_REVIEWS if isinstance(found, Review) else _OF_DRAFTS
    weights = [_SLOW.get(name, 6) for name, _ in rules]
    rng.choices(rules, weights)[0][1](found)


def _check_source(rng: random.Random, source: documents.Source) -> None:
    for part in (*source.passages, *(cell for table in source.tables for cell in table.cells)):
        if not 0 <= part.start <= part.end <= len(source.text):
            raise BrokenRuleError(f"the position of {part!r:.200} is outside the text")
        if source.text[part.start : part.end] != part.text:
            raise BrokenRuleError(f"{part!r:.200} does not quote the text")
    if rng.random() < 0.3:
        _check(rng, documents.draft(source, place="VN-12", period=Period.year(2018)))


def _document(suffix: str) -> Callable[[bytes], documents.Source]:
    path = _FOLDER / f"report{suffix}"

    def read(content: bytes) -> documents.Source:
        path.write_bytes(content)
        return documents.read(path)

    return read


def _check_prose(rng: random.Random, text: str) -> None:
    figures = vietnamese.find(text)
    laws.check_reader(lambda part: vietnamese.find(part), [text] if figures else [text, _TEXT])
    for figure in figures[:5]:
        if figure.value is not None and rng.random() < 0.3:
            printed = vietnamese.format(figure.value)
            _require_equal(vietnamese.parse(printed).value, figure.value, f"printed and parsed {printed!r}")
    if rng.random() < 0.1:
        _check(rng, vietnamese.draft(text, place="VN-12", period=Period.year(2018)))


def _prose(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    vietnamese.find(text)
    return text


_PARSERS: dict[str, Callable[[str], Any]] = {
    found.__name__: found.parse  # type: ignore[attr-defined]
    for found in (Value, Change, RelativeChange, Attainment, Unit, Period, AsOf, MonthDay)
}


def _parsed(content: bytes) -> Any:
    name, _, text = content.decode("utf-8", "replace").partition("\n")
    return _PARSERS.get(name, Value.parse)(text)


def _check_parsed(_rng: random.Random, found: Any) -> None:
    _require_equal(type(found).parse(str(found)), found, "parsed from its text form")
    with localcontext(Context(prec=3, rounding=ROUND_UP)):
        _require_equal(type(found).parse(str(found)), found, "parsed in a crude decimal context")
    repr(found)
    hash(found)
    as_html(found) if isinstance(found, Value) else None


def _change_parsed(rng: random.Random, content: bytes) -> bytes:
    name, _, text = content.decode("utf-8", "replace").partition("\n")
    if rng.random() < 0.05:
        name = rng.choice(list(_PARSERS))
    for _ in range(rng.choice((1, 1, 2, 4))):
        text = changes.changed_text(rng, text)
    return f"{name}\n{text}".encode("utf-8", "replace")


_STATED = {
    "Value": ("over 60000 household_turn", "5..7.5 VND/person", "25.50 percent", "378000 household to 1000"),
    "Change": ("-4.95 percentage_point/year", "over 3 household", "-5..-3 percentage_point to 0.02"),
    "RelativeChange": ("by nearly 300 percent to 100", "by -4.95 percent/year", "times 4 times"),
    "Attainment": ("over_plan 25.5 percent", "of_plan 96.7 percent"),
    "Unit": ("VND/person/month", "percent", "square_metre", "household_turn"),
    "Period": ("2018", "2018-Q1", "2016-01-01/P3Y", "2018-01-01/2018-06-30", "2018-S1", "2018-05"),
    "AsOf": ("2018-12-31",),
    "MonthDay": ("--02-29", "--12-31"),
}


def _frame_file() -> bytes:
    return frames.to_frame(annex.load(), "polars").write_csv().encode()


def _from_frame(content: bytes) -> Any:
    schema = frames.to_frame(annex.load(), "polars").schema
    try:
        table = polars.read_csv(
            content, schema_overrides=schema, infer_schema=False, ignore_errors=True, truncate_ragged_lines=True
        )
    except polars.exceptions.PolarsError:
        raise NotReadError from None
    return frames.from_frame(table, annex.load().indicators)


def _check_frame(_rng: random.Random, found: Any) -> None:
    indicators = annex.load().indicators
    try:
        review = evolve(skeleton.load(), indicators=indicators, observations=found, targets=(), claims=(), mentions=())
    except AseanscError:  # such as two figures with one id
        return
    table = frames.to_frame(review, "polars")
    _require_equal(frames.from_frame(table, indicators), review.observations, "round trip of a frame")
    frames.check(table, indicators)


_CLAIMS = (
    b'{"claims": [{"number": 25.55, "unit": "%", "kind": "share", "time": "2018", "quote": "25,55%"},'
    b'{"number": 4.95, "unit": "%/n\xc4\x83m", "kind": "relative_change", "quote": "4,95%/n\xc4\x83m"},'
    b'{"number": 60000, "label": "x", "start": 80, "end": 86}, {"number": 36, "out_of": 108, "quote": "36/108"}]}'
)
_HTML = f"""<html><body><h1>Báo cáo</h1>
<p>{_TEXT}<ul><li>Một</ul><table><tr><th>TT<th>Chỉ tiêu<th>ĐVT
<th>KH 2018<th>TH 2018<tr><td>1<td rowspan=2>Thu ngân sách<td>tỷ đồng<td>1.850<td>2.124,5
<tr><td>2<td colspan=2>12,5%</table></body></html>"""
_HEADS = ("TT", "Chỉ tiêu", "ĐVT", "KH 2018", "TH 2018", "TH/KH (%)")
_ROWS = (
    ("1", "Thu ngân sách", "tỷ đồng", "1.850", "2.124,5", "114,8"),
    ("2", "Tỷ lệ hộ nghèo", "%", "25", "25,55", ""),
)
_RTF = (
    rb"{\rtf1\ansi\uc1 {\b B\u225?o c\u225?o}\par N\u259?m 2018 h\u7895? tr\u7907? tr\u234?n "
    rb"60.000 l\u432?\u7907?t h\u7897?.\par "
    rb"\trowd\cellx900\cellx1900 TT\cell Ch\u7881? ti\u234?u\cell\row"
    rb"\trowd\cellx900\cellx1900 1\cell 12,5%\cell\row\pard x\par}"
)


def _sheet() -> str:
    rows = []
    for number, row in enumerate((_HEADS, *_ROWS), 1):
        cells = "".join(
            f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for letter, text in zip("ABCDEF", row, strict=True)
        )
        rows.append(f'<row r="{number}">{cells}</row>')
    return "".join(rows) + '<row r="4"><c r="B4"><v>25.5</v></c><c r="D4"><f>1+1</f><v>2</v></c></row>'


def _repacked(content: bytes) -> bytes:
    return changes.packed(changes.unpacked(content))


@cache
def targets() -> dict[str, Target]:
    """Return all readers by their names."""
    known = [skeleton.load(), annex.load()]
    structure = {"data": sdmx.structure(known[1])}
    made: dict[str, Target] = {
        "json": Target(changes.change_json, json.loads, [json.dumps(item).encode() for item in known]),
        "json draft": Target(
            changes.change_json, json.loads_draft, [json.dumps(Draft.of(item)).encode() for item in known]
        ),
        "sdmx-json": Target(
            changes.change_json,
            lambda data: sdmx.loads(data, structure=structure["data"]),
            [sdmx.dumps(known[1], "json").encode()],
        ),
        "sdmx-ml": Target(changes.change_xml, sdmx.loads, [sdmx.dumps(item).encode() for item in known]),
        "sdmx-ml draft": Target(changes.change_xml, sdmx.loads_draft, [sdmx.dumps(item).encode() for item in known]),
        "sdmx-csv": Target(changes.change_csv, sdmx.loads_draft, [sdmx.dumps(item, "csv").encode() for item in known]),
        "iati": Target(changes.change_xml, iati.loads, [iati.dumps(item).encode() for item in known]),
        "iati draft": Target(changes.change_xml, iati.loads_draft, [iati.dumps(item).encode() for item in known]),
        "csv": Target(
            changes.change_archive,
            lambda data: csv.load(io.BytesIO(data)),
            [_repacked(_file(csv, item)) for item in known],
        ),
        "excel": Target(
            changes.change_archive,
            lambda data: excel.load_draft(io.BytesIO(data)),
            [_repacked(_file(excel, item)) for item in known],
        ),
        "open-sdg": Target(
            changes.change_csv,
            open_sdg.loads_draft,
            [
                b"Year,Sex,Value\n2018,Male,5\n2019,,6.5\n",
                b"Year,Units,GeoCode,Value\n2018,percent,VN-01,5\n2018,,,x\n",
            ],
        ),
        "frame": Target(changes.change_csv, _from_frame, [_frame_file()], _check_frame),
    }
    return made | _texts() | _documents()


def _texts() -> dict[str, Target]:
    return {
        "claims": Target(
            changes.change_json,
            loads_claims,
            [_CLAIMS],
            lambda _rng, found: str(verify_claims(_TEXT, found)) and None,
        ),
        "prose": Target(
            changes.change_prose, _prose, [_TEXT.encode(), *(part.encode() for part in _paragraphs())], _check_prose
        ),
        "text forms": Target(
            _change_parsed,
            _parsed,
            [f"{name}\n{text}".encode() for name, texts in _STATED.items() for text in texts],
            _check_parsed,
        ),
    }


def _paragraphs() -> list[str]:
    folder = Path(annex.__file__).parent
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("annex.txt", "skeleton.txt")]
    return [line for text in texts for line in text.split("\n") if len(line) > 20]


def _documents() -> dict[str, Target]:
    docx = _made.docx(
        _made.paragraph("Báo cáo", properties='<w:pStyle w:val="Heading1"/>'),
        _made.paragraph(_TEXT),
        _made.table(_HEADS, *_ROWS),
        _made.paragraph(_made.run("a", "<w:b/>"), '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        styles='<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
        notes=["Số liệu đến 31/12/2018"],
    )
    xlsx = _made.xlsx(_sheet(), merged='<mergeCell ref="A4:A5"/>')
    doc = _made_doc.doc(
        _made_doc.line(_TEXT, run=_made_doc.BOLD),
        *(_made_doc.row(*row, edges=range(0, 1000 * len(row) + 1, 1000)) for row in (_HEADS, *_ROWS)),
        styles=[_made_doc.style("Normal"), _made_doc.style("heading 1", 0)],
        data=bytes(100),
    )
    prose = "\n".join(_paragraphs()).encode()
    seeds: dict[str, tuple[changes.Change, list[bytes]]] = {
        ".doc": (changes.change_bytes, [doc]),
        ".docx": (changes.change_archive, [_repacked(docx)]),
        ".xlsx": (changes.change_archive, [_repacked(xlsx)]),
        ".html": (changes.change_html, [_HTML.encode()]),
        ".rtf": (lambda rng, content: _change_rtf(rng, content), [_RTF]),
        ".txt": (changes.change_prose, [prose, _TEXT.encode()]),
    }
    return {
        f"document {suffix}": Target(change, _document(suffix), files, _check_source)
        for suffix, (change, files) in seeds.items()
    }


def _change_rtf(rng: random.Random, content: bytes) -> bytes:
    """Change control words and text; RTF has only ASCII."""
    text = changes.change_html(rng, content.replace(b"\\", b"<\\").replace(b" ", b"> "))
    return text.decode().replace("<\\", "\\").replace("> ", " ").encode("ascii", "ignore")


def number_of(content: bytes) -> int:
    """Return a number that depends on content only, for the choice of the rules to check."""
    return int.from_bytes(hashlib.sha256(content).digest()[:8], "big")
