"""Words of times in the heads, titles and labels of tables, as alternatives of regular expressions, in lower case."""

from __future__ import annotations

from typing import Final

OTHER_YEARS: Final = r"năm học|niên học|niên vụ|school year"
"""Years in a title or a head that do not begin in January."""

FROM_DAY: Final = (
    r"từ (?:ngày )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?(?!\d)|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?\s*(?:[-–]|đến)\s*(?:ngày )?\d{1,2}[/.]\d{1,2}(?!\d)"
)
"""A time between two days, which is not that of its year: *từ 01/01 đến 20/8/2022*, *01/01 - 20/8 năm 2022*."""

VAGUE_TIMES: Final = (
    rf"(?:{FROM_DAY})|"
    r"tuần (?:này|trước|qua|sau|\d)|ngày \d|hôm (?:nay|qua)|(?:(?<!từ )kỳ|tháng|năm|quý) (?:này|trước|sau|báo cáo)|"
    r"(?:đợt|lần|kỳ) (?:\d|[ivx]+(?!\w))|năm thứ|\d{1,2}/(?:19|20)\d\d(?![\d/]|-[^\W\d])"
)
"""Times in heads that nothing completes."""

WITHIN: Final = (
    r"(?<!\w)kỳ này|(?<!\w)(?:(?:tuần(?: thứ| lễ)?|kỳ) (?:\d{1,2}|[ivx]+)|nửa (?:đầu|cuối)|\d{1,2} ngày (?:đầu|cuối))"
    r"(?: của| trong)?[ ,/–-]*(?=[\ue000-\uf8ff])"
)
"""A part of the month or year behind it, whose days a title does not state: *tuần 30 năm 2023*."""

FULL_YEAR: Final = r"(?<!\w)(?:(?:cả|trọn|toàn) năm|12 tháng)(?!\w)"
"""Words of a head that states a full year, even below the title of a part of a year."""

MAY_BE_FULL_YEAR: Final = r"(?<!\w)(?:ước|uớc|th|thực hiện|kế hoạch|dự kiến)(?!\w)"
"""Words of a head that may state a full year below the title of a part of a year."""

OTHER_BASE: Final = (
    r"cùng (?:k[ỳì]|thời điểm)|năm trước|năm ngoái|tháng trước|(?<!từ )kỳ trước|"
    r"(?<!toán )(?<!hoạch )(?<!kh )(?<!giao )đầu năm|đầu kỳ"
)
"""The base of a comparison that is named without its year."""

_YEAR_BEFORE: Final = (
    r"(?<!\w)(?<!so )(?<!với )(?:cùng k[ỳì] |(?<!kỳ )(?<!kì ))năm (?:trước|ngoái) (?:(?:thực hiện|lũy kế|cộng dồn) )*"
)
"""The head of a group of parts of the year before: *Cùng kỳ năm trước*, and below it *Tháng 6*."""

_LASTING: Final = (
    *("dưới", "trên", "từ", "hạn", "chậm", "hợp đồng", "lãi suất", "sơ cấp", "đào tạo", "lớp", "trẻ", "thai", "loại"),
    *("tạm hoãn", "hoàn toàn", "gửi"),
)
_NOT_OF_AGE: Final = "".join(f"(?<!{word} )" for word in _LASTING) + r"(?<!\d )(?<!\d [-–] )(?<!\d[-–])"
"""Not behind words of an age or a duration: *Trẻ dưới 6 tháng*, *Kỳ hạn 6 tháng*, *6 - 12 tháng*."""

_BEFORE_MEASURE: Final = r"(?=$| \(| (?:(?:tổng )?số|sl|t[ỷỉ] lệ|diện tích|giá trị|%)(?!\w))"
"""Behind the head of a group, *Hộ nghèo đầu năm*: its end, or what a column below it measures."""

