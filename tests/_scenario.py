"""Calls of nearly all public functions of the library, with their results as texts.

`tests/test_environment.py` runs this in different environments and compares the results.
"""

from __future__ import annotations

import contextlib
import copy
import hashlib
import io
import json as plain_json
import operator
import pickle
import pkgutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pint
from attrs import evolve

from aseansc import (
    Absent,
    AsOf,
    Attainment,
    Change,
    Citation,
    Document,
    Interval,
    Limits,
    MonthDay,
    Period,
    RelativeChange,
    Review,
    Status,
    Text,
    TimeCollection,
    Unit,
    Value,
    _phrases,
    documents,
    laws,
    load,
    remainder,
    total,
    verification,
    vietnamese,
)
from aseansc.attainment import assess, implied_target
from aseansc.audit import (
    USUAL,
    Answer,
    Convention,
    Nature,
    answer_form,
    audit,
    audit_table,
    disjoint_categories,
    load_answers,
    rule_checks,
)
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import sha256_of
from aseansc.classifications import ASCC_2025, PLACES
from aseansc.classifications.places import broader_place, compare_places, has_ended, places_within
from aseansc.classifications.provinces import find_province, national_code, provinces
from aseansc.codelists import CodeList
from aseansc.comparison import compare_reviews
from aseansc.datasets import annex, lai_chau, skeleton
from aseansc.drafts import Draft, Gap, PartialRecord, Template, updated
from aseansc.errors import AseanscError, DraftError
from aseansc.extras import Extra
from aseansc.frames import (
    aggregate,
    attainment,
    audit as audit_frame,
    check,
    convert,
    from_frame,
    losses as losses_of_frames,
    open_table,
    to_frame,
    write_table,
)
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx
from aseansc.labels import LANGUAGES
from aseansc.observations import SamplingError, SamplingErrorForm
from aseansc.pages import comparison, index, losses, report, site
from aseansc.trends import trend
from aseansc.units import (
    VND,
    catalogue,
    define_in_pint,
    gram,
    hectare,
    household,
    month,
    percent,
    percentage_point,
    person,
    times,
    tonne,
    troy_ounce,
    year,
)
from aseansc.values import by_magnitude
from aseansc.vietnamese import encodings, proposals, tables
from aseansc.vietnamese.encodings import OldEncoding
from aseansc.views import as_html, as_rich

Outcome = Callable[[], object]

BIG = Value.exact("123456789012345678901234567890.123456789", gram)
RANGE = Value.between("1234567.891", "7654321.987", gram)
WIDE = Interval(lower="1.23456789", upper="9.87654321", upper_open=True)

PROSE = """Kết quả năm 2018
Toàn tỉnh có 12.345,67 ha rừng; gần 1.234.567 người; khoảng 123.456 hộ nghèo, giảm 4,95%/năm, đạt 102,55% kế hoạch.
Cuối năm 2017 có 1.234 xã và 5/12 huyện; từ 12,345% xuống còn 9,876%; 2,1 con; 15 kg gạo/người/tháng; 1,5 triệu đồng.
Hỗ trợ trên 60.000 lượt hộ, mười hai nghìn ba trăm bốn mươi lăm người, ngày 31/12/2018, Quyết định số 1234/QĐ-UBND.
"""


@cache
def _registry() -> pint.UnitRegistry[Any]:
    """Return a registry of a user, created in a normal context since pint cannot create it with traps."""
    with localcontext(Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, clamp=0, traps=[])):
        return pint.UnitRegistry(non_int_type=Decimal)


