"""Questions to the authors of a report, and the audit on one screen."""

from __future__ import annotations

import datetime as dt
import re
from importlib.resources import files
from pathlib import Path
from textwrap import wrap

import pytest
from attrs import evolve
from hypothesis import given, settings

from aseansc import Citation, Review, Text, Value
from aseansc.audit import Audit, Check, CheckCode, FindingGroup, Nature, Verdict, audit, audit_table
from aseansc.audit._numbers import briefly, few_digits
from aseansc.authoring import ReportPart
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import FieldError, FieldTypeError
from aseansc.intervals import Interval
from aseansc.labels import LANGUAGES, Lang
from aseansc.strategies import reviews
from aseansc.units import person
from tests._profile import examples
from tests.audit import cases
from tests.audit.cases import Y2018, at, made
from tests.audit.figures import stock
from tests.cases import reports_false, reports_true  # noqa: F401  # they register the reports
from tests.cases.report import REPORTS

CODES = {code.value for code in CheckCode}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", list(REPORTS))
def test_every_finding_of_the_mini_reports_has_a_question_without_ids(name: str, lang: Lang) -> None:
    review = REPORTS[name].build()
    ids = {figure.id for figure in review.figures()}
    for check in audit(review).checks:
        asked = check.question(lang)
        is_open = check.verdict is not Verdict.CONSISTENT and not check.is_note
        assert bool(asked) is is_open
        assert not any(name in asked for name in (*ids, *CODES))
        assert "{" not in asked


def test_a_wrong_sum_asks_which_figure_is_wrong() -> None:
    [check] = audit(made(cases.parts, "37", "28", "8")).contradicted
    assert check.nature is Nature.ARITHMETIC
    assert check.question() == "What is the right figure for “xx”?" or check.question().startswith("Which of “")


@pytest.mark.parametrize(("count", "words"), [(1, "poor: an estimate to"), (2, "2 figures are estimates to")])
def test_estimates_of_a_time_that_is_over_are_counted(count: int, words: str) -> None:
    def build(part: ReportPart) -> None:
        for number, name in enumerate(("poor", "near-poor")[:count]):
            part.at_end(stock(part, name), Value.exact(24737, person), Y2018, at(part, number), estimated=True)

    assert words in audit(made(build, date=dt.date(2019, 11, 15))).summary("en")


def test_the_questions_of_the_reference_review_can_be_pasted_into_a_letter() -> None:
    result = audit(lai_chau.load())
    ids = {figure.id for figure in lai_chau.load().figures()}
    for lang in LANGUAGES:
        asked = result.questions(lang)
        assert len(asked) == len(result.findings()) == 8
        assert not [text for text in asked if any(name in text for name in (*ids, *CODES))]
    assert any("trên 378 nghìn lượt người" in text and "đến ngày nào?" in text for text in result.questions("vi"))


def test_the_first_screen_of_the_reference_review_is_short() -> None:
    for lang in LANGUAGES:
        lines = audit(lai_chau.load()).summary(lang).splitlines()
        assert len(lines) <= 24
        assert sum(len(wrap(line, 80, subsequent_indent="    ")) or 1 for line in lines) <= 35
        assert not [line for line in lines if re.search(r"\d{7}|\[|\.{3}", line)]


def test_the_first_screen_of_the_reference_review_says_what_to_ask() -> None:
    en, vi = (audit(lai_chau.load()).summary(lang) for lang in LANGUAGES)
    for text in (
        "from 40.40% and 25.55% follows -12.3 to -12.2% per year; printed: -4.95% per year. Fits as percentage points.",
        "17 figures are estimates to 2018-12-31; the document is dated 2019-11-15.",
        "Households: 89,331-89,352 (start of 2016), 96,798-96,838 (end of 2018): +8%.",
        "Plans without a number: Poverty rate; People placed in new jobs.",
        "Medical examinations and treatments at most 1,119,000 person-turns",
    ):
        assert text in en
    for text in (
        "từ “40,40%” và “25,55%” suy ra từ -12,3 đến -12,2%/năm; báo cáo ghi “4,95%/năm”. Khớp nếu là điểm phần trăm.",
        "Số hộ: 89.331-89.352 hộ (đầu năm 2016), 96.798-96.838 hộ (cuối năm 2018): +8%.",
    ):
        assert text in vi


