"""Charts: what they draw, in files that need no network and no browser."""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import sys
from typing import Any

import pytest
from attrs import evolve

from aseansc import Absent, AsOf, Interval, Series, Status, Text, TimeCollection, Value
from aseansc.datasets import annex, lai_chau, skeleton
from aseansc.errors import FieldError, FieldTypeError, OperandError, UndefinedResultError, UnknownNameError
from aseansc.periods import Period
from aseansc.units import hectare, percent

REVIEW, ANNEX = lai_chau.load(), annex.load()


def rows(chart: Any) -> list[dict[str, Any]]:
    """Return the data of a chart, which must be inside it."""
    made = chart.to_dict()
    assert '"url"' not in json.dumps(made)
    found = {
        json.dumps(layer["data"]["values"]) for layer in [made, *made["layer"]] if "values" in layer.get("data", {})
    }
    (data,) = found
    values: list[dict[str, Any]] = json.loads(data)
    return values


def svg(chart: Any) -> str:
    file = io.StringIO()
    chart.save(file, format="svg")
    return file.getvalue()


def test_a_series_is_drawn_in_time_with_its_intervals_and_statuses() -> None:
    first, within, end = rows(REVIEW.plot("poverty-rate"))
    assert (first["date"], first["value"], first["soft"]) == ("2016-01-01", 40.4, False)
    assert (first["low"], first["high"]) == (40.395, 40.405)
    assert (within["date"], end["date"]) == ("2018-07-02", "2018-12-31")
    assert (end["soft"], end["status"], end["printed"]) == (True, "estimated", "25,55%")
    picture = svg(REVIEW.plot("poverty-rate", lang="vi"))
    assert picture.startswith("<svg")
    for words in ("Tỷ lệ hộ nghèo", "40,40%", "25,55%"):
        assert words in picture


def test_a_figure_of_a_day_is_drawn_at_that_day() -> None:
    rate = REVIEW.series("poverty-rate").last
    of_day = evolve(rate, time=AsOf(date=dt.date(2018, 9, 30)), time_collection=TimeCollection.AT)
    (drawn,) = rows(Series(indicator="poverty-rate", place=rate.place, observations=(of_day,)).plot())
    assert drawn["date"] == "2018-09-30"


def test_bounds_have_no_end() -> None:
    (over,) = rows(REVIEW.plot("production-support-turns"))
    assert (over["up"], over["down"], over["low"]) == (True, False, 60000)
    assert over["high"] > 60000
    (nearly,) = rows(REVIEW.plot("medical-examinations", collection="total"))
    assert (nearly["up"], nearly["low"], nearly["high"]) == (False, 0, 900000)
    area = skeleton.load().observations[0]
    (about,) = rows(
        Series(
            indicator="area",
            place=area.place,
            observations=[evolve(area, indicator="area", value=Value.about(5, hectare))],
        ).plot()
    )
    assert (about["up"], about["down"]) == (True, False)  # areas are not negative


def test_a_range_is_an_interval_without_a_point() -> None:
    rate = skeleton.load().observation("poverty-rate.2023.end")
    later = evolve(rate, id="later", time=Period.year(2024), value=Value.between(6, 8, percent))
    chart = Series(indicator=rate.indicator, place=rate.place, observations=[rate, later]).plot()
    first, last = rows(chart)
    assert (first["value"], first["label"]) == (12.7, 12.7)
    assert (last["value"], last["figure"]) == (None, "6-8%")
    assert (last["low"], last["high"], last["label"]) == (5.5, 8.5, 8.5)
    assert "6-8%" in svg(chart)


def below_zero(actual: Value, planned: Value) -> Any:
    """Return the chart of a target and its result in percent, which may be negative."""
    (target,) = (item for item in ANNEX.targets if item.indicator == "vaccination-rate")
    found = ANNEX.observation("vaccination-rate.2023.end")
    indicator = evolve(ANNEX.indicator("vaccination-rate"), bounds=Interval())
    review = evolve(
        ANNEX,
        indicators=[indicator],
        observations=[evolve(found, value=actual)],
        targets=[evolve(target, value=planned)],
        claims=(),
    )
    return review.plot("vaccination-rate", kind="targets")


