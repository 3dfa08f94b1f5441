"""Words in the units and counted labels of tables, as alternatives of regular expressions, in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SHARE_OF: Final = r"(?:%|phần trăm|t[ỷỉ] lệ %) ?(?:so )?(?:trên |trong )?(?:tổng )?(?:số |giá trị )?[^\W\d_][^\d/%,;]*"
"""A share whose whole is named: *% số hộ*, *% GDP*."""

MULTIPLE: Final = (
    r"[-–+*• ]*(?:\d+(?:\.\d+)*[.)]? *)?(?:mức (?:độ )?)?(?:chênh lệch|hệ số|gấp|t[ỷỉ] số)"
    r"(?![^()]*(?<!\w)số (?:lần|cuộc|lượt)(?!\w))[^()]*\(lần\)"
)
"""How a label begins of a ratio in *lần*, which elsewhere may mean occasions."""

MEAN_OF: Final = (
    r"(?<!\w)(?:bình quân|bq|(?<!mức sống )(?<!học lực )(?<!hạnh kiểm )(?<!loại )(?<!hạng )trung bình)(?!\w)"
)
"""Words of the label of a mean; *mức sống trung bình* is a class of households."""

MEAN_DAYS: Final = r"ngày [^()/,;]*(?<!\w)(?:bình quân|trung bình)(?!\w)(?! ?/)"
"""The label of a mean number of days: *Ngày lưu trú trung bình*."""

PAY: Final = r"(?<!\w)(?:lương|thu nhập|tiền công)(?!\w)"
"""What persons earn, of which a mean is for each of them."""

PAID_PER: Final = r"/(?= ?(?:(?:0?1|một) )?[^\W\d_]+(?: [^\W\d_]+)?\s*$)"
"""The sign before what an amount of money is paid for: *Chi trả/tháng*."""

PER: Final = r"/ ?(?:(?:0?1|một) )?|(?<!\w)(?:đầu (?=người|hộ|lao)|(?:0?1|một|mỗi) )"
"""Words before what a mean is divided by."""

DIVIDING: Final = frozenset(("person", "household"))
"""The units of nouns that a mean may be divided by without such words: *bình quân nhân khẩu*."""

PER_TIMES: Final = {"năm": "year", "quý": "quarter", "tháng": "month", "ngày": "day"}
"""Times that a mean is divided by, with their units."""

NO_DATE: Final = r"(?!\w)(?! ?\d)(?! [ivx]+(?!\w))"
"""Behind a word of time: not *tháng 6*, *quý II*."""

OVER_YEARS: Final = (
    r"(?:(?<!\w)(?:h[àằ]ng|các|từng|mỗi|một|\d+) |/ ?)năm(?!\w)(?! ?\d)|giai đoạn|thời kỳ|\d{4} ?[-–] ?\d{4}"
)
"""Words behind those of a mean that state one over years."""

YEARLY_MEAN: Final = (
    rf"(?<!tiêu dùng )(?<!cpi )(?<!\(cpi\) ){MEAN_OF}\s*(?:$|[(),;:%])|{MEAN_OF}\s*/?\s*(?:{OVER_YEARS}|năm(?!\w))|"
    r"(?<!\w)(?:h[àằ]ng|mỗi) năm(?!\w)|%\s*/\s*năm(?!\w)"
)
"""Words in the label of an average over years: *Sản lượng lúa (bình quân)*, *tăng bình quân hàng năm*.

