"""Names that are proposed only if they are whole: not cut, not of something else, and with what they are said of."""

from __future__ import annotations

import attrs
import pytest

from aseansc import Period, Value
from aseansc.claims import ChangeClaim
from aseansc.drafts import Gap
from aseansc.units import percent
from aseansc.vietnamese import draft
from aseansc.vietnamese._name_parts import Head, read_name
from tests.vietnamese.test_names_in_lists import field_of, rows


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Toàn tỉnh có 312 đơn vị, cơ sở y tế với 4.210 bác sĩ.", "312 đơn vị", "Số đơn vị, cơ sở y tế"),
        (
            "Có 95.400 học sinh, học viên và 7.215 cán bộ quản lý, giáo viên, nhân viên.",
            "95.400 học sinh",
            "Số học sinh, học viên",
        ),
        (
            "Có 95.400 học sinh, học viên và 7.215 cán bộ quản lý, giáo viên, nhân viên.",
            "7.215 cán bộ",
            "Số cán bộ quản lý, giáo viên, nhân viên",
        ),
        ("Xây 12 nhà văn hóa, doanh nghiệp đóng góp 5 tỷ đồng.", "12 nhà văn hóa", "Xây nhà văn hóa"),
        (
            "Huyện duy trì 120 ha diện tích chè theo tiêu chuẩn VietGAP.",
            "120 ha",
            "Diện tích chè theo tiêu chuẩn VietGAP",
        ),
        ("Mở rộng vùng trồng cam hữu cơ là 45 ha.", "45 ha", "Diện tích vùng trồng cam hữu cơ"),
        ("Thu thuế xuất, nhập khẩu đạt 5 tỷ đồng.", "5 tỷ đồng", "Thu thuế xuất, nhập khẩu"),
        (
            "Số doanh nghiệp hoạt động trở lại là 45 doanh nghiệp.",
            "45 doanh nghiệp",
            "Số doanh nghiệp hoạt động trở lại",
        ),
        ("Kim ngạch xuất khẩu lại đạt 5 triệu USD.", "5 triệu USD", "Kim ngạch xuất khẩu"),
        ("Gia đình có 2 ha cà phê.", "2 ha", "Diện tích cà phê của gia đình"),
        ("Hoàn thành xây dựng, sửa chữa 371 căn nhà.", "371 căn nhà", "Xây dựng, sửa chữa căn nhà"),
        ("Các hội vận động, quyên góp 45 triệu đồng.", "45 triệu đồng", "Vận động, quyên góp"),
        ("Hỗ trợ sửa chữa 320 nhà ở cho người có công.", "320 nhà ở", "Hỗ trợ sửa chữa nhà ở cho người có công"),
        (
            "Có 48 tổ hợp tác liên kết với các công ty chế biến.",
            "48 tổ hợp tác",
            "Số tổ hợp tác liên kết với các công ty chế biến",
        ),
        ("Có 48 tổ hợp tác liên kết với 5 công ty.", "48 tổ hợp tác", "Số tổ hợp tác liên kết"),
        ("Có 48 hộ được vay với tổng số tiền 5 tỷ đồng.", "48 hộ", "Số hộ được vay"),
        ("Còn 4 chỉ tiêu chưa đạt gồm: điện, nước.", "4 chỉ tiêu", "Số chỉ tiêu chưa đạt"),
        ("Có 3 tuyến đường huyện đi qua.", "3 tuyến đường", "Số tuyến đường huyện đi qua"),
        ("Hòa Mẫu kết nạp 48 đảng viên.", "48 đảng viên", "Kết nạp đảng viên"),
        ("Lần đầu tiên tỉnh đón 2 triệu lượt khách du lịch.", "2 triệu lượt khách du lịch", "Đón lượt khách du lịch"),
        ("Quỹ đã cho vay đối với 48 dự án.", "48 dự án", "Cho vay dự án"),
        ("Giúp hợp tác xã đạt doanh thu 6 tỷ đồng.", "6 tỷ đồng", "Doanh thu hợp tác xã"),
        ("Năng suất ngô đạt cao, đã thu mua 48 tấn ngô giống.", "48 tấn", "Thu mua ngô giống"),
        ("Các hộ giảm 40% tiền thuê đất.", "40%", "Tiền thuê đất"),
        ("Có 48 dự án của các nhà đầu tư trong nước.", "48 dự án", "Số dự án của các nhà đầu tư trong nước"),
        ("Còn 48 người khuyết tật nhẹ.", "48 người khuyết tật", "Số người khuyết tật nhẹ"),
        (
            "Có 48 thủ tục được rút ngắn, trong đó có 20 thủ tục cấp xã.",
            "20 thủ tục",
            "Số thủ tục được rút ngắn: thủ tục cấp xã",
        ),
        ("Có 480 lượt người đến khám bệnh.", "480 lượt người", "Số lượt người đến khám bệnh"),
        ("Kiểm tra việc thực hiện 48 kết luận thanh tra.", "48", "Kiểm tra việc thực hiện kết luận thanh tra"),
        ("Phấn đấu nâng cao tỷ lệ khám phá án đạt 80%.", "80%", "Tỷ lệ khám phá án"),
        ("Góp phần nâng độ che phủ của rừng lên 58%.", "58%", "Độ che phủ của rừng"),
        ("Tỷ lệ hộ nghèo cao (chiếm 24%).", "24%", "Tỷ lệ hộ nghèo"),
        ("Khi mới thành lập toàn huyện có 6 xã.", "6 xã", "Số xã"),
        ("Tổng mức bán lẻ tháng sáu đạt 48 tỷ đồng.", "48 tỷ đồng", "Tổng mức bán lẻ"),
        (
            "Học sinh hoàn thành chương trình tiểu học đạt 98%.",
            "98%",
            "Tỷ lệ học sinh hoàn thành chương trình tiểu học",
        ),
        ("Hộ nghèo theo tiêu chí mới giảm còn 12%.", "12%", "Tỷ lệ hộ nghèo theo tiêu chí mới"),
        ("Tỉnh đã cho vay 48 dự án với 14 tỷ đồng.", "14 tỷ đồng", "Tổng số tiền: cho vay dự án"),
        ("Tổng số 48 hộ nghèo được xét chọn.", "48 hộ nghèo", "Tổng số hộ nghèo được xét chọn"),
        (
            "Xã Mẫu đã đạt 14/19 tiêu chí nông thôn mới.",
            "14/19 tiêu chí nông thôn mới",
            "Số tiêu chí nông thôn mới đạt",
        ),
        ("Giành 48 huy chương các loại.", "48 huy chương", "Giành huy chương các loại"),
        ("Xảy ra 23 vụ va chạm, 25 người chết.", "23 vụ va chạm", "Số vụ va chạm"),
        ("Ảnh: Báo Mẫu. Tổng thu ngân sách đạt 48 tỷ đồng.", "48 tỷ đồng", "Tổng thu ngân sách"),
        (
            "Có 303 trường trung cấp gồm: 175 trường công lập và 128 trường tư thục.",
            "128 trường",
            "Số trường trung cấp: trường tư thục",
        ),
        ("Sản lượng đạt từ 450 tấn cà phê trở lên.", "từ 450 tấn", "Sản lượng cà phê"),
        ("Có 48 người có trình độ đại học trở lên.", "48 người", "Số người có trình độ đại học trở lên"),
        (
            "Chỉ số tồn kho tăng 10%; trong đó một số ngành tăng như: sản xuất thuốc tăng 3,6%; sản xuất các sản phẩm "
            "từ giấy tăng 2,5%.",
            "2,5%",
            "Chỉ số tồn kho: sản xuất các sản phẩm từ giấy",
        ),
        (
            "Có 48 trường hợp tử vong do ăn tiết canh, thịt tái, tăng 40 trường hợp.",
            "48 trường hợp",
            "?",
        ),
        ("Tổng mức đầu tư toàn xã hội năm ngoái đạt 41 tỷ đồng.", "41 tỷ đồng", "Tổng mức đầu tư toàn xã hội"),
        ("Hỗ trợ 70% mức đóng bảo hiểm.", "70%", "Tỷ lệ hỗ trợ mức đóng bảo hiểm"),
        ("Giải quyết 98% đơn thư khiếu nại.", "98%", "Tỷ lệ giải quyết đơn thư khiếu nại"),
        ("Trao 8 giấy phép, trong đó có 4 dự án trong nước, 3 dự án nước ngoài.", "3 dự án", "Số dự án nước ngoài"),
        ("Tỷ lệ chuyển sang vốn thực hiện là 42%.", "42%", "Tỷ lệ chuyển sang vốn thực hiện"),
        ("Có 48 dự án vùng đồng bằng Bắc Bộ.", "48 dự án", "Số dự án vùng đồng bằng Bắc Bộ"),
        (
            "Thu hồi 14 tỷ đồng sau khi thanh tra 17 đơn vị sử dụng lao động.",
            "17 đơn vị",
            "Thanh tra đơn vị sử dụng lao động",
        ),
        ("Chuyển 48 hồ sơ doanh nghiệp với số nợ 5 tỷ đồng.", "5 tỷ đồng", "Số nợ: chuyển hồ sơ doanh nghiệp"),
        ("Ngành cung cấp nước và xử lý rác thải tăng 8%.", "8%", "?"),
        (
            "Có 950 hộ kinh doanh dùng hóa đơn điện tử, đạt 98% hộ kinh doanh.",
            "98% hộ kinh doanh",
            "Tỷ lệ hộ kinh doanh dùng hóa đơn điện tử",
        ),
        ("Trung tâm tư vấn việc làm có 19 cán bộ.", "19 cán bộ", "Số cán bộ của trung tâm tư vấn việc làm"),
        ("Tình hình cháy nổ, trên địa bàn xảy ra 6 vụ cháy rừng.", "6 vụ cháy rừng", "Số vụ cháy rừng"),
        ("Doanh số bán hàng toàn hệ thống đạt 450 xe.", "450 xe", "Doanh số bán hàng toàn hệ thống"),
        ("Giá trị sản phẩm công nghệ cao ước đạt 9 tỷ USD.", "9 tỷ USD", "Giá trị sản phẩm công nghệ cao"),
        ("Tổng số hộ nghèo trên phạm vi cả nước là 90 hộ.", "90 hộ", "Tổng số hộ nghèo"),
        ("Giá trứng vịt tại trại chỉ còn 1.900 đồng/quả.", "1.900 đồng", "Giá trứng vịt tại trại"),
        ("Có 15 đơn vị trên địa bàn Hòa Mẫu đấu giá đất.", "15 đơn vị", "Số đơn vị đấu giá đất"),
        ("Xảy ra 6 vụ lật tàu, làm chết 3 người.", "3 người", "Số người chết do lật tàu"),
    ],
)
def test_names_have_all_that_is_counted(text: str, printed: str, name: str) -> None:
    assert field_of(text, printed, "name") == name


