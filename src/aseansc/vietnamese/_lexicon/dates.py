"""Words of dates and times of day."""

from __future__ import annotations

from typing import Final

from aseansc.periods import Frequency, TimeCollection
from aseansc.vietnamese._lexicon import words_in
from aseansc.vietnamese._lexicon.numbers import DENOMINATORS, FROM, SCALES, UNTIL

__all__ = ["FROM", "UNTIL"]

YEAR: Final = "năm"
MONTH: Final = "tháng"
TEN: Final = 10
MONTH_WORDS: Final = {
    "giêng": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": TEN,
    "chạp": 12,
}
AFTER_TEN: Final = {"một": 1, "hai": 2}
MONTHS: Final = {**{f"mười {word}": TEN + number for word, number in AFTER_TEN.items()}, **MONTH_WORDS}
"""The names of months, as in *tháng Sáu năm 2023*."""
ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
"""The numbers of quarters."""
SHORT_MONTH: Final = "t"
"""Joined to a number of months or a month: 6T/2023, T6/2023."""
SHORT_MONTHS: Final = words_in("t th")
"""Abbreviations after a number of months: 6T/2023, 6 th/2023."""
PART_OF_YEAR_NOTE: Final = "the part of the year is abbreviated in an unknown way"
SHORT_QUARTER: Final = "q"
MEANWHILE: Final = ("trong", "khi")
WHILE: Final = words_in("khi còn")
"""Words before a base that begins a clause: trong khi cùng kỳ năm 2013 là."""
QUARTERS: Final = words_in("quý quí q")
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
PARTED: Final = words_in("nửa tháng quý quí ngày tuần")
"""Before a part of a year, several months or days of it: những tháng cuối năm 2018."""
UP_TO_END: Final = "hết"
FIRST: Final = "đầu"
LAST: Final = "cuối"
BEFORE: Final = "trước"
"""The word before a day by which something is to be done."""
VERY_ENDS: Final = frozenset({("đầu", "tiên"), ("cuối", "cùng")})
"""Words for the one first or last month or quarter: tháng đầu tiên của năm."""
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
TERM: Final = words_in("kỳ kì hk")
"""Before a number that a school year follows, a term of that year."""
STANDARDS: Final = words_in("iso tcvn qcvn iec tcn haccp")
TO_NOW: Final = words_in("nay")
TO_NOW_NOTE: Final = "the day of “đến nay” is not printed"
HALF: Final = "nửa"
DECADES: Final = ("những", "năm")
DECADE_NOTE: Final = "a decade, whose years are not stated"
HOLIDAYS: Final = (("tết",), ("lễ", "hội"), ("festival",), ("hội", "chợ"))
"""Words that a later year only names: dịp Tết Nguyên đán Quý Mão 2023."""
HOLIDAY_NOTE: Final = "the days of the holiday or festival are not printed"
RESULTS: Final = {("kết", "quả"), ("kết", "quả", "của"), ("mức",), ("mức", "của")}
"""Words between a percent and the time that it is a percent of: tương đương 84,4% kết quả năm 2019."""
SEASON: Final = "vụ"
CROP_SEASONS: Final = {("đông", "xuân"), ("hè", "thu"), ("thu", "đông"), ("xuân", "hè")}
PARTS_OF_CROP_YEAR: Final = words_in("xuân hè thu đông mùa")
WINTER_CROP: Final = ("đông", "xuân")
"""Before a single year, a crop that begins in the year before."""
SHORT_WINTER_CROP: Final = "đx"
SEASONS_OF_YEARS: Final = frozenset({"mùa", SHORT_WINTER_CROP})
SEASONS: Final = words_in(
    "đông xuân hè thu mùa chiêm đx ht tđ ép mía muối tôm lúa ngô sắn cà phê khô mưa lũ cháy hanh - –"
)
"""Words that may come between `SEASON` and its years, as in "vụ Đông Xuân 2021-2022"."""

