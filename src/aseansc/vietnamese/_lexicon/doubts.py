"""Words that make a filled-in figure doubtful, as alternatives of regular expressions in lower case."""

from __future__ import annotations

from typing import Final

DURING_PERIOD: Final = (
    r"(?:^|[.;]\s*)(?P<when>trong (?:tháng|quý|tuần|kỳ|năm|\d+ (?:tháng|năm)))\b"
    r"(?!.*(?:;|\b(?:lũy kế|luỹ kế|hiện|đang|còn|có|duy trì)\b))"
)
"""The beginning of a sentence about what happened during a period, if it does not go on with what there is."""
WITH_THE_LAST: Final = r"\s*(?:\([^()]*\)\s*)?so (?:với )?(tháng|quý|tuần)\b"
"""Words right after a change that compare it with the month, quarter or week before."""
WEEK: Final = r"\b(?:trong|của) tuần\b|\btuần (?:qua|này|trước|từ)\b"
"""Words of a week before a figure."""
NAMED_TIME: Final = (
    r"\b(?P<season>vụ (?:đông|xuân|hè|thu|mùa))\w*\b|\b(?:nhiệm kỳ|giai đoạn|năm học|niên vụ)\b|"
    r"\btừ đầu (?:vụ|dịch|nhiệm kỳ)\b|\b(?:\d+|mấy|nhiều|các|những) năm (?:qua|gần đây)\b|"
    r"(?<!đến )\bnăm (?P<year>(?:19|20)\d\d)\b"
)
"""Times before a figure that its assumed time may not be."""
TWO_LEVELS: Final = (
    r"\d[\d.,]*(?=\s)[^,;:()\d]*\b(?:với|cho|của)\b[^,;:()\d]*\d[\d.,]*(?=\s)[^,;:()\d]*,\s*"
    r"(?:ước |đã )?(?:tăng|giảm|đạt|bằng|vượt)\s*$"
)
"""Two figures of which the second is said with the first, before a change: 45 hộ với 2 tỷ đồng, tăng 5%."""
NO_FURTHER_PART: Final = r"tổng|so với|chi|từ|hỗ trợ|chỉ đạo|tổ chức|ngoài ra"
"""Words between two figures of which the second is not a further part."""
DETAILS: Final = r"\W*(?:cụ thể|trong số (?:đó|này)|chia ra)\b"
"""First words of a sentence that details figures of the one before."""
PAY: Final = r"(?<!tổng )\b(?:thu nhập|tiền lương|mức lương|tiền công)\b(?! doanh nghiệp)[^.;]*$"
"""Words before an amount of money that a person may earn."""
AHEAD: Final = r"[^\d,;:.]{0,60}?\b(sẽ|dự kiến|phải) (?:được |đạt |hoàn thành |bàn giao |có |giảm |tăng )"
"""Words after a figure that say that it is still ahead: 500 căn nhà ở cho hộ nghèo sẽ được bàn giao."""
DEADLINE: Final = r"[^\d;.]*?(?<!so với )\b((?:trước|chậm nhất|không muộn hơn)(?: hết)? (?:ngày|tháng|năm) \d[\d/]*)"
"""Words after a figure with a day by which it is to be reached."""
UNDER_WAY: Final = (
    r"\b(đẩy nhanh tiến độ|khẩn trương|quyết tâm|cố gắng|tập trung)\b[^.;]*\bhoàn thành\b|"
    r"\b(?=triển khai kế hoạch\b|về (?:việc )?triển khai\b|theo lộ trình\b)([^\W\d]+(?: [^\W\d]+){1,2})\b[^.;,\d]*$"
)
"""Words before a figure that is to be reached."""
ALREADY: Final = r"\b(?:đã|vượt|so với)\b"
"""Words before a figure that is reached."""
LEAST_OF_ALL: Final = 10**9
"""An amount of money from which it is hardly what one person earns."""