@pytest.mark.parametrize(
    ("text", "printed", "choice"),
    [
        (
            "Có 157 dự án đủ điều kiện đưa vào sử dụng với quy mô 52 căn hộ.",
            "157 dự án",
            "Số dự án đủ điều kiện đưa vào sử dụng",
        ),
        ("Có 12 trường hợp bị xử lý do kê khai sai.", "12 trường hợp", "Số trường hợp bị xử lý do kê khai sai"),
        ("Riêng nhà ở xã hội, có 69 dự án được triển khai.", "69 dự án", "Số dự án được triển khai"),
        ("Công an tỉnh đang điều tra 17 vụ án.", "17 vụ án", "Số vụ án"),
        ("Có 9 đơn vị tham gia với tổng hạn mức 145 tỷ đồng.", "145 tỷ đồng", "Tổng hạn mức: số đơn vị tham gia"),
        ("Có 7 nhà máy điện gió với tổng công suất 1.250 MW.", "1.250 MW", "Tổng công suất: nhà máy điện gió"),
        ("Có 23 hồ chứa, với tổng dung tích 330 triệu m3.", "330 triệu m3", "Tổng dung tích: hồ chứa"),
        ("Công ty Cấp nước Mẫu đã nộp ngân sách 185 tỷ đồng.", "185 tỷ đồng", None),
        ("Các khoản thuế của Công ty khoảng 300 tỷ đồng.", "khoảng 300 tỷ đồng", None),
        ("Sản lượng do Tập đoàn giao đạt 5 nghìn tấn thép cán.", "5 nghìn tấn", None),
        ("Các dự án điện mặt trời được đầu tư xây dựng và đưa vào vận hành 2.150 MW.", "2.150 MW", None),
        ("Có 9 thôn 100% đều có điện.", "100%", "Tỷ lệ thôn đều có điện"),
        ("Năng suất lúa giảm đáng kể so vụ trước, chỉ đạt 5 tấn/ha.", "5 tấn/ha", "Năng suất lúa"),
        ("Cải tạo khối nhà 3 tầng.", "3 tầng", None),
        ("Người dân mạnh dạn thả nuôi với tổng diện tích 160 ha.", "160 ha", None),
        ("Nợ trong hạn 8 tỷ đồng, với 48 dự án.", "48 dự án", "Số dự án"),
        ("Có 118 xã đã có đội với 350 người.", "350 người", "Số người"),
        ("Kiểm tra tại 6 đơn vị và 3 trường.", "3 trường", None),
        ("Tìm hiểu thu nhập của người lao động tại 5 doanh nghiệp.", "5 doanh nghiệp", None),
        ("Toàn tỉnh đã có 480 lượt với số tiền 5 tỷ đồng.", "480 lượt", None),
        ("Nhu cầu vốn để giải phóng mặt bằng, xây dựng các khu đất là 948 tỷ đồng.", "948 tỷ đồng", None),
        ("Đấu giá quyền sử dụng đất trên diện tích 102 ha.", "102 ha", None),
        ("Có 22 xã và trung tâm tổ chức đấu giá.", "22 xã", None),
        ("Nút giao có tổng mức đầu tư 2.692 tỷ đồng được Thủ tướng cho phép.", "2.692 tỷ đồng", None),
        ("Có nơi có tuyến huyện là 60% như Hòa Mẫu.", "60%", None),
        ("Có 69 ca mắc bệnh rải rác ở 23 tỉnh, thành.", "23 tỉnh, thành", None),
        ("Tạo ra hơn 22.000 việc làm cho người lao động.", "hơn 22.000", None),
        ("48 dự án có tổng vốn 5 tỷ đồng.", "48 dự án", None),
        ("Đã huy động thành công 450 tỷ đồng.", "450 tỷ đồng", None),
        ("Có 126 doanh nghiệp nợ tiền thuế, phí với số tiền 5 tỷ đồng.", "126 doanh nghiệp", None),
        ("Đã có 68 đơn vị nộp 5 tỷ đồng.", "68 đơn vị", None),
        ("Xảy ra 480 vụ tai nạn (tăng 73 vụ, tỷ lệ 4,15%).", "4,15%", None),
        ("Mưa lớn làm sản lượng giảm 5%.", "5%", None),
        ("Dịch bệnh làm giảm 120 con lợn.", "120 con lợn", None),
        ("Công ty mẹ nắm 100% vốn tại 5 doanh nghiệp.", "100%", None),
        ("Xảy ra 45 vụ cháy, bị thương 5 người, thiệt hại 12 tỷ đồng.", "12 tỷ đồng", None),
        ("Đã có 59 đề tài, sáng kiến của đoàn viên.", "59 đề tài", None),
        ("Có 480 người thuộc các thôn, xã khó khăn.", "480 người", None),
        ("Chi phí khoảng 48 triệu đồng.", "khoảng 48 triệu đồng", None),
        ("Hệ thống điện đã tiêu tốn 48 tỷ đồng.", "48 tỷ đồng", None),
        ("Qua sơ chế thu được 480 kg dược liệu khô.", "480 kg", None),
        ("Đảng bộ huyện được thành lập với 48 tổ chức cơ sở đảng.", "48", None),
        ("Công viên với tổng mức đầu tư 15 tỷ đồng đang trở thành điểm nhấn.", "15 tỷ đồng", None),
        ("Có 5 xã có tỷ lệ giải ngân cao hơn bình quân.", "5 xã", None),
        ("Có 48/48 hộ dân thuộc diện hỗ trợ đã xây nhà.", "48 hộ dân", None),
        ("Có 5 xã đạt chuẩn, trong đó xã Mẫu đạt 96%, tiếp đến là xã Thử đạt 92%.", "92%", None),
        ("Hai năm qua cả nước mất 45 người chết.", "45 người", None),
        ("Số liệu đến ngày 3/2 cho biết cả nước đã tiêm 6.200 liều vắc xin.", "6.200 liều vắc xin", None),
        ("Có 31 quy trình của 8 sở được rút gọn.", "31", None),
        ("Có 31 dự án của 8 xã được phê duyệt.", "8 xã", None),
        ("Trong số các thôn nghèo có 5 thôn vùng cao.", "5 thôn", None),
        ("Đã nhận 45 liều, trong đó đợt đầu: 20 liều; đợt sau: 25 liều.", "25 liều", None),
        ("Tỉnh hỗ trợ 30%, còn 70% hộ dân tự lo.", "70% hộ dân", None),
        ("Thu thập phiếu bằng hình thức 80% máy tính bảng.", "80%", None),
        ("Có 60% thôn có sân chơi, vườn hoa đạt chuẩn.", "60% thôn", None),
        ("Sở đang kiểm tra 4 cuộc là Công ty Mẫu, Công ty Thử.", "4 cuộc", None),
        ("Cá loại nhỏ hơn 3 kg/con, giá thu mua 50 nghìn đồng/kg.", "50 nghìn đồng/kg", None),
        ("Các sở được chia thành 3 nhóm.", "3 nhóm", None),
        ("Có 3 ngành có mức giảm mạnh gồm dệt, may.", "3 ngành", None),
        ("Đã giải quyết cho 90 người.", "90 người", None),
        ("Có 9 tỉnh có tốc độ tăng số doanh nghiệp cao.", "9 tỉnh", None),
        ("Hỗ trợ 60% phí học nghề cho 900 hộ.", "900 hộ", None),
        ("Trong 20 hồ sơ có 3 hồ sơ lỗi.", "20 hồ sơ", None),
        ("Các xã có trên 45% hộ nghèo được ưu tiên.", "trên 45% hộ nghèo", None),
        ("Có 90 thợ thu nhập bình quân trên 6 triệu đồng/người/tháng.", "90", None),
        ("Công an xử lý 431 đối tượng.", "431 đối tượng", "Xử lý đối tượng"),
        ("Chính sách vay: công nợ 40% trong vòng 6 tháng.", "40%", None),
        ("Có 120 cơ sở khám bệnh theo định suất, 85 cơ sở theo dịch vụ.", "120 cơ sở", None),
        ("Số người tham gia là 2.300 người.", "2.300 người", None),
        ("Thâm hụt 90 triệu USD, tương đương 0,6% kim ngạch xuất khẩu.", "0,6%", None),
        ("Số người phải kê khai tài sản, thu nhập là 350 người.", "350 người", None),
        ("Quản lý 2 trại thú với tổng số 73 cá thể.", "73", None),
        ("Số tiền thu hồi là 9 tỷ đồng.", "9 tỷ đồng", None),
        ("Công ty hợp danh chiếm tỷ trọng cao nhất (52%) với 90 doanh nghiệp.", "90 doanh nghiệp", None),
        ("Có 22 thôn, bản và trung tâm tổ chức hội thi.", "22 thôn, bản", None),
        ("Du lịch chiếm 30%; tiếp theo vận tải là chiếm 20%.", "20%", None),
        ("Xây dựng với vốn đăng ký 29 tỷ đồng.", "29 tỷ đồng", None),
        ("Giá thu mua tại Hòa Mẫu giảm 2.000 đồng/kg.", "2.000 đồng/kg", None),
        ("3 điểm nhận đơn là bến Hòa Mẫu, chợ Núi Thử.", "3 điểm", None),
        ("Kiểm tra 48 đơn vị về thu, chi học phí.", "48 đơn vị", None),
        ("Hồ sơ đất đai: tỷ lệ được giải quyết 95%.", "95%", "Hồ sơ đất đai: tỷ lệ được giải quyết"),
        ("Có 6 công trình thủy lợi. Có 9 công trình đang được xây.", "9 công trình", None),
    ],
)
def test_names_that_are_not_whole_are_asked_with_likely_answers(text: str, printed: str, choice: str | None) -> None:
    figures, indicators = rows(text)
    name = indicators[figures[printed]["indicator"]]["name"]["vi"]
    assert isinstance(name, Gap)
    assert choice is None or choice in name.choices
    assert not any("diện tích diện tích" in one.casefold() for one in name.choices)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Xảy ra 20 vụ cháy (giảm 5 vụ, chiếm 20% so với cùng kỳ năm trước).", "20%"),
        ("Có 110 hợp tác xã, tăng 10 hợp tác xã, chiếm 10% so với năm 2018.", "10%"),
    ],
)
def test_a_percent_that_repeats_the_change_before_it_is_a_change(text: str, printed: str) -> None:
    figures, _ = rows(text)
    first = next(iter(figures.values()))
    assert figures[printed].record_type is ChangeClaim
    assert figures[printed]["indicator"] == first["indicator"]