def test_the_axis_of_targets_has_every_end() -> None:
    chart = below_zero(Value.exact(-8, percent), Value.exact(-5, percent))
    (row,) = rows(chart)
    assert (row["low"], row["high"], row["target"]) == (-8.5, -7.5, -5)
    low, high = chart.to_dict()["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert low < -8.5
    assert high == 0
    (row,) = rows(below_zero(Value.between(-8, -6, percent), Value.exact(-5, percent)))
    assert (row["value"], row["low"], row["high"], row["figure"]) == (None, -8.5, -5.5, "-8 to -6%")


def test_targets_are_bullets_with_their_outcome() -> None:
    (row,) = rows(ANNEX.plot("vaccination-rate", kind="targets"))
    assert (row["value"], row["target"], row["outcome"], row["up"]) == (95, 95, "not met", False)
    (row,) = rows(ANNEX.plot("trainees", kind="targets", lang="vi"))
    assert (row["low"], row["up"], row["outcome"], row["plan"]) == (1250, True, "đạt", "1.200 người")
    (row,) = rows(ANNEX.plot("clean-water-rate", kind="targets"))
    assert (row["soft"], row["outcome"]) == (True, "met, estimated")
    assert "1,200 persons" in svg(ANNEX.plot("trainees", kind="targets"))


def test_a_target_that_cannot_be_compared_with_a_figure_has_no_bullet_for_it() -> None:
    hidden = {"value": Absent.NOT_STATED, "statuses": (Status.SUPPRESSED,)}
    figures = [
        evolve(item, **hidden) if item.indicator == "trainees" else item
        for item in (*ANNEX.observations, evolve(ANNEX.observation("vaccination-rate.2023.end"), id="hidden", **hidden))
    ]
    review = evolve(ANNEX, observations=figures)
    assert len(rows(review.plot("vaccination-rate", kind="targets"))) == 1
    with pytest.raises(UndefinedResultError, match="a figure to compare it with"):
        review.plot("trainees", kind="targets")


def test_a_change_is_drawn_from_the_first_to_the_last_level() -> None:
    assert [row["figure"] for row in rows(ANNEX.plot("poverty-rate", kind="changes"))] == ["18.4%", "11.6%"]


def test_a_chart_is_saved_as_png() -> None:
    file = io.BytesIO()
    ANNEX.plot("poverty-rate").save(file, format="png")
    assert file.getvalue().startswith(b"\x89PNG")


def test_a_series_alone_has_the_id_as_title_and_the_stated_intervals() -> None:
    series = REVIEW.series("poverty-rate")
    assert series.plot().to_dict()["title"] == "poverty-rate"
    assert series.plot(review=REVIEW).to_dict()["title"] == "Poverty rate"


def test_what_cannot_be_drawn_is_an_error_that_says_why() -> None:
    with pytest.raises(UndefinedResultError, match="a target with a number"):
        REVIEW.plot("new-forest", kind="targets")
    with pytest.raises(UndefinedResultError, match="levels at two times"):
        REVIEW.plot("trained-workers-rate", kind="changes")
    with pytest.raises(UndefinedResultError, match="at least one figure"):
        REVIEW.plot("households")
    with pytest.raises(UnknownNameError, match="poverty-rate"):
        REVIEW.plot("poverty-rat")
    with pytest.raises(FieldError, match="unknown kind"):
        REVIEW.plot("poverty-rate", kind="pie")  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="unknown language"):
        REVIEW.plot("poverty-rate", lang="fr")  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="expected a Review"):
        REVIEW.series("poverty-rate").plot(review="lai-chau")  # type: ignore[arg-type]
    with pytest.raises((OperandError, UnknownNameError)):
        REVIEW.series("poverty-rate").plot(review=skeleton.load())


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "right \u200f to left", "x" * 1_000])
def test_names_are_drawn_as_text(words: str) -> None:
    review = evolve(
        skeleton.load(), indicators=[evolve(item, name=Text(en=words)) for item in skeleton.load().indicators]
    )
    picture = svg(review.plot("poverty-rate"))
    assert "<script" not in picture
    assert "\u200f" not in picture


def test_a_suppressed_figure_is_left_out() -> None:
    rate = skeleton.load().observation("poverty-rate.2023.end")
    hidden = evolve(rate, id="hidden", value=Absent.NOT_STATED, statuses=(Status.SUPPRESSED,))
    series = Series(indicator=rate.indicator, place=rate.place, observations=[rate, hidden])
    assert len(rows(series.plot())) == 1


def test_charts_say_that_they_need_docstrings() -> None:
    script = "from aseansc.datasets import annex\nannex.load().plot('poverty-rate')"
    done = subprocess.run([sys.executable, "-OO", "-c", script], capture_output=True, text=True, check=False)
    assert "charts need docstrings" in done.stderr


def test_charts_name_their_missing_extra() -> None:
    script = (
        "import sys\nsys.modules['altair'] = None\nfrom aseansc.datasets import annex\n"
        "annex.load().plot('poverty-rate')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "MissingExtraError" in done.stderr
    assert 'pip install "aseansc[plot]"' in done.stderr