def _values() -> dict[str, Outcome]:
    return {
        "a value times a number": lambda: Value.exact("123456.789", percent) * Decimal("1.23456789"),
        "a number times a value": lambda: Decimal("1.23456789") * Value.exact("123456.789", person),
        "minus zero": lambda: BIG * Decimal("-0") + BIG,
        "converted": lambda: BIG.to(troy_ounce),
        "converted exactly": lambda: BIG.to(tonne),
        "a range converted and divided": lambda: RANGE.to(troy_ounce) / 3,
        "over, converted": lambda: Value.over("1234567.891", gram).to(troy_ounce),
        "about, converted": lambda: Value.about("1234567.891", gram).to(troy_ounce) / Decimal("7.123456789"),
        "nearly, in part": lambda: Value.nearly("123456789E3", VND) * Decimal("0.333333333333"),
        "at least and at most": lambda: (Value.at_least("12345.6", gram), Value.at_most("12345.6", gram)),
        "every qualifier of a relative change": lambda: [
            *(
                getattr(RelativeChange, name)("12.3456", percent, form="to")
                for name in ("exact", "over", "at_least", "under")
            ),
            *(getattr(RelativeChange, name)("12.3456", percent) for name in ("nearly", "at_most", "about")),
            RelativeChange.between("12.3456", "13.4567", percent),
        ],
        "under": lambda: Value.under("12345.6", gram).interval(),
        "under, as stated": lambda: Value.under("12345.6", gram).stated_interval(),
        "a quotient of one unit": lambda: BIG / RANGE,
        "a quotient of two units": lambda: BIG / Value.exact("1234.56789", person),
        "a share of a value": lambda: Value.exact("12.3456789", percent) * BIG,
        "a total": lambda: total([BIG, RANGE, Value.exact("0.000000001", gram)]),
        "a remainder": lambda: remainder(BIG, RANGE),
        "a remainder of two parts": lambda: remainder(BIG, RANGE, BIG * Decimal("0.123456789")),
        "a difference of shares": lambda: Value.exact("25.5512345", percent) - Value.exact("40.4012345", percent),
        "a change over a time": lambda: (
            Change.exact("-4.951234567", percentage_point / year) * Value.exact("7.123456", month)
        ),
        "changes": lambda: [
            Change.exact("-4.95123", percentage_point) + Change.exact("1.23456", percentage_point),
            Change.exact("-4.95123", percentage_point) - Change.exact("1.23456", percentage_point),
            -Change.between("-4.95123", "1.23456", percentage_point),
            Change.exact("-4.95123", percentage_point) / 7,
            Value.exact("40.12345", percent) + Change.exact("-4.95123", percentage_point),
            Change.exact("1234.56789", gram).to(troy_ounce),
            Change.about("1234.5", gram),
        ],
        "a relative change": lambda: RelativeChange.exact("102.123456789", percent, form="to").by,
        "readings": lambda: [
            (reading, repr(reading))
            for form in ("by", "increase_times", "decrease_times")
            for reading in RelativeChange.exact("4.1", percent if form == "by" else times, form=form).readings
        ],
        "a relative change, times": lambda: RelativeChange.exact("4.123456789", times, form="times").by,
        "attainments": lambda: [
            Attainment.exact("25.123456789", percent, form=form).of_plan
            for form in ("of_plan", "over_plan", "under_plan")
        ],
        "compared": lambda: BIG.compare(BIG.to(troy_ounce)),
        "ordered": lambda: sorted([BIG, BIG * 2, BIG.to(troy_ounce)], key=by_magnitude),
        "at most, at least": lambda: [(at.at_most, at.at_least) for at in [BIG.compare(BIG * 2)]],
        "compared by bool": lambda: [bool(BIG.compare(item)) for item in (BIG, BIG * 2)],
        "nearly equal": lambda: Value.exact("12345.6789", percent).compare(Value.exact("12345.6788", percent)),
        "parsed": lambda: [
            Value.parse("over 123456789000 household_turn to 1000"),
            Value.parse("about 123456 person"),
            Change.parse("-14.85123 percentage_point to 0.00002"),
            Value.parse("between 1234.5 and 6789.1 person"),
            RelativeChange.parse("by 1234.5 percent"),
        ],
        "zero to a place": lambda: Value.exact("0E5", VND),
        "a whole number": lambda: Value.exact(123456789012345, VND).interval(),
        "far apart": lambda: Value.exact("1E60", VND) - Value.exact("1E-60", VND),
        "to the hundred": lambda: Value.exact("12345.678", gram, resolution="0.002"),
        "ends of fractions": lambda: [Fraction(BIG.magnitude), float(BIG.magnitude), int(BIG.magnitude)],
        "undefined operations": lambda: [
            attempt(lambda operation=operation: operation(Attainment.exact(5, percent), BIG))
            for operation in (operator.add, operator.sub, operator.mul, operator.truediv, operator.ge)
        ],
        "undefined operations, reversed": lambda: [
            attempt(lambda operation=operation: operation(5, Attainment.exact(5, percent)))
            for operation in (operator.add, operator.sub, operator.mul, operator.truediv)
        ],
        "hashes": lambda: len({BIG, RANGE, copy.copy(BIG), pickle.loads(pickle.dumps(RANGE)), evolve(BIG)}),
    }


def _vocabulary() -> dict[str, Outcome]:
    return {
        "intervals": lambda: [
            BIG.interval() * RANGE.interval() / Interval(lower="3.3333333333", upper="7.7777777777"),
            WIDE - Interval.point("0.000000000001"),
            WIDE + WIDE,
            -WIDE,
            WIDE * WIDE,
            WIDE / Interval(lower="1.23456789"),
            WIDE.intersection(Interval(lower="2.34567891")),
            WIDE.overlaps(Interval(upper="1.23456788")),
            Decimal("1.23456788") in WIDE,
            WIDE.compare(Interval.point("9.87654322")),
            Interval(lower="-1E60", upper="1E60").is_bounded,
            Interval.point("1.5").is_point,
            Interval(lower="1E-50", upper="123456789E20") * Interval(lower="1E-30"),
            Interval.point("1") <= WIDE,
        ],
        "units": lambda: [
            Unit.parse("VND/person/month"),
            VND / person * person,
            Unit.counting("ladder", en="ladder", vi="thang"),
            Unit.money("LAK", en="kip", vi="kíp"),
            [(unit, unit.name("vi", plural=True), unit.denominators) for unit in catalogue()],
        ],
        "times": lambda: [
            Period.parse("2016-01-01/P3Y").iso,
            Period.years(2016, 2018),
            Period.year(2018).contains(Period.quarter(2018, 3)),
            Period.month(2018, 2).overlaps(Period.half(2018, 1)),
            Period.half(2018, 2).months,
            AsOf.parse("2018-12-31"),
            MonthDay.parse("--02-29"),
        ],
        "texts": lambda: [*map(str, [Text(en="Rate", vi="Tỷ lệ").lookup("vi-VN")]), str(Text(en="Rate"))],
        "codes": lambda: [
            ASCC_2025.code("B.1"),
            ASCC_2025.narrower("B"),
            ASCC_2025.code("B.1").valid_on(date(2020, 1, 1)),
            PLACES.predecessors("VN-2025-44"),
            len(ASCC_2025.valid_on(date(2020, 1, 1))),
        ],
        "places": lambda: [
            len(provinces(date(2020, 1, 1))),
            national_code("VN-25", date(2020, 1, 1)),
            find_province("Quảng Trị", date(2026, 1, 1)),
            compare_places("VN-25", "VN-2025-44"),
            has_ended("VN-01-105", date(2026, 1, 1)),
            attempt(lambda: find_province("Quảng Trị")),
        ],
        "limits": lambda: [
            Limits(size=5),
            attempt(lambda: json.loads("{}    ", limits=Limits(size=5))),
        ],
        "an extra": lambda: [Extra({"b": [1, 2.5, None], "a": "ệ"}), Extra({"a": 1})["a"], len(Extra({}))],
        "errors": lambda: [
            attempt(call)
            for call in (
                lambda: Unit.parse("househld"),
                lambda: Value.exact("1,5", percent),
                lambda: Value.exact(1.5, percent),  # type: ignore[arg-type]
                lambda: Value.exact("abc", percent),
                lambda: Value.exact("1E61", percent),
                lambda: Value.exact(Decimal("1.23456789E-61"), percent),
                lambda: Value.exact(Decimal("NaN"), percent),
                lambda: Value.exact("123456789", percent) * 1.5,  # type: ignore[operator]
                lambda: Value.exact(5, person) - Value.exact(5, household),
                lambda: Value.exact(3, person) / Value.exact(0, person),
                lambda: Interval(lower=2, upper=1),
                lambda: Value.between("12345.6", "12345.5", gram),
                lambda: ASCC_2025.code("B1"),
                lambda: Period.parse("2018-13-01/P1Y"),
                lambda: Citation(document="d", start=5, end=5, printed="x"),
                lambda: Status("finl"),
            )
        ],
    }