def test_a_share_of_another_size_than_the_change_before_it_stays_a_share() -> None:
    figures, _ = rows("Có 110 hợp tác xã, tăng 10 hợp tác xã, chiếm 45% số hợp tác xã của vùng.")
    assert figures["45%"].record_type is not ChangeClaim


def test_a_figure_above_another_is_not_its_part() -> None:
    text = "Lượng nước các hồ chỉ còn 160 triệu m3, trong đó hồ Mẫu có dung tích 222 triệu m3; hồ Thử 69 triệu m3."
    assert field_of(text, "160 triệu m3", "breakdowns") is None
    below = "Lượng nước các hồ chỉ còn 160 triệu m3, trong đó hồ Mẫu 90 triệu m3; hồ Thử 69 triệu m3."
    assert field_of(below, "160 triệu m3", "breakdowns") is not None


HERDS = "Tổng đàn vật nuôi có 5.349 con."
LISTED = f"{HERDS}\n+ Đàn trâu: 701 con\n+ Đàn bò: 558 con\n+ Đàn gia cầm: 4.090 con"


def test_figures_that_make_up_the_one_before_them_are_its_parts() -> None:
    breakdowns = field_of(LISTED, "5.349 con", "breakdowns")
    assert [(len(one.parts), one.complete) for one in breakdowns] == [(3, True)]
    assert field_of(LISTED.replace("558", "559"), "5.349 con", "breakdowns") is None


