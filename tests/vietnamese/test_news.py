"""Sentences in the style of news and conference reports: units, kinds, statuses and times that words nearby give."""

from __future__ import annotations

import pytest

from aseansc import vietnamese
from aseansc.vietnamese import FigureKind


def read(text: str) -> list[str]:
    """Return unit, value and doubt of every figure that is not a date."""
    figures = [one for one in vietnamese.find(text) if one.mention is None and one.kind is not FigureKind.ORDINAL]
    return [f"{one.value or one.unit} ?{one.doubt.value}" if one.doubt else str(one.value) for one in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khách trong nước khoảng 139.000 lượt.", ["about 139000 person_turn"]),
        ("Đón 12.500 lượt khách. Dẫn đầu là Hàn Quốc với 2.100 lượt.", ["12500 person_turn", "2100 person_turn"]),
        ("Tàu đưa khách ra đảo 2.100 lượt.", ["2100 turn"]),
        ("Vận động 770 xuất quà.", ["770 gift"]),
        ("Chiếu 25 suất chiếu phim; tặng 25 suất.", ["None ?unit", "25 gift"]),
        ("Biểu dương 29 tập thể, 72 cá nhân.", ["None ?unit", "72 person"]),
        ("Xảy ra 12 vụ làm 5 người chết, giảm 3 vụ.", ["12 incident", "5 person", "-3 incident"]),
        ("Ghi nhận 41 ca mắc sởi, tăng 16 ca; phẫu thuật 16 ca.", ["41 disease_case", "16 disease_case", "None ?unit"]),
        ("Sản xuất 3 vụ lúa.", ["None ?unit"]),
        ("Có 16 CCB, 20 đội viên và 8 nghìn HSSV.", ["16 person", "20 person", "8000 person"]),
        ("1.355 gia súc bị chết.", ["1355 animal"]),
        ("Lãi 12 triệu/năm, lương 5 triệu/người/tháng.", ["12000000 VND", "5000000 VND/person/month"]),
        ("Lãi 12 triệu/năm, vay 5 triệu USD.", ["None ?unit", "5000000 USD"]),
        ("Thu nhập bình quân đầu người: 35,3 triệu đồng (kế hoạch năm là 33,8 triệu đồng).", ["VND/person"] * 2),
        (
            "Tổng sản phẩm bình quân đầu người đạt 22,4 triệu đồng (tăng 7,7% tương đương 1,6 triệu đồng).",
            ["VND/person", "by 7.7 percent", "1600000 VND/person"],
        ),
        ("Vốn trung ương chiếm 78,28%/tổng nguồn vốn.", ["78.28 percent"]),
        ("Gieo trồng trên 41,8 nghìn ha; gieo trồng trên 500 ha.", ["over 41800 hectare", "hectare ?meaning"]),
        ("Truy tố 441 vụ/651 bị can.", ["441 incident", "651 person"]),
        ("Trồng 2 vụ/năm.", ["None ?unit"]),
        ("Hiến máu: tiếp nhận được 193 đơn vị, tương đương 67.550ml máu.", ["193 blood_unit", "None ?unit"]),
        ("Có 193 đơn vị tham gia hiến máu.", ["None ?unit"]),
        ("Phong trào Bốn đồng hành.", []),
        ("Khách quốc tế đến Thành phố Hồ Chí Minh với 2,4 triệu lượt.", ["2400000 person_turn"]),
        ("Nộp hồ sơ, 2.400 lượt.", ["2400 turn"]),
        ("Có 24 đơn vị cấp huyện đạt chuẩn.", ["24 district"]),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    found = read(text)
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert other in one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gieo cấy 3.120 ha, bằng 100,7% cùng kỳ; phía Bắc 1.117 ha, bằng 99,1%.", "to 99.1 percent"),
        ("Thu 500 tỷ đồng, bằng 99,1%.", "percent ?meaning"),
        ("Khách đạt 810 người, bằng 81% trước dịch.", "to 81 percent"),
        ("Tăng 2% so với đầu năm và 76,5% so với cùng kỳ.", "by 76.5 percent"),
        ("Nợ xấu gia tăng với 1.600 tỷ đồng.", "VND ?meaning"),
        ("Nợ xấu 480 tỷ đồng (giảm so với tỷ lệ 3,6% của năm 2014).", "3.6 percent"),
        ("Tuy tốc độ tăng trưởng không cao nhưng dư nợ đã đạt 60.153 tỷ đồng.", "60153000000000 VND"),
        ("Tín dụng tăng thấp hơn toàn ngành (chỉ đạt 2,74%).", "percent ?meaning"),
        ("Vốn huy động tăng 1,91%, thấp hơn 7,44% so với mức tăng của cùng kỳ.", "by -7.44 percent ?points"),
        ("Tốc độ tăng trưởng đạt 11,01%, tăng 0,26% so với năm 2022.", "by 0.26 percent ?points"),
        ("Tỷ lệ hộ nghèo giảm 1,5%, trong đó huyện nghèo giảm 4%.", "by -4 percent ?points"),
        ("BHXH chiếm 35,1% lao động, thấp hơn 0,4% so với chỉ tiêu.", "percent ?meaning"),
        ("GRDP tăng 7,36% (vượt mục tiêu 0,36%).", "percent ?meaning"),
        ("Có 98% dân số tham gia (vượt 1,5% so với kế hoạch).", "percent ?meaning"),
        ("Hộ nghèo giảm còn 50,5%, thấp hơn so kế hoạch đề ra gần 2%.", "percent ?meaning"),
        ("Tỷ lệ hộ nghèo còn 5%, thu ngân sách vượt 12% kế hoạch.", "over_plan 12 percent"),
        ("Thu 711 tỷ đồng, đạt tỷ lệ 23,4%.", "percent ?meaning"),
        ("Các tỉnh có mức tăng trưởng ấn tượng, lần lượt là 11,2%, 10,6% và 10%.", "by 10 percent"),
        ("Bắc Giang có mức tăng trưởng cao nhất với 14%, Hải Dương đứng thứ hai với 13%.", "percent ?meaning"),
        ("GDP tăng 5%, cao hơn tốc độ tăng 4,7% của quý I năm 2021 và 3,6% của quý I năm 2020.", "percent ?meaning"),
        ("Dịch vụ tăng 4,5%, đóng góp 43%.", "43 percent"),
        ("Chỉ tiêu giảm nghèo cho giai đoạn 2015 - 2020 là 1%/năm.", "percent/year ?meaning"),
        ("Tỷ lệ hộ nghèo giảm bình quân/năm: trên 10%.", "percent ?meaning"),
        ("Kết nạp từ 80 đảng viên mới trở lên.", "at_least 80 person"),
        ("Thu nhập bình quân đầu người đạt 22/23 triệu đồng.", "22000000 VND/person"),
        ("Ngành chế biến, chế tạotăng1,36%.", "by 1.36 percent"),
        ("Các mặt hàng tăng từ 1 đến gần 13%.", "percent ?meaning"),
        ("Tốc độ phát triển kinh tế đạt 7,36%.", "percent ?meaning"),
        ("Bình quân 14 tiêu chí/xã, tăng 5 tiêu chí so với năm 2010; cao hơn 2 tiêu chí.", "2 criterion/commune"),
        ("Hộ nghèo giảm 300 hộ (111%).", "percent ?meaning"),
        ("Vận động được 6,4 tỷ đồng (160%).", "percent ?meaning"),
        ("Hộ nghèo giảm 300 hộ (11%).", "by -11 percent"),
        ("Huyện đã đạt và vượt kế hoạch 30 chỉ tiêu.", "30 indicator"),
        ("Tổng nãm thu 5 tỷ đồng, tãng 59%.", "percent ?meaning"),
        ("Nuôi 2.500ha thủy sản (tăng 0,8% hay 20,4ha so với CKNN).", "20.4 hectare"),
        ("Sản lượng 129.426 tấn (tăng 3.829 tấn hay 3% so CKNN).", "by 3 percent"),
        ("Hộ nghèo giảm 500 hộ, tương đương 3%.", "percent ?meaning"),
        ("Sản lượng đạt 129.426 tấn (chiếm 89,5% kế hoạch năm).", "of_plan 89.5 percent"),
        ("Thu nội địa chiếm 53,3% dự toán thu nội địa.", "53.3 percent"),
        ("Vốn huyện chiếm 53,3% kế hoạch.", "percent ?meaning"),
        ("Đàn gia súc đều tăng (trâu 0,34%, bò 0,94%) so với năm trước.", "by 0.94 percent"),
        ("Đàn gia súc đều tăng (trâu 0,34%, bò 0,94%).", "percent ?meaning"),
        ("Tỷ lệ đạt chuẩn ở tiểu học tăng 2%; trung học cơ sở tăng 1%.", "by 1 percent ?points"),
        ("Tỷ lệ đạt chuẩn tăng 2%; thu ngân sách tăng 1%.", "by 1 percent"),
        ("Có 3 nhóm hàng giảm giá là bưu chính 1%; đồ dùng 0,15%.", "percent ?meaning"),
        ("Nhóm ăn uống tăng 2,28%, thứ ba là nhóm may mặc, giày dép 1,08%.", "percent ?meaning"),
        ("Ngành bưu chính giảm, mức giảm mạnh lên đến 2,82%.", "by -2.82 percent"),
    ],
)
def test_kinds(text: str, expected: str) -> None:
    assert read(text)[-1].startswith(expected)