_again: Callable[[Any], Review] = lambda dataset: dataset.load.__wrapped__()  # noqa: E731  # load again, without the cache


def _made() -> Review:
    """Return a review with an observation of each kind, made with every constructor."""
    part = ReportPart(document="report", place="VN-01", period=Period.year(2018))
    cite = part.cite(0, "12.345")
    part.section("all", cite, en="All", vi="Tất cả")
    count = part.stock("people", person, en="People", vi="Số người")
    whole = part.stock("everyone", person, en="Everyone", vi="Tất cả")
    made = part.flow("rice", tonne, en="Rice", vi="Lúa")
    rate = part.rate("yield", tonne / hectare, en="Yield", vi="Năng suất")
    year_2018 = Period.year(2018)
    part.at(count, Value.exact("12345", person), AsOf.parse("2018-06-30"), cite)
    part.at_beginning(count, Value.exact("12344", person), year_2018, cite)
    last = part.at_end(count, Value.exact("12346", person), year_2018, cite)
    part.within(count, Value.exact("12347", person), year_2018, cite)
    part.average(rate, Value.exact("5.12345", tonne / hectare), year_2018, cite)
    part.each(made, Value.exact("1234.5", tonne), year_2018, cite)
    part.to_date(made, Value.exact("12345.6", tonne), year_2018, cite)
    part.share_of(last, whole, Value.exact("12.345", percent), cite)
    part.result(0, 6, en="Done.", vi="Xong.")
    part.action(0, 6, en="To do.", vi="Sẽ làm.")
    return assemble(
        part,
        id="made",
        title=Text(en="Made", vi="Tạo"),
        programme=Text(en="Plan", vi="Kế hoạch"),
        documents=[Document(id="report", title="Report", sha256=sha256_of("12.345"), lang="vi")],
    )


def _answers() -> tuple[Answer, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "answers.toml")
        path.write_text('[change-levels-1fe89293]\nanswer = "points"\ndate = 2019-12-01', encoding="utf-8")
        return load_answers(path)


