"""Words of titles and headings, as alternatives of regular expressions in lower case."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon.places import CAPITAL

LETTERHEAD: Final = (
    r"cộng hòa xã hội|cộng hoà xã hội|độc lập|^số\b|ngày \d|đảng cộng sản|kính gửi|"
    r"^văn phòng (?:chính phủ|quốc hội|chủ tịch nước|trung ương|ubnd|hđnd|tỉnh ủy|huyện ủy)[^:\d]{0,30}$|"
    r"(?:ủy ban|uỷ ban|hội đồng nhân dân|^(?:ubnd|bộ|sở|chính phủ|tỉnh ủy|huyện ủy)\b)"
    r"(?!.*:(?: [^\W\d]+){3})(?:\W*\w+){0,9}\W*$"
)
"""Lines above the title of a report."""
DATE_LINE: Final = (
    r"(?:[^\W\d]+(?: [^\W\d]+){0,3}, ?)?ngày \d{1,2} tháng \d{1,2} năm \d{4}|"
    r"(?:(?:thứ \w+|chủ nhật|ngày đăng|ngày|cập nhật(?: lúc| lần cuối)?|(?:giờ )?đăng(?: lúc| ngày)?|"
    r"lúc|giờ|gmt|am|pm|sa|ch|[\d/.:,|()+h–-]+)\s*)+"
)
"""A line that only says when, and perhaps where, a report was written: Thứ hai, 10/09/2025 8:47 AM."""
CAPTION: Final = (
    r"(?:quang|toàn) cảnh\b|(?:ảnh|hình)(?: \d+)?:|[-–] ?trong ảnh\b|.*\b(?:ảnh|nguồn): ?\S|"
    r".*\bphát biểu (?:chỉ đạo|khai mạc|kết luận|bế mạc|tại)\b"
)
"""The caption of a picture: Quang cảnh hội nghị; Ông Mẫu phát biểu tại hội nghị; Nông dân thu hoạch lúa. Ảnh: N.M."""
OF_DELEGATES: Final = r"\b(?:đại biểu|đbqh)\b[^,;.:()]*$"
"""Words before a place that somebody was elected in, which is not that of the report."""
OF_OFFICIALS: Final = r"\b(?:chủ tịch|bí thư|giám đốc|trưởng \w+)\b[^,;.:()]*$"
"""Words before a place whose official was somewhere: Phó chủ tịch UBND tỉnh Mẫu dự hội nghị."""
AHEAD: Final = (
    r"(?<!thực hiện )(?<!hiệu quả các )(?<!thực hiện các )(?<!kết )"
    r"\b(?:nhiệm vụ|phương hướng|kế hoạch|mục tiêu|triển khai|phấn đấu)\b.*"
)
"""Words of a title that lead on to a time after the reporting period."""
GENERIC_TITLE: Final = r"báo cáo|tờ trình|thông báo|giới thiệu|kế hoạch|phụ lục|kết luận"
"""Lines that are the kind of a document, whose title is on the lines after it."""
GOES_ON: Final = r"(?:\b(?:và|của|về|năm|tháng|quý|cho|với|trong|tại|ngày|đến|giai đoạn)|[,–-])$"
"""The end of a line of a title that goes on in the next one."""
PROGRAMME: Final = (
    r"\b(?:chương trình|đề án|(?<!vượt )(?<!đạt )(?<!hoàn thành )kế hoạch(?! (?:đề ra|(?:\w+ ){1,4}giao))|"
    r"nghị quyết|chiến lược|dự án|quyết định)\b.*"
)
"""How the name of what is carried out begins in a title."""
YEARS_OF_TEXT: Final = (
    r"(?i:(?:\b\d{1,2} tháng(?: đầu)? |\bquý (?:[IVX]+|\d) )?(?<!từ )\bnăm (?P<year>(?:19|20)\d\d))\b(?!\s*[-–/])"
)
"""The year of a report in its text, with the months or the quarter."""
LATER_YEARS: Final = (
    r"(?:(?<![\d/])(?:\d{1,2}[/.-])?(?:0?[4-9]|1[0-2])[/.-]|\b(?:cuối|hết) năm )(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/])"
)
"""The year of a day or month after March, or whose end is named."""
IS_BASE: Final = r"\bso (?:với )?[^,;.]*$"
"""Words before a time with which something is compared."""
PLAN_TITLE: Final = r"(?:[^:]{1,40}: *)?(?:nghị quyết|kế hoạch|chương trình công tác|phương hướng)\b"
"""The beginning of the title of a plan, whose time is that of what it plans."""
CONGRESS: Final = r"đại hội"
"""A title with this word names the term that begins, not the one that is reviewed."""
COMPARED_IN_TITLE: Final = r"\bso (?:với )?(?:(?:cùng kỳ|cuối|đầu|tháng|quý)\b[^,;:]{0,12}?)*năm (?:19|20)\d\d\b"
"""An earlier year in a title, with which something is compared: giảm 5 nghìn hộ so với năm 2021."""
NOT_OF_FIGURES: Final = (
    r"\b(?:khóa|khoá|lần thứ) [^\W_]+,?\s*(?:khóa \w+,?\s*)?nhiệm kỳ \d{4} ?[-–] ?\d{4}|\btrước (?:ngày )?\d[\d/]+|"
    r"\b(?:chỉ thị|quyết định|nghị quyết|nghị định|thông tư|thông báo|công văn|kế hoạch|văn bản|tờ trình|hướng dẫn|"
    r"kết luận|luật) [^,;:()\n]{0,60}?ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4})"
)
"""Times of a heading that are not those of its figures: a term of office, a day before which all is to be done, and
the day of a document."""
AND_YEAR: Final = r"(?:tháng|quý) \w+(?:, \w+ \w+)? và (?:cả )?năm (?P<year>(?:19|20)\d\d)\b"
"""A part of a year and the whole year in a title."""
YEARS_AGO: Final = r"\b(?:\d+|hai|ba|bốn|năm|mười) năm (?:qua|gần đây|trở lại đây|nhìn lại)\b"
"""Words of a title that name several years without saying which."""
AFTER_YEARS: Final = r"\bsau (?:hơn |gần |khoảng |tròn )?\d+ năm(?! \d)|\btrong giai đoạn \d{4} ?[-–] ?\d{4}"
"""Words for several years of a text: sau hơn 10 năm triển khai, trong giai đoạn 2016-2020."""
PROVINCE: Final = rf"\b(?i:tỉnh|thành phố)\s+((?:{CAPITAL}[^\W\d_]*\s?){{1,4}})"
PLACE_AHEAD: Final = rf"({CAPITAL}[^\W\d_]*(?:\s{CAPITAL}[^\W\d_]*){{1,3}})\s*:"
"""A place before the colon of a title: Nghệ An: …."""
SMALLER_PLACE: Final = rf"\b(?i:huyện|xã|phường|thị trấn|quận|thị xã)\s+{CAPITAL}"
COUNTED: Final = r"\d+(?:[.,]\d+)*(?:%|\s+(?!tháng)[^\W\d])"
"""A figure, not a date or a number of months."""
FIGURE: Final = (
    r"(?<![\d/.,:-])(?<!(?i:ngày|khóa|điều) )(?<!(?i:tháng|khoản) )(?<!(?i:quý|năm) )(?<!(?i:số) )"
    rf"(?!(?:19|20)\d\d\b){COUNTED}"
)
"""A figure, not a year or the number of a document, either."""
GOALS_HEAD: Final = (
    r"(?:[^\w\n]*(?:(?:[ivx]+|\d+|[a-z])[.)/]|phần (?:thứ )?\w+[:.]?)[ \t]*)*[^\w\n]*"
    r"(?:(?:một số|các|những|hệ thống) )?(?:"
    r"phương hướng\b|nhiệm vụ\b[^.\n]{0,60}(?:cuối năm|thời gian tới|tiếp theo|(?:năm|quý|tháng) \w+)|"
    r"mục tiêu (?:cụ thể|chủ yếu|tổng quát|đến)\b|"
    r"(?:chỉ tiêu|mục tiêu)\b[^.\n]{0,60}(?:nhiệm kỳ|đến năm|phấn đấu|kế hoạch năm))[^.\n]*"
)
"""A heading above goals: các chỉ tiêu chủ yếu trong nhiệm kỳ 2020-2025."""
RESULTS_HEAD: Final = r"\b(?:kết quả|thực hiện|tình hình|đánh giá|đạt được|tồn tại|hạn chế|nguyên nhân)\b"
"""Words of a heading above what was reached."""

YEARBOOK: Final = r"\((?:nguồn:? )?ni[êe]n gi[áa]m thống kê [^()\d]*năm ((?:19|20)\d\d)\)"
"""A line that names only the yearbook that the figures below it are from."""