RELATIVE: Final = (
    (r"(?<!\w)(?:quý|qúy|quí) (iv|iii|ii|i|[1-4]) năm (?:trước|ngoái)(?!\w)", "quarter_before"),
    (r"(?<!\w)tháng (\d{1,2}) năm (?:trước|ngoái)(?!\w)", "month_of_year_before"),
    (rf"{_YEAR_BEFORE}tháng (\d{{1,2}})(?!\d)", "month_of_year_before"),
    (rf"{_YEAR_BEFORE}([2-9]|1[0-2]) ?(?:th?(?=\W|$)|tháng)(?: đầu năm)?", "months_of_year_before"),
    (
        r"(?<!\w)từ đầu năm(?: (?:đến|tới)(?: (?:nay|hết|cuối|tháng|quý|kỳ|báo cáo|này))+)? năm (?:trước|ngoái)(?!\w)",
        "to_date_before",
    ),
    (
        r"(?:(?<!\w)từ đầu năm(?: (?:đến|tới)(?: (?:nay|hết|cuối|tháng|quý|kỳ|báo cáo|này))+)?|"
        r"(?<=cộng dồn )(?:đến|tới)(?: (?:nay|hết|cuối|tháng|quý|kỳ|báo cáo|này))+)(?!\w)"
        r"(?! (?:đến|tới|\d|tháng \d|hết|cuối))",
        "to_date",
    ),
    (r"(?<=lũy kế )(?=so với)", "to_date"),
    (r"(?<!\w)(?:kỳ này(?!\w)|kỳ (?=báo cáo))", "same"),
    (r"(?<!\w)(?:quý này(?!\w)|(?<=hiện )quý(?=$| \())", "same_quarter"),
    (r"(?<!\w)(?:tháng này(?!\w)|trong tháng(?=$| \()|tháng (?=báo cáo))", "last_month"),
    (r"(?<!\w)(?<!cùng kỳ )(?<!cùng kì )(?<!cùng thời điểm )năm (?:trước|ngoái)(?!\w)", "year_before"),
    (r"(?<!\w)cùng (?:thời điểm|ngày|k[ỳì]) tháng trước(?!\w)", "day_of_month_before"),
    (r"(?<!\w)tháng trước(?!\w)", "month_before"),
    (r"(?<!\w)(?:(?:cả năm|năm nay|năm hiện hành)(?!\w)|năm (?=báo cáo))", "year"),
    (
        r"(?:(?<=tiêu |oạch |toán )|(?<= kh )|(?<=^kh ))năm"
        r"(?! (?:[\d\ue000-\uf8ff]|học|trước|sau|tiếp|tới|tài|ngân|thứ|đầu|cuối|này|nay|qua|ngoái))(?=$| )",
        "year",
    ),
    (r"(?<!\w)([2-9]|1[01]) ?tháng cuối(?: năm)?(?!\w)(?! [\ue000-\uf8ff])", "last_months"),
    (
        rf"(?<!\w){_NOT_OF_AGE}([2-9]|1[0-2]) ?(?:th?(?=\W|$)|tháng)(?: đầu năm)?"
        r"(?! (?:tuổi|trở (?:lên|xuống)|đến dưới)(?!\w))",
        "months",
    ),
    (r"(?:(?<!\w)từ đầu năm|(?<=cộng dồn)) (?:đến|tới) (?:hết |cuối )?tháng (\d{1,2})(?!\d)", "months"),
    (rf"(?:(?<!với đầu )(?<=đầu )|(?<!tháng cuối )(?<=cuối ))năm{_BEFORE_MEASURE}", "year"),
    (rf"(?:(?<!với đầu )(?<=đầu )|(?<=cuối ))kỳ{_BEFORE_MEASURE}", "same"),
    (r"(?<![\w/.–-])(?<![–-] )(?:ngày |thời điểm |đến |tại |(?=3[01]/))(\d{1,2})[/.-](\d{1,2})(?![/.\d-])", "day"),
    (r"(?<!\w)tháng (\d{1,2})(?!\d)", "month"),
    (r"(?<!\w)(?<!và )(?:(?:quý|qúy|quí) |q ?(?=[iv]))(iv|iii|ii|i|[1-4])(?!\w)(?! và)", "quarter"),
    (
        r"(?<!\w)(?:cùng k[ỳì](?: năm (?:trước|ngoái))?|cùng thời điểm năm (?:trước|ngoái))(?!\w)"
        r"(?! (?:năm )?[\ue000-\uf8ff])",
        "same_before",
    ),
    (r"(?<!\w)cùng (?:k[ỳì]|thời điểm) (?:năm )?([\ue000-\uf8ff])", "same_in"),
)
"""Times in heads that are complete only with the year of their group or of the title, with their kinds."""