def _judgement() -> dict[str, Outcome]:
    review, small = _again(lai_chau), _again(skeleton)
    odd = Convention(name="odd", nearly=Decimal("0.123456789"), about=Decimal("0.987654321"), over=Decimal("1E-9"))
    by_indicator: dict[str, list[Any]] = {}
    for item in review.observations:
        by_indicator.setdefault(item.indicator, []).append(item)
    pairs = [(one, other) for items in by_indicator.values() for one in items for other in items]
    return {
        "the review": lambda: [review.id, [review.interval(item) for item in review.observations]],
        "an audit": lambda: [
            [check, check.message("en"), check.message("vi"), check.figures] for check in audit(review).checks
        ],
        "in words": lambda: [
            (
                _phrases.collected(item.time, item.time_collection, item.per, lang),
                _phrases.when(item.time, lang),
                _phrases.amount(review.interval(item), item.value.unit, lang),
                _phrases.remarks(item.time_basis, item.statuses, lang),
            )
            for lang in LANGUAGES
            for item in review.observations
        ],
        "changes in words": lambda: [
            (
                _phrases.change(WIDE, percent, lang),
                _phrases.difference(one, other, lang),
                _phrases.moved(trend(one, other, review), "", lang),
            )
            for lang in LANGUAGES
            for one in review.series("poverty-rate").observations[:1]
            for other in review.series("poverty-rate").observations[-1:]
        ],
        "notes": lambda: [audit(review).notes, audit(small).notes],
        "rule checks": lambda: [
            [check.code, check.verdict, check.message()] for check in rule_checks(review, named=True)
        ],
        "contradictions": lambda: [audit(review).contradicted, audit(review).of_nature(Nature.WORDING)],
        "categories that do not overlap": lambda: disjoint_categories(
            review.indicator("poor-households"), ("sex:female", "sex:male", "age:0-4", "age:under-15", "hobby:chess")
        ),
        "bounds": lambda: [
            [bound, bound.message("en"), bound.message("vi")]
            for source, name in ((review, "households"), (review, "poverty-rate"), (small, "poverty-rate"))
            for bound in audit(source).bounds(name)
        ],
        "the first screen": lambda: [
            [
                result.summary(lang, answers=answers),
                result.screen(lang, answers=answers),
                [[finding, finding.figures] for finding in result.findings(answers)],
                result.questions(lang, answers=answers),
                answer_form(result, lang),
            ]
            for answers in ((), _answers())
            for result in (audit(review), audit(small))
            for lang in LANGUAGES
        ],
        "repairs": lambda: [
            [repair, repair.question("en"), repair.question("vi")]
            for repair in (*audit(review).repairs(), *audit(review).repairs(conditional=True))
        ],
        "views": lambda: [
            [as_html(thing), type(as_rich(thing)).__name__, type(thing.__rich__()).__name__]
            for thing in (review, audit(review), Draft.of(small), review.series("poverty-rate"), BIG, *review.figures())
        ],
        "an audit by a convention": lambda: [
            [check, check.message("en"), check.message("vi")]
            for convention in (USUAL, odd)
            for check in audit(review, convention).checks
        ],
        "an audit of a table": lambda: [
            [check, check.message("en"), check.message("vi"), check.figures]
            for check in audit_table(
                [
                    {"indicator": name, "place": "Lai Châu", "time": 2018, "value": value}
                    for name, value in (("Hộ nghèo", 24737), ("Số hộ", 98000), ("Tỷ lệ", 25.5510204082), ("Vốn", 1e30))
                ],
                rates={"Tỷ lệ": ("Hộ nghèo", "Số hộ")},
                resolution={"Tỷ lệ": 0.01},
            ).checks
        ],
        "a review made with constructors": lambda: [
            json.dumps(made := _made()),
            repr(made),
            audit(made),
            [check.computation for check in audit(made).checks],
            made.documents[0].has_text("12.345"),
            [made.finding(item.id) for item in made.findings],
            [small.instrument(item.id) for item in small.instruments],
            [audit(small).conditional, audit(small).consistent, audit(small).undetermined],
        ],
        "conventions": lambda: [
            odd,
            *[
                convention.interval(Value.parse(text))
                for convention in (USUAL, odd)
                for text in ("about 123456.789 person/year", "nearly 123456 person", "over 123456 person", "5 person")
            ],
        ],
        "assessments": lambda: [
            attempt(lambda target=target, item=item: assess(target, item, review))
            for target in review.targets
            for item in by_indicator.get(target.indicator, [])
        ],
        "implied targets": lambda: [
            attempt(lambda claim=claim: implied_target(claim, review))
            for claim in review.claims
            if hasattr(claim, "target")
        ],
        "trends": lambda: [
            attempt(lambda one=one, other=other: trend(one, other, review)) for one, other in pairs[:400]
        ],
        "a comparison": lambda: [
            compare_reviews(review, review),
            compare_reviews(
                evolve(small, targets=[evolve(small.targets[0], value=Value.exact(500, person))]), small, mapping={}
            ),
        ],
        "selections": lambda: [
            [item.id for item in review.select(status=Status.ESTIMATED)],
            [review.sections_within(section.id) for section in review.sections],
            [attempt(lambda name=name: review.series(name, collection=TimeCollection.END)) for name in by_indicator],
            [attempt(lambda name=name: review.series(name).unit) for name in by_indicator],
            [len(review.series("new-forest"))],
            [attempt(lambda name=name: [review.series(name).first, review.series(name).last]) for name in by_indicator],
            [len(list(review.series("new-forest"))), review.series("new-forest")[0], review.series("new-forest")[:1]],
            [bool(review), len(review), "poverty-rate" in review, [item.improvement for item in review]],
            [attempt(lambda: review["poverty-rate"]), [record.id for record in review.search("hộ nghèo")]],
            attempt(lambda: review.interval_in(review.observations[0], review["poor-households"].unit)),
            SamplingError(form=SamplingErrorForm.INTERVAL, lower=Decimal("1.1"), upper=Decimal("2.2")),
            [status.is_absence for status in Status],
        ],
        "differences from a text": lambda: [
            small.verify(SKELETON_TEXT),
            small.uncited(SKELETON_TEXT),
            _verdicts(verification.verify_claims(SKELETON_TEXT, verification.loads_claims(CLAIMS))),
            verification.claims_schema(),
            verification.move_citations(small, f"x\n{SKELETON_TEXT}"),
            verification.move_in_python("", verification.move_citations(small, f"x\n{SKELETON_TEXT}"), small),
            _misread(small, SKELETON_TEXT.replace("12,7", "12,8")),
        ],
    }


def _verdicts(found: verification.Verification) -> object:
    places = [(result.start, result.end) for result in found]
    return [found, found.confirmed, found.refuted, found.undecided, found.agrees, found.summary, places]


def _misread(review: Review, text: str) -> object:
    """Return the checks of a review that states another number than its citation prints."""
    [document] = review.documents
    figures = [
        evolve(item, citation=evolve(item.citation, printed=item.citation.printed.replace("12,7", "12,8")))
        for item in review.observations
        if not isinstance(item.citation, Absent)
    ]
    kept = {item.id: item for item in figures}
    changed = evolve(
        review,
        observations=[kept.get(item.id, item) for item in review.observations],
        documents=[evolve(document, sha256=sha256_of(text))],
    )
    return [review.verify(text), changed.verify(text)]


SKELETON_TEXT = Path(str(skeleton.__file__)).with_name("skeleton.txt").read_bytes().decode("utf-8")


CLAIMS = '{"claims": [{"number": 7, "out_of": 11}, {"number": 12.7, "unit": "%", "quote": "12,7%"}, {"number": 0}]}'