HOUR: Final = "giờ"
SHORT_HOURS: Final = words_in("h g")
GRAM: Final = "g"
"""Means grams unless minutes of two digits follow."""
MINUTE: Final = "phút"
AT_HOUR: Final = words_in("lúc điểm hồi")
"""Last words before an hour: lúc 7 giờ, thời điểm 0 giờ."""
DAY_PARTS: Final = words_in("sáng trưa chiều tối đêm khuya")
BEFORE_A_DAY: Final = words_in("ngày hôm sáng chiều tối đêm mùng lễ tết dịp rằm")
UP_TO_DAY: Final = words_in("đến tới trước từ sau")
BEFORE_DAY_OF_MONTH: Final = words_in("ngày mùng")
NO_YEAR_BEFORE: Final = frozenset({"%", "‰", "điểm", "phần", *SCALES})
"""Words before which two numbers of four digits are not years: 2016 - 2025 %."""
NUMBERS: Final = DENOMINATORS
"""How many months a time in words has: hai tháng đầu năm 2018."""
STARTERS: Final = (
    words_in("q t nửa năm đầu cuối hết giữa tháng quý quí giai thời các những nhiệm niên từ tuần mùa") | NUMBERS.keys()
)
"""Words that can begin a date."""
BETWEEN_DAYS: Final = words_in("- – ÷ , và đến")
RANGE_OF_DAYS: Final = words_in("- – đến")
ALSO: Final = words_in(", và")
"""Words and signs between years of a list."""

# -- times among other words