def test_parts_of_a_part_are_not_parts_of_the_whole() -> None:
    text = (
        "Tiếp nhận 4.583 hồ sơ. Trong đó, giải quyết tại xã 3.183 hồ sơ, sớm hẹn 2.892 hồ sơ, đúng hẹn 291 hồ sơ; "
        "chuyển huyện 1.400 hồ sơ."
    )
    assert len(field_of(text, "3.183 hồ sơ", "breakdowns")[0].parts) == 2
    assert len(field_of(text, "4.583 hồ sơ", "breakdowns")[0].parts) == 2


def test_the_time_above_a_list_is_that_of_its_items() -> None:
    figures, _ = rows("Theo thống kê tháng 8/2019, đàn vật nuôi như sau:\n+ Đàn trâu: 701 con\n+ Đàn bò: 558 con")
    assert {str(figures[one]["time"]) for one in ("701 con", "558 con")} == {"2019-08"}
    figures, _ = rows("Năm 2018 đàn vật nuôi như sau:\n+ Đàn trâu: 701 con\n- Đàn bò: 558 con")
    assert str(figures["558 con"]["time"]) == "2019"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Hồ Đá Mẫu là một hồ nước nhân tạo nằm trên địa bàn 3 tỉnh.", "3 tỉnh"),
        ("Hồ Đá Mẫu có dung tích thiết kế 69 triệu m3.", "69 triệu m3"),
        ("Ở phường 5, gia đình trồng hơn 1 ha lúa.", "hơn 1 ha"),
        ("Xuất khẩu cá có xu hướng chững lại với 618 triệu USD.", "618 triệu USD"),
        ("Lực lượng chức năng kịp thời giải tán 2 tốp khoảng 57 xe.", "2"),
        ("Số tiền hỗ trợ là 45 triệu đồng.", "45 triệu đồng"),
        ("Cấp giấy chứng nhận quyền sử dụng đất 12/15 xã.", "12/15 xã"),
    ],
)
def test_a_name_that_does_not_begin_like_one_or_runs_into_a_statement_is_asked(text: str, printed: str) -> None:
    figures, indicators = rows(text)
    indicator = indicators[figures[printed]["indicator"]]
    assert isinstance(indicator["name"]["vi"], Gap)
    assert "name" not in indicator.proposed


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Tổng số hộ nghèo", (Head.COUNT, "Tổng số", "hộ nghèo", "")),
        ("Tỷ lệ hộ nghèo", (Head.SHARE, "Tỷ lệ", "hộ nghèo", "")),
        ("Diện tích chè của hộ liên kết", (Head.AMOUNT, "Diện tích", "chè", "hộ liên kết")),
        ("Xây dựng và nâng cấp trường học", (Head.DONE, "Xây dựng và nâng cấp", "trường học", "")),
        ("Hồ Đá Mẫu nằm", (Head.UNKNOWN, "", "Hồ Đá Mẫu nằm", "")),
    ],
)
def test_a_name_has_a_head_of_what_it_is_and_whose(name: str, parts: tuple[Head, str, str, str]) -> None:
    assert attrs.astuple(read_name(name)) == parts
    assert " ".join(filter(None, parts[1:3])) in name


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Lượng nước tưới giảm còn 46 triệu m3.", "46 triệu m3"),
        ("Hàng hóa qua cảng 500 tấn.", "500 tấn"),
        ("Hồ Đá Mẫu khoảng 143 tỷ đồng.", "khoảng 143 tỷ đồng"),
        ("Số người đăng ký thất nghiệp là 1.671 người.", "1.671 người"),
        ("Tổng số ngày khách đạt 35 nghìn ngày.", "35 nghìn ngày"),
        ("Hiện nay, nước của hồ tưới cho 760 ha đất sản xuất nông nghiệp.", "760 ha"),
        ("Hồ Đá Mẫu là một hồ nước nhân tạo nằm trên địa bàn 3 tỉnh.", "3 tỉnh"),
    ],
)
def test_a_kind_that_the_words_do_not_say_is_asked(text: str, printed: str) -> None:
    figures, indicators = rows(text)
    assert isinstance(indicators[figures[printed]["indicator"]]["kind"], Gap)