STANDARD: Final = (
    r"(?:theo )?chuẩn (?:hộ )?(?:cận )?nghèo[^.;()]{0,60}?(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d|"
    r"(?<!\w)(?:(?:chuẩn|tiêu chí)(?: giai đoạn)?|(?:chương trình|ctmtqg|mtqg)[^.;()]{0,80}?) "
    r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d(?=,? (?:(?:cuối|trong|đến|hết) )*năm (?:19|20)\d\d)|"
    r"(?<!\w)(?:luật|đề án)(?: (?!năm|giai)[^\W\d]+){0,6} (?:19|20)\d\d(?!\s*[-–/]?\d)"
)
"""A poverty standard, a programme, a law or a scheme, whose years are not the time of figures: *Luật Đất đai 2013*."""

LABEL_TIME: Final = (
    r"(?<!\w)(?:năm|tháng \d{1,2}|quý (?:[1-4]|[iv]+)|(?:đầu|cuối|hết|đến))[ /](?:năm )?(?:19|20)\d\d\s*(?:[(:;,]|$)|"
    r"\((?:tính )?(?:đầu|cuối|hết|đến)(?: cuối| hết)? (?:năm )?(?:19|20)\d\d\)$"
)
"""The time at the end of a label, which is not a part of a name or of the number of a document."""

BEGINNING: Final = r"(?<!\w)đầu (?:năm |kỳ )?(?=[\ue000-\uf8ff])"
END: Final = r"(?<!\w)(?:cuối|hết|đến) (?:cuối |hết )?(?:năm |kỳ )?(?=[\ue000-\uf8ff])"
"""Words before a time whose first or last day is meant."""

SPANS: Final = r"giai đoạn|gđ|thời k[ỳì]|(?:2|hai) năm"
"""Words before two years in a row that are a period, and not a school year."""

TIME_WORDS: Final = ("năm", "tháng", "quý", "quí", "kỳ")
PARTS_OF_YEAR: Final = r"tháng|quý"
OTHER_PART: Final = (
    r"\([^()]*(?<!\w)(?:qu[ýí] (?:[1-4]|iv|i{1,3})|tháng \d{1,2}|\d{1,2} tháng)(?!\w)[^()]*\)|"
    r"(?<!\w)(?:vào|đến|của) năm cuối(?!\w)"
)
"""A part of a year in brackets behind the name of a row, *Hà Giang (quý III)*, or the last of several years."""

OF_FORM: Final = r"(?<!\w)quý ?[/,(] ?6 tháng ?[/,] ?(?:cả )?năm\)?(?: nay| (?:19|20)\d\d)?(?!\w)"
SAME_AS_TITLE: Final = "kỳ này"
"""The periods of a printed form, of which the title names one: *Ước thực hiện quý/6 tháng/năm*."""

TO_DATE: Final = r"l[ũu][ỹy] k[ếê](?!\w)|(?<!\w)lk(?= (?:từ đầu năm|\d{1,2} ?(?:tháng|th?(?!\w))))"
"""*Lũy kế*, also as it is misprinted, and *LK 5 tháng*."""

CUMULATED: Final = "lũy kế"
SINCE_JANUARY: Final = r"lũy kế|cộng dồn|từ đầu năm"
"""Words of the head of the months up to the latest one of a table."""

SAME_PERIOD: Final = r"(?<=so )(?:với )?ck(?:nt)?(?!\w)"
SAME_IN_FULL: Final = "với cùng kỳ"
"""*So CK*, in short for *so với cùng kỳ*."""

SAME_IN_SHORT: Final = r"(?:(?<=[%/])|(?<=[%/] )|(?<=\bth ))ck(?:nt)?(?!\w)|(?<!\w)ck(?= (?:năm )?(?:19|20)\d\d)"
SAME: Final = "cùng kỳ"
"""*CK 2022* and *% CK* in short; *CK* alone may be the end of a time (*cuối kỳ*)."""

MONTH_NAMES: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
"""The English names of months behind the Vietnamese ones."""