def _prose() -> dict[str, Outcome]:
    return {
        "found": lambda: vietnamese.find(PROSE),
        "iterated": lambda: list(vietnamese.iterate(PROSE)),
        "status words": lambda: [vietnamese.has_status_word(PROSE, status) for status in Status],
        "parsed figures": lambda: [
            attempt(lambda text=text: vietnamese.parse(text))
            for text in (
                "12.345,67 ha",
                "khoảng 123.456 hộ",
                "vượt kế hoạch 25,5%",
                "2,1 con",
                "1,234 triệu đồng",
                "năm 2018",
            )
        ],
        "tables": lambda: [
            *map(tables.read_head, ("KH 2018", "Ước TH/KH (%)", "2T-2005/ 2T-2004", "Vốn (triệu đồng)", "Tên huyện")),
            [tables.read_unit(unit) for unit in ("Ngh. tỷ đồng", "1.000 lượt", "bản")],
            [tables.read_number(cell, english=english) for cell in ("≥ 2.124,5", "1,850") for english in (False, True)],
            tables.is_english(("1.850", "2.124,5")),
            tables.is_english_alone(("180.00", "417.27")),
            tables.is_plan("Dự toán thu năm 2020"),
            tables.is_forecast("Dự báo dân số 2026-2030"),
            tables.names_rest("Trình độ khác"),
            tables.names_durations("Kỳ hạn"),
            tables.written_on("(Kèm theo Kế hoạch số 12/KH-UBND ngày 25/11/2025)"),
            repr(tables.read_title(["Kế hoạch năm 2019"])),
            tables.may_be_planned("Tổng mức đầu tư"),
            tables.begins_plan("Kế hoạch giảm nghèo"),
            tables.is_ratio("Tỷ lệ (%)"),
            tables.names_measure("SL"),
            tables.time_in_label("Dân số năm 2017"),
            tables.read_unit_of("Lượt", "Khách du lịch"),
            tables.units_in_list("Nghìn tấn; triệu USD"),
            tables.begins_time("Năm"),
            tables.compares("So với năm trước"),
            tables.compares("Hộ nghèo so với năm trước", household),
            tables.counted_alone("9. Số lao động"),
            tables.may_be_target("Chỉ tiêu"),
            tables.may_be_pieces("Ô tô nguyên chiếc"),
            (tables.sums_up_over_years("Tổng vốn đầu tư"), tables.averages_years("Tốc độ tăng (bình quân)")),
            (tables.states_base("Năm trước = 100"), tables.is_mean_alone("Bình quân tháng")),
            tables.named_count("Bác sĩ"),
            (tables.counts_of("Số lao động trong các doanh nghiệp"), tables.counts_projects("Số dự án")),
            tables.counted_by_title("Số học sinh"),
            tables.may_be_shares("Lao động qua đào tạo"),
            (tables.may_name_things("Hộ nghèo"), tables.is_unit_alone("Học sinh")),
            tables.is_part_in_title("Trong đó: Nữ"),
            tables.rate_in("Số bác sĩ/vạn dân"),
            tables.is_animal_unit("Nghìn con"),
            tables.has_unsure_unit("Chênh lệch (lần)"),
            tables.multiple_in("Chênh lệch (lần)"),
            tables.states_percent("Chỉ số giá"),
            (tables.has_percent_sign("Tỷ lệ (%)"), tables.is_price("Giá bán lẻ")),
            tables.carries("Vận chuyển hành khách"),
            (tables.mark_of("2020 (1)"), tables.note_of_status("(1) Số sơ bộ")),
            tables.year_behind("205.180 (2018)", "Dân số"),
            tables.names_time_of_figures("Thời điểm thống kê"),
            (tables.note_of_mark("(*) Lưu lượng (m3/s)"), tables.unit_of_note("Lưu lượng (m3/s)")),
            tables.names_persons("Trong đó: nữ"),
            tables.names_population("Tổng dân số"),
            tables.names_state("Hiện trạng rừng"),
            tables.case_in("Mắc", ["Dịch bệnh"]),
            tables.names_one("Trường Mầm non An Bình"),
            tables.time_of_note("Số liệu năm 2018"),
            tables.without_period("Giá kỳ trước"),
            tables.without_share_head("Cơ cấu lao động"),
            tables.groups_thousands([("4,372", "9,749", "70"), ("1,201", "2,305", "3,114")]),
            tables.names_amount("Tổng sản phẩm trên địa bàn"),
            tables.names_ratio("Tốc độ tăng tổng sản phẩm"),
            tables.is_report("Báo cáo tháng 6 năm 2018"),
            tables.planned_years("Số liệu 2015-2020 và KH 2021-2025"),
            tables.states_full_year("Thực hiện cả năm 2017"),
            tables.may_be_full_year("Ước thực hiện năm 2018"),
            tables.is_to_date("Lũy kế"),
            tables.is_share("‰"),
            tables.is_short_for("BN", "Số bệnh nhân"),
            tables.time_in_other_year(Period.parse("2018-S1"), Period.year(2017)),
            tables.day_of_years("Tại thời điểm 31/12"),
            tables.ends_with_month("đến tháng 8/2020"),
            tables.day_in_years("Tại thời điểm 31/12", "2018"),
            tables.plain_label("1.2. Số hộ nghèo (hộ)"),
            tables.measure_of_title("Bảng 3. Số hộ nghèo phân theo huyện"),
            tables.is_divided_by_place("Số hộ nghèo phân theo huyện"),
            tables.is_proper_name("Hướng Hóa"),
            tables.read_amount("2.150 tỷ đồng"),
            tables.rises("GRDP tăng (%)"),
            tables.is_any_value("Giá trị"),
            tables.is_english_unit("Thous. tons"),
            tables.may_be_planned_years("Chỉ tiêu giai đoạn 2021-2025"),
            tables.names_part_of_year("Hà Giang (quý III)"),
            (
                tables.may_name_place("Tam Đường"),
                tables.is_share_head("Cơ cấu (%)"),
                tables.registered_in("Vốn đăng ký"),
            ),
            (tables.grown_by("Tốc độ tăng GRDP"), tables.is_index_of_before("Chỉ số phát triển")),
            tables.is_translated("9 tháng năm 2020 - 9 months of 2020"),
            [(tables.is_absent(cell), tables.is_ditto(cell), tables.is_nothing(cell)) for cell in ("…", '"', "-")],
            [
                (tables.is_flow(label), tables.is_rate(label), tables.is_ratio_label(label), tables.grows(label))
                for label in ("- Thu", "Bác sĩ/vạn dân")
            ],
            [(tables.is_place(label), tables.counted_in(label)) for label in ("Huyện An Phú", "Số hộ nghèo")],
            [
                (
                    proposals.key_of(label),
                    proposals.kind_of_label(label, None),
                    proposals.better_of(label),
                    proposals.may_be_part(label),
                )
                for label in ("Số hộ nghèo", "Trồng rừng")
            ],
            [
                tables.times_in("Biểu 2 năm 2018"),
                tables.unit_in_line("ĐVT: triệu đồng"),
                tables.plans_are_meant("Dự toán"),
                (
                    tables.is_understood("DT thu hoạch"),
                    tables.states_sum("Tổng số"),
                    tables.is_division("Chia theo vùng"),
                    tables.read_range("7,5-8,0"),
                ),
                tables.animal_unit("1.000 con", "Đàn trâu"),
                tables.band_of("Cơ cấu (%)"),
                tables.is_unit("Nghìn ha"),
                tables.suits("Diện tích", hectare),
                tables.measures_alone("Diện tích lúa", hectare),
                (tables.is_mean("Số học sinh/lớp"), tables.changes_rate("Giảm tỷ lệ hộ nghèo")),
                (tables.is_part_of_year("Quý I"), tables.time_in_year("Quý I", Period.year(2018))),
                tables.read_unit("ngƣời"),
            ],
        ],
        "old encodings": lambda: [
            encodings.guess(DOCUMENTS[".txt"]),
            encodings.gain(DOCUMENTS[".txt"], OldEncoding.TCVN3),
            encodings.is_syllable("nghèo"),
            *(encodings.decode("tû leä ty? l\xea\xf2", each) for each in OldEncoding),
        ],
        "formatted": lambda: [
            attempt(lambda thing=thing: vietnamese.format(thing))
            for thing in (
                Value.exact("1234567.89", hectare),
                Value.about("123456E3", VND),
                Value.between("12345", "67890", person),
                Change.exact("-4.95123", percentage_point),
                Attainment.exact("102.55", percent),
                RelativeChange.exact("4.95123", percent),
                RANGE,
            )
        ],
        "drafted": lambda: json.dumps(vietnamese.draft(PROSE, id="report", place="VN-01", period=Period.year(2018))),
        "a draft": lambda: [
            draft := vietnamese.draft(SKELETON_TEXT, id="report"),
            draft.gaps[:50],
            draft.proposals[:50],
            draft.untranslated,
            attempt(draft.finish),
            attempt(lambda: draft.finish(allow_untranslated=True)),
            draft.known(),
            updated(draft, draft),
            str(vietnamese.doubtful_records(vietnamese.draft("Trồng 902/850 ha rừng.", period=Period.year(2018)))),
            _located(draft),
            draft.taken_times,
            [draft.confirm(*one.proposals) != draft for one in draft.taken_times[:1]],
            Draft.of(skeleton.load()).finish() == skeleton.load(),
            Draft.of(skeleton.load()).fill("title.en", "Another").finish().title,
        ],
        "a partial record": lambda: [
            part := PartialRecord(Value, {"magnitude": "-0.00", "unit": Gap(reason=Text(en="which", vi="nào"))}),
            part.gaps,
            hash(part) == hash(copy.copy(part)),
            dict(part.items()),
            Template(Value, {"magnitude": None, "unit": household}, ("magnitude",)).record((Decimal(5),), "row 1"),
        ],
    }