def with_time(text: str) -> list[str]:
    """Return statuses, time and doubt of every figure that is not a date."""
    found = []
    for one in vietnamese.find(text):
        if one.mention is None:
            statuses = "+".join(status.value for status in one.statuses)
            found.append(f"{statuses or '-'} {one.time or '-'}{' ?' if one.doubt else ''}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 tháng cuối năm, thu 120 tỷ đồng.", ["- - ?"]),
        ("Thời gian tới, trồng 50 ha rừng.", ["- - ?"]),
        ("Theo quy hoạch, khu công nghiệp rộng 250 ha, hiện đã có 5 dự án.", ["- - ?", "- -"]),
        ("Dự kiến năm 2020, thu ngân sách ước đạt 500 tỷ đồng.", ["estimated 2020"]),
        ("Kế hoạch năm 2020 dự kiến trồng 850 ha.", ["planned 2020"]),
        ("GDP quý I năm 2022 ước tăng 5%, cao hơn mức tăng 4% của quý I năm 2021.", ["estimated 2022-Q1", "- 2021-Q1"]),
        ("Phấn đấu mỗi năm kết nạp từ 80 đảng viên mới trở lên.", ["planned -"]),
        ("Thu ước đạt 650 triệu đồng, hiện có 5 xã đạt chuẩn.", ["estimated -", "- -"]),
        ("Một số chỉ tiêu chủ yếu nhiệm kỳ 2020-2025: thu 5 tỷ đồng.", ["- - ?"]),
        (
            "Thông qua 16 chỉ tiêu. Cụ thể: 1. Thu đạt 5 tỷ đồng. 2. Năm 2025 có 5 xã.",
            ["- -", "planned -", "planned 2025"],
        ),
        ("Năm 2022 có 9 xã. Thu nhập 42 triệu đồng/người/năm, tăng 3 triệu đồng.", ["- 2022"] * 3),
        ("Năm 2013 còn 8%; hộ nghèo giảm bình quân 5%/năm.", ["- 2013", "- -"]),
        (
            "Ước xuất khẩu 2 tỷ USD, vượt xa so với mục tiêu đến năm 2025 là 1,7 tỷ USD.",
            ["estimated -", "planned -"],
        ),
        ("Đến ngày 30/11/2021, giải ngân 74% kế hoạch năm 2021.", ["- 2021-11-30"]),
        (
            "Tỷ lệ BHXH vượt 1% so với chỉ tiêu tại Nghị quyết số 03-NQ/TU ngày 10/12/2021 của Tỉnh ủy (38%).",
            ["- - ?", "planned - "],
        ),
        (
            "Lúa đông xuân ước đạt 20 triệu tấn, trong đó lúa đông xuân ở miền Bắc 7 triệu tấn.",
            ["estimated -", "estimated -"],
        ),
        ("Năm 2018 giảm cả ba mặt so với năm 2017 (giảm 6% số vụ).", ["- 2018"]),
        ("Năm 2018 thu tăng so với năm 2017 (450 tỷ đồng).", ["- 2017"]),
        ("Năm 2020 có 10 xã đạt chuẩn, xã A đạt chuẩn nâng cao năm 2019; 2 xã đang làm hồ sơ.", ["- 2020", "- -"]),
        ("Giảm từ 41 xã, 4 huyện năm 2007 xuống còn 38 xã, 3 huyện năm 2017.", ["- -", "- 2007", "- -", "- 2017"]),
        ("Đề án “Nông sản an toàn giai đoạn 2020-2023”. Đã tổ chức 10 lớp.", ["- -"]),
        ("Chương trình giảm nghèo bền vững giai đoạn 2016-2020 có 50 hộ tham gia.", ["- -"]),
        ("Có 218 xã đạt tiêu chí giai đoạn đến 2020 (83,2%).", ["- -", "- -"]),
        ("Năm 2020 thu 50 tỷ đồng. Bình quân hằng năm thu 40 tỷ đồng.", ["- 2020", "- -"]),
        ("Năm 2020 thu 50 tỷ đồng. Trong 5 năm trồng 40 ha.", ["- 2020", "- -"]),
        (
            "Cuối tháng 6/2024 có 9 xã. Cho vay lũy kế từ đầu năm 75 tỷ đồng; dư nợ 80 tỷ đồng.",
            ["- 2024-06", "- -", "- -"],
        ),
        ("Ngày 19- 6, có 20 hộ.", ["- -"]),
        (
            "Đến ngày 30/9/2024, có 42.493 người, tăng 8,4% so với cùng kỳ năm 2023 (39.203 người).",
            ["- 2024-09-30", "- 2023-01-01/P21M", "- 2023-01-01/P9M"],
        ),
        ("Đã tuyển 23.688 người, tăng 5% so với cùng kỳ năm 2023 (22.556 người).", ["- -", "- -", "- -"]),
        ("Tiếp nhận máu đợt 7 năm 2017, 250 người tham gia.", ["- -"]),
        ("Quý II/2022 đạt 3,2 tỷ USD, 6 tháng qua đạt 5,8 tỷ USD.", ["- 2022-Q2", "- -"]),
        ("Tháng 6/2022 thu 1 tỷ USD, bằng so với tháng 5/2022 và tăng 23% so với cùng kỳ.", ["- 2022-06"] * 2),
        ("So sánh với 5 ngày nghỉ Tết Nguyên đán 2018, giảm 58 vụ.", ["- - ?"]),
        ("Tổ chức với mục tiêu có 250 người hiến máu.", ["planned -"]),
        ("Đến năm 2025, sản xuất tăng 11%. Thu ngân sách đạt 268 tỷ đồng.", ["- 2025 ?"] * 2),
        ("Theo kế hoạch đến năm 2008 là 40.000 ha, trồng được 39.845 ha.", ["planned 2008", "- 2008"]),
        ("Dân số (năm 2016) là 179.889 người, nữ 90.000 người. Có 2 xã.", ["- 2016", "- 2016", "- -"]),
        ("Trong 03 năm (2016-2018) đã trồng 5 ha. Có 7 xã.", ["- 2016-01-01/P3Y", "- 2016-01-01/P3Y"]),
        ("Giảm 5%/năm, cao hơn nghị quyết đề ra (4%/năm).", ["- -", "planned - ?"]),
    ],
)
def test_times_and_statuses(text: str, expected: list[str]) -> None:
    assert with_time(text) == [one.strip() for one in expected]
