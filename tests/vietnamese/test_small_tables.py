"""What the labels, heads, titles and lines of tables state: each function with texts for which it differs."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc.vietnamese import tables

IS: dict[str, tuple[list[str], list[str]]] = {
    "is_absent": (["…", "...", "x", "X", " … "], ["-", "5", "", "xx"]),
    "is_nothing": (["-", "–", "--", "", " "], ["5", "x", "- 5"]),
    "is_ditto": (['"', "nt", "NT", "-nt-", "như trên"], ["5", ""]),
    "is_place": (["Huyện Tam Đường", "- Xã Bản Bo", "Thành phố Lai Châu", "TP. Huế", "Tỉnh Lai Châu"], ["huyện nghèo", "Huyện nghèo", "Xã", "Hộ nghèo"]),
    "is_proper_name": (["Hướng Hóa", "1. Tam Đường", "Tam Đường - Tam Duong", "Một Hai Ba Bốn Năm", "- Sìn Hồ:"], ["Hướng hóa", "", "Một Hai Ba Bốn Năm Sáu"]),
    "is_whole": (["Tổng số", "TỔNG SỐ - TOTAL", "Toàn tỉnh", "Cộng", "Cả nước"], ["Tổng số hộ", "Xã A"]),
    "is_listing": (["Trong đó:", "Chia ra", "Gồm"], ["Trong đó: nữ", "Nữ"]),
    "is_division": (["Phân theo giới tính", "Chia theo huyện"], ["Theo huyện", "Nữ"]),
    "starts_listing": (["Trong đó: nữ", "- Trong đó: nữ"], ["Nữ trong đó"]),
    "is_ratio": (["Tỷ lệ (%)", "Đạt %", "%", "So sánh (%)"], ["Tỷ lệ hộ nghèo (%)", ""]),
    "begins_time": (["Năm", "tháng", "Quý "], ["Năm 2018", "Ngày"]),
    "begins_plan": (["Kế hoạch giảm nghèo", "- Kế hoạch vốn"], ["Kế hoạch", "Số kế hoạch", "Chỉ tiêu giao"]),
    "may_be_target": (["Chỉ tiêu", "CHỈ TIÊU:"], ["Chỉ tiêu giao", "Kế hoạch"]),
    "compares": (["Sản lượng lúa so với kế hoạch", "So với năm trước", "Tỷ lệ hoàn thành kế hoạch"], ["Số xã tăng so với năm trước", "So với"]),
    "is_part_of_year": (["Tháng 1", "Quý I", "6 tháng đầu năm"], ["Năm 2018", "Tháng"]),
    "is_to_date": (["Lũy kế từ đầu năm", "Lũy kế", "Từ đầu năm đến nay"], ["Tháng 5"]),
    "states_full_year": (["Thực hiện cả năm 2017", "Cả năm"], ["Thực hiện năm 2017", "Năm 2017"]),
    "may_be_full_year": (["Ước thực hiện năm 2018", "Thực hiện 2018"], ["Năm 2018", "6 tháng năm 2018", "KH năm 2018"]),
    "may_be_planned": (["Năm 2018", "Tổng số", "Kế hoạch"], ["Thực hiện 2018", "Ước 2018"]),
    "averages_years": (
        ["Sản lượng (bình quân)", "Thu BQ/năm", "Tăng bình quân 2016-2020"],
        ["Thu bình quân/người", "Năm 2018"],
    ),
    "states_base": (["(Tháng trước = 100)", "Cùng kỳ năm trước=100"], ["Năm 2010 = 100", "Chỉ số giá"]),
    "is_mean_alone": (["Bình quân năm", "Trung bình"], ["Bình quân lương", "Tháng 1"]),
    "is_mean": (["Thu nhập bình quân", "Năng suất trung bình", "Số bác sĩ/vạn dân"], ["Thu nhập"]),
    "names_measure": (["Diện tích", "Vốn"], ["Số lượng", "Tổng số", ""]),
    "grows": (["Tốc độ tăng GRDP", "- Tốc độ tăng trưởng", "Tăng trưởng GRDP", "Tỷ lệ tăng dân số"], ["GRDP"]),
    "is_flow": (["Tổng thu ngân sách", "1. Thu nội địa", "Sản lượng lúa"], ["Số hộ nghèo", "Diện tích gieo trồng", "Dân số"]),
    "sums_up_over_years": (["Tổng thu ngân sách", "Tốc độ tăng GRDP", "Thu nhập bình quân"], ["Số hộ"]),
    "changes_rate": (["Mức giảm tỷ lệ hộ nghèo", "Giảm tỷ lệ hộ nghèo", "- Trong đó: giảm tỷ lệ nghèo"], ["Tỷ lệ giảm hộ nghèo", "Tỷ lệ hộ nghèo"]),
    "is_ratio_label": (["Tỷ lệ hộ nghèo", "- Tỷ suất sinh", "Cơ cấu kinh tế"], ["Số hộ"]),
    "may_be_pieces": (["Ô tô nguyên chiếc", "Xe máy"], ["Gạo"]),
    "states_sum": (["Tổng số", "Tổng vốn", "Cộng"], ["Số hộ"]),
    "is_divided_by_place": (["Dân số phân theo huyện", "Số hộ chia theo xã"], ["Dân số phân theo giới tính", "Dân số huyện"]),
    "is_plan": (["Dự toán thu ngân sách năm 2020", "Kế hoạch năm 2020"], ["Thực hiện kế hoạch năm 2020", "Tình hình năm 2018"]),
    "plans_are_meant": (["Kế hoạch năm 2020", "Giao chỉ tiêu năm 2019"], ["Thực hiện kế hoạch năm 2020", "Số hộ năm 2019"]),
    "is_report": (["Báo cáo tháng 6 năm 2018", "Báo cáo kết quả"], ["Thu ngân sách 6 tháng năm 2018", "Biểu tháng 6"]),
    "ends_with_month": (["Thu ngân sách đến tháng 8 năm 2020"], ["Thu ngân sách tháng 8 năm 2020", "Đến hết quý 2 năm 2018"]),
    "ends_with_day": (["Giải ngân tính đến ngày 15/11/2023"], ["Tài sản tại ngày 31/12/2023", "Giải ngân năm 2023"]),
    "announces_plans": (["II. Phương án 1", "Định hướng đến năm 2030", "Dự báo"], ["Kế hoạch hóa gia đình", "Mục tiêu 1"]),
    "is_balance": (["Dư nợ", "- Số dư cuối kỳ", "Nợ quá hạn"], ["Dự toán", "Dư lượng thuốc", "Doanh số thu nợ"]),
    "is_at_beginning": (["Dư nợ đầu năm", "Tồn đầu kỳ"], ["Thu 6 tháng đầu năm", "Đầu năm học"]),
    "is_estimated": (["Ước thực hiện năm 2023", "Biểu 2. Ước tính thu ngân sách"], ["Thực hiện năm 2023", "Ước mơ"]),
    "names_investment": (["Tổng mức đầu tư", "TMĐT", "Số vốn còn lại"], ["Vốn đầu tư", "Còn lại"]),
    "unit_behind_comma": (["Sản lượng thóc, tấn", "Tỷ lệ che phủ rừng, %"], ["Trâu, bò", "Xã, phường", "Kỳ hạn, tháng"]),
    "has_other_years": (["Năm học 2018-2019", "Niên vụ 2018-2019"], ["Năm 2018", "Vụ đông"]),
    "is_animal_unit": (["con", "1.000 con", "nghìn con"], ["con người", "con bò sữa", "ha"]),
    "is_part_in_title": (["- Trong đó: Nữ - Female", "Tiểu học", "Lớp 5", "Từ 15 đến 60 tuổi", "Nam và nữ", "Dân tộc Thái"], ["Sĩ số", "và"]),
    "names_persons": (["Trong đó: nữ", "Nam", "Dưới 15 tuổi"], ["Trong đó: đất lúa", "Miền Nam", "Việt Nam"]),
    "may_be_shares": (["Lao động qua đào tạo", "Trẻ em đi học"], ["Số lao động"]),
    "has_unsure_unit": (["Chênh lệch thu nhập (Lần) Income gap (Times)"], ["Diện tích (ha)", "Số (lượt)"]),
}  # fmt: skip
"""Texts for which a function returns true, and texts for which it returns false."""
READ: dict[str, dict[Any, str]] = {
    "band_of": {"Cơ cấu (%)": "%", "Cơ cấu": "", "Tỷ trọng %": "%", "Số hộ (hộ)": "None", "%": "None"},
    "time_in_label": {"Dân số năm 2017": "2017", "Dân số 2017": "None", "Dân số quý I/2018": "2018-Q1", "Tháng 5 năm 2018": "2018-05", "Số hộ so với năm 2017": "None", "Dân số 2016-2017": "None", "Chương trình 2017": "None", "Dân số": "None"},
    "time_of_row": {"2018": "2018, False", "Năm 2018": "2018, False", "Sơ bộ 2018": "2018, True", "2018 - Sơ bộ": "2018, True", "Tháng 5/2018": "2018-05, False", "Hộ nghèo 2018": "None", "2017-2018": "None", "Năm": "None", "Prel. 2018": "2018, True"},
    "plain_label": {"1.2. Số hộ nghèo (hộ)": "Số hộ nghèo", "- Trong đó: Nữ (*)": "Nữ", "Số hộ (nghèo)": "Số hộ (nghèo)", "a) Vốn": "Vốn", "I. Vốn (1)": "Vốn"},
    "measure_of_title": {"Bảng 3. Số lao động phân theo huyện": "Số lao động", "Số lao động": "Số lao động", "Biểu số 1: Dân số chia theo giới": "Dân số", "Phân theo huyện": "Phân theo huyện"},
    "day_of_years": {"Tại thời điểm 31/12 hàng năm": "31, 12", "Có đến 31/5": "31, 5", "Có đến 32/5": "None", "Có đến 31/13": "None", "Có đến 0/5": "None", "Năm 2018": "None"},
    "planned_years": {"Số liệu 2015-2020 và KH 2021-2025": "2021-01-01/P5Y", "Thực hiện kế hoạch 2016-2020": "None", "2020 và kế hoạch năm 2019": "None"},
    "time_of_title": {("Thu ngân sách năm 2018",): "2018", ("8 tháng 2005 (tính tới ngày 22/8/2005)",): "2005-01-01/P8M", ("Giai đoạn 2016-2020 (đến 31/12/2018)",): "2018-12-31", ("Năm 2017 và 2018",): "None", ("Năm học 2018-2019",): "None", (): "None"},
    "read_title": {("Tình hình năm 2018 và kế hoạch năm 2019",): "reached 2018, planned None, known 2018", ("Kế hoạch năm 2019",): "reached None, planned 2019, known 2019", ("6 tháng đầu năm 2018",): "reached 2018-S1, planned 2018-S1, known 2018-S1", ("Tháng 6 và 6 tháng đầu năm 2018",): "reached None, planned 2018-S1, known 2018-S1", ("Năm 2018", "6 tháng đầu năm"): "reached 2018-S1, planned None, known 2018-S1", ("Kỳ báo cáo",): "reached None, planned None, known None", ("Số hộ",): "None", ("Năm học 2018-2019",): "reached None, planned None, known None"},
    "prices_in": {"GRDP (giá so sánh 2010)": "constant, 2010", "GRDP giá hiện hành": "current, None", "GRDP theo giá so sánh": "constant, None", "GRDP": "None"},
    "unit_in_line": {"ĐVT: triệu đồng": "triệu đồng", "Đơn vị tính: nghìn ha - thous. ha": "nghìn ha", "Người - Person": "người", "Nghìn tấn; Triệu USD": "nghìn tấn; triệu usd", "Số hộ": "", "Đơn vị: con": "con", "Đơn vị: %": "%", "Con - Head": "con"},
    "units_in_list": {"Nghìn tấn; Triệu USD": "Nghìn tấn, Triệu USD", "ha": "", "Tấn, ha": "Tấn, ha", "Tấn, khác": ""},
    "unit_in_brackets": {"Diện tích (ha)": "ha", "Số lớp - Lớp": "lớp", "Tỷ giá VND - USD": "", "Dân cư - Lao động": "", "Vốn (triệu đồng) (giá 2010)": "triệu đồng", "Cấp huyện - xã": "", "Sản lượng (tấn)\nOutput (ton)": "tấn", "Số hộ": "", "Đàn bò (con)": "con", "Số trẻ (con)": ""},
    "multiple_in": {"Chênh lệch thu nhập (lần)": "times, 1", "Số cuộc họp (lần)": "None", "Hệ số (lần)": "times, 1", "1. Tỷ số giới (lần)": "times, 1"},
    "rate_in": {"Số bác sĩ/vạn dân": "per_10_000, 1", "Số bác sĩ trên 1 vạn dân": "per_10_000, 1", "Số ca trên 100.000 dân": "per_100_000, 1", "Số hộ": "None", "Tử vong /1.000 trẻ": "per_mille, 1"},
    "counts_of": {"Số lao động trong các doanh nghiệp": "person / enterprise", "Trường, lớp và học sinh": "person school study_class / ", "Thu ngân sách": "None", "Số xã": " / ", "Số hộ năm 2018": "household / ", "Tình hình 31/12/2018 số hộ": "household / ", "": "None"},
    "named_count": {"Dược sĩ cao cấp": "person, False", "Bác sĩ": "person, True", "Doanh thu của doanh nghiệp": "None", "Trạm y tế xã": "health_facility, False", "- Trong đó: Bác sĩ (người)": "person, True", "": "None"},
    "counted_by_title": {"Số học sinh phổ thông": "person", "Số trường và học sinh": "None", "Học sinh": "person", "Bảng 5. Số hộ": "household"},
    "counted_in": {"Số hộ nghèo": "household, 1", "Tổng số dự án mới": "project, 1", "Số hộ/xã": "None", "Số hộ (%)": "None", "Hộ nghèo": "None", "Số lượt khách du lịch": "person_turn, 1"},
    "own_unit": {"Văn bản": "van_ban", "(tờ khai)": "to_khai", "Nghìn văn bản": "None", "Hộ": "None", "Mẫu": "None", "Vụ": "None"},
    "own_unit_counted": {"Số chứng từ phải cung cấp": "chung_tu, True", "Tổng số văn bản": "van_ban, False", "Số đơn đã giải quyết": "don, True", "Số giải ngân": "None", "Số thẻ, sổ": "None", "Số hộ": "None", "Số tiền": "None", "Văn bản": "None", "Số văn bản thu hồi": "None"},
    "animal_unit": {("con", "Đàn trâu"): "animal, 1", ("1.000 con", "Đàn lợn"): "animal, 1000", ("con", "Số hộ"): "None", ("ha", "Đàn trâu"): "None"},
    "read_unit_of": {("Nghìn lượt", "Khách du lịch"): "person_turn, 1000", ("Lượt", "Số lượt"): "None", ("đơn vị", "Số doanh nghiệp"): "organisation, 1", ("ha", "Diện tích"): "hectare, 1"},
    "day_in_years": {("Tại thời điểm 31/12", "2018"): "2018-12-31", ("Có đến 31/5 hàng năm", "2017-2018"): "2018-05-31", ("Có đến 31/5", "2016-2018"): "None", ("Có đến 31/5", "Tháng 5/2018"): "None", ("Có đến 31/6", "2018"): "None", ("Có đến 1/7", "2017-2018"): "2017-07-01", ("Có", "2018"): "None", ("Có đến 31/5", "Vốn"): "None"},
}  # fmt: skip
"""What a function returns for each text, or for several."""
_OF_LINES = {"read_title", "time_of_title"}


def shown(found: object) -> str:
    if isinstance(found, tables.TitleTimes):
        return f"reached {found.reached}, planned {found.planned}, known {found.known}"
    if isinstance(found, tuple) and any(isinstance(part, frozenset) for part in found):
        return " / ".join(" ".join(sorted(map(str, part))) for part in found)
    return ", ".join(map(str, found)) if isinstance(found, tuple) else str(found)


def test_texts_of_tables_are_what_they_say() -> None:
    for name, (true, false) in IS.items():
        function = getattr(tables, name)
        assert [text for text in (*true, *false) if function(text)] == true, name
    for short, label, is_short in (
        ("BN", "Số bệnh nhân", True), ("HN", "Số hộ nghèo", True), ("HS", "Số học sinh", True), ("N", "Số người", False), ("HS", "Số hộ", False)
    ):  # fmt: skip
        assert tables.is_short_for(short, label) is is_short, (short, label)


def test_texts_of_tables_are_read() -> None:
    for name, texts in READ.items():
        function = getattr(tables, name)
        for text, read in texts.items():
            found = function(text) if isinstance(text, str) or name in _OF_LINES else function(*text)
            assert shown(found) == read, (name, text)


@pytest.mark.parametrize(
    ("title", "times"),
    [
        ("Gross regional domestic product at constant 2010 prices", []),
        ("GRDP in 2018 at constant prices of 1994", ["2018"]),
        ("Value at 2010 prices, 2016-2018", ["2016-01-01/P3Y"]),
        ("Value at current prices 2010", ["2010"]),
    ],
)
def test_the_year_of_constant_prices_in_english_is_not_the_time(title: str, times: list[str]) -> None:
    assert [str(time) for time in tables.times_in(title)] == times
