"""Words of times that are not printed in full, as regular expressions."""

from __future__ import annotations

from typing import Final

UNREAD: Final = (
    r"(?i:\b(?:trong (?:tháng|quý)(?! \d| (?-i:[IVX]))|(?:tháng|quý|nhiệm kỳ|thời gian) (?:qua|vừa qua)|"
    r"trong nhiệm kỳ|từ đầu (?:nhiệm kỳ|dịch|mùa|khóa)|(?:những|nhiều|các|mấy) (?:năm|tháng) qua|"
    r"từ trước (?:đến|tới) nay|(?:trong|riêng|bình quân) tuần|tuần (?:qua|vừa qua|này|trước|từ)|"
    r"(?:trung|thượng|hạ) tuần tháng|năm học|dịp này|\d+ ngày (?:nghỉ|tết|lễ))\b)"
)
"""Times that only the date of the report gives."""
EVENT: Final = r"(?i:\b(?:từ (?:khi|lúc|thời điểm)|trước (?:khi|thời điểm|đó|đây)|sau ngày(?= \d))\b)"
"""Words of a time that begins or ends with an event: từ khi triển khai, trước thời điểm ban hành, trước đây."""
OF_DOCUMENT: Final = (
    r"(?i:\b(?:số|luật|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|kế hoạch|chương trình|đề án|dự án|"
    r"chiến lược|phong trào|danh hiệu|giá|chuẩn)\b[^,;:]{0,40}$)"
)
"""Words before the day or year of a document, a programme, prices or a standard."""
OF_OTHERS: Final = (
    r"(?i:so với|so sánh|so|gốc|cùng kỳ|ck|kế hoạch|kể từ|nghị quyết|nhiệm kỳ|mục tiêu|chỉ tiêu|dự toán|"
    r"(?<!nhiệm )vụ(?: \w+){1,3}|đầu|cuối)\s*"
    r"(?i:(?:cùng kỳ|ck|với|năm|giai đoạn|của|cuối|đầu)\s+)*$"
)
"""Words before a time that is not that of the figures: so với cùng kỳ năm 2022."""
SINCE_JANUARY: Final = r"(?i:\bl[ũu][yỹ] kế (?:từ|đến)|\btừ đầu năm\b)"
"""Times from the beginning of the year, which are not that of a month or quarter."""
OF_REPORT: Final = r"(?i:\b(?:trong|qua) k[ỳì] báo cáo\b|(?:^|(?<=\n)|(?<=[.;:]\s))trong k[ỳì](?=,| [^\W\d]))"
"""Words after which figures are those of the period of the report, not of a time before: Trong kỳ báo cáo có 26 vụ."""
LINKED: Final = r"\W*(?:như vậy|qua đó|theo đó|cụ thể|kết quả|trong số|trong đó)\b"
"""First words of a sentence that goes on with the time of the one before."""
DURING: Final = r"(?i:qua|trong|sau|suốt)\s*$"
"""Words before a duration during which something happened."""
WHOLE_YEAR: Final = (
    r"(?<!kế hoạch )(?<!dự toán )(?<!chỉ tiêu )(?<!nghị quyết )(?<!\bkh )"
    r"\bcả năm\b(?!.*\b(?:\d+ tháng|tháng \d|quý|đầu năm)\b)"
)
"""A time that is the year of the reporting period, not that of a plan, up to a part of the year."""