def test_each_question_of_a_letter_has_its_reason_and_its_figures_as_printed() -> None:
    en, vi = (audit(lai_chau.load()).questions(lang) for lang in LANGUAGES)
    assert en[2] == (
        "Poverty rate (Sustainable poverty reduction): from “40,40%” and “25,55%” follows -12.3 to -12.2% per year; "
        "printed: “4,95%/năm”. Please confirm that “4,95%/năm” means percentage points."
    )
    assert "từ “trên 378 nghìn lượt người” mỗi năm suy ra trên 1.134.000 (2016-2018); báo cáo ghi “gần 900" in vi[0]
    assert "Forest cover rate (Forest protection and development) “49,11 %”; " in en[1]
    assert en[1].count("; ") - 1 == 17 - 1  # one more semicolon is before the date of the document
    assert "“25,55%”; “24.737 hộ nghèo”. From this follows 96,798-96,838. What is the figure for Households" in en[4]


def test_each_finding_has_its_question_and_what_is_not_stated_one_for_all() -> None:
    for lang, ask in (("en", "    Ask: "), ("vi", "    Hỏi: ")):
        lines = audit(lai_chau.load()).summary(lang).splitlines()  # type: ignore[arg-type]
        assert sum(line.startswith(ask) for line in lines) == 4 + 1
    assert "Ask: Please state each exact figure, and each plan with its period." in audit(lai_chau.load()).summary()


def test_the_words_of_a_total_and_of_persons_are_exact() -> None:
    result = audit(lai_chau.load())
    assert "Fits if the total covers at most 2 of the years." in result.summary()
    assert "Khớp nếu tổng số chỉ tính cho nhiều nhất 2 năm trong giai đoạn." in result.summary("vi")
    assert "How many different persons are counted in “" in result.questions()[3]
    assert "gồm bao nhiêu người (không tính trùng)" in result.questions("vi")[3]


def test_with_the_text_figures_are_located_by_line() -> None:
    text = Path(str(files("aseansc.datasets").joinpath("skeleton.txt"))).read_text(encoding="utf-8")
    review = skeleton.load()
    wrong = evolve(
        review,
        observations=[
            evolve(item, value=Value.parse("9 percent")) if item.id == "poverty-rate.2023.end" else item
            for item in review.observations
        ],
    )
    [finding] = [item for item in audit(wrong).findings() if item.group is FindingGroup.TO_ASK]
    cited = review.observation("poverty-rate.2023.end").citation
    assert isinstance(cited, Citation)
    line = text[: cited.start].count("\n") + 1
    assert f"(line {line})" in audit(wrong).summary(texts=[text])
    assert f"(dòng {line})" in audit(wrong).questions("vi", texts=[text])[finding.number - 1]
    assert "(line" not in audit(wrong).summary()
    with pytest.raises(FieldError, match="not that of a document"):
        audit(wrong).summary(texts=[text + " "])
    with pytest.raises(FieldTypeError, match="wrong type"):
        audit(wrong).summary(texts=[1])  # type: ignore[list-item]


def test_contradictions_of_one_figure_are_one_finding() -> None:
    """The whole is wrong in 2017 and in 2018; in 2018 its rate, too, is computed from the wrong whole."""
    rows = [
        {"indicator": name, "place": "VN-01", "time": year, "value": value}
        for year, whole, rate in ((2017, 90, "44.4"), (2018, 99, "44.4"))
        for name, value in (("one", 40), ("two", 50), ("all", whole), ("rate", rate))
    ]
    units = dict.fromkeys(("one", "two", "all"), "household")
    result = audit_table(rows, wholes={"all": ("one", "two")}, rates={"rate": ("one", "all")}, units=units)
    assert len(result.contradicted) == 2
    [finding] = result.findings()
    assert [check.code.value for check in finding.checks] == ["parts-sum", "rate-ratio"]
    assert finding.group is FindingGroup.ARITHMETIC
    [asked] = result.questions()
    assert "all: from “40” (row 5) and “50” (row 6) follows 90; printed: “99” (row 7). Which of" in asked
    assert "printed: “44.4” (row 8)" in asked


