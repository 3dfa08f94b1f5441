"""Vietnamese phrases with the readings that are right; a phrase may have several right readings."""

from __future__ import annotations

from attrs import field, frozen


@frozen(kw_only=True)
class Reading:
    """What is expected of one figure. Attributes that are left out are not compared.

    Args:
        value: text of the value; ``None`` means left open, with a note.
        time: text of the time; ``""`` means that no time is given.
        collection: code of the time collection; ``""`` means none.
        statuses: codes of the statuses.
        noted: whether a note is required.
        change: whether the value is a change, whose text is that of a level.
        printed: the whole printed figure, where its extent matters.
    """

    value: str | None = "-"
    time: str = "-"
    collection: str = "-"
    statuses: tuple[str, ...] | None = None
    noted: bool = False
    change: bool = False
    printed: str = ""


@frozen
class Case:
    """A phrase, the digits of one figure in it, and every reading of the figure that is right.

    Args:
        text: the phrase.
        at: the printed digits by which the figure is found.
        readings: the readings that are right.
    """

    text: str
    at: str
    readings: tuple[Reading, ...] = field(converter=tuple)


OPEN = Reading(value=None)
ABSENT = None  # the digits are part of another figure, or of none
R = Reading

CASES = (
    Case("Thu nội địa là 1.250 tỷ đồng bằng 96% dự toán.", "1.250", [R(value="1250000000000 VND to 1000000000")]),
    Case(
        "Tỷ lệ hộ nghèo đầu năm 2018 là 12,5%, đến cuối năm là 9,1%.",
        "12,5",
        [R(value="12.5 percent", time="2018", collection="beginning")],
    ),
    Case(
        "Tỷ lệ hộ nghèo đầu năm 2018 là 12,5%, đến cuối năm là 9,1%.",
        "9,1",
        [R(value="9.1 percent", time="2018", collection="end")],
    ),
    Case(
        "Tỷ lệ giảm từ 12,5% năm 2016 xuống còn 8,1% vào cuối năm 2018.",
        "8,1",
        [R(value="8.1 percent", time="2018", collection="end")],
    ),
    Case(
        "Tỷ lệ giảm từ 12,5% năm 2016 xuống còn 8,1% vào cuối năm 2018.", "12,5", [R(value="12.5 percent", time="2016")]
    ),
    Case("Học kỳ 1 năm học 2017-2018 có 250 học sinh.", "250", [R(value="250 person", time="")]),
    Case("Học kỳ 1 năm học 2017-2018 có 250 học sinh.", "1 năm", [ABSENT, OPEN]),
    Case("Mùa khô 2017-2018 cháy 34,5 ha rừng.", "34,5", [R(value="34.5 hectare", time="")]),
    Case(
        "Lượng khách hàng năm 2018 đạt 1.250 người.",
        "1.250",
        [R(value="1250 person", time="2018", collection="")],
    ),
    Case(
        "Doanh thu bán hàng quý 4/2015 đạt 12 tỷ đồng.",
        "12 tỷ",
        [R(value="12000000000 VND to 1000000000", time="2015-Q4", collection="")],
    ),
    Case(
        "Dư nợ ngân hàng năm 2018 đạt 45 tỷ đồng.",
        "45 tỷ",
        [R(value="45000000000 VND to 1000000000", time="2018", collection="")],
    ),
    Case("Mỗi xã được cấp 500 triệu đồng.", "500", [R(value="500000000 VND/commune to 1000000"), OPEN]),
    Case("Đạt 10,2 bác sĩ trên 10.000 dân.", "10,2", [R(value="10.2 per_10_000"), OPEN]),
    Case("Đạt 10,2 bác sĩ trên 10.000 dân.", "10.000", [R(value="10.2 per_10_000"), OPEN]),
    Case("Tỷ suất chết trẻ em là 22,3 trên 1.000 trẻ đẻ sống.", "1.000", [R(value="22.3 per_mille"), OPEN]),
    Case("Cứ 100.000 dân có 98 ca mắc.", "100.000", [R(value="98 per_100_000"), OPEN]),
    Case("Tỷ lệ 1 bác sĩ/1.200 người dân.", "1 bác", [R(value="1200 times"), OPEN]),
    Case("Tỷ lệ 1 bác sĩ/1.200 người dân.", "1.200", [R(value="1200 times"), OPEN]),
    Case("Ba mục tiêu lần lượt đạt 73% - 75% - 96%.", "73", [R(value="73 percent", printed="73%"), OPEN]),
    Case("Ba mục tiêu lần lượt đạt 73% - 75% - 96%.", "96", [R(value="96 percent"), OPEN]),
    Case("Chi thường xuyên 1042.800 tỷ đồng, chi đầu tư 429.300 tỷ đồng.", "1042.800", [OPEN]),
    Case("Chi thường xuyên 1042.800 tỷ đồng, chi đầu tư 429.300 tỷ đồng.", "429.300", [OPEN]),
    Case("Có 11. 700 hộ tham gia.", "700", [R(value="11700 household"), OPEN]),
    Case("11. 700 hộ được vay vốn.", "700", [R(value="700 household")]),
    Case("Vay 165. 434 tỷ đồng.", "434", [R(value="165434000000000 VND to 1000000000"), OPEN]),
    Case("Chỉ số lên 14.713, 25 điểm.", "25 điểm", [OPEN]),
    Case("Có ba, bốn chục người.", "bốn chục", [R(value="30..40 person to 10"), OPEN]),
    Case("Có khoảng 3, 4 nghìn hộ.", "4 nghìn", [R(value="about 3000..4000 household to 1000"), OPEN]),
    Case("Vượt kế hoạch 102%.", "102", [OPEN]),
    Case("Nông nghiệp tăng 3,1%, công nghiệp 8,2%, dịch vụ 7,5%.", "3,1", [R(value="by 3.1 percent")]),
    Case("Nông nghiệp tăng 3,1%, công nghiệp 8,2%, dịch vụ 7,5%.", "8,2", [R(value="by 8.2 percent"), OPEN]),
    Case("Nông nghiệp tăng 3,1%, công nghiệp 8,2%, dịch vụ 7,5%.", "7,5", [R(value="by 7.5 percent"), OPEN]),
    Case("Doanh thu, lợi nhuận tăng lần lượt là 58% và 24%.", "58", [R(value="by 58 percent")]),
    Case("Doanh thu, lợi nhuận tăng lần lượt là 58% và 24%.", "24", [R(value="by 24 percent")]),
    Case(
        "Chi năm sau cao hơn năm nay là 31 tỷ đồng.",
        "31",
        [R(value="31000000000 VND to 1000000000", change=True), OPEN],
    ),
    Case(
        "Tổng mức tăng ước 55 tỷ đồng so với kế hoạch.",
        "55",
        [R(value="55000000000 VND to 1000000000", change=True), OPEN],
    ),
    Case(
        "Giảm nghèo bình quân 1,5 - 2%/năm.",
        "1,5",
        [R(value="by -2.0..-1.5 percent/year", noted=True), R(value="by -2..-1.5 percent/year", noted=True)],
    ),
    Case("Mức giảm là 3,1% so với năm trước.", "3,1", [R(value="by -3.1 percent"), OPEN]),
    Case("Mức giảm tỷ lệ hộ nghèo 4,95%/năm.", "4,95", [R(value="by -4.95 percent/year", noted=True)]),
    Case("Tổng đàn gia súc 345,6 nghìn con, tốc độ tăng 5,2%/năm.", "5,2", [R(value="by 5.2 percent/year")]),
    Case(
        "Tỷ lệ che phủ rừng đạt 49,11%, tăng 0,9% so với năm 2017.",
        "0,9",
        [R(value="by 0.9 percent", noted=True)],
    ),
    Case(
        "Toàn huyện có 45 tỷ đồng, tăng thêm 92 tỷ so với năm trước.",
        "92",
        [R(value="92000000000 VND to 1000000000", change=True), OPEN],
    ),
    Case("Thu đạt 51% so với nghị quyết đề ra.", "51", [R(value="of_plan 51 percent")]),
    Case(
        "Thuế nhập khẩu 578 tỷ đồng, gấp 8 lần dự toán.",
        "8 lần",
        [R(value="of_plan 800 percent"), R(value="of_plan 8 times"), OPEN],
    ),
    Case(
        "Ngân sách hụt 23 tỷ đồng so với dự toán.",
        "23",
        [R(value="-23000000000 VND to 1000000000", change=True), OPEN],
    ),
    Case("Đạt 21,1% tổng kế hoạch vốn năm 2025.", "21,1", [R(value="of_plan 21.1 percent")]),
    Case("Tỷ lệ hộ nghèo còn 25,55%, vượt 0,45% so với chỉ tiêu.", "0,45", [OPEN]),
    Case(
        "Thu ngân sách đạt 2.145 tỷ đồng, đạt 102,5% KH, bằng 108% so với cùng kỳ.", "108", [R(value="to 108 percent")]
    ),
    Case(
        "Thu ngân sách đạt 2.145 tỷ đồng, đạt 102,5% KH, bằng 108% so với cùng kỳ.",
        "102,5",
        [R(value="of_plan 102.5 percent")],
    ),
    Case(
        "Vượt kế hoạch cả năm (8 triệu lượt khách).",
        "8 triệu",
        [R(value="8000000 person_turn to 1000000", statuses=("planned",))],
    ),
    Case(
        "Hợp tác xã đặt mục tiêu đạt 800 triệu đồng trong năm 2018.",
        "800",
        [R(value="800000000 VND to 1000000", time="2018", statuses=("planned",))],
    ),
    Case(
        "Kế hoạch năm 2018 là 1.600 tỷ đồng.",
        "1.600",
        [R(value="1600000000000 VND to 1000000000", time="2018", statuses=("planned",))],
    ),
    Case(
        "Kế hoạch năm 2018 trồng 850 ha, thực hiện 902 ha, đạt 106,1%.",
        "850",
        [R(value="850 hectare", time="2018", statuses=("planned",))],
    ),
    Case(
        "Kế hoạch năm 2018 trồng 850 ha, thực hiện 902 ha, đạt 106,1%.",
        "902",
        [R(value="902 hectare", time="2018", statuses=())],
    ),
    Case(
        "Kế hoạch năm 2018 trồng 850 ha, thực hiện 902 ha, đạt 106,1%.",
        "106,1",
        [R(value="of_plan 106.1 percent"), OPEN],
    ),
    Case("Có 92,5% số hộ được sử dụng điện (KH: 92%).", "92%", [R(value="92 percent", statuses=("planned",))]),
    Case(
        "KH 2018: 2.500 ha; TH 2018: 2.350 ha; TH/KH: 94%.",
        "2.500",
        [R(value="2500 hectare", time="2018", statuses=("planned",))],
    ),
    Case(
        "KH 2018: 2.500 ha; TH 2018: 2.350 ha; TH/KH: 94%.",
        "2.350",
        [R(value="2350 hectare", time="2018", statuses=())],
    ),
    Case("KH 2018: 2.500 ha; TH 2018: 2.350 ha; TH/KH: 94%.", "94", [R(value="of_plan 94 percent"), OPEN]),
    Case(
        "Đạt chuẩn ISO 9001:2015, doanh thu 50 tỷ đồng.",
        "50",
        [R(value="50000000000 VND to 1000000000", time="")],
    ),
    Case(
        "Phấn đấu đến năm 2025 tỷ lệ hộ nghèo dưới 5%. Hiện toàn huyện có 14 xã.",
        "14",
        [R(value="14 commune", time="", statuses=())],
    ),
    Case("Trường thành lập năm 1990, hiện có 250 học sinh.", "250", [R(value="250 person", time="")]),
    Case(
        "GRDP (giá so sánh 2010) ước đạt 9.123 tỷ đồng, tăng 8,75%.",
        "9.123",
        [R(value="9123000000000 VND to 1000000000", time="", statuses=("estimated",))],
    ),
    Case("GRDP (giá so sánh 2010) ước đạt 9.123 tỷ đồng, tăng 8,75%.", "2010", [ABSENT, OPEN]),
    Case("Khối lượng đạt 131 triệu đơn vị.", "131", [OPEN]),
    Case("Tiếp nhận 1.250 đơn vị máu.", "1.250", [OPEN, R(value="1250 blood_unit")]),
    Case(
        "Toàn tỉnh có 64.321 hộ dân tộc thiểu số.",
        "64.321",
        [R(value="64321 household", printed="64.321 hộ dân tộc thiểu số")],
    ),
    Case("1 Xã A 1.234 321 26,01", "1 Xã", [ABSENT, OPEN]),
    Case(
        "GRDP bình quân đầu người đạt 27,1 triệu đồng.",
        "27,1",
        [R(value="27100000 VND/person to 100000"), R(value="27100000 VND/person/year to 100000"), OPEN],
    ),
    Case(
        "Thu nhập bình quân đầu người 18,5 triệu đồng/năm.",
        "18,5",
        [
            R(value="18500000 VND/person/year to 100000"),
            R(value="18500000 VND/person to 100000", collection="average"),
            OPEN,
        ],
    ),
    Case(
        "Bình quân mỗi người dân khám bệnh 1,8 lượt/năm.",
        "1,8",
        [R(value="1.8 turn/person/year"), R(value="1.8 person_turn/person/year"), OPEN],
    ),
    Case("Cứ 10 hộ thì có 4 hộ nghèo.", "10 hộ", [R(value="40 percent to 10"), OPEN]),
    Case("Cứ 10 hộ thì có 4 hộ nghèo.", "4 hộ", [R(value="40 percent to 10"), OPEN]),
    Case("Có 500 hộ thoát nghèo mỗi năm.", "500", [R(value="500 household", collection="each")]),
    Case(
        "Ước đến hết năm 2018 còn 24.737 hộ nghèo, giảm so với đầu năm 2016 (36.094 hộ, 40,40%).",
        "24.737",
        [R(value="24737 household", time="2018", collection="end", statuses=("estimated",))],
    ),
    Case(
        "Ước đến hết năm 2018 còn 24.737 hộ nghèo, giảm so với đầu năm 2016 (36.094 hộ, 40,40%).",
        "36.094",
        [R(value="36094 household", time="2016", collection="beginning", statuses=())],
    ),
    Case(
        "Ước đến hết năm 2018 còn 24.737 hộ nghèo, giảm so với đầu năm 2016 (36.094 hộ, 40,40%).",
        "40,40",
        [R(value="40.40 percent", time="2016", collection="beginning", statuses=())],
    ),
    Case("Năm 2018 so với năm 2015 tăng 3,7%.", "3,7", [R(value="by 3.7 percent", time="2015-01-01/P4Y")]),
    Case(
        "Nửa đầu năm 2018 thu 46,6 tỷ đồng.",
        "46,6",
        [R(value="46600000000 VND to 100000000", time="2018-S1", collection="")],
    ),
    Case(
        "Đầu năm 2018 có 345 hộ nghèo, cuối năm còn 298 hộ.",
        "345",
        [R(value="345 household", time="2018", collection="beginning")],
    ),
    Case(
        "Đầu năm 2018 có 345 hộ nghèo, cuối năm còn 298 hộ.",
        "298",
        [R(value="298 household", time="2018", collection="end")],
    ),
    Case(
        "Ước 9 tháng đầu năm đạt 1.520 tỷ đồng; ước cả năm đạt 2.145 tỷ đồng.",
        "2.145",
        [R(value="2145000000000 VND to 1000000000", statuses=("estimated",))],
    ),
    Case(
        "Lũy kế đến nay đã giải ngân 345,6 tỷ đồng.",
        "345,6",
        [R(value="345600000000 VND to 100000000", collection="to_date")],
    ),
    Case(
        "Cuối kỳ còn 24.737 hộ nghèo, giảm 11.357 hộ so với đầu kỳ.",
        "24.737",
        [R(value="24737 household", collection="end")],
    ),
    Case(
        "Cuối kỳ còn 24.737 hộ nghèo, giảm 11.357 hộ so với đầu kỳ.",
        "11.357",
        [R(value="-11357 household", change=True)],
    ),
    Case(
        "Hỗ trợ 60.000 kg giống, tương ứng với 1,2 tỷ đồng.",
        "1,2",
        [R(value="1200000000 VND to 100000000", noted=True)],
    ),
    Case(
        "Đào tạo nghề cho 5.900 lao động (trong đó: nữ 2.360 người, dân tộc thiểu số 5.120 người).",
        "2.360",
        [R(value="2360 person")],
    ),
    Case("Số bác sỹ/1 vạn dân: 14,3.", "14,3", [R(value="14.3 per_10_000")]),
    Case("Số bác sỹ/1 vạn dân: 14,3.", "1 vạn", [None]),
    Case("Số giường bệnh bình quân 1 vạn dân (giường): 61", "61", [R(value="61 per_10_000")]),
    Case("Số người nhiễm HIV được phát hiện trên 100.000 dân: 4,1", "4,1", [R(value="4.1 per_100_000")]),
    Case("Số bác sĩ/10.000 dân năm 2018 là 8,5 bác sĩ.", "8,5", [R(value="8.5 per_10_000")]),
    Case("Số bác sĩ/1 vạn dân: 14-15 bác sĩ", "14", [R(value=None)]),
    Case("Số xã trên 10.000 dân: 5 xã", "5 xã", [R(value=None)]),
    Case("Số ca mắc/100.000 dân cao nhất là quận 12.", "100.000", [None]),
    Case("Giảm trong 2 năm 500 hộ nghèo.", "500", [R(value="-500 household", change=True)]),
    Case("Giảm trong năm 500 hộ nghèo.", "500", [R(value="-500 household", change=True)]),
    Case("Giảm so với năm 2017 500 hộ nghèo.", "500", [R(value="-500 household", change=True)]),
    Case("Dư nợ tăng trong quý I 25 tỷ đồng.", "25", [R(value="25000000000 VND to 1000000000", change=True)]),
    Case("Số hộ nghèo giảm trong năm: 500 hộ.", "500", [R(value=None)]),
    Case("Số hộ nghèo giảm trong 2 năm là 5%.", "5%", [R(value=None)]),
    Case("Đàn trâu tăng trong năm 2018 lên 500 con.", "500", [R(value="500 animal")]),
    Case("Tăng thu 5% so với dự toán.", "5%", [R(value="over_plan 5 percent")]),
    Case("Hụt thu 5% so với dự toán.", "5%", [R(value="under_plan 5 percent")]),
    Case("Bội chi 5% so với dự toán.", "5%", [R(value=None)]),
    Case("Tiết kiệm chi 5% so với dự toán.", "5%", [R(value=None)]),
    Case("Thu ngân sách đạt 45% so với dự toán.", "45%", [R(value="of_plan 45 percent")]),
    Case("Đến 15/9 giải ngân 45,2 tỷ đồng.", "15/9", [R(value="--09-15")]),
    Case("Năm 2019 sẽ trồng 500 ha rừng.", "500", [R(value="500 hectare", noted=True, statuses=())]),
    Case("Đến năm 2030, 85% số xã sẽ đạt chuẩn.", "85%", [R(value="85 percent", noted=True, statuses=())]),
    Case(
        "Phấn đấu đến năm 2020 còn 5% hộ nghèo; thu nhập đạt 45 triệu đồng.",
        "45",
        [R(value="45000000 VND to 1000000", time="2020", statuses=("planned",))],
    ),
    Case("Kế hoạch trồng 500 ha; đã trồng 300 ha.", "300", [R(value="300 hectare", statuses=())]),
    Case(
        "Mục tiêu năm 2019:\nTrồng 500 ha rừng;\nGiảm 300 hộ nghèo.",
        "500",
        [R(value="500 hectare", noted=True, statuses=())],
    ),
    Case(
        "Mục tiêu năm 2019:\nTrồng 500 ha rừng;\nGiảm 300 hộ nghèo.",
        "300",
        [R(value="-300 household", noted=True, statuses=())],
    ),
    Case("Số hộ nghèo năm 2018 giảm so với năm 2017 là 345 hộ.", "345", [R(value=None)]),
    Case("Chỉ tiêu giao 500 ha, thực hiện 480 ha, đạt 96%.", "96%", [R(value="of_plan 96 percent")]),
    Case("Kế hoạch 12 xã; thực hiện 10 xã; đạt 83,3%.", "83,3%", [R(value="of_plan 83.3 percent")]),
    Case("Kế hoạch trồng 500 ha, đã trồng 480 ha (đạt 96%).", "96%", [R(value="of_plan 96 percent")]),
    Case("Kế hoạch trồng 500 ha, đạt 96%.", "96%", [R(value="of_plan 96 percent")]),
    Case("Phấn đấu có 12 xã đạt chuẩn, đạt 80%.", "80%", [R(value="80 percent", statuses=("planned",))]),
    Case("Mục tiêu năm 2019:\n- Có 12 xã đạt chuẩn, đạt 80%.", "80%", [R(value="80 percent", statuses=("planned",))]),
    Case(
        "Mục tiêu có 12 xã đạt chuẩn, đến nay có 10 xã, đạt 83,3% tổng số xã.",
        "83,3%",
        [R(value="83.3 percent", statuses=())],
    ),
    Case(
        "Tăng 8,5%, vượt 0,5 điểm % so với kế hoạch.", "0,5", [R(value="0.5 percentage_point", noted=True, change=True)]
    ),
    Case("GRDP quý I tăng 5,5%; quý II 6,2%; quý III 7,1%.", "6,2%", [R(value=None)]),
    Case("GRDP quý I tăng 5,5%; quý II 6,2%; quý III 7,1%.", "7,1%", [R(value=None)]),
    Case("Năm 2016 giảm 5%, năm 2017 còn 6%.", "6%", [R(value="6 percent")]),
    Case("Giảm 5% tỷ lệ hộ nghèo.", "5%", [R(value="by -5 percent", noted=True)]),
    Case(
        "Tốc độ tăng giá trị sản xuất bình quân hàng năm (giá so sánh 2010) đạt 16%.",
        "16%",
        [R(value="by 16 percent/year")],
    ),
    Case("Tốc độ tăng giá tiêu dùng bình quân (CPI) dưới 4%.", "4%", [R(value="by under 4 percent")]),
    Case("Tỷ lệ tăng thu ngân sách bình quân hàng năm: 12%.", "12%", [R(value="by 12 percent/year")]),
    Case("Tốc độ giảm tỷ lệ sinh (bình quân) 0,2%/năm.", "0,2%", [R(value="by -0.2 percent/year", noted=True)]),
    Case("Mức giảm tỷ lệ hộ nghèo (chuẩn mới) là 2%.", "2%", [R(value="by -2 percent", noted=True)]),
    Case("Tỷ lệ giảm hộ nghèo (theo chuẩn mới) đạt 1,5%.", "1,5%", [R(value="by -1.5 percent", noted=True)]),
    Case("Tỷ lệ tăng dân số tự nhiên năm 2018 là 1,05%.", "1,05%", [R(value="1.05 percent")]),
    Case("Tỷ lệ tăng dần qua các năm đạt 45%.", "45%", [R(value="45 percent"), OPEN]),
    Case("Tỷ lệ hộ nghèo giảm (còn 5%).", "5%", [R(value="5 percent")]),
    Case("Dân số tăng bình quân 1,2%/năm.", "1,2%", [R(value="by 1.2 percent/year")]),
    Case("Chỉ tiêu tăng tổng sản phẩm GDP tại địa phương = 11 %/năm.", "11", [R(value="by 11 percent/year")]),
    Case("Giảm tỷ lệ hộ nghèo năm 2022 là 0,47%.", "0,47%", [R(value="by -0.47 percent", noted=True)]),
    Case("Giảm tỷ lệ hộ nghèo: 3%.", "3%", [R(value="by -3 percent", noted=True)]),
    Case("Giảm tỷ lệ hộ nghèo còn 5%.", "5%", [R(value="5 percent")]),
    Case("Giảm số hộ nghèo, tỷ lệ hộ nghèo là 5%.", "5%", [R(value="5 percent")]),
    Case("Năm 2009 diện tích lại tăng lên 0,49%.", "0,49%", [OPEN]),
    Case("Sản lượng giảm xuống khoảng 5%.", "5%", [OPEN]),
    Case("Tỷ trọng công nghiệp tăng lên 45%.", "45%", [R(value="45 percent")]),
    Case("Tổng sản phẩm (GRDP) bình quân giai đoạn 2016 - 2018 đạt 8,78%/năm.", "8,78%", [OPEN]),
    Case("GRDP năm 2019 đạt 8,5%.", "8,5%", [OPEN]),
    Case("Giá trị sản xuất bình quân đạt 8,5%/năm.", "8,5%", [OPEN]),
    Case("Vay vốn với lãi suất 6,5%/năm.", "6,5%", [R(value="6.5 percent/year")]),
    Case("Tỷ trọng nông nghiệp trong GDP đạt 15%.", "15%", [R(value="15 percent")]),
    Case("Nợ công so với GDP là 55%.", "55%", [R(value="55 percent")]),
    Case("Đóng góp của năng suất (TFP) vào tăng trưởng đạt khoảng 45%.", "45%", [R(value="about 45 percent")]),
    Case("Đóng góp của TFP vào tốc độ tăng trưởng là 45%.", "45%", [R(value="45 percent")]),
    Case("Góp phần vào tăng trưởng kinh tế 7,5%.", "7,5%", [OPEN]),
    Case("Đóng góp vào tăng trưởng tăng 3%.", "3%", [R(value="by 3 percent")]),
    Case("Là tỉnh có mức giảm sâu nhất trong 63 tỉnh, thành phố.", "63", [R(value="63 province")]),
    Case("Mức tăng của 12 xã khác nhau.", "12", [R(value="12 commune")]),
    Case("Mức tăng cao nhất là 500 ha.", "500", [R(value="500 hectare", change=True)]),
    Case("Khu vực này chiếm 53,3% dự toán thu nội địa.", "53,3%", [R(value="53.3 percent")]),
    Case("Vốn này chiếm tỷ trọng khoảng 20% tổng dự toán.", "20%", [R(value="about 20 percent")]),
    *(
        Case(
            "Diện tích ngô ước đạt 21 nghìn ha, tăng 3% so vụ mùa 2010, trong đó vụ đông xuân đạt 18 nghìn ha.",
            at,
            [R(value=value, statuses=statuses, noted=not statuses)],
        )
        for at, value, statuses in (
            ("21 nghìn", "21000 hectare to 1000", ("estimated",)),
            ("3%", "by 3 percent", ("estimated",)),
            ("18 nghìn", "18000 hectare to 1000", ()),
        )
    ),
    Case("Vụ mùa ước đạt 33 nghìn ha, tăng 2%.", "2%", [R(value="by 2 percent", statuses=("estimated",))]),
    Case(
        "Số giường bệnh trên một vạn dân (không tính trạm y tế xã) đạt 28 giường bệnh.",
        "28",
        [R(value="28 per_10_000")],
    ),
    Case("Số giường bệnh trên một vạn dân đạt 28 giường.", "một vạn", [ABSENT]),
    Case("Số bác sĩ trên 10.000 dân là 8 bác sĩ.", "8 bác", [R(value="8 per_10_000")]),
    Case("Số bác sĩ/vạn dân năm 2020 đạt 8 bác sĩ.", "8 bác", [R(value="8 per_10_000", time="2020")]),
    Case("Trên một vạn dân đạt chuẩn, có 8 bác sĩ.", "8 bác", [R(value="8 person")]),
    Case("Có 10 bác sĩ và 30 giường bệnh/1 vạn dân.", "10 bác", [OPEN]),
    Case("Có 10 bác sĩ và 30 giường bệnh/1 vạn dân.", "30", [R(value="30 per_10_000")]),
    Case("Có 10 bác sĩ, tỷ lệ 30 giường bệnh/1 vạn dân.", "10 bác", [R(value="10 person")]),
    Case(
        "So sánh năm 2008 với năm 2007 thì diện tích giảm 21,46%.",
        "21,46",
        [R(time="2007-01-01/P2Y", value="by -21.46 percent")],
    ),
    Case("Dư nợ so năm 2018 với năm 2017 tăng 5%.", "5%", [R(time="2017-01-01/P2Y", value="by 5 percent")]),
    Case(
        "9 tháng của năm 2023, ngành Thuế thu 48 tỷ đồng.",
        "48",
        [R(time="2023-01-01/P9M", value="48000000000 VND to 1000000000")],
    ),
    Case("Quý I của năm 2023 có 48 hộ.", "48", [R(time="2023-Q1", value="48 household")]),
    Case("Đàn lợn tại thời điểm 1/4/2016 là 794 con; bán 77 con.", "794", [R(time="2016-04-01", value="794 animal")]),
    Case("Đàn lợn tại thời điểm 1/4/2016 là 794 con; bán 77 con.", "77 con", [R(time="", value="77 animal")]),
    Case("Tại thời điểm 1/4/2016 có 794 con; có 77 hộ.", "77 hộ", [R(time="2016-04-01", value="77 household")]),
    Case("Tỷ lệ thất nghiệp ở thành thị năm\n 2025 dưới 4%; có 8 xã.", "8 xã", [R(value="8 commune", time="2025")]),
    Case(
        "Mỗi xã có khoảng\n45 hộ; năm 2025 có 8 hộ.",
        "45",
        [R(printed="khoảng\n45 hộ", value="about 45 household/commune")],
    ),
    Case("Năm\n45 hộ có nước.", "45", [R(value="45 household")]),
)
