"""Words of times that are named without their year, as regular expressions."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon.dates import MONTHS

OF_YEAR: Final = r"(?<=\w) của (?=năm (?:19|20)\d\d)"
"""The word between a part of a year and its year: 9 tháng của năm 2024."""
_AFTER_MONTH: Final = (
    r"\s*(?:[;:.)]|,(?! (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\b)|\Z|\n[\nA-ZĐ]|/ ?(?:19|20)\d\d)|"
    r" (?:năm (?:(?:19|20)\d\d|nay|ngoái|trước)|của|này|tại|vừa qua|so với|"
    r"đạt|tăng|giảm|ước|là|có|đã|còn|được)(?!\w)"
)
"""What may follow the name of a month, but not a number of something counted: *trong tháng hai huyện đã tổ chức*."""
MONTH_NAMES: Final = (
    r"(?-i:Mười (?:[Mm]ột|[Hh]ai)|Giêng|Một|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười|giêng|"
    rf"(?:mười một|mười hai|hai|ba|tư|sáu|bảy|tám|chín|mười)(?={_AFTER_MONTH})|"
    r"(?<!\d tháng )năm(?= (?:của|này|tại|vừa qua)(?!\w)|,))(?!\w)"
)
"""Names of months: tháng Năm, tháng sáu đạt; but not *tháng, năm* or *trong tháng hai huyện*."""
IN_WORDS: Final = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11,
}  # fmt: skip
MONTHS_IN_WORDS: Final = (
    rf"\b(?P<words>{'|'.join(sorted(IN_WORDS, key=len, reverse=True))})(?=\s+tháng\s+(?:đầu\s+năm\b|năm\s+\d{{4}}\b))"
)
"""A number of months in words: sáu tháng đầu năm, chín tháng năm 2012."""
PART_OF_YEAR: Final = (
    rf"(?:(?P<months>\d{{1,2}})|{MONTHS_IN_WORDS})\s+tháng(?P<first>\s+đầu\s+năm)?|"
    rf"(?<!mạng )tháng\s+(?:(?P<month>\d{{1,2}})|(?P<name>{MONTH_NAMES}))|"
    r"qu[ýí]\s+(?P<quarter>IV|I{1,3}|[1-4])"
)
"""A part of a year without its year: 9 tháng, 6 tháng đầu năm, tháng 9, quý III; but not Cách Mạng Tháng Tám."""
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
    r"\b(?:từ|trước|sau|giữa|qua|ngoài|những|các|(?:trung|thượng|hạ) tuần|nửa (?:đầu|cuối))\s+(?:đầu\s+|giữa\s+)?$|"
    rf"\b(?:tháng|quý)\s+(?:\d{{1,2}}|[IVX]+|{'|'.join(MONTHS)})"
    r"(?:,\s*|\s*[-–]\s*|\s+(?:và|đến|tới|hoặc|hay)\s+)(?:hết\s+|cả\s+)?$|"
    r"\btừ\b[^,;.]{1,30}(?:đến|tới)\s+(?:hết\s+)?$(?<!từ đầu năm đến )(?<!từ đầu năm đến hết )|"
    r"\d\s+$"
)
"""Words before a part of a year that is only an end of a longer time, or that names days of a month.

Từ tháng 3, sau tháng 9, tháng 3 và tháng 4, ngày 5-8 tháng 9.
"""
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
SAME_MONTHS: Final = (
    r"(?i:cùng kỳ (?:của )?năm (?P<year>(?:19|20)\d\d) ?(?:lần lượt )?(?:là|đạt|chỉ đạt|chỉ|\()?:? ?|"
    r"(?<!so )(?<!so với )(?<!với )\bcùng kỳ năm (?P<moved>(?:19|20)\d\d) (?:tăng|giảm) )$"
)
"""Words right before a level of the same months of another year: cao hơn cùng kỳ năm 2023 là 6,27%."""
UP_TO_DAY: Final = r"(?:đến|hết|tới)\s*(?:hết\s+)?(?:ngày\s+)?$"
FROM_DAY: Final = r"\btừ\s+(?:ngày\s+)?\d[\d/.-]*\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?$"
"""Words between the first and the last day of a time that need not begin in January: từ 15/12 đến 14/3."""
WITH_THE_LAST: Final = (
    r"(?:\bso (?:với )?(?:(?:thực hiện|cùng kỳ|bình quân) (?:của )?)?|%\s+)"
    r"(?:(?P<month>tháng)|(?P<quarter>quý)|tuần) (?:trước(?! đó)|liền kề|cùng kỳ)"
)
"""A comparison with the last month or week, so that the figure is one of a month: giảm 1,9% so với tháng trước."""
AGAINST_SAME_MONTHS: Final = r"\bso (?:với )?(?:bình quân |mức |(?:con )?số |kết quả )*(?:của )?cùng kỳ\b"
"""Words of a clause that compare its changes with the same months of an earlier year."""
WITH_SAME_MONTHS: Final = r"\s*(?:so (?:với )?)?cùng kỳ\b"
"""Words right after a change that compare it with the same months of an earlier year."""
OF_THE_LAST: Final = (
    r"(?<!so với )(?<!so )(?:\bcùng kỳ(?: năm (?:trước|ngoái))?|"
    r"\((?:vụ )?(?:đông xuân|hè thu|thu đông|mùa|năm|vụ)(?: năm)? (?:trước|ngoái))"
    r"(?: (?:chỉ|là|đạt|tăng|giảm|ước|lần lượt))*:?\s*$"
)
"""Words right before a figure of an earlier time: (cùng kỳ năm trước tăng 7,3%)."""
WITH_YEAR: Final = r"\s*(?:(?:đầu |của )?(?:năm )?(?:19|20)\d\d|[/.-]\s*(?:19|20)\d\d|năm (?:trước|ngoái|học))"
"""The year after a part of it: quý III năm 2024, tháng 9/2024."""
UP_TO: Final = r"(?:đến|hết|cuối|tới)\s*$"
"""Words before a time up to which, or at the end of which, figures are stated."""
WEEK: Final = "tuần"
MONTH: Final = "tháng"
QUARTER: Final = "quý"
OTHER_PERIODS: Final = r"trước|những|nhiều|các|mấy|(?:trung|thượng|hạ) tuần"
"""Words of a time that is not that of the report, although it has its length: tuần trước."""
