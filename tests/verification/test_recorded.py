"""Verdicts on true claims and on claims with one error, as recorded in ``tests/recorded/verdicts.txt``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import evolve, fields

from aseansc import Absent, Frequency, Observation, Period, Review, TimeCollection, Value, vietnamese
from aseansc.citations import sha256_of
from aseansc.datasets import annex, skeleton
from aseansc.errors import AseanscError, ReviewError
from aseansc.values import Qualifier
from aseansc.verification import (
    ExtractedFigure,
    ExtractedKind,
    FigureVerdict,
    Scale,
    VerifiedFigure,
    loads_claims,
    move_citations,
    verify,
    verify_claims,
)
from aseansc.verification._claims import kind_of
from aseansc.verification._verify import Reading
from tests._recorded import require_recorded

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import seeded_readings

DATASETS = {"annex": annex.load(), "skeleton": skeleton.load()}
MIXED = """Đến cuối năm 2018 còn 24.737 hộ nghèo, tỷ lệ hộ nghèo còn 25,55%, giảm bình quân 4,95%/năm.
Ước cả năm 2018 khám bệnh cho gần 900 nghìn lượt người, đạt 81% kế hoạch; mỗi năm trên 378 nghìn lượt người.
Có 36/108 xã không có ma túy; lạm phát là âm 0,5%; thiếu hai mươi ba phòng học; khoảng 5-7 triệu đồng/người/năm.
Theo Quyết định số 161/QĐ-TTg ngày 25/01/2016, dự kiến năm 2019 thu 1.850 tỷ đồng, tăng 14,5% so với năm 2018.
Diện tích rừng 458,6 nghìn ha, vượt kế hoạch 25,5%; độ che phủ tăng từ 47% lên 50,3%, tăng 3,3 điểm %, gấp 2 lần.
Tổng số\t1.250\t9.860\t12,7
Quý III/2018 có trên
60.000 lượt hộ vay vốn; trẻ em dưới 6 tuổi được tiêm đạt 98%; 98% số xã có đường ô tô; chiếm 1/3 số hộ."""
TEXTS = {name: files("aseansc.datasets").joinpath(f"{name}.txt").read_text(encoding="utf-8") for name in DATASETS}
CLAIM = [field.name for field in fields(ExtractedFigure)]
ODD = """KẾ HOẠCH NĂM 2019
Phấn đấu 2/3 số hộ có nước sạch; một nửa số xã đạt chuẩn; ước thu tăng 3 lần, chi giảm 1,5 lần so với năm 2015.
Số hộ nghèo thay đổi -1.200 hộ; chỉ số giá – 5,2%; xếp thứ 55/63 tỉnh; lỗ (12,5) tỷ đồng; còn 45 cái bẫy, 7 thùng rác.
Bình quân mỗi năm dạy nghề cho 400 lao động; hàng tháng trợ cấp 2,5 triệu đồng/người; đầu năm 2018 có 91 trường.