def test_a_share_of_all_that_the_words_name_is_one_of_them_only() -> None:
    text = (
        "Toàn huyện có 10.689 hộ nghèo, chiếm 3,20% so với tổng số hộ toàn huyện (tăng 137 hộ so với đầu năm, chiếm "
        "tỷ lệ 0,04%), trong đó có 3.373 hộ nghèo vùng dân tộc (chiếm 13,13% so với tổng số hộ nghèo dân tộc và chiếm "
        "31,56% so với tổng số hộ nghèo toàn huyện)."
    )
    figures, indicators = rows(text)
    shares = {printed: indicators[figures[printed]["indicator"]] for printed in ("3,20%", "0,04%", "13,13%", "31,56%")}
    assert [figures[printed]["value"] for printed in shares] == [
        Value.exact(printed.removesuffix("%").replace(",", "."), percent) for printed in shares
    ]
    assert shares["3,20%"]["name"]["vi"] == "Tỷ lệ hộ nghèo"
    assert all(isinstance(shares[printed]["name"]["vi"], Gap) for printed in ("0,04%", "31,56%"))
    assert all("denominator" not in one for one in shares.values())


@pytest.mark.parametrize("than", ["cao hơn hẳn con số", "cao hơn nhiều so với mức"])
def test_the_level_of_an_earlier_year_is_of_the_same_indicator_and_of_its_own_time(than: str) -> None:
    figures, indicators = rows(f"Tính hết tháng 9, chi đầu tư đạt 48 tỷ đồng, {than} 31 tỷ đồng của cùng kỳ năm 2018.")
    assert len(indicators) == 1
    assert isinstance(figures["31 tỷ đồng"]["value"], Value)
    assert isinstance(figures["31 tỷ đồng"]["time"], Gap)


