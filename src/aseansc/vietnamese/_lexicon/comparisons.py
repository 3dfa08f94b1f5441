"""Words by which a figure is compared with another place or thing, not with an earlier time or a plan."""

from __future__ import annotations

from typing import Final

_NO_THING: Final = (
    r"(?:năm|tháng|quý|kỳ|vụ|tuần|ngày|ngoái|trước|sau|cũ|qua|ban đầu|đầu|cuối|nhiệm kỳ|giai đoạn|thời|khi|lúc|này|đó|"
    r"nay|hôm|phiên|lần|đợt|gốc|kế hoạch|kh|dự toán|dự kiến|dự báo|chỉ tiêu|mục tiêu|nghị quyết|quy định|định mức|"
    r"tiêu chuẩn|yêu cầu|phương án|kịch bản|giao|đề ra|đặt ra|cho phép|tăng|giảm|ck|cùng|hiện|"
    r"thực hiện|ước|kết quả)\b"
)
"""Words of times, plans and changes, with which a later level is compared."""
_THING: Final = rf"(?:(?!{_NO_THING})[^\W\d][^\W\d_]*[ -]?){{1,9}}"
MORE: Final = r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|rẻ|đắt|tốt|dài|ngắn) hơn(?: hẳn| rất nhiều)?"
AFTER_MORE: Final = (
    rf"(?<!không )\b{MORE}(?: so với)? (?!mức (?:tăng|giảm))(?P<thing>{_THING}?)"
    r"(?: ?(?:là|tới|đến|khoảng|gần|hơn|trên|từ))*\s*$"
)
"""A comparison with another place or thing right before its number: thấp hơn bình quân cả nước 1,8 điểm %."""
AT_MORE: Final = rf"(?<!không )\b{MORE}(?: (?:tới|đến|khoảng|gần|trên|từ))*\s*$"
"""A comparison right before its number, after which the other thing may follow: cao hơn 5 tạ/ha so với đối chứng."""
MOVED: Final = r"\b(?:tăng|giảm)\b[^,;.()]{0,25}$"
"""The verb of a change before a number."""
TIMES: Final = r"(?<!tăng )(?<!giảm )\b(?:gấp|bằng)(?: (?:khoảng|gần|hơn|trên|từ))*\s*$"
"""Words before a number of times, after which the other thing follows: gấp 2 - 3 lần trồng lúa."""
_ORDINARY: Final = (
    r"(?:[^\W\d]+ ){0,4}?(?:đại trà|đối chứng|truyền thống|thông thường|ngoài mô hình|cùng loại|cây trồng khác)\b"
)
"""The ordinary way of growing something, with which a new one is compared."""
OTHER: Final = (
    r"\s*(?:so với )?(?:mức )?(?:(?:chung|bình quân|trung bình)(?: chung)?\b"
    rf"(?! (?:của )?(?:{_NO_THING}|\d))|"
    r"(?<=so với )(?:(?:của )?(?:cả nước|cả tỉnh|toàn (?:quốc|tỉnh|huyện|vùng)|khu vực|"
    rf"các (?:tỉnh|huyện|xã|địa phương))\b|{_ORDINARY}))"
)
"""Words after a number that name a mean, another place or an ordinary thing: so với bình quân chung của tỉnh."""
THING_AFTER: Final = rf"\s+so với (?P<thing>{_THING})\s*(?:[,;.()]|$)"
"""Words after a comparison that name another thing, and no time or plan: so với khu vực nông thôn."""
THING_AFTER_TIMES: Final = (
    r"\s+(?:so với )?(?!(?:về|so|và|với|lên|trong|ở|tại|do|nhờ|để|từ|là|hơn|vào|góp|nên|thì|mà|của)\b)"
    rf"(?P<thing>{_THING})\s*(?:[,;.()]|$)"
)
"""Words after a number of times that name another thing: gấp 2 lần trồng lúa, and not gấp 2 lần về số dự án."""
OF_EARLIER: Final = r"\s*(?:của |trong |ở )?cùng kỳ\b"
"""Words right after a level of the same months of an earlier year."""
EQUALS: Final = r"\bbằng(?: (?:khoảng|gần|hơn|trên))*\s*$"
"""The verb of a percent that is that of a mean: bằng 80% bình quân chung cả nước."""
_BASE: Final = r"(?P<base>[^,;:().]{2,50}?)"
MOVED_SINCE: Final = (
    rf"\b(?:(?:tăng|(?P<down>giảm))(?: thêm)? so (?:với )?{_BASE} ?(?:là ?:?|:)|"
    r"so (?:với )?[^,;:().]{2,50}? (?:tăng|(?P<fell>giảm))(?: thêm)? ?(?:là ?:?|:))\s*"
    r"(?:\d[\d.]* ?[^\W\d]+(?: [^\W\d]+){0,2}, (?:với )?(?:tổng )?(?:số tiền|kinh phí)(?: là)?:?\s*)?$"
)
"""Words before the size of a change that say since when: giảm so với tháng 6 là: 1 đối tượng, số tiền 1,6 triệu."""
PLAN: Final = r"\b(?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết|dự kiến)\b"
_INDEX: Final = r"(?:cpi|chỉ số|gdp|grdp|mức tăng|mức giảm|tốc độ tăng|tăng trưởng)\b"
RAISES_INDEX: Final = (
    rf"\blàm (?:cho )?(?:(?:tăng|giảm) )?{_INDEX}[^,;.()\d]{{0,50}}?(?:\b(?:tăng|giảm)(?: thêm)?)?(?: khoảng)?\s*¦|"
    rf"\blàm (?:tăng|giảm)(?: thêm)?(?: khoảng)?\s*(?=¦\s*(?:vào |của |trong )?{_INDEX})"
)
"""Words around how much a part moves the index of a whole, ¦ for the number: làm giảm 1,8 điểm mức tăng chung."""
