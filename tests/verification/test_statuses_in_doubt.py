"""A status that the text leaves open is not refuted."""

from __future__ import annotations

import unicodedata

import pytest

from aseansc.errors import FieldTypeError
from aseansc.observations import Status
from aseansc.periods import Period, TimeCollection
from aseansc.values import Change, RelativeChange
from aseansc.verification import ExtractedFigure, ExtractedKind, FigureVerdict, verify_claims
from aseansc.vietnamese import Doubt, draft, find, has_status_word

TEXT = "Đến năm 2025, tỷ lệ đô thị hóa khoảng 45%."


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (Status.PLANNED, FigureVerdict.UNDECIDED),
        (Status.FORECAST, FigureVerdict.UNDECIDED),
        (Status.PROVISIONAL, FigureVerdict.REFUTED),
    ],
)
def test_a_figure_that_may_be_a_target_leaves_only_that_undecided(status: Status, verdict: FigureVerdict) -> None:
    (figure,) = (each for each in find(TEXT) if each.mention is None)
    assert figure.doubt is Doubt.STATUS
    claim = ExtractedFigure(number=45, unit="percent", statuses=(status,))
    (result,) = verify_claims(TEXT, [claim])
    assert result.verdict is verdict


def test_a_status_that_the_note_of_a_figure_names_is_not_refuted() -> None:
    text = "Năm 2023, đàn trâu ước đạt 45 con; đàn bò có 30 con."
    figure = find(text)[-1]
    assert figure.unit is not None
    assert "may be estimated" in figure.note
    for status, verdict in (
        (Status.ESTIMATED, FigureVerdict.UNDECIDED),
        (Status.PROVISIONAL, FigureVerdict.REFUTED),
    ):
        (result,) = verify_claims(text, [ExtractedFigure(number=30, unit=figure.unit.code, statuses=(status,))])
        assert result.verdict is verdict


@pytest.mark.parametrize(
    ("kind", "unit", "verdict"),
    [
        ("relative_change", "percent", FigureVerdict.CONFIRMED),
        ("points", "percentage_point", FigureVerdict.UNDECIDED),
        ("points", None, FigureVerdict.UNDECIDED),
        ("share", "percent", FigureVerdict.REFUTED),
    ],
)
def test_a_percent_by_which_a_rate_changed_may_mean_points(kind: str, unit: str | None, verdict: FigureVerdict) -> None:
    claim = ExtractedFigure(number="-2.7", unit=unit, kind=ExtractedKind(kind))
    (result,) = verify_claims("Tỷ lệ hộ nghèo giảm 2,7%.", [claim])
    assert result.verdict is verdict


def test_a_percent_a_year_by_which_a_rate_changed_may_mean_points_a_year() -> None:
    claim = ExtractedFigure(number="-4.95", unit="percentage_point/year", kind=ExtractedKind.POINTS)
    (result,) = verify_claims("Tỷ lệ hộ nghèo giảm 4,95%/năm.", [claim])
    assert result.verdict is FigureVerdict.UNDECIDED


def test_a_review_has_the_answer_to_whether_a_figure_is_planned() -> None:
    found = draft(TEXT, place="XX-SM", period=Period.year(2025))
    for location, _ in found.gaps:
        if location.startswith("observations[0].time"):
            found = found.fill(location, TimeCollection.END)
    for statuses, verdict in (
        ((Status.FORECAST,), FigureVerdict.CONFIRMED),
        ((Status.PROVISIONAL,), FigureVerdict.REFUTED),
    ):
        (result,) = found.fill("observations[0].statuses", statuses).known().review.verify(TEXT)
        assert result.verdict is verdict, (statuses, result.reason)


def test_a_review_has_the_answer_to_percent_or_points() -> None:
    text = "Tỷ lệ hộ nghèo giảm 2,7%."
    found = draft(text, place="XX-SM", period=Period.year(2018))
    assert "note" not in found.claims[0].fields  # type: ignore[union-attr]
    for value, verdict in (
        (Change.parse("-2.7 percentage_point"), FigureVerdict.CONFIRMED),
        (RelativeChange.parse("by -2.7 percent"), FigureVerdict.CONFIRMED),
        (Change.parse("-2.7 percentage_point/year"), FigureVerdict.UNDECIDED),
        (Change.parse("-2.6 percentage_point"), FigureVerdict.REFUTED),
    ):
        (result,) = found.fill("claims[0].value", value).known().review.verify(text)
        assert result.verdict is verdict, value


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Có 1.256 hộ nghèo (8,56%), giảm 456 hộ (tương ứng giảm 3,21%).", Doubt.POINTS),
        ("Có 1.256 hộ nghèo, giảm 456 hộ, tương đương giảm 3,21%.", None),
        ("Thu 56 tỷ đồng (chiếm 8%), tăng 12 tỷ đồng (tương ứng tăng 3,21%).", None),
        ("Thu 56 tỷ đồng, giảm 12 tỷ đồng (giảm 3,21%).", None),
    ],
)
def test_a_percent_that_equals_the_change_of_a_count_may_mean_points(text: str, doubt: Doubt | None) -> None:
    assert find(text)[-1].doubt is doubt


def test_words_for_a_status_are_found_in_any_normal_form() -> None:
    assert has_status_word("Năm nay, tỉnh PHẤN\nĐẤU đạt 45%.", Status.PLANNED)
    assert has_status_word(unicodedata.normalize("NFD", "sơ bộ"), Status.PROVISIONAL)
    assert not has_status_word("bước tiến", Status.ESTIMATED)
    assert not has_status_word("sơ bộ", Status.MISSING)
    for text, status in ((5, Status.PLANNED), ("sơ bộ", "planned")):
        with pytest.raises(FieldTypeError, match="wrong type"):
            has_status_word(text, status)  # type: ignore[arg-type]