def test_the_level_of_another_time_in_a_bracket_is_no_part() -> None:
    _, indicators = rows("Năm 2018, bán gạo sang 68 thị trường (cùng kỳ năm 2017 là 64 thị trường).")
    assert len(indicators) == 1
    assert all("breakdowns" not in one for one in indicators.values())


def test_what_follows_and_before_the_next_figure_belongs_to_that_figure() -> None:
    name = field_of("Tổ chức trao Thiệp mừng thọ cho 172 cụ và tặng quà cho 1.502 cụ.", "172", "name")
    assert name == "Tổ chức trao Thiệp mừng thọ cho cụ"


def test_the_parts_of_a_list_may_each_be_in_a_bracket_after_their_name() -> None:
    _, indicators = rows(
        "Hiện có các dự án với 3.250 MW, bao gồm thủy điện (2.251 MW), mặt trời (61 MW), gió (938 MW)."
    )
    (of, *parts) = indicators.values()
    assert [part for one in of["breakdowns"] for part in one.parts] == [part["id"] for part in parts]


def test_a_change_of_what_has_no_unit_is_that_of_the_level_with_the_same_words() -> None:
    figures, indicators = rows("Huyện bố trí 35 điểm thi (tăng 1 điểm thi so với năm 2017).")
    assert len(indicators) == 1
    assert figures["1 điểm"]["end"] == figures["35 điểm"]["id"]


def test_a_percent_of_a_plan_after_a_share_of_something_is_that_of_the_amount() -> None:
    figures, _ = rows("Thu nội địa đạt 2.310 tỷ đồng, chiếm 67,6%, bằng 34,4% dự toán.")
    assert figures["34,4% dự toán"]["actual"] == figures["2.310 tỷ đồng"]["id"]


def test_a_name_of_three_parts_is_asked() -> None:
    text = "Cây ngô: vụ xuân: diện tích 12 ha, năng suất 45 tạ/ha."
    assert [field_of(text, printed, "name") for printed in ("12 ha", "45 tạ/ha")] == ["?", "?"]
    assert field_of(text.replace("vụ xuân: ", ""), "12 ha", "name") == "Cây ngô: diện tích"


def test_a_number_in_curly_quotation_marks_is_part_of_a_name() -> None:
    for opened, closed in ("“”", "‘’"):
        figures, _ = rows(f"Phong trào {opened}5 không, 3 sạch{closed} có 120 hộ tham gia.")
        assert list(figures) == ["120 hộ"]


@pytest.mark.parametrize(
    "text",
    [
        "Thu hơn 29.500 tỷ đồng\n\nTổng số thu hơn 29.500 tỷ đồng. Tổng số thu đạt 29.510 tỷ đồng.",
        "Tỷ lệ doanh nghiệp ký thỏa ước là 60%. Tỷ lệ DN đã ký thỏa ước là 60%.",
    ],
)
def test_names_and_values_that_mean_the_same_are_of_one_indicator(text: str) -> None:
    figures, indicators = rows(text)
    assert len({figures[one]["indicator"] for one in figures}) == len({len(indicators[one]) for one in indicators}) == 1


