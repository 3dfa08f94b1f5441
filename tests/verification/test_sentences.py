"""True and wrong claims about sentences of the kind that reports print."""

from __future__ import annotations

from typing import Any

import pytest

from aseansc.verification import verify_claims

TRUE: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "Năm 2022, thu nhập bình quân đầu người đạt 46,5 triệu đồng/người/năm, tăng 8,2% so với năm 2021.",
        [
            {
                "number": 46.5,
                "scale": "million",
                "unit": "VND/person/year",
                "kind": "level",
                "time": "2022",
                "quote": "46,5 triệu đồng/người/năm",
            },
            {"number": 8.2, "unit": "percent", "kind": "relative_change", "time": "2022", "quote": "tăng 8,2%"},
        ],
    ),
    (
        "Tính đến ngày 31/12/2023, toàn tỉnh có 1.125.000 người tham gia bảo hiểm y tế, tỷ lệ bao phủ 95,12% dân số.",
        [
            {
                "number": 1125000,
                "unit": "person",
                "time": "2023-12-31",
                "qualifier": "exact",
                "quote": "1.125.000 người",
            },
            {"number": 95.12, "unit": "percent", "kind": "share", "time": "2023-12-31", "quote": "95,12% dân số"},
        ],
    ),
    (
        "Sáu tháng đầu năm 2024, giải quyết việc làm cho 12.350 lao động, đạt 61,8% kế hoạch năm, trong đó xuất khẩu lao động 520 người.",
        [
            {"number": 12350, "unit": "person", "time": "2024-S1", "quote": "12.350 lao động"},
            {"number": 61.8, "unit": "percent", "kind": "of_plan", "quote": "61,8% kế hoạch năm"},
            {"number": 520, "unit": "person", "quote": "520 người"},
        ],
    ),
    (
        "Tỷ lệ hộ nghèo giảm từ 12,5% năm 2020 xuống còn 8,3% năm 2022.",
        [
            {"number": 12.5, "unit": "percent", "kind": "share", "time": "2020", "quote": "12,5% năm 2020"},
            {"number": 8.3, "unit": "percent", "kind": "share", "time": "2022", "quote": "8,3% năm 2022"},
        ],
    ),
    (
        "Toàn huyện hiện có 15/18 xã đạt chuẩn nông thôn mới, chiếm 83,3%; phấn đấu năm 2025 có 17 xã.",
        [
            {"number": 15, "out_of": 18, "unit": "commune", "quote": "15/18 xã"},
            {"number": 83.3, "unit": "percent", "kind": "share", "quote": "83,3%"},
            {"number": 17, "unit": "commune", "statuses": ["planned"], "time": "2025", "quote": "17 xã"},
        ],
    ),
    (
        "Kim ngạch xuất khẩu ước đạt 1,25 tỷ USD, tăng 15,4% so với cùng kỳ năm trước.",
        [
            {"number": 1250000000, "unit": "USD", "statuses": ["estimated"], "quote": "1,25 tỷ USD"},
            {"number": 15.4, "unit": "%", "kind": "relative_change", "quote": "15,4%"},
        ],
    ),
    (
        "Sản lượng lương thực đạt hơn 245 nghìn tấn, bằng 102,3% so với cùng kỳ.",
        [
            {"number": 245000, "unit": "tonne", "qualifier": "over", "quote": "hơn 245 nghìn tấn"},
            {"number": 102.3, "unit": "percent", "kind": "relative_level", "quote": "102,3%"},
        ],
    ),
    (
        "Trong 5 năm qua, tỉnh đã xóa 3.214 nhà tạm, hỗ trợ gần 2.000 hộ vay vốn với tổng kinh phí trên 96 tỷ đồng.",
        [
            {"number": 3214, "unit": "nhà tạm", "quote": "3.214 nhà tạm"},
            {"number": 2000, "unit": "household", "qualifier": "nearly", "quote": "gần 2.000 hộ"},
            {"number": 96, "scale": "billion", "unit": "VND", "qualifier": "over", "quote": "trên 96 tỷ đồng"},
        ],
    ),
    (
        "Tỷ suất tử vong trẻ em dưới 5 tuổi là 18,9‰, giảm 1,2‰ so với năm 2019.",
        [
            {"number": 18.9, "unit": "per_mille", "kind": "share", "quote": "18,9‰"},
        ],
    ),
    (
        "Diện tích rừng đạt 5.200 ha, tăng 2% so với cùng kỳ năm 2017 (bằng 104 ha); đàn bò 4.100 con, giảm 5%, bằng 216 con.",
        [
            {"number": 104, "unit": "hectare", "kind": "change", "quote": "104 ha"},
            {"number": -216, "unit": "animal", "kind": "change", "quote": "216 con"},
        ],
    ),
    (
        "Diện tích bị hại 130 ha, so cùng kỳ năm trước bằng 80,8%.",
        [{"number": 80.8, "unit": "percent", "kind": "relative_level", "quote": "80,8%"}],
    ),
    (
        "Thu ngân sách đạt 50 tỷ đồng, giảm 5%, bằng 60 tỷ đồng; chi 40 tỷ đồng, tăng 5%, bằng 38 tỷ đồng của năm trước.",
        [
            {"number": 60, "scale": "billion", "unit": "VND", "kind": "level", "quote": "60 tỷ đồng"},
            {"number": 38, "scale": "billion", "unit": "VND", "kind": "level", "quote": "38 tỷ đồng"},
        ],
    ),
    (
        "Mật độ dân số 52 người/km², tốc độ tăng dân số 1,1%/năm.",
        [
            {"number": 52, "unit": "person/square_kilometre", "quote": "52 người/km²"},
            {"number": 1.1, "unit": "percent/year", "quote": "1,1%/năm"},
        ],
    ),
    (
        "Hiện nay toàn tỉnh còn khoảng 3.500 người chưa biết chữ; tỷ lệ biết chữ đạt từ 92% đến 95%.",
        [
            {"number": 3500, "unit": "person", "qualifier": "about", "quote": "khoảng 3.500 người"},
            {"number": 92, "upper": 95, "unit": "percent", "qualifier": "between", "quote": "từ 92% đến 95%"},
        ],
    ),
    (
        "Đã đào tạo nghề cho 4.120 lao động nông thôn (vượt 3% so với kế hoạch), trong đó nữ chiếm 48%.",
        [
            {"number": 4120, "unit": "person", "quote": "4.120 lao động nông thôn"},
            {"number": 3, "unit": "percent", "kind": "over_plan", "quote": "vượt 3% so với kế hoạch"},
            {"number": 48, "unit": "percent", "kind": "share", "quote": "48%"},
        ],
    ),
    (
        "Quý III/2023 có 1.204 doanh nghiệp thành lập mới với vốn đăng ký 8.900 tỷ đồng, giảm 12% về số doanh nghiệp.",
        [
            {"number": 1204, "unit": "enterprise", "time": "2023-Q3", "quote": "1.204 doanh nghiệp"},
            {"number": 8900, "scale": "billion", "unit": "VND", "quote": "8.900 tỷ đồng"},
            {"number": -12, "unit": "percent", "kind": "relative_change", "quote": "giảm 12%"},
        ],
    ),
    (
        "Có ba huyện và hai mươi lăm xã biên giới; gấp 1,5 lần năm 2018.",
        [
            {"number": 3, "unit": "district", "quote": "ba huyện"},
            {"number": 25, "unit": "commune", "quote": "hai mươi lăm xã"},
            {"number": 1.5, "kind": "multiple", "quote": "gấp 1,5 lần"},
        ],
    ),
    (
        "Tổng số 120 trường, 2.300 lớp, 65.000 học sinh; bình quân 28,3 học sinh/lớp.",
        [
            {"number": 120, "unit": "school", "quote": "120 trường"},
            {"number": 2300, "unit": "lớp", "quote": "2.300 lớp"},
            {"number": 65000, "unit": "học sinh", "quote": "65.000 học sinh"},
            {"number": 28.3, "unit": "học sinh/lớp", "quote": "28,3 học sinh/lớp"},
        ],
    ),
    (
        "Diện tích lúa 32.150 ha, năng suất 48,6 tạ/ha; đàn trâu 95.200 con, đàn lợn tăng 4,5%/năm.",
        [
            {"number": 32150, "unit": "hectare", "quote": "32.150 ha"},
            {"number": 48.6, "unit": "quintal/hectare", "quote": "48,6 tạ/ha"},
            {"number": 95200, "unit": "animal", "quote": "95.200 con"},
            {"number": 4.5, "unit": "percent/year", "kind": "relative_change", "quote": "4,5%/năm"},
        ],
    ),
    (
        "Giai đoạn 2016-2020, tổng vốn 1.250,5 tỷ đồng, trong đó ngân sách trung ương 60%.",
        [
            {"number": 1250.5, "scale": "billion", "unit": "VND", "time": "2016/2020", "quote": "1.250,5 tỷ đồng"},
            {"number": 60, "unit": "percent", "kind": "share", "quote": "60%"},
        ],
    ),
    (
        "Khám, chữa bệnh cho 456.000 lượt người; tỷ lệ trẻ em suy dinh dưỡng giảm 0,8 điểm phần trăm.",
        [
            {"number": 456000, "unit": "person_turn", "quote": "456.000 lượt người"},
            {"number": -0.8, "unit": "percentage_point", "kind": "points", "quote": "giảm 0,8 điểm phần trăm"},
        ],
    ),
]