ENGLISH_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR: Final = r"((?:19|20)\d\d)"
_OF_YEAR: Final = rf"[\s/.-]*(?:năm\s*){{0,2}}{_YEAR}(?!\d)"
_NO_NUMBER: Final = r"(?<![\d/.-])(?<!biểu )(?<!bảng )(?<!lục )(?<!số )"
"""Before the first of two days, which is not the number of a table: *Biểu 1/2 - 30/6/2018*."""

_MONTH_AFTER: Final = r"(?:^|(?<=thực hiện )|(?<=\bth )|(?<=ước )|(?<=kế hoạch )|(?<=\bkh ))"
"""Before a month that is written only with numbers: elsewhere *9/2018* may be the number of a document."""

TIMES: Final = (
    (rf"(?:đến|tới|hết) ngày (\d{{1,2}}) tháng (\d{{1,2}}) năm {_YEAR}(?!\d)", "day"),
    (
        rf"từ (?:ngày )?(\d{{1,2}})[/.-](\d{{1,2}})(?:[/.-]{_YEAR})? (?:đến|tới)(?: hết)?(?: ngày)? "
        rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-]{_YEAR}(?!\d)",
        "days",
    ),
    (
        rf"{_NO_NUMBER}(?:từ )?(?:ngày )?(\d{{1,2}})/(\d{{1,2}})(?:/{_YEAR})?\s*[-–](?: ngày)?\s*"
        rf"(\d{{1,2}})/(\d{{1,2}})/{_YEAR}(?!\d)",
        "days",
    ),
    (
        rf"{_NO_NUMBER}(?:ngày )?(\d{{1,2}})[/.](\d{{1,2}})(?:[/.]{_YEAR})?\s*(?:đến|tới)(?: ngày)?\s*"
        rf"(\d{{1,2}})[/.](\d{{1,2}})[/.]{_YEAR}(?!\d)",
        "days",
    ),
    (rf"(?<!\d)(\d{{1,2}})[/.](\d{{1,2}})[/.]{_YEAR}(?!\d)", "day"),
    (rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)? ({MONTH_NAMES}) {_YEAR}(?!\d)", "english_day"),
    (rf"(?<=[^\W\d_])(\d{{1,2}})t{_YEAR}(?!\d)", "months"),
    (rf"(?<!\w)(\d{{1,2}})\s*tháng cuối{_OF_YEAR}", "last_months"),
    (rf"(?<!\w)(\d{{1,2}})\s*(?:th?(?=\W|(?:19|20)\d\d)|tháng)(?:\s*đầu)?{_OF_YEAR}", "months"),
    (rf"(?:từ đầu năm|(?<=cộng dồn)) (?:đến|tới) (?:hết |cuối )?tháng (\d{{1,2}}){_OF_YEAR}", "months"),
    (rf"(?<!\w)(?:t|tháng)\s*(\d{{1,2}}){_OF_YEAR}", "month"),
    (rf"{_MONTH_AFTER}(\d{{1,2}})/{_YEAR}(?=\s*(?:\(|$))", "month"),
    (rf"(?:quý|qúy|quí|(?<!\w)q)\s*(iv|iii|ii|i|[1-4]){_OF_YEAR}", "quarter"),
    (rf"{_YEAR}\s*[-–]\s*{_YEAR}(?!\d)", "years"),
    (rf"{_YEAR}[-–/](\d\d)(?![\d/.-])", "season"),
    (rf"năm trước\s*\(\s*{_YEAR}\s*\)", "year"),
    (rf"năm (?:hiện hành|hiện tại|nay) {_YEAR}(?!\d)", "year"),
    (rf"năm {_YEAR}\s*\(\s*năm (?:trước|nay|hiện hành|báo cáo|kế hoạch)\s*\)", "year"),
    (rf"(?<!\d)(?<!\b\d[/.-])(?<!\b\d\d[/.-])(?:năm\s*)?{_YEAR}(?!\d)", "year"),
)
"""Times in heads and titles, with their kinds."""

MONTHS: Final = r"\d{1,2} tháng"

_FIGURES: Final = r"thống kê|báo cáo|số liệu|tính|điều tra|rà soát|cập nhật"
TIME_HEAD: Final = rf"thời điểm|(?:thời điểm|thời gian|kỳ|ngày|tháng|năm)(?: (?:{_FIGURES}))+"
"""The head of a column with the times of the figures beside it, and not of documents or works."""
