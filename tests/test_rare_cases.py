"""Branches that no usual input reaches, in the model, its judgements and its frames."""

from __future__ import annotations

import importlib
import runpy
import sys
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

import aseansc
from aseansc import Change, Period, Text, Unit, Value, laws, strategies
from aseansc._attrs import Record
from aseansc._phrases import amount, difference
from aseansc.codelists import Absent
from aseansc.datasets import skeleton
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import (
    AseanscError,
    FieldError,
    FieldTypeError,
    MissingExtraError,
    OperandError,
    UndefinedResultError,
    UnknownNameError,
)
from aseansc.intervals import Interval
from aseansc.observations import Observation, Status
from aseansc.plots import series_plot
from aseansc.trends import require_alike
from aseansc.units import hectare, household, percent, person, rank
from aseansc.values import by_magnitude
from aseansc.views import _view

REVIEW = skeleton.load()
FIRST = REVIEW.observations[0]
WHY = Gap(reason=Text(en="why"))


def test_the_package_lists_its_public_names() -> None:
    assert set(dir(aseansc)) == {*aseansc.__all__, "__version__"}


def test_running_the_package_runs_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["aseansc", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("aseansc", run_name="__main__")
    assert not caught.value.code
    assert aseansc.__version__ in capsys.readouterr().out
    assert "main" in runpy.run_module("aseansc", run_name="imported")


def test_a_record_inside_itself_is_printed_as_dots() -> None:
    printed: list[str] = []
    Record._repr_pretty_(FIRST, SimpleNamespace(text=printed.append), cycle=True)
    assert printed == ["Observation(...)"]


def test_numbers_of_a_subclass_become_decimals() -> None:
    class Own(Decimal):
        pass

    made = Value.exact(Own("40.40"), percent)
    assert (type(made.magnitude), str(made.magnitude)) == (Decimal, "40.40")


def test_equal_magnitudes_have_equal_hashes() -> None:
    one, other = by_magnitude(Value.exact(5, percent)), by_magnitude(Value.exact("5.0", percent))
    assert one == other
    assert hash(one) == hash(other)


def test_a_computed_rank_is_a_place() -> None:
    with pytest.raises(UndefinedResultError, match="the result is not a rank"):
        Value.exact(2, rank) + Change.exact(-2, rank)


@pytest.mark.parametrize(
    "arguments", [{"magnitude": 5}, {"unit": percent}, {"magnitude": 5, "unit": percent, "odd": 1}]
)
def test_arguments_that_no_value_has_are_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises((TypeError, AseanscError)):
        Value(**arguments)


def test_proposals_are_of_fields_that_have_a_value() -> None:
    fields = {"id": "a", "place": WHY}
    for name in ("place", "time", "odd"):
        with pytest.raises(UnknownNameError, match="no such field with a value"):
            PartialRecord(Observation, fields, proposed=(name,))
        with pytest.raises(UnknownNameError, match="no such field with a value"):
            Draft(id="d", place=WHY, proposed=(name,))
    assert Draft(id="d", proposed=("id",)).proposed == ("id",)


def test_the_records_of_a_draft_are_of_its_lists() -> None:
    for wrong in ([REVIEW.documents[0]], [5], [FIRST, REVIEW.documents[0]]):
        with pytest.raises(FieldTypeError):
            Draft(id="d", observations=wrong)


def test_amounts_far_outside_the_usual_are_not_rounded() -> None:
    far = Interval(lower="1E-70", upper="2E-70")
    with pytest.raises(AseanscError):
        amount(far, hectare, "en")
    assert amount(Interval(lower="1.23456", upper="2.34567"), hectare, "en") == "1.234-2.346 hectares"


def test_figures_without_a_common_unit_have_no_difference() -> None:
    other = evolve(FIRST, value=Value.exact(5, person))
    assert FIRST.value.unit.dimension != person.dimension  # type: ignore[union-attr]
    assert difference(FIRST, other, "en") == ""
    assert difference(FIRST, FIRST, "en") != ""
    missing = evolve(FIRST, value=Absent.NOT_STATED, statuses=(Status.MISSING,))
    assert difference(FIRST, missing, "en") == difference(missing, FIRST, "en") == ""


def test_observations_of_other_indicators_are_not_compared() -> None:
    indicator = next(item for item in REVIEW.indicators if item.id == FIRST.indicator)
    with pytest.raises(OperandError, match="their indicators are"):
        require_alike(FIRST, evolve(FIRST, indicator="another"), indicator, "test")


def test_a_chart_is_of_a_series() -> None:
    with pytest.raises(FieldTypeError, match="a Series"):
        series_plot([FIRST])  # type: ignore[arg-type]


def test_only_records_and_values_have_a_view() -> None:
    with pytest.raises(FieldTypeError, match="a record or a value"):
        _view(5)


def test_hypothesis_is_named_if_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match="hypothesis"):
        laws.check_round_trip(str, str, Value)


def test_another_missing_module_is_not_taken_for_hypothesis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "aseansc.strategies._quantities", None)
    with pytest.raises(ModuleNotFoundError, match="_quantities") as raised:
        importlib.reload(strategies)
    assert not isinstance(raised.value, MissingExtraError)


def test_a_table_is_written_to_a_new_file(tmp_path: Path) -> None:
    from aseansc.frames import write_table

    table = REVIEW.to_frame("pyarrow")
    write_table(table, tmp_path / "a.parquet")
    with pytest.raises(FieldError, match="the file exists"):
        write_table(table, tmp_path / "a.parquet")


def test_an_import_that_fails_inside_a_library_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    from aseansc.frames import _engines

    def fail(_name: str) -> None:
        raise ModuleNotFoundError("no such module", name="other")

    monkeypatch.setattr(_engines, "import_module", fail)
    with pytest.raises(ModuleNotFoundError, match="no such module"):
        _engines.load("polars")


def test_an_absent_time_has_no_collection_and_units_in_ascii_need_no_translation() -> None:
    from aseansc.drafts._collections import _collection
    from aseansc.drafts._draft import _untranslated_units

    assert _collection(Absent.NOT_STATED, None) is Absent.NOT_STATED
    units = tuple(
        evolve(household, code=code, en=en, plural=en, vi=vi, dimension=code)
        for code, en, vi in (("a", "mô hình", "mô hình"), ("b", "model", "mô hình"), ("c", "km", "km"))
    )
    assert [error.where for error in _untranslated_units(units)] == ["units[0].en"]


def test_a_period_and_a_unit_are_of_their_own_types() -> None:
    assert laws._parts(Period.year(2018), Value.exact(5, percent)) == []
    assert laws._parts(household, Unit.parse("household")) == []