WRONG: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "Năm 2022, thu nhập bình quân đầu người đạt 46,5 triệu đồng/người/năm, tăng 8,2% so với năm 2021.",
        [
            {"number": 46.5, "unit": "VND/person/year", "quote": "46,5 triệu đồng/người/năm"},
            {"number": 46.5, "scale": "billion", "unit": "VND/person/year", "quote": "46,5 triệu đồng/người/năm"},
            {"number": 8.2, "unit": "percentage_point", "kind": "points", "quote": "tăng 8,2%"},
            {"number": 8.2, "unit": "percent", "kind": "relative_change", "time": "2021", "quote": "tăng 8,2%"},
            {"number": -8.2, "unit": "percent", "kind": "relative_change", "quote": "tăng 8,2%"},
            {"number": 8.2, "unit": "percent", "kind": "share", "quote": "tăng 8,2%"},
        ],
    ),
    (
        "Tính đến ngày 31/12/2023, toàn tỉnh có 1.125.000 người tham gia bảo hiểm y tế, tỷ lệ bao phủ 95,12% dân số.",
        [
            {"number": 1125, "unit": "person", "quote": "1.125.000 người"},
            {"number": 1125000, "unit": "person", "time": "2022-12-31", "quote": "1.125.000 người"},
            {"number": 1125000, "unit": "person_turn", "quote": "1.125.000 người"},
            {"number": 9512, "unit": "percent", "quote": "95,12% dân số"},
        ],
    ),
    (
        "Sáu tháng đầu năm 2024, giải quyết việc làm cho 12.350 lao động, đạt 61,8% kế hoạch năm.",
        [
            {"number": 61.8, "unit": "percent", "kind": "over_plan", "quote": "61,8% kế hoạch năm"},
            {"number": 61.8, "unit": "percent", "kind": "share", "quote": "61,8% kế hoạch năm"},
        ],
    ),
    (
        "Tỷ lệ hộ nghèo giảm từ 12,5% năm 2020 xuống còn 8,3% năm 2022.",
        [
            {"number": 8.3, "unit": "percent", "kind": "share", "time": "2020", "quote": "8,3% năm 2022"},
            {"number": -8.3, "unit": "percent", "kind": "relative_change", "quote": "xuống còn 8,3%"},
            {"number": 12.5, "unit": "percent", "kind": "share", "time": "2022", "quote": "giảm từ 12,5% năm 2020"},
        ],
    ),
    (
        "Toàn huyện hiện có 15/18 xã đạt chuẩn nông thôn mới, chiếm 83,3%; phấn đấu năm 2025 có 17 xã.",
        [
            {"number": 15, "out_of": 17, "unit": "commune", "quote": "15/18 xã"},
            {"number": 17, "unit": "commune", "statuses": [], "quote": "17 xã"},
        ],
    ),
    (
        "Kim ngạch xuất khẩu ước đạt 1,25 tỷ USD, tăng 15,4% so với cùng kỳ năm trước.",
        [
            {"number": 1250000000, "unit": "VND", "quote": "1,25 tỷ USD"},
            {"number": 1250000000, "unit": "USD", "statuses": [], "quote": "1,25 tỷ USD"},
            {"number": 125000000, "unit": "USD", "quote": "1,25 tỷ USD"},
            {"number": 1.25, "unit": "USD", "quote": "1,25 tỷ USD"},
        ],
    ),
    (
        "Có 12 giải thưởng, 3 mô hình và hàng trăm hộ, một nửa số xã.",
        [
            {"number": 13, "quote": "12 giải thưởng"},
            {"number": 0.05, "quote": "một nửa"},
            {"number": 120, "unit": "giải thưởng", "quote": "12 giải thưởng"},
            {"number": 5, "unit": "%", "quote": "một nửa"},
            {"number": 3, "unit": "household", "quote": "3 mô hình"},
        ],
    ),
]


@pytest.mark.parametrize(("text", "claims"), TRUE, ids=range(len(TRUE)))
def test_true_claims_are_confirmed(text: str, claims: list[dict[str, Any]]) -> None:
    for result in verify_claims(text, claims):
        assert result.verdict == "confirmed", (result.figure, result.reason)


@pytest.mark.parametrize(("text", "claims"), WRONG, ids=range(len(WRONG)))
def test_wrong_claims_are_refuted(text: str, claims: list[dict[str, Any]]) -> None:
    for result in verify_claims(text, claims):
        assert result.verdict == "refuted", (result.figure, result.reason)
