"""Times and comparisons in the heads of tables that are written in short: *Q1/2023*, *CK 2022*, *Tháng 10*."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc import Mention, Observation, Period
from aseansc.vietnamese.tables import ColumnRole, is_translated, read_head
from tests.documents._made import table
from tests.documents.test_tables import by_cell, drafted


def test_quarters_in_short_are_not_years() -> None:
    heads = ("Q1/2023", "Q.I/2023", "QII 2022", "Quý IV năm 2021")
    assert [str(read_head(head).time) for head in heads] == ["2023-Q1", "2023-Q1", "2022-Q2", "2021-Q4"]
    assert is_translated("Q1/2023")


def test_the_same_period_in_short_is_that_of_another_year() -> None:
    assert str(read_head("CK 2022", Period.parse("2023-S1")).time) == "2022-S1"
    assert read_head("% CK", Period.parse("2023-S1")).compared
    assert read_head("CK", Period.parse("2023-S1")).time is None  # perhaps the end of a time


def test_a_month_of_another_head_completes_one_without_a_year(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Tháng 10/2019 (Lượt khách)", "Tháng 10 so với tháng trước (%)")
    rows = (("Tổng số", "1.200", "103,7"), ("Hàng không", "900", "101,8"), ("Đường bộ", "300", "132,9"))
    cells = by_cell(drafted(tmp_path, table(heads, *rows)))
    found = {(cells[f"t1.r{row}c3"].record_type.__name__, str(cells[f"t1.r{row}c3"]["time"])) for row in (2, 3, 4)}
    assert found == {("ChangeClaim", "2019-10")}


def test_quarters_beside_a_full_year_are_parts_of_it(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "Quý I", "Quý II", "Cả năm 2022")
    cells = by_cell(drafted(tmp_path, table(heads, ("GRDP (tỷ đồng)", "100", "120", "500"))))
    assert [str(cells[f"t1.r2c{column}"]["time"]) for column in (2, 3, 4)] == ["2022-Q1", "2022-Q2", "2022"]
    heads = ("Chỉ tiêu", "Năm 2022", "6 tháng")  # of 2023 perhaps
    cells = by_cell(drafted(tmp_path, table(heads, ("GRDP (tỷ đồng)", "500", "120"))))
    assert str(cells["t1.r2c3"].get("time")) != "2022-S1"


def test_mean_prices_and_yields_are_levels_and_averages_over_years_are_open() -> None:
    doubtful = {
        head: read_head(head).doubtful
        for head in ("Giá bình quân (đồng/kg)", "Năng suất bình quân", "Giá bình quân 5 năm", "Bình quân", "TB 5 năm")
    }
    assert doubtful == {
        "Giá bình quân (đồng/kg)": False,
        "Năng suất bình quân": False,
        "Giá bình quân 5 năm": True,
        "Bình quân": True,
        "TB 5 năm": True,
    }


def test_numbered_districts_are_not_quarters() -> None:
    year = Period.year(2023)
    assert [str(read_head(head, year).time) for head in ("Q1", "Q.3", "QI", "Quý 1")] == [
        "None",
        "None",
        "2023-Q1",
        "2023-Q1",
    ]


def test_a_part_of_the_year_of_a_plan_that_is_compared_was_reached(tmp_path: Path) -> None:
    heads = ("Chỉ tiêu", "ĐVT", "KH 2023", "6T2022", "6T2023", "6T2023/6T2022 (%)")
    cells = by_cell(drafted(tmp_path, table(heads, ("Trồng rừng", "Ha", "100", "45", "50", "111,1"))))
    claim, reached = cells["t1.r2c6"], cells["t1.r2c5"]
    assert (claim["start"], claim["end"]) == (cells["t1.r2c4"]["id"], reached["id"])
    assert (reached.record_type, str(reached["time"])) == (Observation, "2023-S1")
    cells = by_cell(drafted(tmp_path, table(heads[:-1], ("Trồng rừng", "Ha", "100", "45", "50"))))  # a plan perhaps
    assert cells["t1.r2c5"].record_type is Mention


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ("6 tháng", "2023-S1"),
        ("Kế hoạch 6 tháng cuối năm", "2023-S2"),
        ("Ước 3 tháng cuối năm 2022", "2022-Q4"),
        ("Các tháng cuối năm", None),  # how many is not stated
        ("Quý III và Quý IV", None),
        ("Trẻ dưới 6 tháng", None),  # an age
        ("6 - 12 tháng", None),
        ("6 tháng tuổi", None),
        ("Kỳ hạn 6 tháng", None),
    ],
)
def test_numbers_of_months_are_parts_of_a_year_unless_they_are_ages_or_durations(head: str, time: str | None) -> None:
    found = read_head(head, Period.year(2023)).time
    assert (None if found is None else str(found)) == time


def test_a_remark_of_five_words_does_not_hide_that_a_head_is_one_of_labels() -> None:
    assert read_head("Chỉ tiêu (sử dụng trong kỳ báo cáo)").role is ColumnRole.LABEL


def test_a_plan_for_the_beginning_of_the_period_of_the_title_is_open() -> None:
    head = read_head("Kế hoạch dư nợ đầu năm", Period.year(2018))
    assert (head.role, head.doubtful) == (ColumnRole.UNKNOWN, True)
    assert read_head("Kế hoạch đầu năm", Period.year(2018)).role is ColumnRole.TARGET
