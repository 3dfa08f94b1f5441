"""The kind of a count is proposed only if words of its own clause say it; otherwise it is asked."""

from __future__ import annotations

import pytest

from aseansc import Period
from aseansc.drafts import Gap
from aseansc.indicators import IndicatorKind
from aseansc.vietnamese import draft
from tests.vietnamese.test_drafting import rows


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Xã đã nạo vét 26 tuyến kênh.", "flow"),
        ("Huyện tặng giấy khen cho 7 tập thể.", "flow"),
        ("Đã mở 12 phiên giao dịch việc làm.", "flow"),
        ("Ngót 200 công trình đã hoàn thành.", "flow"),
        ("Đầu năm, huyện có 36 xã đạt chuẩn.", "stock"),
        ("Bệnh viện đang điều trị cho 45 bệnh nhân.", "stock"),
        ("Tòa án đang thụ lý 120 vụ án.", "stock"),
        ("Huyện hỗ trợ tới 1.200 hộ.", "flow"),
        ("Nhà máy hiện cấp nước sạch cho 2.300 hộ.", None),
        ("Quy mô nền kinh tế đạt 535 nghìn tỷ đồng.", None),
        ("Tổng số người nước ngoài thăm tỉnh là 594 người.", None),
        ("Trình độ trung cấp 358 người.", None),
        ("Sản xuất dệt tăng 12%.", None),
        ("Dự báo từ nay đến cuối năm có 10 cơn bão.", None),
        ("Cảnh cáo, đình chỉ hoạt động 2 cơ sở.", None),
        ("Số người thiệt mạng lên đến 20 người.", "flow"),
        ("Có 17 bản đã công khai theo hình thức niêm yết.", None),
        ("Nuôi 900 con lợn.", None),
        ("Tỉnh có 386 du khách nội địa trong dịp Tết.", None),
        ("Lũy kế đến nay, số vốn đăng ký đạt 31 tỷ USD.", None),
        ("Dịch bệnh đang lan rộng làm chết 200 con lợn.", "flow"),
        ("Chưa thực hiện phân bổ là 45 tỷ đồng.", None),
        ("Đã giải ngân 45 tỷ đồng, chưa kể vốn đối ứng.", "flow"),
        ("Đến ngày 30/9/2018, có 3.350 hồ sơ.", None),
        ("Đóng điện dự án điện mặt trời công suất 50 MW.", None),
        ("Tổng công suất các dự án đã đưa vào vận hành là 900 MW.", None),
        ("Đàn lợn xuất chuồng đạt 12.000 con.", "flow"),
        ("Diện tích nuôi trồng thủy sản đạt 450 ha.", None),
        ("Huyện đang trồng 45 ha rừng.", None),
        ("Năm 2018, vẫn còn 22 tỉnh có số người chết tăng.", "stock"),
        ("Số kế hoạch vốn được giao bổ sung là 45 tỷ đồng.", "flow"),
        ("Có 19 dự án còn lại đa phần mới được công bố.", None),
        ("Xây mới khối nhà 4 tầng.", None),
        ("Có 34 dự án khai thác khoáng sản đã tiến hành ký quỹ.", None),
        ("Kho giữ 30 bộ thiết bị chữa cháy.", None),
        ("Nhà đầu tư nước ngoài đã đầu tư vào 18 ngành.", None),
        ("Trong 6 tháng đầu năm 2018, có 94 quốc gia có dự án đầu tư.", None),
        ("Số người được cấp sổ BHXH tính đến 31/5/2018 là 13,1 triệu người.", None),
        ("Thu ngân sách thuộc nhóm 10 địa phương cao nhất.", None),
        ("Tổng giá trị xuất khẩu tại 5 thị trường tăng.", None),
        ("Trong 45 doanh nghiệp hiện xuất khẩu đi Mỹ có nhiều doanh nghiệp nhỏ.", None),
        ("Tính đến 15/10, tổng số doanh nghiệp tham gia làm thủ tục là 30 doanh nghiệp.", None),
    ],
)
def test_the_kind_of_a_count_is_asked_unless_its_own_words_say_it(text: str, kind: str | None) -> None:
    first = next(iter(rows(text)[1].values()))["kind"]
    assert (None if isinstance(first, Gap) else str(first)) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Huyện tặng bằng khen cho 5 tập thể và 3 cá nhân.", "flow"),
        ("Đã tiếp 25 lượt với 38 người.", "flow"),
        ("Đã có 6 tập thể đạt danh hiệu, 50 cán bộ tiên tiến.", None),
        ("Có 200 thủ tục được triển khai, với hơn 3 triệu hồ sơ.", None),
        ("Mỹ nhập khẩu 8 tỷ USD và 1 tỷ USD.", "flow"),
        ("Mỹ nhập khẩu hàng da giày nhiều nhất với 8 tỷ USD và 1 tỷ USD.", None),
        ("Huyện đưa vào sử dụng 2 dự án điện gió với công suất 176 MW.", "flow"),
        ("Toàn tỉnh có 12 nhà máy với tổng công suất 90 MW.", "stock"),
        ("Toàn tỉnh hiện có 584 trường học với 284.252 học sinh.", "stock"),
        ("Huyện tặng bằng khen cho 5 tập thể, với kinh phí 3 tỷ đồng.", "flow"),
    ],
)
def test_a_figure_that_goes_on_with_the_one_before_it_has_its_kind(text: str, kind: str | None) -> None:
    kinds = [one["kind"] for one in rows(text)[1].values()]
    assert [None if isinstance(one, Gap) else str(one) for one in kinds] == [kind, kind]


