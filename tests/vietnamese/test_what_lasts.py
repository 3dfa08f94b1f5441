"""What is proposed as a stock: what lasts, and not what may have been done in the period."""

from __future__ import annotations

import pytest

from aseansc import Period
from aseansc.indicators import IndicatorKind
from aseansc.vietnamese import draft
from tests.vietnamese.test_drafts_of_news import indicator

KINDS = [
    ("Cả tỉnh có 187 chợ.", "187 chợ", "stock"),
    ("Toàn huyện hiện có 45 hồ sơ chờ giải quyết.", "45 hồ sơ", "stock"),
    ("Đến ngày 31/3, đã có 925 cửa hàng dùng hóa đơn điện tử.", "925 cửa hàng", "stock"),
    ("Có 9 hồ sơ quyết toán.", "9 hồ sơ", "?"),
    ("Năm 2018, đã có trên 590 đề tài của công nhân.", "trên 590 đề tài", "?"),
    ("Có 44 TTHC được rút ngắn thời gian.", "44", "?"),
    ("Kiểm tra công tác cải cách hành chính tại 6 sở và 3 huyện.", "3 huyện", "?"),
    ("Xuất khẩu tại 5 thị trường đạt 9 tỷ đồng.", "5", "?"),
    ("Thu ngân sách thuộc nhóm 10 địa phương cao nhất.", "10 địa phương", "?"),
    ("Trong 45 doanh nghiệp xuất khẩu có 33 doanh nghiệp giảm doanh thu.", "45 doanh nghiệp", "?"),
    ("Tổ chức 5 lớp tập huấn tại 12 xã.", "5 lớp tập huấn", "flow"),
    ("Thu hút 224 doanh nghiệp (trong số đó 187 doanh nghiệp đang hoạt động).", "187 doanh nghiệp", "stock"),
    ("Tiếp nhận 500 hồ sơ, trong đó có 9 hồ sơ trễ hạn.", "9 hồ sơ", "flow"),
    ("Đơn vị trình tỉnh phê duyệt kế hoạch cắt giảm 20% thời gian giải quyết thủ tục.", "20%", "?"),
    ("Toàn tỉnh hiện có 82 dự án, trong đó có 7 công trình thủy điện.", "7 công trình", "stock"),
]


@pytest.mark.parametrize(("text", "printed", "kind"), KINDS)
def test_only_what_lasts_is_proposed_as_a_stock(text: str, printed: str, kind: str) -> None:
    found = indicator(draft(text, place="XX-SM", period=Period.year(2018)), printed)["kind"]
    assert (str(found) if isinstance(found, IndicatorKind) else "?") == kind
