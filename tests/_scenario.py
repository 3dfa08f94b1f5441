"""Calls of nearly all public functions of the library, with their results as texts.

`tests/test_environment.py` runs this in different environments and compares the results.
"""

from __future__ import annotations

import copy
import hashlib
import json as plain_json
import operator
import pickle
import pkgutil
import sys
import tempfile
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import evolve

from aseansc import (
    Absent,
    AsOf,
    Attainment,
    Change,
    Citation,
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
    remainder,
    total,
    verification,
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
from aseansc.citations import sha256_of
from aseansc.classifications import ASCC_2025, PLACES
from aseansc.classifications.places import compare_places, has_ended
from aseansc.classifications.provinces import find_province, national_code, provinces
from aseansc.codelists import CodeList
from aseansc.comparison import compare_reviews
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft
from aseansc.extras import Extra
from aseansc.interchange import json
from aseansc.labels import LANGUAGES
from aseansc.observations import SamplingError, SamplingErrorForm
from aseansc.trends import trend
from aseansc.units import (
    VND,
    catalogue,
    gram,
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
from aseansc.views import as_html, as_rich
from tests._inputs_and_outputs import (
    RANGE,
    SKELETON_TEXT,
    Outcome,
    again,
    attempt,
    files,
    interfaces,
    large,
    made_review,
    prose,
)
from tests._profile import NIGHTLY

BIG = Value.exact("123456789012345678901234567890.123456789", gram)
WIDE = Interval(lower="1.23456789", upper="9.87654321", upper_open=True)


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
        "a sampling error": lambda: SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal("1.1E-9")),
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


def _answers() -> tuple[Answer, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "answers.toml")
        path.write_text('[change-levels-1fe89293]\nanswer = "points"\ndate = 2019-12-01', encoding="utf-8")
        return load_answers(path)


def _judgement() -> dict[str, Outcome]:
    review, small = again(lai_chau), again(skeleton)
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
            json.dumps(made := made_review()),
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


CLAIMS = '{"claims": [{"number": 7, "out_of": 11}, {"number": 12.7, "unit": "%", "quote": "12,7%"}, {"number": 0}]}'


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
        | {
            f"strategies.{name}": lambda name=name: _draws(getattr(strategies, name)(), 5 if NIGHTLY else 2)
            for name in names
        }
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
    "prose": prose,
    "files": files,
    "large": large,
    "interfaces": interfaces,
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