BEFORE_A_TIME: Final = words_in("ngày trong vào")
OF: Final = "của"
COMPARED: Final = words_in("so hơn cùng xỉ đương")
"""Words before a time that make it a base of comparison."""
BASES_OF_PRICES: Final = (
    ("theo", "giá"),
    ("(", "giá"),
    ("giá", "so", "sánh"),
    ("giá", "ss"),
    ("giá", "cố", "định"),
    ("năm", "gốc"),
    ("kỳ", "gốc"),
    ("giá", "gốc"),
)
"""Words before a year that make it the base of prices: giá so sánh 2010, giá cố định 1994, năm gốc 2010."""
BASE_YEAR_NOTE: Final = "the base year of prices"
NOT_THE_TIME: Final = words_in("sánh")
"""Words before a time that compare it."""
COMPARES: Final = words_in("sánh so")
"""Words before a time that is compared with the one after `THE_OTHER`: so sánh năm 2018 với năm 2017."""
THE_OTHER: Final = "với"
BEFORE_HEAD: Final = words_in("trong đến tới tính vào riêng ngày cả tại thời điểm kế chung cũng thì từ ước")
"""Words that may stand between the head of a sentence and a time that governs it."""
SIGNS_BEFORE_HEAD: Final = frozenset(",:;-–")
DURING: Final = words_in("trong qua sau")
"""Words before a number of years during which something was done."""
MOMENT: Final = ("thời", "điểm")
BEFORE_MOMENT: Final = words_in("tại vào ở tính đến")
FROM_NOW: Final = ("từ", "nay", "đến")
"""Words before the end of a period whose first day is not printed."""
LEVEL: Final = "mức"
AFTER_DAY: Final = ("sau", "ngày")
"""Words before a day after which something was done."""
FROM_HERE: Final = words_in("từ trước sau")
"""Words before a time that make it the beginning or end of a period."""
CARRIED_OVER: Final = {("chuyển", "sang"), ("chuyển", "qua"), ("chuyển", "tiếp"), ("chuyển", "nguồn")}
"""Words after a year from which something is carried over: án năm 2023 chuyển sang là 39 vụ."""
SINCE_EVENT: Final = {("từ", "khi"), ("từ", "lúc"), ("trước", "khi"), ("trước", "thời"), ("từ", "thời")}
"""Words before an event from or before which something is counted: từ khi mở cổng, trước thời điểm ban hành."""
PAST_EVENTS: Final = (
    ("thành", "lập"),
    ("ra", "đời"),
    ("khởi", "công"),
    ("khánh", "thành"),
    ("ban", "hành"),
    ("phê", "duyệt"),
    ("sáng", "lập"),
    ("được", "xây", "dựng"),
    ("tái", "lập"),
    ("chia", "tách"),
    ("công", "bố"),
    ("kỳ", "hạn"),
    ("(", "kết", "thúc"),
    ("đưa", "ra"),
)
"""Words before a time that is not that of the figures: công ty thành lập năm 1990."""
NUMBERED_EVENTS: Final = words_in("đợt lần thứ khóa khoá")
"""Words before the number of an event whose year follows: hội chợ lần thứ 7 năm 2017."""
MEETINGS: Final = {
    ("ban", "hành"),
    ("công", "bố"),
    ("họp", "báo"),
    ("kỳ", "họp"),
    ("quyết", "định"),
    ("thông", "qua"),
    ("phê", "duyệt"),
}
"""What happens on a day that is not that of the figures: ngày 15/6/2021, tỉnh ban hành Kế hoạch trồng 45 ha rừng."""
FORETOLD: Final = {("ước", "tính"), ("dự", "báo")}
"""With `ON` after it, the time of an estimate, not that of its figure: 7,23% ước tính vào cuối tháng 3/2005."""
DURING_YEARS: Final = (["trong"], ["sau"], ["trong", "vòng"], ["qua"])
"""Words between a change and the number of its years: tăng 5 tỷ đồng trong 10 năm (2009-2019)."""
LUNAR: Final = ("âm", "lịch")
"""After a day, makes it one of the lunar calendar."""
ON: Final = "vào"
BORN: Final = "sinh"
"""Before a time, the birth of a person."""
NOT_BORN: Final = words_in(
    "sơ học vệ phát tái dân ký hộ thí kháng nảy nhân mưu hy tiệt giáo trường bệnh môi an thú hồi"
)
"""Words that form another word with a following `BORN`."""
BEFORE_EVENT_TIME: Final = words_in("từ vào trong ngày tháng lại cuối đầu của")
"""Words that may stand between an event and its time."""
RULES: Final = (
    ("luật",),
    ("hiến", "pháp"),
    ("pháp", "lệnh"),
    ("chuẩn", "nghèo"),
    ("theo", "chuẩn"),
    ("tiêu", "chuẩn"),
    ("quy", "chuẩn"),
    ("iso",),
    ("tcvn",),
    ("qcvn",),
    ("phần", "mềm"),
    ("phiên", "bản"),
    ("điều", "hành"),
    ("nhãn", "hiệu"),
    ("bố", "báo", "cáo", "tài", "chính"),
    ("model",),
)
"""Words whose name a later year belongs to: Luật Đất đai năm 2013, chuẩn nghèo 2016-2020."""
PROGRAMMES: Final = (
    ("chương", "trình"),
    ("đề", "án"),
    ("chiến", "lược"),
    ("phong", "trào"),
    ("vận", "động"),
    ("tiêu", "chí"),
    ("thi", "đua"),
    ("bằng", "khen"),
    ("danh", "hiệu"),
    ("lộ", "trình"),
)
"""Words whose name a later period of years belongs to: Chương trình giảm nghèo bền vững giai đoạn 2016-2020."""
PLANS: Final = (("kế", "hoạch"), ("dự", "án"))
"""The same after a verb of `CARRIED_OUT`: thông qua kế hoạch vốn trung hạn giai đoạn 2021-2025."""
CARRIED_OUT: Final = words_in("qua duyệt hành khai hiện dựng chỉnh định")
"""Last words of verbs for what is done with a plan: thông qua, phê duyệt, ban hành, triển khai, thực hiện."""
AIMS: Final = {("mục", "tiêu"), ("phấn", "đấu"), ("hướng", "tới")}
"""Words after which a time is that of a goal: đang hỗ trợ 22 huyện để bảo đảm mục tiêu … vào cuối năm 2025."""
PRODUCTS: Final = (("xe",), ("máy",), ("giống",), ("office",), ("windows",), ("đời",), ("ô", "tô"))
"""Words whose name a year without *năm* belongs to: máy Kubota 2015."""
CLOSING_QUOTES: Final = frozenset("”’»")
"""Signs after a time that belongs to the title that they end."""
SPAN_UP_TO: Final = ("giai", "đoạn", "đến")
"""Words before a time that is the end of what a document applies to: tiêu chí về y tế xã giai đoạn đến 2020."""
NO_RULE: Final = (("pháp", "luật"), ("kỷ", "luật"), ("đạt", "tiêu", "chuẩn"), ("đạt", "quy", "chuẩn"))
NUMBER: Final = "số"
DATED: Final = {
    ("báo", "cáo"),
    ("quyết", "định"),
    ("nghị", "quyết"),
    ("nghị", "định"),
    ("thông", "tư"),
    ("thông", "báo"),
    ("công", "văn"),
    ("chỉ", "thị"),
    ("tờ", "trình"),
    ("văn", "bản"),
    ("kế", "hoạch"),
}
"""Documents that a day right after them dates: báo cáo ngày 15/3/2018."""
ATTACHED: Final = words_in("vào trong tại thời điểm ngày tính đến của ở cho tới hồi lúc")
"""Words that may stand between a figure and the time that is its own: 8,1% vào cuối năm 2018."""
NEW_CLAUSE: Final = words_in("trước sau và còn nhưng song sang đến tới thì mà rồi từ")
"""Words before a time with which another clause may begin: đạt 500 ha và năm 2018 đạt 600 ha."""
UNTIL_A_TIME: Final = words_in("đến tới")
"""Words that do so only if a verb follows the time."""
VERBS: Final = words_in("còn đạt là có tăng giảm xuống lên chỉ ước đã thu được toàn cả tỷ số : chiếm bằng trồng")
NO_VERBS: Final = {("giảm", "nghèo"), ("trồng", "rừng"), ("có", "hạt"), ("có", "công")}
"""Words that begin like `VERBS` but form a noun."""
START_OF_CHANGE: Final = "từ"
BEFORE_BASE: Final = words_in("mức chỗ con số khoảng")
"""Words that may stand between *từ* or *so với* and the figure that changed."""
ON_TO: Final = words_in("lên xuống còn thành")
"""Words between the first and the last figure of a change: từ 12% xuống còn 8%."""
NOT_ON_TO: Final = words_in("trở hoàn tạo hình hợp")
"""Words that form another word with a following one of `ON_TO`: từ 80 người trở lên, hoàn thành."""
AGAINST: Final = ("so", "với")
NOT_A_LIST: Final = words_in("đến . ; :")
AGO: Final = "qua"
SINCE: Final = words_in("từ sau")
HEADS: Final = words_in("th ; , . : ( kế dồn tích chung quân trong - +")
"""Words and signs after which months may mean the first months of a year."""
CUMULATED: Final = words_in("kế dồn tích chung quân")
"""Last words of *lũy kế*, *cộng dồn*, *tính chung*, *bình quân*."""
EQUALS: Final = ["(", "bằng"]
"""A sign and a word before a time that the figure before them is compared with."""
BY_REPORT: Final = ("theo", "báo", "cáo")
SUMS: Final = words_in("kế dồn")
CUMULATING: Final = words_in("lũy luỹ cộng")
"""With a word of `SUMS` after it, begins a clause of its own."""
NOT_AFTER_MONTHS: Final = words_in("tuổi tới liên liền cho một / ) trở sau trước nữa lương đến qua này mỗi và hoặc - –")
"""Words after a number of months that make it a duration."""