def test_the_id_of_a_finding_depends_on_values_alone() -> None:
    review = lai_chau.load()
    ids = [finding.id for finding in audit(review).findings()]
    assert len(set(ids)) == len(ids)
    turned = evolve(
        review,
        observations=review.observations[::-1],
        claims=review.claims[::-1],
        targets=review.targets[::-1],
        indicators=[evolve(item, name=Text(en="x")) for item in review.indicators],
    )
    assert {finding.id for finding in audit(turned).findings()} == set(ids)
    changed = evolve(
        review,
        observations=[
            evolve(item, value=Value.parse("40.4 percent")) if item.id == "poverty-rate.2016.beginning" else item
            for item in review.observations
        ],
    )
    changed_ids = [finding.id for finding in audit(changed).findings()]
    assert [one == other for one, other in zip(ids, changed_ids, strict=True)] == [
        True, True, False, True, False, True, True, True,
    ]  # fmt: skip


@given(reviews(max_figures=8))
@settings(max_examples=examples(2))
def test_the_first_screen_and_the_questions_of_any_review_are_written(review: Review) -> None:
    result = audit(review)
    for lang in LANGUAGES:
        assert result.summary(lang)
        assert len(result.questions(lang)) == len(result.findings())


def test_an_unknown_language_or_review_is_refused() -> None:
    result = audit(lai_chau.load())
    check: Check = result.checks[0]
    for ask in (check.question, result.summary, result.questions):
        with pytest.raises(FieldError, match="en or vi"):
            ask("fr")  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="the result of audit"):
        Audit(review=result.review, checks=result.checks).summary()


@pytest.mark.parametrize(
    ("interval", "en", "vi"),
    [
        (Interval(lower="96797.1", upper="96838.9"), "96,797.1 to 96,838.9", "từ 96.797,1 đến 96.838,9"),
        (Interval(lower=0, upper=900000, upper_open=True), "less than 900,000", "dưới 900.000"),
        (Interval(lower="-12.25921", upper="-12.24574"), "-12.26 to -12.24", "từ -12,26 đến -12,24"),
        (Interval.point(5), "5", "bằng 5"),
    ],
)
def test_limits_are_rounded_outward_to_few_digits(interval: Interval, en: str, vi: str) -> None:
    assert (briefly(interval, "en", 4), briefly(interval, "vi", 4)) == (en, vi)


def test_what_is_apart_looks_apart() -> None:
    one, other = Interval(lower="27.0683", upper="27.0764"), Interval(lower="27.0765", upper="27.08")
    digits = few_digits(one, other)
    assert briefly(one, "en", digits) != briefly(other, "en", digits)
    assert digits > 4


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("F01", "Fits if there are more parts than these.\n    Ask: Are there other parts than these? If not, which"),
        ("F09", "Ask: From which numerator and denominator was “25,55%” calculated?"),
        ("F14", "24,373 households and 24,737 households are printed for the same quantity."),
        ("F20", "The figures give 103.4 to 103.8 percent; expected: 100 percent."),
        ("F22", "25.55%, 27.10% and “fell fast”."),
        ("F28", "Listed: 2 districts; stated: 3 districts."),
        ("F39", "Compared: 0 of 1 figures. Not confirmed, with nothing to compare with: 1."),
        (
            "T02",
            "Ask: Two documents differ. Which of these figures is right, or what do the documents count differently?",
        ),
    ],
)
def test_the_words_of_the_first_screen_suit_the_check(name: str, words: str) -> None:
    assert words in audit(REPORTS[name].build()).summary()


def test_the_screen_has_the_parts_of_the_summary() -> None:
    result = audit(lai_chau.load())
    screen = result.screen("vi")
    items = [item for group in screen.groups for item in group.items]
    assert [item.number for item in items] == [finding.number for finding in result.findings()]
    assert [group.group for group in screen.groups] == list(FindingGroup)
    assert str(screen) == result.summary("vi")
    asked = [item.question for item in items if item.question] + [group.question for group in screen.groups]
    assert all(f"Hỏi: {question}" in str(screen) for question in asked if question)