def test_a_name_that_refers_to_another_one_is_asked() -> None:
    found = draft("Số hộ này là 12 hộ.", place="XX-SM", period=Period.year(2018))
    assert isinstance(found.indicators[0]["name"]["vi"], Gap)


OFFICES = (
    "Cấp tỉnh tiếp nhận 744 hồ sơ (có 602 hồ sơ được nộp trực tuyến); ở cấp huyện tiếp nhận 905 hồ sơ, (có 411 hồ sơ "
    "được nộp trực tuyến, đạt 45%)."
)


def test_what_a_level_of_administration_did_is_named_with_that_level() -> None:
    printed = ("744 hồ sơ", "602 hồ sơ", "905 hồ sơ", "411 hồ sơ")
    assert [field_of(OFFICES, one, "name") for one in printed] == [
        "Số hồ sơ cấp tỉnh tiếp nhận",
        "Số hồ sơ cấp tỉnh tiếp nhận: hồ sơ được nộp trực tuyến",
        "Số hồ sơ cấp huyện tiếp nhận",
        "Số hồ sơ cấp huyện tiếp nhận: hồ sơ được nộp trực tuyến",
    ]


def test_what_else_a_level_of_administration_did_is_named_with_that_level() -> None:
    text = "Cấp tỉnh tiếp nhận 744 hồ sơ, giải quyết 700 hồ sơ; cấp huyện tiếp nhận 905 hồ sơ, giải quyết 900 hồ sơ."
    printed = {"700 hồ sơ": "Giải quyết hồ sơ (cấp tỉnh)", "900 hồ sơ": "Giải quyết hồ sơ (cấp huyện)"}
    assert {one: field_of(text, one, "name") for one in printed} == printed


def test_figures_of_two_levels_of_administration_never_have_one_indicator() -> None:
    figures, _ = rows(OFFICES)
    assert figures["602 hồ sơ"]["indicator"] != figures["411 hồ sơ"]["indicator"]
    asked = rows(OFFICES)[1][figures["45%"]["indicator"]]["name"]["vi"]
    assert all(isinstance(asked, Gap) and "cấp huyện" in one for one in asked.choices)


def test_a_level_of_administration_does_not_go_on_behind_its_clause() -> None:
    assert field_of(f"{OFFICES} Thu phí 5 tỷ đồng.", "5 tỷ đồng", "name") == "Thu phí"
    assert field_of("Cấp xã tiếp nhận 744 hồ sơ; thu phí 5 tỷ đồng.", "5 tỷ đồng", "name") == "Thu phí"


def test_a_share_is_not_named_by_what_was_done_to_something_else() -> None:
    text = "Huyện làm mới, nâng cấp 161 km đường điện, đảm bảo 100% số xã có điện, 99% số hộ có điện."
    assert field_of(text, "161 km", "name") == "Làm mới, nâng cấp đường điện"
    assert rows(text)[1][rows(text)[0]["99%"]["indicator"]]["name"]["vi"].choices[0] == "Tỷ lệ số hộ có điện"


@pytest.mark.parametrize(
    "text",
    [
        "Một số mặt hàng có tăng trưởng xuất khẩu cao như dăm gỗ, tăng 29,8%; viên nén tăng 78%.",
        "Xuất khẩu gạo tăng 5%; dăm gỗ tăng 29,8%; viên nén tăng 78%.",
        "Kim ngạch xuất khẩu đạt 5 tỷ USD. Trong đó, dăm gỗ tăng 29,8%, viên nén tăng 78%.",
    ],
)
def test_goods_after_words_on_exports_are_asked(text: str) -> None:
    figures, indicators = rows(text)
    for printed, goods in (("29,8%", "dăm gỗ"), ("78%", "viên nén")):
        asked = indicators[figures[printed]["indicator"]]["name"]["vi"]
        assert isinstance(asked, Gap)
        assert asked.choices[0] == f"Xuất khẩu {goods}"


