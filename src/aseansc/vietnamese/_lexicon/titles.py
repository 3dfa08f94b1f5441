"""Words in the titles of tables and reports, as alternatives of regular expressions, in lower case."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon.tables import FORECAST

TITLE_NUMBER: Final = (
    r"(?:biểu|bảng|phụ lục)(?: mẫu)?(?: số)?:? ?(?:[ivx]+|[a-z]?\d+(?:[./-]\w+)*)[.:)]* ?(?:- )?|\d{1,3}[.)]?\s+"
)
"""The number of a table at the beginning of its title."""

PLANNED_TITLE: Final = (
    r"kế hoạch(?! và đầu tư)(?! h[óo][áa])|dự kiến|dự toán|dự trù|khái toán|nhu cầu|kịch bản|phương án|phân kỳ|"
    r"(?:kinh phí|nguồn lực) thực hiện|"
    r"vốn thực hiện (?:các )?(?:chương trình|đề án|dự án|kế hoạch|nhiệm vụ|nghị quyết)|"
    r"kêu gọi|mục tiêu|phân bổ|(?<!đã )(?<!ký )cam kết|"
    r"giao chỉ tiêu|chỉ tiêu giao|(?:quy hoạch|(?:định|phương) hướng|tầm nhìn)[^.;()]{0,80} "
    r"(?:(?:đến|tới) (?:năm )?20\d\d|20\d\d ?[-–] ?20\d\d)"
)
"""Words in the title of a table whose columns of years may be plans."""

INDICATORS_OF_YEARS: Final = (
    r"chỉ tiêu[^.;()]* giai đoạn (?:19|20)\d(?:1 ?[-–] ?(?:19|20)\d5|6 ?[-–] ?(?:19|20)\d0)(?!\d)|"
    r"(?<!\w)chỉ tiêu[^.;()]* (?:đến|tới) (?:năm )?20\d[05](?!\d)|"
    rf"^(?:{TITLE_NUMBER})?chỉ tiêu (?:phát triển|giảm|tăng|phấn đấu|bao phủ)(?!\w)"
)
"""Words of a title of indicators in the years of a plan, which may have been reached or planned."""

ESTIMATED_TITLE: Final = rf"(?:{TITLE_NUMBER})?(?:tình hình )?ước (?:tính|thực hiện|kết quả|đạt|th)(?!\w)"
"""How the title of a table begins whose levels of its time are estimates."""

FORECAST_TITLE: Final = rf"(?:{TITLE_NUMBER})?{FORECAST}"
"""How the title of a table begins whose columns of later years are forecasts."""

PLAN_TITLE: Final = (
    r"(?:(?:biểu|bảng|phụ lục)[^a-zà-ỹ]*(?:[ivx]+|[a-z])?[^a-zà-ỹ]+)?(?:v[ềv] )?(?:thông báo )?(?:(?:giao|phân bổ) )?"
    r"(?:(?:các )?chỉ tiêu )?(?:cam kết|dự toán|kế hoạch (?!đầu tư)|"
    r"mục tiêu(?! (?:\d|quốc gia|thiên niên kỷ))|giao(?! (?:thông|dịch)))"
)
"""How the title of a table begins whose columns are all plans."""

REACHED_TITLE: Final = (
    r"kết quả|(?<!kinh phí )(?<!vốn )(?<!nhiệm vụ )thực hiện|tình hình|hiện trạng|quyết toán|đánh giá"
)
"""Words in the title of a table of what was reached, even beside words for plans."""

PLANNED_YEARS: Final = (
    r"(?<!hiện )(?<!giá )(?<!quả )(?<!\w)(?:kh|kế hoạch|dự toán|dự kiến|phương hướng|nhiệm vụ)"
    r"(?:[ -]+(?!năm|giai)[^\W\d]+){0,8}(?: năm| giai đoạn| gđ)? (\d{4}(?: ?[-–] ?\d{4})?)(?!\d)"
)
"""The years of a plan in a title that is not one of what was reached of it."""

ATTACHED_TO: Final = (
    r"kèm theo (?:quyết định|kế hoạch|báo cáo|nghị quyết|tờ trình|công văn|văn bản|đề án|chương trình)(?!\w)"
)
"""Words before the document that a table is a part of, and not the circular that prescribes its form."""

REPORT_TITLE: Final = (
    r"báo cáo.*|(?:kỳ báo cáo|số liệu|biểu số liệu|phụ lục|biểu|bảng|kèm theo)?(?: ?(?:báo cáo|số|nhanh|\d+))*"
)
"""The words of a title that names only a report, besides its time."""

AHEAD_TITLE: Final = r"(?<!thực hiện )(?<!kết quả )\b(?:nhiệm vụ|phương hướng|kế hoạch|mục tiêu|triển khai|dự toán)\b.*"
"""Words of the title of a report that lead on to a time after it."""

ATTACHED: Final = (
    r"kèm theo|ban hành|(?<!\w)(?<!biểu )(?<!bảng )(?<!lục )số:? ?(?:\d|\.{2,}|…)|"
    r"(?<!đến )(?<!tới )(?<!hết )ngày (?:\d+|[.…]+) tháng (?:\d+|[.…]+) năm|nghị định|căn cứ|"
    r"(?<!\w)báo cáo ngày \d|"
    r"cập nhật|đăng ngày|ngày đăng|lượt xem|thứ (?:hai|ba|tư|năm|sáu|bảy),|chủ nhật,|ni[êe]n gi[áa]m|^page \d|"
    r"^\(?nguồn(?! (?:vốn|thu|lực|nhân lực|kinh phí|nước|lợi|điện|ngân sách|chi)(?!\w))|^\(?ghi chú|"
    r"\d{1,2}:\d\d\b|^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$"
)
"""Words of a line above a table that names other documents, whose dates are not the time of the figures."""

CONTINUED: Final = r"\((?:tiếp(?: theo)?|cont(?:inued|d)?\.?)[^()]{0,20}\)[ .:]*"
"""Words of a title that goes on from the page before."""

IN_DOCUMENT: Final = r"\((?:kèm theo|ban hành|theo (?:nghị định|thông tư|quyết định|nghị quyết))[^()]*\)"
"""Words in brackets that name the document that a table belongs to."""

BY_PLACE: Final = r"(?:phân|chia) theo (?:các )?(?:đơn vị hành chính|huyện|quận|xã|phường|địa phương|tỉnh)"
"""Words of a title that say that a table is divided by place."""

BASE: Final = r"(?:so với|compared (?:to|with)|base (?:period|year)|(?:năm|kỳ) gốc)[:(]?\s*(?:[^\W\d_]+,?\s+){0,4}?"
"""Words of a title before the base of an index, whose time is not that of the figures."""

DAY_OF_YEARS: Final = (
    r"(?:thời điểm(?: ngày)? (?=\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d(?!\d))|"
    r"đến(?: hết)?(?: ngày)? (?=\d{1,2}/\d{1,2} (?:h[àằ]ng|các|từng) năm)|"
    r"(?:thời điểm|(?:có|tính|cho) đến)(?: hết)?(?: ngày)? "
    r"(?!\d{1,2}(?:[/-]| tháng )\d{1,2}(?!\d)\s*(?:[/.-]?\s*\d|năm \d)))"
    r"(\d{1,2})(?:[/-]| tháng )(\d{1,2})(?!\d)"
)
"""A day of each year in a title above columns of years: *Tại thời điểm 31/12*."""

UP_TO_DAY: Final = r"(?<!\w)(?:đến|tới|hết)(?: hết)?(?: ngày)? (?=[\ue000-\uf8ff])"
"""Words before a day that ends a time."""

UP_TO_MONTH: Final = r"(?<!năm )(?:đến|tới|hết)(?: hết| cuối)? tháng \d{1,2}(?!\d)"
"""A month that ends a time, which may begin in January."""

NOTE_OF_TIME: Final = (
    r"\W*(?:ghi chú\W+)?(?:là )?(?:các )?số liệu(?: (?:trên|này|thống kê|báo cáo|tổng hợp|được|tính|lấy|chốt|có|tại|"
    r"vào|thời điểm|của))*(?P<to>(?: (?:đến|tới|hết|cuối|ngày))*) [\ue000-\uf8ff](?: \([^()]*\))?\W*"
)
"""A note below a table that states only its time: *Ghi chú: Số liệu tính đến ngày 31/12/2022*."""

STATE_TITLE: Final = r"hiện trạng(?!\w)|hiện có(?!\w)|(?<!\w)có đến(?!\w)"
"""Words of a title of what is there at a moment."""

RATIO_IN_TITLE: Final = (
    r"(?<!\w)(?:t[ỷỉ] (?:lệ|trọng|suất|số)|cơ cấu|chỉ số|t[ốô]c độ|nhịp độ|mức (?:độ|tăng|giảm)|tăng|giảm|"
    r"so(?! sánh)|đóng góp|trong (?:tổng|gdp|grdp)|phần trăm|mật độ|hệ số|biến động|"
    r"phát triển (?:so|năm)|hoàn thành|đạt)(?!\w)|= ?100"
)
"""Words of a title whose numbers in percent are ratios of what it measures."""