Năm 2018 có 1 234 567 lượt khách; năm 2017 có 1.234 ha chè, 1,234 tấn chè; tăng 7 - 9%/năm; từ 12 đến 15 lớp.
- 60
nghìn lượt hộ được vay vốn, trong đó 20
nghìn lượt hộ nghèo. Tỷ lệ hộ nghèo giảm còn 5%; tỷ lệ thất nghiệp tăng 0,5; đạt 0,7 giường bệnh/1.000 dân; đạt 100%.
Điện thoại 0213.3876.500. Vượt 2% so với kế hoạch; bằng 102% so với cùng kỳ; không đạt 3 chỉ tiêu; chiếm 12 phần nghìn.
Đến ngày 31/12/2018, tỷ lệ sinh giảm 5 điểm %; năm 2019 chỉ số giá tăng 0%; cuối năm 2017 có 30 xã; đầu năm có 28 xã.
Từ năm 2016 đến năm 2018 trồng 350 ha rừng; diện tích tăng 350 ha; quý II/2018 thu 20 tỷ đồng; tháng 5/2018 có 3 vụ.
Trung bình mỗi tháng 12 vụ; hằng năm tiếp nhận 600 lượt; lũy kế đến nay 90 dự án; dự kiến 15 dự án.
Năm 2019 phấn đấu 16 dự án."""
TIMES = ("2018", "2017", "2018-12-31", "2016/2018", "2018-Q2", "2018-05", "2019")
TEXTS |= {"mixed": MIXED, "odd": ODD}
COLLECTIONS = [
    *((collection, Absent.NOT_APPLICABLE) for collection in TimeCollection if not collection.is_repeated),
    *((TimeCollection.EACH, per) for per in (Frequency.YEAR, Frequency.MONTH)),
    (TimeCollection.AVERAGE, Frequency.YEAR),
]
UNITS = ("household", "person", "percent", "percentage_point", "VND", "lượt hộ", "triệu đồng", "x")


def claims_of(text: str) -> Iterator[dict[str, Any]]:
    """Yield a true claim for each figure of a text, as a program would extract it."""
    for figure in vietnamese.find(text):
        value: Any = figure.value
        claim: dict[str, Any] = {"quote": figure.printed, "start": figure.start, "statuses": figure.statuses}
        if hasattr(value, "magnitude"):
            claim |= {"number": value.magnitude, "upper": value.upper, "unit": value.unit.code, "kind": kind_of(value)}
            yield claim | {"qualifier": value.qualifier}
        elif figure.magnitude is not None:
            low, high = figure.magnitude if isinstance(figure.magnitude, tuple) else (figure.magnitude, None)
            unit = figure.unit.code if figure.unit else None
            yield claim | {"number": low, "upper": high, "unit": unit, "kind": None, "qualifier": None}


def errors_in(claim: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield one field or two with something else, or without anything."""
    number, quote, start = claim["number"], claim["quote"], claim["start"]
    yield from ({"number": other, "upper": None} for other in (number * 10, number + 1, -number, number / 1000))
    yield from ({"unit": unit} for unit in UNITS)
    yield from ({"qualifier": qualifier} for qualifier in Qualifier)
    yield from ({"kind": kind} for kind in ExtractedKind)
    yield from ({"statuses": statuses} for statuses in ((), ("estimated",), ("planned", "forecast"), None))
    yield from ({"scale": scale} for scale in Scale)
    yield from ({"out_of": whole} for whole in (108, 36, 3))
    yield from ({"upper": number + more} for more in (0, 1, 2))
    yield from ({"quote": None}, {"quote": None, "start": None}, {"start": None}, {"quote": quote.replace(" ", "\xa0")})
    yield from ({"start": start + more} for more in (1, 7, 5000))
    yield from ({"quote": None, "end": start + more} for more in (0, 1, len(quote), 90))
    yield from ({"quote": quote.upper().replace(" ", "  ")}, {"quote": quote[:-2]}, {"quote": " "}, {"unti": "x"})
    yield {"quote": None, "start": None, "unit": None, "kind": None, "qualifier": None, "statuses": None}
    yield from ({"number": other, "kind": None} for other in (-number, number.scaleb(3), number + 9, number.scaleb(-1)))
    yield from ({"number": round(number / 3, 3)}, {"number": Decimal(50)}, {"number": Decimal("66.7")}, {"number": 0})


def as_line(result: VerifiedFigure) -> str:
    parts = (" ".join(aspects) or "-" for aspects in (result.compared, result.differs, result.uncertain))
    read = result.read and result.read.printed
    return f"{result.verdict} | {' | '.join(parts)} | {result.places} {read!r} | {result.reason}"


def _shown(claim: dict[str, Any]) -> str:
    return " ".join(f"{name}={value!s}" for name, value in claim.items() if value != ())


def verified(text: str, claims: list[dict[str, Any]], lang: str = "vi") -> Iterator[str]:
    """Verify the claims that are valid, and yield a line for each, and the figures that none of them quotes."""
    valid: list[ExtractedFigure] = []
    for claim in claims:
        shown = {name: str(value) if name in ("number", "upper") else value for name, value in claim.items() if value}
        try:
            valid += loads_claims(json.dumps([shown]))
        except AseanscError as error:
            yield f"{_shown(shown)}: {' '.join(str(error).split())}"
    result = verify_claims(text, valid, lang=lang)
    for claim, found in zip(valid, result, strict=True):
        given = {name: value for name in CLAIM if (value := getattr(claim, name)) is not None}
        yield f"{_shown(given)}: {as_line(found)}"
    yield from (f"missed: {figure.printed}" for figure in result.missed)


def test_verdicts_on_claims_are_as_recorded() -> None:
    """Each figure has some of the errors, so that each error is made in several figures."""
    lines = []
    for name, text in TEXTS.items():
        claims = list(claims_of(text))
        wrong = [{**claim, **error} for at, claim in enumerate(claims) for error in list(errors_in(claim))[at % 7 :: 7]]
        timed = [{**claim, "time": time} for claim in claims for time in TIMES]
        lines += [name, *verified(text, claims + wrong + timed)]
    english = [{**claim, **error} for claim in claims[::5] for error in errors_in(claim)][::6]
    lines += ["in English", *verified(MIXED, english, lang="en")]
    require_recorded("verdicts.txt", lines)


