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
NOT_ALONE: Final = r"(?:,|\s*[-–]\s*|\s+và\s+(?:quý\s+|tháng\s+)?)(?:\d|[IVX]+\b)"
"""Words after a part of a year that name another one with it: quý 1,2; tháng 8 và 9."""
SAME_MONTHS: Final = r"(?i:cùng kỳ (?:của )?năm (?P<year>(?:19|20)\d\d) ?(?:là|đạt|chỉ đạt|chỉ|\() ?)$"
"""Words right before a level of the same months of another year: cao hơn cùng kỳ năm 2023 là 6,27%."""
UP_TO_DAY: Final = r"(?:đến|hết|tới)\s*(?:hết\s+)?(?:ngày\s+)?$"
WITH_YEAR: Final = r"\s*(?:(?:đầu |của )?(?:năm )?(?:19|20)\d\d|[/.-]\s*(?:19|20)\d\d|năm (?:trước|ngoái|học))"
"""The year after a part of it: quý III năm 2024, tháng 9/2024."""
UP_TO: Final = r"(?:đến|hết|cuối|tới)\s*$"
"""Words before a time up to which, or at the end of which, figures are stated."""