def _conversions(name: str, given: Review) -> dict[str, Outcome]:
    """Return calls that write a review in every format and read it again."""
    return {
        f"{name} as JSON": lambda: [text := json.dumps(given), json.loads(text) == given],
        f"{name} as CSV": lambda: _through(csv, given, ".zip"),
        f"{name} as Excel": lambda: _through(excel, given, ".xlsx"),
        f"{name} as SDMX-ML": lambda: [text := sdmx.dumps(given), sdmx.loads(text) == given],
        f"{name} as SDMX-CSV": lambda: [
            text := sdmx.dumps(given, "csv"),
            about := sdmx.structure(given),
            sdmx.loads(text, structure=about) == given,
            sdmx.loads_draft(text),
            sdmx.loads(sdmx.dumps(given, "json"), structure=about) == given,
        ],
        f"{name} as Open SDG": lambda: [
            texts := [open_sdg.dumps(given, indicator.id) for indicator in given.indicators],
            [open_sdg.loads_draft(text).gaps for text in texts],
            attempt(lambda: open_sdg.loads(texts[0])),
            _through_a_folder(given),
        ],
        f"{name} as IATI": lambda: [text := iati.dumps(given), iati.loads(text) == given, iati.publication_of(text)],
        f"{name}, losses": lambda: [
            [json.losses(given), csv.losses(given), excel.losses(given), iati.losses(given), open_sdg.losses(given)],
            [sdmx.losses(given), sdmx.losses(given, "csv"), losses_of_frames(given)],
        ],
    }


