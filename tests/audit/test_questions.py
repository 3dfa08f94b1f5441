"""Questions to the authors of a report, and the audit on one screen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from aseansc import Review
from aseansc.audit import Audit, Check, CheckCode, Nature, Verdict, audit
from aseansc.audit._numbers import briefly, few_digits
from aseansc.datasets import lai_chau
from aseansc.errors import FieldError
from aseansc.intervals import Interval
from aseansc.labels import LANGUAGES, Lang
from aseansc.strategies import reviews
from tests._profile import examples
from tests.audit import cases
from tests.audit.cases import made
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


def test_the_questions_of_the_reference_review_can_be_pasted_into_a_letter() -> None:
    result = audit(lai_chau.load())
    ids = {figure.id for figure in lai_chau.load().figures()}
    for lang in LANGUAGES:
        asked = result.questions(lang)
        assert len(asked) == len(result.findings) == 7
        assert not [text for text in asked if any(name in text for name in (*ids, *CODES))]
    assert any("trên 378 nghìn lượt người" in text and "đến ngày nào?" in text for text in result.questions("vi"))


def test_the_first_screen_of_the_reference_review_is_short() -> None:
    for lang in LANGUAGES:
        lines = audit(lai_chau.load()).summary(lang).splitlines()
        assert len(lines) <= 36
        assert not [line for line in lines if re.search(r"\d{7}|\[|\.{3}", line)]


@given(reviews(max_figures=8))
@settings(max_examples=examples(2))
def test_the_first_screen_and_the_questions_of_any_review_are_written(review: Review) -> None:
    result = audit(review)
    for lang in LANGUAGES:
        assert result.summary(lang)
        assert len(result.questions(lang)) == len(result.findings)


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
