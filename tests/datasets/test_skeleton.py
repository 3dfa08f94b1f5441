"""The skeleton dataset that people copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc import Absent, Observation, Review, Span, TimeBasis
from aseansc.datasets import skeleton


@pytest.fixture(scope="module")
def text() -> str:
    return Path(skeleton.__file__).with_suffix(".txt").read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def review() -> Review:
    return skeleton.load()


def test_it_has_ten_figures_of_many_kinds(review: Review) -> None:
    observations = [figure for figure in review.figures() if isinstance(figure, Observation)]
    assert (len(observations), len(review.claims), len(review.targets)) == (8, 2, 1)
    assert len({item.value.qualifier for item in observations}) == 3
    assert {item.time_basis for item in observations} == {TimeBasis.STATED, TimeBasis.ASSUMED}
    assert any(item.statuses for item in observations)


def test_its_figures_are_consistent(review: Review) -> None:
    """The rate equals the ratio of its two counts."""
    poor, households, rate = (
        review.interval(review.observation(f"{name}.2023.end"))
        for name in ("poor-households", "households", "poverty-rate")
    )
    assert (poor * rate.point(100) / households).overlaps(rate)


def test_uncited_numbers_are_listed_with_their_positions(review: Review, text: str) -> None:
    longer = f"{text}Năm 2025 có 3 xã."
    assert review.uncited(longer) == (
        Span(start=len(text) + 4, end=len(text) + 8, printed="2025"),
        Span(start=len(text) + 12, end=len(text) + 13, printed="3"),
    )
    assert review.uncited(text[:200]) == ()
    assert review.uncited("") == ()
    assert [span.printed for span in review.uncited("4,95% và 1.250.000; 3/2018.")] == [
        "4,95",
        "1.250.000",
        "3",
        "2018",
    ]


def test_numbers_of_headings_and_items_need_no_citation(review: Review) -> None:
    wrapped = "Trong ba năm qua, toàn huyện đã hỗ trợ cho các xã đặc biệt khó khăn"
    numbered = "8. Công tác giảm nghèo\n9.1. Thể thao\n\n  2) Có 5 đội.\n- 3. Y tế (4) và\n(4) Giáo dục; Mục 7. Khác"
    assert [span.printed for span in review.uncited(f"{numbered}\n{wrapped}\n12. Năm nay")] == ["5", "4", "7", "12"]
    assert [span.printed for span in review.uncited("Số hộ nghèo là\n45. Số hộ cận nghèo tăng\n12. Hết")] == [
        "45",
        "12",
    ]


def test_a_misplaced_citation_covers_no_number(review: Review) -> None:
    """With another report, all of its numbers are uncited, even at the positions of the skeleton's citations."""
    other = "1.250 hộ nghèo, 9.860 hộ, 12,7% và 15 xã " * 12
    left = review.uncited(other)
    assert len(left) == 12 * 4


def test_the_actual_position_of_misplaced_words_is_reported(review: Review, text: str) -> None:
    moved = review.verify(f"xx{text}").mismatches
    assert {item.nearest for item in moved[1:]} == {item.start + 2 for item in moved[1:]}
    (whole, *gone) = review.verify(text.replace("12,7%", "12.7%")).mismatches
    assert (whole.nearest, [item.nearest for item in gone]) == (Absent.NOT_APPLICABLE, [Absent.NOT_APPLICABLE])