def _large() -> dict[str, Outcome]:
    """Return the slow calls."""
    return _conversions("large", _again(lai_chau))


DOCUMENTS = {
    ".html": (
        "<h1>Báo cáo</h1><p>Còn 12.345,67 ha, 24.<br>737 hộ."
        "<table><tr><td>Chỉ tiêu<td>ĐVT<td>KH 2018<td>TH 2018<td>TH/KH<tr>"
        "<td>Thu<td>tỷ đồng<td>1.850,25<td>2.124,5<td>114,8</table>"
    ),
    ".rtf": r"{\rtf1 Thu 1.234,5 t\u7927? \'f0\par\trowd\cellx9 5\cell\row}",
    ".txt": "Tû lÖ hé nghÌo gi¶m cßn 12,5%",
}


def _read_document(suffix: str, content: str) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"report{suffix}")
        path.write_text(content, encoding="utf-8")
        source = documents.read(path)
    places = [source.locator(at) for at in (0, len(source.text) - 1)]
    tables = [(table, table.shape, table.rows, table.at(1, 1)) for table in source.tables]
    columns = [table.columns for table in source.tables]
    drafted = json.dumps(documents.draft(source, place="VN-01")), documents.words_of_cells(source)
    return repr(
        (source.text, source.losses, source.passages, places, tables, columns, drafted, source.cite(0, 3), source)
    )


def _files() -> dict[str, Outcome]:
    small = _again(skeleton)
    return _conversions("small", small) | {
        "schema": json.schema,
        "writing files": lambda: [
            _written(lambda file, form=form: form.dump(small, file), ".any") for form in (json, sdmx, iati)
        ],
        "reading files": lambda: [
            attempt(lambda form=form, load=load: _through(form, small, ".any", load))
            for form in (json, sdmx, iati)
            for load in (form.load, form.load_draft)
        ],
        "reading any file": lambda: _loaded(small),
        "a template": lambda: _written(excel.template, ".xlsx"),
        "documents": lambda: [_read_document(suffix, content) for suffix, content in DOCUMENTS.items()],
        "a draft as Excel": lambda: _through(excel, Draft.of(small), ".xlsx", excel.load_draft),
        "a draft as JSON": lambda: json.loads_draft(json.dumps(Draft.of(small))),
        "misspelt names": lambda: [
            attempt(lambda right=right, wrong=wrong: json.loads(json.dumps(small).replace(right, wrong)))
            for right, wrong in (
                ('"indicator": "poverty-rate"', '"indicator": "poverty-rat"'),
                ('"household"', '"houshold"'),
            )
        ],
        "a damaged document": lambda: attempt(lambda: json.loads(json.dumps(small).replace('"12.7"', '"12,7"'))),
        "a review read as a draft": lambda: [iati.loads_draft(iati.dumps(small)), sdmx.loads_draft(sdmx.dumps(small))],
        "a foreign message": lambda: [
            attempt(lambda text=text: sdmx.loads_draft(text))
            for text in (
                "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,DECIMALS\nX:Y(1.0),VN,2018,12345.678,3,1\n",
            )
        ],
    }


def _loaded(review: Review) -> list[object]:
    with tempfile.TemporaryDirectory() as folder:
        csv.dump(review, Path(folder, "review.zip"))
        return [load(Path(folder, "review.zip")) == review, attempt(lambda: load("review.py"))]


def _written(dump: Callable[[Path], object], suffix: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"review{suffix}")
        dump(file)
        return file.read_bytes()


def _located(draft: Draft) -> list[object]:
    """Return the problems of a draft with their cells and JSON paths."""
    try:
        draft.finish()
    except DraftError as error:
        file = io.BytesIO()
        excel.dump(draft, file)
        return [
            excel.located(io.BytesIO(file.getvalue()), error.problems),
            json.located(io.BytesIO(), error.problems),
        ]
    return []


def _through(form: Any, given: Any, suffix: str, load: Callable[[Any], object] | None = None) -> list[object]:
    content = _written(lambda file: form.dump(given, file), suffix)
    return [content, (load or form.load)(io.BytesIO(content)) == given]


def _through_a_folder(given: Review) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "data")
        open_sdg.dump(given, path)
        return [open_sdg.load_draft(path).gaps, attempt(lambda: open_sdg.load(path))]


def _land() -> Any:
    return _made().to_frame("pyarrow").select(["obs_value", "unit"]).slice(0, 0)


def _through_parquet(made: Review) -> int:
    with tempfile.TemporaryDirectory() as folder:
        write_table(made.to_frame("pyarrow"), Path(folder, "figures.parquet"))
        return len(open_table(Path(folder, "figures.parquet")))


def _people(made: Review) -> Any:
    import pyarrow.compute as pc

    table = made.to_frame("pyarrow")
    wanted = pc.and_(pc.equal(table["indicator"], "people"), pc.equal(table["qualifier"], "exact"))
    return table.filter(pc.and_(wanted, pc.is_null(table["breakdown"]))).slice(0, 1)


