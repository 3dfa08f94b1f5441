"""Words of dates and times of day."""

from __future__ import annotations

from typing import Final

from aseansc.periods import Frequency, TimeCollection
from aseansc.vietnamese._lexicon import words_in
from aseansc.vietnamese._lexicon.numbers import FROM, SCALES, UNTIL

__all__ = ["FROM", "UNTIL"]

YEAR: Final = "năm"
MONTH: Final = "tháng"
SHORT_MONTH: Final = "t"
"""Joined to a number of months: 6T/2023."""
QUARTERS: Final = words_in("quý quí")
WEEK: Final = "tuần"
DAY: Final = "ngày"
FREQUENCIES: Final = {
    "năm": Frequency.YEAR,
    "tháng": Frequency.MONTH,
    "quý": Frequency.QUARTER,
    "quí": Frequency.QUARTER,
}
QUARTER_NUMBERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2}
PARTS: Final = {
    "đầu": TimeCollection.BEGINNING,
    "cuối": TimeCollection.END,
    "hết": TimeCollection.END,
    "giữa": TimeCollection.WITHIN,
}
"""Words for a part of a year, quarter or month."""
UP_TO_END: Final = "hết"
FIRST: Final = "đầu"
LAST: Final = "cuối"
AFTER_SHORT_MONTHS: Final = words_in("/ đầu cuối năm")

CROP_YEAR: Final = "a crop year is not a calendar year"
SPANS: Final = {
    ("giai", "đoạn"): "",
    ("thời", "kỳ"): "",
    ("thời", "kì"): "",
    ("các", "năm"): "",
    ("những", "năm"): "",
    ("nhiệm", "kỳ"): "a term of office does not follow calendar years",
    ("nhiệm", "kì"): "a term of office does not follow calendar years",
    ("năm", "học"): "a school year is not a calendar year",
    ("niên", "khóa"): "a school year is not a calendar year",
    ("niên", "khoá"): "a school year is not a calendar year",
    ("niên", "vụ"): CROP_YEAR,
    ("mùa", "vụ"): CROP_YEAR,
}
"""Words before the years of a span, with the reason if they are not calendar years."""
SEASON: Final = "vụ"
SEASONS: Final = words_in("đông xuân hè thu mùa chiêm ép mía muối tôm lúa ngô sắn cà phê - –")
"""Words that may come between `SEASON` and its years, as in "vụ Đông Xuân 2021-2022"."""

HOUR: Final = "giờ"
SHORT_HOURS: Final = words_in("h g")
GRAM: Final = "g"
"""Means grams unless minutes of two digits follow."""
MINUTE: Final = "phút"
AT_HOUR: Final = "lúc"
DAY_PARTS: Final = words_in("sáng trưa chiều tối đêm khuya")
BEFORE_A_DAY: Final = words_in("ngày hôm sáng chiều tối đêm mùng lễ tết dịp rằm")
BEFORE_DAY_OF_MONTH: Final = words_in("ngày mùng")
NO_YEAR_BEFORE: Final = frozenset({"%", "‰", "điểm", "phần", *SCALES})
"""Words before which two numbers of four digits are not years: 2016 - 2025 %."""
STARTERS: Final = words_in("năm đầu cuối hết giữa tháng quý quí giai thời các những nhiệm niên từ tuần mùa")
"""Words that can begin a date."""
BETWEEN_DAYS: Final = words_in("- – ÷ , và đến")
RANGE_OF_DAYS: Final = words_in("- – đến")
ALSO: Final = words_in(", và")
"""Words and signs between years of a list."""

# -- times among other words

BEFORE_A_TIME: Final = words_in("ngày trong vào")
OF: Final = "của"
COMPARED: Final = words_in("so kỳ kì hơn")
"""Words before a time that make it a base of comparison."""
NOT_THE_TIME: Final = words_in("sánh từ giá sinh")
"""Words before a time that make it the base of prices or the beginning of a period."""
NOT_A_LIST: Final = words_in("đến . ; :")
HEADS: Final = words_in("; , . : ( kế - +")
"""Words and signs after which months may mean the first months of a year."""
AFTER_MONTHS: Final = words_in("tăng giảm đạt ước thu chi có đã toàn cả , :")