def test_what_only_stands_beside_exports_is_not_asked() -> None:
    text = "Sản xuất công nghiệp tăng 9%, xuất khẩu hàng hóa giảm 7%. Khách du lịch tăng 8%."
    assert field_of(text, "8%", "name") == "Khách du lịch"


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        (
            "Hội đã khám sàng lọc, phẫu thuật chỉnh hình, cấp thuốc cho 344 người nghèo.",
            "344 người nghèo",
            "Khám sàng lọc, phẫu thuật chỉnh hình, cấp thuốc cho người nghèo",
        ),
        ("Có 9 đơn vị tham gia với tổng hạn mức 145 tỷ đồng.", "145 tỷ đồng", "?"),
        ("Toàn xã dư nợ bình quân 25 triệu đồng/hộ.", "25 triệu đồng/hộ", "Dư nợ bình quân"),
        ("Có 25 dự án trên toàn quốc được đưa vào danh mục.", "25 dự án", "Số dự án được đưa vào danh mục"),
        ("Vận động được 409 đoàn từ thiện.", "409 đoàn", "Vận động đoàn từ thiện"),
        ("Năm 2018, thành lập mới 5 doanh nghiệp, lũy kế có 72 doanh nghiệp.", "72 doanh nghiệp", "Số doanh nghiệp"),
        ("Tặng 251 suất quà cho hộ nghèo, nạn nhân da cam, người có công.", "251 suất quà", "?"),
        ("Thu nhập đầu người cũng được nâng lên, đạt 37 triệu đồng/năm.", "37 triệu đồng/năm", "Thu nhập đầu người"),
        ("Trả nợ với tổng kinh phí 21 tỷ đồng, trong đó ngân sách xã 3 tỷ đồng.", "3 tỷ đồng", "?"),
        (
            "Cho vay 105 lao động, trong đó 15 lao động nữ trẻ; 18 học sinh được vay.",
            "18 học sinh",
            "Số học sinh được vay",
        ),
        (
            "Tổng vốn đăng ký cấp mới, tăng thêm và góp vốn, mua cổ phần là 19 tỷ USD.",
            "19 tỷ USD",
            "Tổng vốn đăng ký cấp mới, góp vốn, mua cổ phần",
        ),
        ("Có 2.501 lượt góp vốn, mua cổ phần với tổng giá trị 2 tỷ USD.", "2.501 lượt", "?"),
        ("Trong tổng số 16 tỷ đồng có điều kiện thi hành, đã thi hành xong 2 tỷ đồng.", "16 tỷ đồng", "?"),
        ("Trong tổng số 16 tỷ đồng có điều kiện thi hành, đã thi hành xong 2 tỷ đồng.", "2 tỷ đồng", "?"),
        ("Sắm sửa 600 bộ nhà bạt, 500 chiếc phao tròn, 30 máy phát điện.", "30 máy", "?"),
        ("Cục đã xuất cấp 2.516 tấn thóc và 1.263 tấn gạo.", "1.263 tấn", "Xuất cấp gạo"),
        ("Máy phát điện được bảo quản tốt, 100% đạt yêu cầu quy định.", "100%", "?"),
        ("Có 88% gia đình, 88% thôn, bon, 50% xã đạt chuẩn văn hóa.", "88% gia đình", "?"),
        ("Mới đây, 8 hộ dân ở tổ 4 đã khiếu nại tới huyện.", "8 hộ dân", "?"),
        ("Với mức giá như hiện nay, khoảng 42 triệu đồng/tấn.", "khoảng 42 triệu đồng/tấn", "?"),
        ("Thành lập xã mới trên cơ sở 5.250 ha diện tích tự nhiên.", "5.250 ha", "?"),
        ("Từ năm 2013 đến nay hủy hoại gần 10 ha keo lai.", "gần 10 ha", "?"),
        ("Hồ sơ tồn trước chuyển qua 400 hồ sơ.", "400 hồ sơ", "Số hồ sơ tồn trước chuyển qua"),
        ("Tổng số hộ nghèo là 876 hộ, giảm 6,7% (131 hộ thoát nghèo).", "131 hộ thoát nghèo", "Số hộ thoát nghèo"),
        ("Kiểm tra 829 cuộc (gồm 721 cuộc theo kế hoạch) tại 870 đơn vị.", "870 đơn vị", "?"),
        ("Tổng công ty dầu khí dư 58 tỷ đồng.", "58 tỷ đồng", "?"),
        ("Thu thuế 27 tỷ đồng, trong đó kiến nghị khác 2 tỷ đồng.", "2 tỷ đồng", "Thu thuế: kiến nghị khác"),
        ("Thực hiện tốt, đưa giá trị xuất khẩu gạo đạt 17 triệu USD.", "17 triệu USD", "Giá trị xuất khẩu gạo"),
    ],
)
def test_names_have_all_of_a_list_and_of_a_whole(text: str, printed: str, name: str) -> None:
    assert field_of(text, printed, "name") == name


def test_a_share_in_two_words_is_one_indicator() -> None:
    _, indicators = rows("Nợ quá hạn chiếm 0,8% tổng dư nợ. Tỷ lệ nợ quá hạn hiện nay là 0,8%.")
    assert [one["name"]["vi"] for one in indicators.values()] == ["Tỷ trọng nợ quá hạn"]


def test_a_growth_is_that_of_the_amount_which_the_words_after_it_name() -> None:
    text = "Xuất khẩu gạo đạt 500 tấn, trị giá 20 triệu USD, tăng 5% về lượng và tăng 8% về giá trị."
    figures, indicators = rows(text)
    found = [indicators[figures[one]["indicator"]]["unit"].code for one in ("5%", "8%")]
    assert found == ["tonne", "USD"]
    assert (
        field_of("Xuất khẩu tiêu giảm 7% về khối lượng, 12% về giá trị.", "7%", "name") == "Khối lượng: xuất khẩu tiêu"
    )
    assert field_of("Xuất khẩu tiêu giảm 7% về khối lượng, 12% về giá trị.", "12%", "name") == "Giá trị: xuất khẩu tiêu"


def test_a_change_in_a_bracket_that_names_what_changed_is_of_this() -> None:
    figures, indicators = rows(
        "Có 90 lượt doanh nghiệp đăng ký lại, trong đó vốn bổ sung tăng 25 tỷ đồng (so cùng kỳ tăng 9,1% về số lượt "
        "doanh nghiệp)."
    )
    assert (
        indicators[figures["9,1%"]["indicator"]]["name"]["vi"]
        != indicators[figures["25 tỷ đồng"]["indicator"]]["name"]["vi"]
    )