def _charts() -> list[str]:
    charts = (
        _again(lai_chau).plot("poverty-rate", lang="vi"),
        _again(lai_chau).series("poverty-rate").plot(),
        _again(annex).plot("trainees", kind="targets"),
    )
    return [plain_json.dumps(chart.to_dict(), sort_keys=True) for chart in charts]


def _interfaces() -> dict[str, Outcome]:
    """Return calls of the command line, of frames and of pint."""
    made = _made()
    return {
        "pint": lambda: Value.from_pint(Value.exact("1234567.12345", hectare).to_pint(_registry())),
        **({} if sys.flags.optimize > 1 else {"charts": _charts}),  # Altair needs docstrings
        "pages": lambda: [
            *site([_again(lai_chau), _again(skeleton)], "vi").values(),
            report(_again(skeleton), "en"),
            comparison(_again(skeleton), _again(lai_chau), "en"),
            index([_again(skeleton)], "vi"),
            losses(_again(lai_chau)),
        ],
        "frames": lambda: [
            [made.to_frame("pyarrow", numbers=numbers).to_pylist() for numbers in ("decimal", "float", "text")],
            made.series("people").to_frame("pyarrow", review=made).to_pylist(),
            audit(made).to_frame("pyarrow", lang="vi").to_pylist(),
            from_frame(to_frame([made], "pyarrow"), made.indicators),
            check(made.to_frame("pyarrow"), made.indicators).to_pylist(),
            audit_frame(made.to_frame("pyarrow"), made.indicators).to_pylist(),
            attainment(made.to_frame("pyarrow"), made.to_frame("pyarrow"), made.indicators).num_rows,
            convert(_land(), hectare).to_pylist(),
            _through_parquet(made),
            aggregate(_people(made), made.indicators).to_pylist(),
            [broader_place("VN-01-105"), sorted(places_within("VN-01", date(2018, 12, 31)))],
        ],
        "laws": lambda: [
            laws.check_unit(household),
            attempt(lambda: laws.check_unit(Unit.counting("ho", en="house", vi="hộ"))),
            laws.check_dataset(skeleton.load),
            laws.check_round_trip(json.dumps, json.loads, [_again(skeleton)]),
            laws.check_reader(vietnamese.find, ["Có 5 hộ."]),
        ],
        "definitions for pint": lambda: (define_in_pint(_registry()), define_in_pint(_registry()))[1],
    } | {
        " ".join(words): lambda words=words: _run(*words)
        for words in (
            ["show", "skeleton", "--lang", "vi"],
            ["show", "skeleton", "--indicator", "poverty-rate"],
            ["audit", "lai-chau", "--usual"],
            ["audit", "skeleton", "--format", "json", "--lang", "vi"],
            ["check", "skeleton"],
        )
    }


def _run(*words: str) -> str:
    from aseansc.cli import main

    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            main(list(words))
    except SystemExit as end:
        return f"{end.code}\n{printed.getvalue()}"
    return printed.getvalue()


def _drawn() -> dict[str, Outcome]:
    """Return calls of the strategies with a fixed seed.

    Hypothesis also draws constants that it finds in the modules of the project, so all of them are loaded first.
    """
    import aseansc
    from aseansc import strategies

    for module in pkgutil.walk_packages(aseansc.__path__, "aseansc."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    names = [
        name
        for name in strategies.__all__
        if name not in {"reviews", "reviews_with_texts", "consistent_reviews", "drafts", "seeded_reviews"}
    ]
    seeded = {"strategies.seeded_reviews": lambda: json.dumps(strategies.seeded_reviews(1, seed=5, statements=9)[0])}
    return (
        seeded
        | {f"strategies.{name}": lambda name=name: _draws(getattr(strategies, name)(), 5) for name in names}
        | {
            f"strategies.{name}": lambda name=name: _draws(getattr(strategies, name)(), 2)
            for name in ("reviews", "consistent_reviews", "drafts")
        }
    )


def _draws(strategy: Any, count: int) -> list[object]:
    from hypothesis import HealthCheck, Phase, given, seed, settings

    found: list[object] = []

    @seed(20181231)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=False,
    )
    @given(strategy)
    def draw(thing: object) -> None:
        found.append(_text(thing) if not isinstance(thing, Review) else json.dumps(thing))

    draw()
    return found


def attempt(call: Outcome) -> object:
    """Return the result of a call, or the message of the error that it raises."""
    try:
        return call()
    except AseanscError as error:
        return f"{type(error).__name__}: {error}"


def _text(outcome: object) -> str:
    if isinstance(outcome, bytes):
        return hashlib.sha256(outcome).hexdigest()
    if isinstance(outcome, str) and not isinstance(outcome, CodeList):
        return outcome
    if isinstance(outcome, list | tuple):
        return "\n".join(map(_text, outcome))
    if isinstance(outcome, Decimal):
        return f"{outcome.as_tuple()}"
    return f"{outcome!r} {outcome}" if not isinstance(outcome, float) else outcome.hex()


PARTS = {
    "values": _values,
    "vocabulary": _vocabulary,
    "judgement": _judgement,
    "prose": _prose,
    "files": _files,
    "large": _large,
    "interfaces": _interfaces,
    "drawn": _drawn,
}


def outcomes(*parts: str) -> dict[str, str]:
    """Return all results by name, long ones as a checksum."""
    found = {}
    for part in parts or PARTS:
        for name, call in PARTS[part]().items():
            text = _text(attempt(call))
            found[f"{part}: {name}"] = text if len(text) < 3000 else hashlib.sha256(text.encode()).hexdigest()
    return found


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(plain_json.dumps(outcomes(*sys.argv[1:]), ensure_ascii=False))