def test_the_answer_to_the_question_of_the_kind_decides_how_a_count_up_to_a_day_is_collected() -> None:
    found = draft("Đến ngày 30/9/2018, có 3.350 hồ sơ.", place="XX-MM", period=Period.year(2018))
    asked = [
        {where for where, _ in found.fill("indicators[0].kind", kind).gaps} - {where for where, _ in found.gaps}
        for kind in (IndicatorKind.STOCK, IndicatorKind.FLOW)
    ]
    assert asked == [set(), {"observations[0].time_collection"}]


@pytest.mark.parametrize(
    ("text", "collection"),
    [
        ("Giá xuất khẩu gỗ năm 2018 đạt trung bình 170 USD/tấn.", "within"),
        ("Năm 2018, giá gạo là 400 USD/tấn.", "end"),
        ("Năm 2018, thu nhập bình quân đầu người đạt 50 triệu đồng.", "within"),
        ("Năm 2018, năng suất lúa đạt 65 tạ/ha.", "within"),
        ("Năm 2018, dư nợ bình quân đạt 50 triệu đồng/hộ.", "end"),
        ("Năm 2018, dịch vụ chiếm 36% GRDP.", "within"),
        ("Năm 2018, chỉ số cải cách hành chính đạt 92%.", "within"),
        ("Năm 2018, tỷ lệ khai sinh đúng hạn đạt 96%.", "within"),
        ("Năm 2018, tỷ lệ hồ sơ trả đúng hạn đạt 99%.", "within"),
        ("Năm 2018, tỷ lệ lao động qua đào tạo đạt 65%.", "end"),
    ],
)
def test_a_rate_of_what_is_added_up_is_one_within_its_time(text: str, collection: str) -> None:
    (found,) = rows(text)[0].values()
    assert str(found["time_collection"]) == collection


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Trật tự được đảm bảo, tỷ lệ phá án đạt 95%.", False),
        ("Trật tự phải được đảm bảo, tỷ lệ phá án đạt 95%.", True),
    ],
)
def test_what_was_ensured_is_not_asked_to_be_a_goal(text: str, is_asked: bool) -> None:
    (found,) = rows(text)[0].values()
    assert isinstance(found.get("statuses"), Gap) is is_asked


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Năm 2018, số người tham gia bảo hiểm y tế là 900 người.", "up"),
        ("Năm 2018, chi bảo hiểm xã hội đạt 45 tỷ đồng.", "None"),
        ("Năm 2018, báo giảm bảo hiểm y tế 9 người.", "None"),
        ("Năm 2018, tỷ lệ giảm nghèo đạt 2%.", "up"),
    ],
)
def test_more_that_was_paid_or_left_is_not_said_to_be_better(text: str, direction: str) -> None:
    assert [str(one.get("better")) for one in rows(text)[1].values()] == [direction]