*CPI bình quân* is the mean of the months of a year.
"""

MEAN_ALONE: Final = (
    rf"{MEAN_OF}(?:\s+(?:các|cả|h[àằ]ng|theo|mỗi|một|1))?(?:\s+(?:tháng|quý|năm|k[ỳì]))?\s*(?:$|\n|[-–/(]\s*[a-z])"
)
"""The label of a mean over times that does not name what it is of: *Bình quân tháng - Monthly average*."""

OPEN_TIME: Final = rf"(?<!\w)(?:h[àằ]ng|trên|theo|trong|các|từng) (?:tháng|quý|ngày){NO_DATE}"
"""Words behind those of a mean that may divide it by a time, too: *bình quân đầu người hàng tháng*."""

MANY: Final = (
    r"(?:(?:tính|trên|cho|của|cứ|mỗi|một|1) )*(?!0?1 )(?!(?:19|20)\d\d(?![\d.,]))"
    r"(?:\d[\d.,]*|hai|ba|bốn|mười|chục|trăm|nghìn|ngàn|vạn|triệu) (?!năm|tháng|quý|ngày|đầu)[^\W\d]"
)
"""A number of things other than one behind the words of a mean: *bình quân 10.000 dân*."""

MAY_BE_UNIT: Final = (
    r"(?:nghìn|ngàn|ngh?\.|triệu|tr\.|t[ỷỉ](?! (?:lệ|trọng|suất|số|giá|đối))|1\.000) ?[^\W\d_]|"
    r"(?:[^\W\d_]+ )*[^\W\d_]+ ?[.x-] ?(?:km|giờ)$"
)
"""Words in brackets that are a unit, whether it is known or not: a scale word and others, or a product."""

PERCENT: Final = (
    r"phần trăm|chỉ số (?:giá|cpi|sản xuất|iip|phát triển(?! con)|khối lượng|tiêu thụ|tồn kho|sử dụng)|"
    r"t[ỷỉ] lệ(?![^/]*/)|t[ốô]c độ"
)
"""Words of a line whose ratios are percentages, beside a sign of percent."""

NOT_SHARE_OF: Final = (
    r"\bso\b|tăng|giảm|hoàn thành|(?<!\w)(?:kh|ht|th|dt|nq|đạt)(?!\w)|kế hoạch|dự toán|năm|tháng|quý|cùng|trước|"
    r"thực hiện|chênh|vượt|ước|mục tiêu"
)
"""Words behind *%* that make it a comparison."""

NOT_THINGS: Final = r"công"
"""Words behind a unit that make another word of it: *tấn công*."""

SPELLED: Final = (
    ("ngày đêm", "ngày"),
    ("lượt hk", "lượt khách"),
    ("hk", "hành khách"),
    ("bn", "bệnh nhân"),
    (r"bs(?=/)|b\.?sỹ", "bác sĩ"),
    ("sv", "sinh viên"),
    (r"ng\.?đ", "nghìn đồng"),
    (r"tr\.?d", "triệu đồng"),
    ("t(?=/ha)", "tấn"),
    ("thôn, bản", "thôn"),
    ("nk(?=/)", "nhân khẩu"),
)
"""Parts of units that are printed in another way in tables, in full."""

ENGLISH: Final[Mapping[str, str]] = {
    word: vietnamese
    for vietnamese, english in (
        ("nghìn", "thous thousand thousands"),
        ("triệu", "mill million millions"),
        ("tỷ", "bill billion billions"),
        ("đồng", "dong dongs vnd"),
        ("usd", "usd"),
        ("ha", "ha hectare hectares"),
        ("km2", "km2 sqkm"),
        ("tấn", "ton tons tonne tonnes"),
        ("tấn.km", "tonkm tonskm tonneskm"),
        ("hành khách.km", "passengerkm passengerskm"),
        ("tạ", "quintal quintals"),
        ("kg", "kg"),
        ("người", "person persons people pers"),
        ("hộ", "household households"),
        ("con vật", "heads"),
        ("trường", "school schools"),
        ("lớp", "class classes"),
        ("phòng học", "classroom classrooms"),
        ("học sinh", "pupil pupils student students"),
        ("giáo viên", "teacher teachers"),
        ("giường", "bed beds"),
        ("dự án", "project projects"),
        ("doanh nghiệp", "enterprise enterprises"),
        ("xã", "commune communes"),
        ("%", "%"),
    )
    for word in english.split()
}
"""English words of units, in Vietnamese."""

CASES: Final = r"(?:số )?(?:ca )?mắc(?: mới)?(?: bệnh)?"
VICTIMS: Final = r"(?:số )?(?:ca )?(?:tử vong|chết|bị thương)"
OF_CASES: Final = r"(?<!\w)(?:bệnh|dịch|covid|tai nạn|thiên tai|đuối nước)(?! (?:viện|vụ|xá)(?!\w))(?!\w)"
"""Labels of cases of diseases and of persons who died, below titles of diseases or accidents."""

BEFORE_COUNTED: Final = frozenset(
    (",", ";", "số", "lượng", "hình", "kê", "về", "và", "loại", "soát", "tra", "hợp", "sách", "cáo")
)
"""The word before a noun of a title that names what the table counts: *Tình hình trường, lớp và học sinh*."""

ABOUT_TITLE: Final = (
    r"(?:(?:biểu|bảng) )?(?:thống kê|tổng hợp|báo cáo|số liệu)(?: (?:thống kê|tổng hợp|báo cáo|số liệu|về))*\s+"
)
"""Words at the beginning of a title before what it counts: *Biểu tổng hợp số lượng cán bộ*."""

COUNTED_KINDS: Final = frozenset(
    (
        "person",
        "household",
        "school",
        "study_class",
        "classroom",
        "health_facility",
        "enterprise",
        "cooperative",
        "farm",
        "bed",
        "province",
        "district",
        "commune",
        "village",
        "project",
    )
)
"""The units of nouns that a label may begin with instead of *Số*: *Bác sĩ*, *Trạm y tế*."""

NOT_COUNTED: Final = (
    r"diện tích|sản lượng|giá trị|trị giá|kim ngạch|kinh phí|doanh thu|thu nhập|năng suất|t[ỷỉ] (?:lệ|trọng|suất|số)|"
    r"(?<!\w)(?<!đánh )(?:vốn|thu|chi|nợ|giá|tiền|lương|mức|nguồn(?! nhân lực)|bằng|tăng|giảm)(?!\w)|cơ cấu|tốc độ|"
    r"chỉ số|(?<!đặc )(?<!thời )(?<!địa )điểm|xếp hạng|ngân sách|dự toán|học phí|khối lượng|hỗ trợ|phân bổ|nộp|"
    r"(?<=[^\W\d_] )(?<!thiểu )(?<!dân )(?<!có )(?<!một )(?<!tổng )số (?!lượng|người|hộ|lao động|học sinh|trẻ)|"
    r"bình quân|trung bình|/|%|(?<!\w)trên (?:1|một|vạn)|thời gian|tuổi thọ|công suất|(?<!đa )chiều"
)
"""Words of a label or title that states something else than a number of things or persons."""

MAY_BE_SHARE: Final = r"(?<!\w)(?:đạt|qua|được|có|sử dụng|tham gia|hoàn thành|trong độ tuổi|đi học|biết)(?!\w)"
"""Words of a label whose numbers up to 100 may be percentages: *Lao động qua đào tạo*."""

RATE_OF: Final = (
    r"(?:/|(?<!\w)(?:trên|bình quân)) ?((?:1 |một )?vạn|10\.?000|100\.?000|1\.?000) "
    r"(?:dân|người|trẻ|hộ|lao động|ca|bà mẹ|phụ nữ|trẻ đẻ sống)(?!\w)"
)
"""The end of the label of a rate: *Số bác sĩ trên 1 vạn dân*."""

PARTS_IN_TITLE: Final = (
    r"nhà trẻ|mẫu giáo|mầm non|tiểu học|trung học(?: cơ sở| phổ thông| chuyên nghiệp)?|thcs|thpt|phổ thông(?: cơ sở)?|"
    r"cao đẳng|(?:sau |trên )?đại học|thạc s[ĩỹ]|tiến s[ĩỹ]|trung cấp|sơ cấp|(?:chưa|đã) qua đào tạo|"
    r"dạy nghề|lớp \d{1,2}|cấp (?:[123]|i{1,3})|"
    r"(?:ngoài )?công lập|tư thục|dân lập|bán công|ngoài nhà nước|nhà nước|tập thể|tư nhân|"
    r"nam(?: giới)?|nữ(?: giới)?|thành thị|nông thôn|"
    r"(?:dưới |trên |từ )?\d{1,3}(?: ?(?:-|–|đến) ?\d{1,3})?\+? tuổi(?: trở lên)?|"
    r"dân tộc(?: thiểu số| ít người| kinh)?|(?:người )?(?:kinh|tày|thái|mường|khmer|khơ me|nùng|"
    r"h?['’]?mông|dao|hoa|hà nhì|la hủ|lự|giáy|khơ mú|si la|mảng|cống|bana|ba na|gia rai|ê đê|chăm|sán dìu|sán chay)|"
    r"tổng(?: số| cộng)?|cộng|chung|total|toàn (?:tỉnh|huyện|xã|quốc|ngành|thành phố)|cả (?:nước|tỉnh|huyện)|chia ra|"
    r"trong đó"
)
"""Words of labels that only name parts of what a title counts: levels of schooling, owners, sex, age, peoples."""

BESIDE_PARTS: Final = (
    r"và|hệ|cấp|khu vực|loại hình|trở (?:lên|xuống)|trình độ(?: chuyên môn| đào tạo)?|(?:nhóm |độ )tuổi"
)
"""Words of such labels that name no part without the others."""

POPULATION: Final = r"(?:\d+[.)] ?)?(?:tổng )?(?:số )?(?:dân số|nhân khẩu|khẩu$)(?!\w)"
"""How a label of persons begins who live somewhere, and who may be counted in thousands."""

SOME_PERSONS: Final = r"(?<!\w)(?:nữ|(?<!việt )(?<!miền )(?<!phía )nam|dân tộc|tuổi)(?!\w)"
"""Words of a part that is one of persons."""

UNIT_LINE: Final = (
    r"(?:đvt|đv(?: tính)?|đơn vị(?: tính)?|^\(?unit)(?:\s*[-–/]\s*unit)?\s*[:：]\s*(.+?)(?:\s*[-–/,;(]*\s*unit\b.*)?$"
)
BILINGUAL_UNIT: Final = r"([^\d:]{1,40}?)\s+[-–/]\s+[a-z][a-z .²³23/%]*"
"""A line of a yearbook that has only a unit, in Vietnamese and in English."""

AMBIGUOUS_UNITS: Final = frozenset({"bản", "con", "lần", "đ"})
"""Words that may mean several units."""

COUNTED_BY_LABEL: Final = (
    (r"lượt", r"lượt hộ", " hộ"),
    (r"lượt", r"^(?:(?!khách|lượt người).)*?(?<!\w)(?:xe|tàu|thuyền|phương tiện|chuyến)(?!\w)", ""),
    (r"lượt", r"khách|lượt người|bệnh nhân|người bệnh|khám|điều trị|nội trú|du lịch", " người"),
    (r"phòng", r"phòng học", " học"),
    (r"cơ quan, đơn vị", r"", ""),
    (r"vụ", r"tai nạn|cháy|(?<!dự )án(?!\w)|phạm|nổ|khiếu|tội", " việc"),
    (r"đơn vị", r"cơ quan|đơn vị|tổ chức|doanh nghiệp|trường|trạm", " sự nghiệp"),
)
"""Units that leave open what they count, the words of labels that name it, and these as a part of the unit."""

PER_MILLE: Final = r"(?<!\w)[0o]/(?:00|oo)(?!\w)"
ANIMALS: Final = (
    r"(?<!\w)(?:trâu|bò|lợn|heo|gà|vịt|gia cầm|gia súc|dê|cừu|ngựa|thỏ|đàn|vật nuôi|chim cút|ngan|ngỗng)(?!\w)"
)
"""Animals that are counted in *con*."""

COUNTERS: Final = ("người", "hộ", "cái", "chiếc")
"""Units behind a dash, as in *Dân số - Người*, which are seldom the second of two names."""

OCCASION: Final = "lượt"
"""The first word of units of occasions, which name no things."""

ANIMAL: Final = "con"
ANIMAL_IN_FULL: Final = "con vật"
SCALED_UNITS: Final[Mapping[str, str]] = {"đ": "đồng", "t": "tấn", "ng": "người"}
"""Abbreviated units that are certain only behind a scale word."""

SCALES: Final = (
    (r"ngh(?:ìn|\.|in)?\.?|ng\.|ngàn|1[.,]?000|10\^?3", "nghìn"),
    (r"tr(?:iệu|\.|iêu)?\.?|10\^?6|1\.000\.000", "triệu"),
    (r"(?:tỷ|tỉ)\.?", "tỷ"),
)
"""Abbreviated scale words at the beginning of a unit."""

UNSURE_SHORT: Final = "hk"
"""A unit in short: passengers, or households."""
