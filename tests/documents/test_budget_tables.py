"""Tables of budgets as offices disclose them: plans for a year, what was done in a part of it, and forms with gaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from aseansc.observations import Status
from aseansc.vietnamese.tables import read_head, read_title
from tests.documents._made import paragraph, table
from tests.documents.test_tables import by_cell, drafted

MONEY = "Đơn vị: triệu đồng"


def read(folder: Path, titles: tuple[str, ...], *rows: tuple[str, ...], row: int) -> list[str]:
    """Return what the cells with numbers in a row state: the record, the value and the time."""
    cells = by_cell(drafted(folder, *map(paragraph, (*titles, MONEY)), table(*rows)))
    found = (cells.get(f"t1.r{row}c{at}") for at in range(2, len(rows[0]) + 1))
    return [f"{each.record_type.__name__} {each['value']} {each['time']}" for each in found if each is not None]


def test_letters_and_one_number_only_number_the_columns(tmp_path: Path) -> None:
    rows = ("STT", "Nội dung", "Dự toán năm 2021"), ("A", "B", "1"), ("I", "Thu nội địa", "3.200")
    titles = ("CÂN ĐỐI NGÂN SÁCH NĂM 2021",)
    assert "Target" not in " ".join(read(tmp_path, titles, *rows, row=2))
    assert read(tmp_path, titles, *rows, row=3) == ["Target 3200000000 VND to 1000000 2021"]


def test_tables_beside_each_other_may_name_their_labels_differently(tmp_path: Path) -> None:
    heads = ("Nội dung thu", "Dự toán", "Nội dung chi", "Dự toán")
    rows = heads, ("Tổng số thu", "5.200", "Tổng số chi", "5.100"), ("Thu bổ sung", "5.000", "Dự phòng", "100")
    found = read(tmp_path, ("CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2022",), *rows, row=2)
    assert found == ["Target 5200000000 VND to 1000000 2022", "Target 5100000000 VND to 1000000 2022"]


def test_what_money_is_for_is_no_role_and_transfers_are_no_changes_of_plans(tmp_path: Path) -> None:
    heads = ("Huyện", "Bổ sung vốn để thực hiện các nhiệm vụ", "Bổ sung có mục tiêu", "Thuế giá trị gia tăng")
    titles = ("DỰ TOÁN CHI CHO NGÂN SÁCH TỪNG HUYỆN NĂM 2021",)
    found = read(tmp_path, titles, heads, ("Huyện A", "320", "150", "20"), row=2)
    assert [each.split()[0] for each in found] == ["Target"] * 3
    assert [read_head(head).doubtful for head in ("Kế hoạch bổ sung", "Vốn bổ sung")] == [True, True]


def test_plans_for_the_year_are_read_below_measures_and_beside_a_month(tmp_path: Path) -> None:
    heads = ("Nội dung", "Dự toán năm thu NSNN", "Thực hiện tháng 5", "Lũy kế 5 tháng")
    titles = ("TÌNH HÌNH THU NGÂN SÁCH THÁNG 5 VÀ 5 THÁNG ĐẦU NĂM 2022",)
    assert [each.split()[-1] for each in read(tmp_path, titles, heads, ("Thu nội địa", "900", "80", "410"), row=2)] == [
        "2022",
        "2022-05",
        "2022-01-01/P5M",
    ]


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ("Cộng dồn 2023", "actual 2023-01-01/P8M"),
        ("Lũy kế từ đầu năm 2023 (triệu đồng)", "actual 2023-01-01/P8M"),
        ("Thực hiện năm 2023 Lũy kế từ đầu năm", "actual 2023-01-01/P8M"),
        ("Lũy kế năm 2022", "unknown None"),  # up to August, or the whole year
        ("Cộng dồn đến năm 2023", "unknown None"),  # perhaps since an earlier year
        ("KH lũy kế 2023", "unknown None"),
        ("Lũy kế 12 tháng năm 2023", "actual 2023"),
        ("Lũy kế từ đầu năm đến cuối quý này Năm nay", "actual 2023-01-01/P8M"),
        ("Lũy kế từ đầu năm đến cuối quý này Năm trước", "actual 2022-01-01/P8M"),
        ("Thực hiện quý/6 tháng/năm", "actual 2023-08"),  # the words of a form
    ],
)
def test_sums_in_a_year_end_with_the_time_of_the_title(head: str, stated: str) -> None:
    times = read_title(["Tình hình tháng 8 năm 2023"])
    assert times is not None
    found = read_head(head, times.reached)
    assert f"{found.role.value} {found.time}" == stated


@pytest.mark.parametrize(
    "title",
    [
        "Bệnh truyền nhiễm tuần 30 năm 2023",
        "Kỳ II tháng 8 năm 2023",
        "10 ngày đầu tháng 8/2023",
        "Quý/6 tháng/năm 2023",
    ],
)
def test_parts_of_a_month_or_year_without_days_are_not_the_time_of_a_table(title: str) -> None:
    times = read_title([title])
    assert times is not None
    assert times.reached is None
    assert times.known is None


def test_forecasts_are_levels_with_a_status_of_their_own(tmp_path: Path) -> None:
    heads = ("Nội dung", "Năm hiện hành 2025 Kế hoạch", "Năm hiện hành 2025 Ước thực hiện", "Năm 2026", "Dự báo 2027")
    cells = by_cell(
        drafted(
            tmp_path, paragraph("DỰ BÁO GIAI ĐOẠN 2026-2028"), table(heads, ("Thóc (tấn)", "120", "125", "130", "140"))
        )
    )
    stated = [(str(cells[f"t1.r2c{at}"]["time"]), cells[f"t1.r2c{at}"].get("statuses", ())) for at in range(2, 6)]
    assert stated == [
        ("2025", ()),
        ("2025", (Status.ESTIMATED,)),
        ("2026", (Status.FORECAST,)),
        ("2027", (Status.FORECAST,)),
    ]
    assert read_head("So sánh dự báo 2030/2025 (%)").doubtful


def test_a_small_price_index_beside_plans_is_perhaps_its_growth(tmp_path: Path) -> None:
    def stated(number: str) -> list[str]:
        heads = ("Nội dung", "ĐVT", "KH 2025", "TH 2025")
        cells = by_cell(drafted(tmp_path, table(heads, ("Chỉ số giá tiêu dùng", "%", "104,0", number))))
        return [cells["t1.r2c4"].record_type.__name__]

    assert stated("103,5") == ["Observation"]
    assert stated("3,5") == ["Mention"]


def test_a_day_in_the_school_year_of_a_title_is_the_time() -> None:
    stated = {
        lines: getattr(read_title(lines), "reached", None)
        for lines in [
            ("Số trường năm học 2021-2022", "(Thời điểm 30/9/2021)"),
            ("Số trường năm học 2021-2022", "(Thời điểm 30/9/2023)"),
            ("Số trường năm học 2020-2021 và 2021-2022", "(Thời điểm 30/9/2021)"),
        ]
    }
    assert [str(time) for time in stated.values()] == ["2021-09-30", "None", "None"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Kết quả năm 2022 và phương hướng năm 2023", ["Observation", "Target"]),
        ("Chỉ tiêu phát triển bảo hiểm giai đoạn 2022-2025", ["Mention", "Mention"]),
        ("Danh mục dự án kêu gọi đầu tư giai đoạn 2022-2025", ["Mention", "Mention"]),
        ("Một số chỉ tiêu kinh tế giai đoạn 2022-2025", ["Observation", "Observation"]),
    ],
)
def test_years_of_plans_in_titles(tmp_path: Path, title: str, found: list[str]) -> None:
    heads = ("Nội dung", "ĐVT", "Năm 2022", "Năm 2023")
    cells = by_cell(drafted(tmp_path, paragraph(title), table(heads, ("Số hộ tham gia", "hộ", "120", "150"))))
    assert [cells[f"t1.r2c{at}"].record_type.__name__ for at in (3, 4)] == found


def test_what_a_balance_sheet_has_is_there_on_its_day(tmp_path: Path) -> None:
    heads = ("Tài sản", "31/12/2021", "01/01/2021")
    found = read(tmp_path, ("BẢNG CÂN ĐỐI KẾ TOÁN",), heads, ("1. Tiền", "2.500", "1.200"), row=2)
    assert [each.split()[-1] for each in found] == ["2021-12-31", "2021-01-01"]