def changed(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text with a sentence before it, without a line, with other blanks, and with one character changed."""
    yield "unchanged", text
    yield "one line before", f"Trang 1\n{text}"
    middle = text.index("\n", len(text) // 2)
    yield "one line in the middle twice", text[:middle] + text[text.rindex("\n", 0, middle) : middle] + text[middle:]
    yield "without the second half", text[:middle]
    yield "without decimal commas", text.replace(",", "")
    yield "as changes", text.replace("TH ", "tăng ").replace("KH ", "giảm ").replace(" là ", " giảm ")
    yield "other words", text.replace("năm", "tháng").replace("hộ", "xã").replace("trên", "gần")
    for at in range(150, len(text), 97):
        yield f"changed at {at}", f"{text[:at]}9 5{text[at + 1 :]}"


def of_review(review: Review, text: str) -> Iterator[str]:
    result = verify(review, text)
    for item in result:
        if item.verdict is not FigureVerdict.CONFIRMED:
            yield f"  {item.figure.id}: {as_line(item)}"
    for mismatch in result.mismatches[1:]:
        near = f"{mismatch.start}-{mismatch.end}, nearest {mismatch.nearest}"
        yield f"  {mismatch.where}: {mismatch.expected!r} is {mismatch.found!r} ({near})"
    yield f"  missed {[figure.printed for figure in result.missed]}, uncited {[span.start for span in result.uncited]}"
    try:
        moved = move_citations(review, text)
    except ReviewError as error:
        yield f"  {' '.join(str(error).split())}"
        return
    yield f"  moved {len(moved.moved)}, last {moved.moved[-1:]}; lost {moved.lost}"
    yield f"  findings {[(item.start, item.end) for item in moved.review.findings]}"


def test_verdicts_on_figures_of_a_review_are_as_recorded() -> None:
    """Some of the errors that the benchmark seeds, with collections and statuses, which claims do not have."""
    lines = []
    for name, review in DATASETS.items():
        reading = Reading(TEXTS[name], review.units, "vi")
        for error, figure in list(seeded_readings.seeded(review))[::3]:
            found = reading.of_figure(figure, review)
            stated = (
                f"{figure.value} {figure.time} {getattr(figure, 'time_collection', '')} {' '.join(figure.statuses)}"
            )
            lines.append(f"{figure.id}, {error}: {stated}: {as_line(found)}")
    require_recorded("figures.txt", lines)


def test_verdicts_on_collections_and_times_are_as_recorded() -> None:
    lines = []
    like, review = DATASETS["annex"].observation("new-forest.2023.total"), DATASETS["annex"]
    for text in (MIXED, ODD):
        reading = Reading(text, (), "vi")
        document = {"document": like.citation.document, "governed_by": ()}
        for found in (found for found in vietnamese.find(text) if isinstance(found.value, Value)):
            cited = evolve(like.citation, start=found.start, end=found.end, printed=found.printed, **document)
            for at, (collection, per) in enumerate(COLLECTIONS):
                time = Period.parse(TIMES[(at + found.start) % len(TIMES)].replace("-12-31", ""))
                try:
                    figure = evolve(
                        like, value=found.value, citation=cited, time=time, time_collection=collection, per=per
                    )
                except AseanscError:
                    continue  # such as the end of a rank
                lines.append(f"{figure.value} {time} {collection} {per}: {as_line(reading.of_figure(figure, review))}")
    require_recorded("collections.txt", lines)


CELLS = (
    "1.250",
    "12,5",
    "12.5",
    "trên 60",
    "trên60",
    "(5)",
    "-3",
    "5-7",
    "x",
    "1.234",
    "2018",
    "",
    "~9",
    "≥5",
    "0",
    "7hộ",
)


VALUES = ("1250 person", "over 60 person", "12.5 person", "5..7 person", "5 person", "9 person", "125 person")


def cells() -> Iterator[tuple[Review, str, Observation]]:
    """Yield a review with one figure in each cell, cited in full or without its last character."""
    document = evolve(DATASETS["annex"].documents[0], sha256=sha256_of("\n".join(CELLS)))
    first = DATASETS["annex"].observation("trainees.2023.total")
    alone = {"claims": (), "targets": (), "mentions": (), "findings": (), "documents": (document,)}
    start = 0
    for cell in filter(None, CELLS):
        shown = [(cell, value, "t1.r4c5") for value in VALUES]
        shown += [
            (cell, VALUES[0], "Sheet1!D6"),
            (cell, VALUES[0], "page 5"),
            (cell[:-1] or cell, VALUES[0], "t1.r4c5"),
        ]
        for printed, value, locator in shown:
            place = {"start": start, "end": start + len(printed), "printed": printed, "locator": locator}
            figure = evolve(first, value=Value.parse(value), citation=evolve(first.citation, governed_by=(), **place))
            yield evolve(DATASETS["annex"], observations=(figure,), **alone), "\n".join(CELLS), figure
        start += len(cell) + 1


def test_verdicts_on_cells_of_a_table_are_as_recorded() -> None:
    lines = []
    for review, text, figure in cells():
        (found,) = verify(review, text)
        lines.append(f"{figure.citation.printed!r} {figure.citation.locator} {figure.value}: {as_line(found)}")
    require_recorded("cells.txt", lines)


def test_reviews_beside_changed_texts_are_as_recorded() -> None:
    lines = []
    for name, review in DATASETS.items():
        for change, text in changed(TEXTS[name]):
            lines += [f"{name}, {change}", *of_review(review, text)]
    require_recorded("changed-texts.txt", lines)
