"""Words of times that are named without their year, as regular expressions."""

from __future__ import annotations

from typing import Final

OF_YEAR: Final = r"(?<=\w) của (?=năm (?:19|20)\d\d)"
"""The word between a part of a year and its year: 9 tháng của năm 2024."""
PART_OF_YEAR: Final = (
    r"(?P<months>\d{1,2})\s+tháng(?P<first>\s+đầu\s+năm)?|tháng\s+(?P<month>\d{1,2})|"
    r"quý\s+(?P<quarter>IV|I{1,3}|[1-4])"
)
"""A part of a year without its year: 9 tháng, 6 tháng đầu năm, tháng 9, quý III."""
ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
RIGHT_AFTER: Final = r"\s*(?:(?:của|trong|vào)\s+)?"
"""What may stand between a figure and the time that belongs to it: 7,45% của quý I."""
NOT_PART_BEFORE: Final = (
    r"(?:hạn|vòng|thời gian|dưới|trên|hơn|mỗi|cứ|là|phạt|tù|dài|ít nhất|tối đa|tối thiểu|đến|gần|từ|cả|độ|hoặc|hay|"
    r"đủ|được|khoảng|lương|trẻ|tuổi|ngoài|\d+(?:[-–]|\s*[-–]))\s*$"
)
"""Words before a number of months that is not a part of the year: kỳ hạn 6 tháng, trẻ dưới 6 tháng."""
NOT_PART_AFTER: Final = r"\s*(?:tuổi|tù|lương|/|cuối|tiếp|một lần|[-–]\s*\d|trở|liên t|sau|trước|gần)"
NOT_ALONE: Final = r"(?:,|\s*[-–]\s*|\s+(?:và|đến|tới|hoặc|hay)\s+(?:hết\s+)?(?:quý\s+|tháng\s+)?)(?:\d|[IVX]+\b)"
"""Words after a part of a year that name another one with it: quý 1,2; tháng 8 và 9; tháng 3 đến tháng 9."""
NOT_ALONE_BEFORE: Final = (
    r"\b(?:từ|trước|sau|giữa|qua|ngoài|những|các)\s+(?:đầu\s+|giữa\s+)?$|"
    r"\b(?:tháng|quý)\s+(?:\d{1,2}|[IVX]+)(?:,\s*|\s*[-–]\s*|\s+(?:và|đến|tới|hoặc|hay)\s+)(?:hết\s+|cả\s+)?$|"
    r"\btừ\b[^,;.]{1,30}(?:đến|tới)\s+(?:hết\s+)?$(?<!từ đầu năm đến )(?<!từ đầu năm đến hết )"
)
"""Words before a part of a year that is only an end of a longer time: từ tháng 3, sau tháng 9, tháng 3 và tháng 4."""
HEAD: Final = r"[\W\d_]*(?:[a-zđ]\)\s*)?(?:(?:trong|ước|ước tính|dự ước|tính|kết quả|kết thúc|hết|bước|tổng kết)\s+)*"
"""What may stand before a number of months at the head of a sentence: trong 9 tháng, …."""
FROM_JANUARY: Final = r"\b(?:l[ũu][yỹ] kế|cộng dồn|tính chung|chung)\s+$"
"""Words right before a number of months that are counted from January: lũy kế 9 tháng."""
CUMULATIVE: Final = r"\b(?:l[ũu][yỹ] kế|cộng dồn|từ đầu năm|tính chung)\b"
"""Words of what is added up from January, which end the time that is named before them."""
ENDS_TIME: Final = (
    r"(?<!so với )\b(?:cuối năm|cả năm|đến nay|hiện nay|(?<!thực )(?<!phát )(?<!thể )(?<!xuất )hiện(?! đại))\b"
)
"""Words of another time than the one that is named before them: cả năm, hiện có."""
ONLY: Final = r"\briêng\b"
"""A word before a time for which only the figures of its sentence are stated."""
SAME_MONTHS: Final = r"(?i:cùng kỳ (?:của )?năm (?P<year>(?:19|20)\d\d) ?(?:là|đạt|chỉ đạt|chỉ|\() ?)$"
"""Words right before a level of the same months of another year: cao hơn cùng kỳ năm 2023 là 6,27%."""
UP_TO_DAY: Final = r"(?:đến|hết|tới)\s*(?:hết\s+)?(?:ngày\s+)?$"
WITH_YEAR: Final = r"\s*(?:(?:đầu |của )?(?:năm )?(?:19|20)\d\d|[/.-]\s*(?:19|20)\d\d|năm (?:trước|ngoái|học))"
"""The year after a part of it: quý III năm 2024, tháng 9/2024."""
UP_TO: Final = r"(?:đến|hết|cuối|tới)\s*$"
"""Words before a time up to which, or at the end of which, figures are stated."""
