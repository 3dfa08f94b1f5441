"""Words in the labels of rows and the names of measures, as alternatives of regular expressions, in lower case."""

from __future__ import annotations

from typing import Final

PLAN_LABEL: Final = (
    r"(?:\d+[.)]\s*)?(?:kế hoạch(?! h[óo]a| và đầu tư)|dự kiến|phấn đấu|chỉ tiêu (?:kế hoạch|được giao|giao)) (?!\()"
)
"""How labels of rows begin that are plans."""

PLANS_BELOW: Final = (
    r"(?:[\W\d]|[a-zđ]+[.)])*(?:kế hoạch|dự (?:báo|kiến|toán)|kịch bản|phương án|định hướng|quy hoạch|nhu cầu|phấn đấu|"
    r"lộ trình)(?:[\W\d]|(?:năm|giai đoạn|thời kỳ|đến|tới|số|phát triển|tăng trưởng|thực hiện|cao|thấp|cơ sở|"
    r"trung bình|[a-z]|[ivx]+)(?!\w))*"
)
"""A line between rows of which the numbers below it are not reached: *Định hướng đến năm 2030*, *Phương án 1*."""

COMPARING: Final = r"\bso (?:với|cùng)\b"
BASE_OF_LABEL: Final = r"(?:năm|tháng|quý|k[ỳì]) (?:trước|[\divx]+)|cùng k[ỳì]|kế hoạch|đầu năm|(?:19|20)\d\d"
"""Words of labels that compare levels, and behind them what these are compared with: another time, or a plan."""

NOT_COMPARING: Final = (
    r"chỉ số|tốc độ|mức|t[ỷỉ] (?:lệ (?:tăng|lạm phát)|trọng|suất|số)|"
    r"(?:tăng|giảm)(?!(?:tăng|giảm|hoặc|[ ,/(+)-])*\bso (?:với|cùng))"
)
"""How labels begin that have such words, and are indicators."""

BEGINS_COMPARING: Final = r"(?:tăng|giảm|hoặc|chênh lệch|[ ,/()+%-])*so (?:với|cùng)"
"""How labels begin that are only a comparison, in any unit."""

ATTAINING: Final = (
    r"t[ỷỉ] lệ (?:hoàn thành|thực hiện|đạt|giải ngân)\b[^()]*\b(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết)(?!\w)|"
    r"(?:đạt|hoàn thành)(?: được)? (?:t[ỷỉ] lệ|\(?%\)?)[ (%)]*$|t[ỷỉ] lệ (?:hoàn thành|thực hiện|đạt)(?: được)?[ (%)]*$"
)
"""How labels begin that compare a level with a plan."""

RATIO_KINDS: Final = ("share", "share_point", "multiple")
COUNTING: Final = r"(?:tổng )?số (?!tiền|thu|chi|vốn)"
"""How labels begin of numbers of things."""

_OF_WHICH: Final = r"(?:trong đó|tr\.? ?đó|tr\.?đ)(?!\w)"

PART: Final = rf"(?:{_OF_WHICH}|chia ra|gồm|bao gồm|riêng)\b.*"
PART_OF: Final = rf"^(?:{_OF_WHICH}|riêng)\s*:?\s*"
"""Words before the name of a part."""

NUMBER_OF_LABEL: Final = (
    r"^(?:\(?(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[A-GĐa-gđ])[.)/]+|\d{1,2}(?:\.\d{1,2})+)\s*(?=[^\W\d])"
)
"""The number of a label in a list; *H.* and *P.* before a name are a district and a ward."""

PART_WORDS: Final = rf"(?:{_OF_WHICH}|chia ra|bao gồm|gồm|riêng|of which)\s*:?\s*(?=\S|$)"
"""Words before the name of a part that do not belong to it."""

DIVISION: Final = r"(?:phân|chia) theo\b"
LISTING: Final = rf"{_OF_WHICH}|chia ra|gồm(?: có)?|bao gồm|(?:phân|chia) theo.*"
BASE_BEFORE: Final = r"(?:năm|tháng|k[ỳì]|quý) trước\s*=\s*100|cùng k[ỳì][^=()]{0,20}=\s*100"
BAND: Final = (
    r"cơ cấu|chỉ số (?:phát triển|giá)|t[ốô]c độ (?:tăng|phát triển)|t[ỷỉ] lệ tăng|t[ỷỉ] trọng|"
    rf"\(?(?:{BASE_BEFORE})"
)
"""How a lone line begins that says what the rows below it measure."""

DITTO: Final = r"[\"”“″'’]{1,2}|-?\s*nt\s*-?|//|-\s*\"\s*-|như trên"
ABSENT: Final = r"…|\.{2,}|x|na|n/a|chưa có(?: số liệu)?"
NOTHING: Final = r"[-–—]+"
RATE_LABEL: Final = (
    r"/\s*(?:1\.?0?00|10\.?000|vạn|100|1\s?vạn)\s*(?:dân|trẻ|người|hộ)?|"
    r"(?:cho|bình quân) (?:1 |một )?(?:1\.?000|10\.?000|100\.?000|vạn) dân(?!\w)|"
    r"(?<!có )trên (?:1 |một )?(?:100(?:\.?000)? dân|(?:1\.?000|10\.?000|vạn|nghìn)(?: "
    r"(?:dân|trẻ|người|hộ|nhân khẩu|ca|bà mẹ|phụ nữ|sản phụ|nam|nữ|lao động|học sinh|sinh|đẻ|trường hợp)(?!\w)|\)|$))"
)
"""Labels of rates whose unit column has only the counted noun."""

RATIO_LABEL: Final = (
    r"(?:\d+[.)]\s*)?(?:t[ỷỉ] (?:lệ|suất|trọng|số)|cơ cấu|tốc độ|hệ số|mức (?:tăng|giảm)|mật độ|bình quân|"
    r"tăng(?! cường)|giảm(?! nghèo(?!\w)))\b"
)
NUMBERED_TITLE: Final = r"^(?:(?:biểu|bảng|phụ lục)(?: số)?\s*)?[\divx]*(?:[.)/:-]\s*|\s+(?=\D))(?:\d+[.)]\s*)*"
"""The number before the title of a table, or of a section."""

PER_INHABITANTS: Final = "người/{} dân"
ONE: Final = "một "
"""A rate of persons, and a word before the number of its inhabitants."""

MEAN: Final = r"bình quân|trung bình|average|tính trên|trên (?:một|1 )|/\s*(?:1 )?(?:người|hộ|lớp|giáo viên|vạn|xã)"
"""Words in the label of a mean."""

RATE_CHANGE: Final = (
    r"(?:\d+[.)]\s*)?(?:(?:mức )?(?:tăng|giảm)(?: thêm)? t[ỷỉ] (?:lệ|suất|trọng)\b|"
    r"t[ỷỉ] (?:lệ|suất|trọng)\b[^()]*\b(?:tăng|giảm)(?: (?:bình quân|hàng năm|hằng năm))*\s*(?:\(|$))"
)
"""How labels begin that state the change of a rate: *Giảm tỷ lệ hộ nghèo (%)*, *Tỷ lệ hộ nghèo giảm (%)*."""

GROWTH_LABEL: Final = (
    r"(?:\d+[.)]\s*)?(?:tốc độ|mức (?:tăng|giảm)|chỉ số|t[ỷỉ] lệ (?:tăng|giảm|hộ nghèo giảm)|tăng|giảm|lạm phát)\b"
)
GROWTH_OF: Final = (
    r"(?:(?:t[ốô]c|nhịp) độ tăng(?: trưởng)?|(?:mức |t[ỷỉ] lệ )?tăng trưởng|mức tăng|"
    r"t[ỷỉ] lệ tăng(?=\s*(?:\(|%|$|[-–/]\s*growth))|tăng(?=[ ,/()+-]*(?:giảm[ ()+-]*)?so với (?:cùng|năm trước)))(?!\w)"
    r"(?:[\s,;:/()+–-]+(?:bình quân|h[àằ]ng năm|năm|\(?%\)?|growth(?: rates?)?|giảm|"
    r"so với (?:cùng k[ỳì]|năm trước)(?: năm trước)?)(?!\w))*"
)
"""How labels begin that name growth, before what grew."""

RISES: Final = (
    r"^(?:tăng|giảm)(?! (?:cường|nghèo|sinh)(?!\w))\b|"
    r"^t[ỷỉ] lệ (?:tăng|giảm)(?! (?:dân số|tự nhiên|sinh|chết|hộ)(?!\w))\b|"
    r"\b(?:tăng|giảm)(?: thêm)?(?: bình quân)?(?: (?:h[àằ]ng|mỗi) năm)?(?: so với [^()]*)?\s*(?:\(|$)"
)
"""Labels that say that something rises or falls; in percent they are changes."""

INDEX_OF_BEFORE: Final = (
    rf"chỉ số phát triển(?! con| bền)|{BASE_BEFORE}|"
    r"^(?:\d+[.)]\s*)?chỉ số (?:giá|sản xuất)[^()]{0,120} so với (?!kế hoạch)"
)
"""Words of lines of an index of which the base is stated: *so với kỳ gốc 2019*, *so với tháng trước*."""

INDEX: Final = (
    r"^(?:\d+[.)]\s*)?"
    r"(?:chỉ số (?:giá|sản xuất|tiêu thụ|tồn kho|sử dụng lao động)|(?:[a-z]+ ){0,3}ind(?:ex|ices) of)(?!\w)"
)
"""How lines of an index begin whose base may be an earlier time or a fixed one."""

FLOW: Final = (
    r"(?:tổng )?(?:số )?(?:lượt|thu|chi(?! (?:cục|nhánh|bộ|hội|đoàn|tiết)\b)|sản lượng|giá trị|kim ngạch|"
    r"sản phẩm (?:trong|trên|quốc)|cấp(?! (?:huyện|xã|tỉnh|trung|học|\d|[iv])\b)|sinh(?! (?:viên|vật|hoạt)\b)|"
    r"xuất khẩu|nhập khẩu|vốn(?! (?:chủ sở hữu|tự có|điều lệ|pháp định)\b)|đầu tư|giải quyết|tạo|"
    r"đào tạo|tuyển|trồng|xây dựng|hỗ trợ|khám|vận tải|tổng thu|tổng chi|ngân sách|kinh phí|doanh thu|xóa)\b"
)
"""How labels of indicators begin that sum up over a period."""

AT_BEGINNING: Final = r"(?<!tháng )(?<!\w)đầu (?:năm|kỳ)$"
BALANCE: Final = (
    r"^(?:tổng )?(?:số )?(?:dư(?! (?:toán|lượng))|nợ (?:quá hạn|xấu|đọng|công|thuế)|tồn (?:kho|quỹ|đọng))(?!\w)|"
    rf"{AT_BEGINNING}|(?<!tháng )(?<!\w)cuối (?:năm|kỳ)$"
)
"""Labels of amounts that are there at the beginning, or at the end, of a period."""

WHOLE: Final = (
    r"(?:tổng (?:số|cộng)|tổng|cộng|chung|toàn (?:tỉnh|huyện|xã|quốc|ngành|thành phố)|cả (?:nước|tỉnh|huyện))"
)
"""Labels of rows and columns of places that are the sum of all places."""

SUM: Final = r"(?:.*\b)?(?:tổng|cộng|chung|total)\b"
"""Words of the head of a column that is the sum of others."""

PLACE_LABEL: Final = (
    r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân) )?"
    r"(?:h\.|huyện|tx\.?|thị xã|tp\.?|thành phố|tỉnh|xã|phường|thị trấn|quận)\s+[^\W\d_]"
)
"""How labels of rows begin that are names of places, with a capital letter behind."""

MEASURES: Final = (
    (r"(?:sản )?lượng(?! mưa)", ("mass", "volume", "count", "energy")),
    (r"diện tích", ("area",)),
    (r"(?:tổng )?(?:chiều|độ) (?:dài|rộng|cao|sâu)", ("length",)),
    (
        r"(?:tổng )?(?:sản phẩm(?= (?:trong|trên|quốc|xã))|giá(?!\w)|trị giá|"
        r"kim ngạch|vốn|kinh phí|doanh thu|lợi nhuận|thu(?! (?:hút|hoạch|gom|dung))|chi(?! (?:bộ|hội|nhánh))|"
        r"ngân sách|mức (?:hỗ trợ|chi|lương|thu|vay)|(?:số |thành )?tiền(?!\w)|tổng mức|dư nợ|đơn giá|"
        r"nợ (?:quá hạn|xấu|đọng|thuế))",
        ("money", "share", "quotient"),
    ),
    (
        r"(?:tổng )?(?:dân số|lao động|số (?:lượng )?(?:các )?(?:hộ|người|lao động|xã|thôn|huyện|dự án|công trình|"
        r"học sinh|sinh viên|giáo viên|trường|lớp|trẻ|cơ sở|doanh nghiệp|hợp tác xã|đối tượng|lượt|vụ|trang trại|"
        r"giường|bác sĩ))",
        ("count",),
    ),
    (r"mật độ", ("quotient",)),
    (r"năng suất", ("quotient", "mass", "money")),
    (r"t[ỷỉ] (?:lệ|trọng)|cơ cấu|tốc độ", ("share", "share_point", "quotient", "multiple")),
)
"""How names of measures begin, and the kinds of units that they have."""

DURATIONS: Final = r"(?<!\w)(?:(?:kỳ|thời) hạn|tuổi|thâm niên|thai)(?!\w)"
"""Words of the head of labels that last, which are not parts of a year: *3 tháng* below *Kỳ hạn*."""

REST: Final = r"(?:(?:các )?(?:đối tượng|loại|trình độ|thành phần|nhóm|ngành|dân tộc) )?khác|(?:số )?còn lại"
"""The label of what is left in a list of parts."""

CARRIED: Final = r"hành khách|(?<!\w)hk(?!\w)|vận chuyển"
"""Words beside passengers, of whom there may be more than inhabitants."""

PRICE: Final = r"(?:đơn )?giá(?! (?:trị|so sánh|cố định|hiện hành|thực tế)(?!\w))(?!\w)"
"""How the head or title of prices begins, which are for one unit of what a row names."""

ANY_VALUE: Final = r"giá trị|trị số|value"
"""Words of the head of values in the units of the rows."""

COUNTED: Final = (
    r"(?:(?:tổng )?số (?:lượng )?(?:các )?|tổng (?=(?:ca|lượt)(?!\w))|(?=ca (?:mắc|nhiễm|bệnh)(?!\w)))"
    r"(?!lượng|tiền|liệu|thu|chi|vốn)([^\d(),;:/%]{2,60})"
)
"""How a label begins that names what it counts: *Số hộ nghèo*, *Tổng lượt khách*, *Ca mắc mới*."""

PIECES: Final = r"(?<!\w)(?:chiếc|cái|ô tô|xe|máy|con)(?!\w)|[*⁾]"
"""Words of labels, and marks of notes, of which the amount may be a number of pieces and not a mass."""

COUNTED_LINES: Final = (" Số ", " Tổng số ")
"""How the last line of a head begins that names what it counts."""

NO_MEASURE: Final = (
    r"(?:(?<!\w)(?:sl|số lượng|số tuyệt đối|tổng|tổng số|cộng|chung|trong đó|chia ra|total|of which|"
    r"by (?:sex|residence)|phân theo[^()]*+|thành thị|nông thôn|nam|nữ|urban|rural|male|female)(?!\w)[-–,: ]*)+"
)
"""Words of heads that do not name what is measured, so that the unit of the row or of the table is theirs."""

SHORT_NOUNS: Final = (
    (r"(?<!\w)d\.a\.?", "dự án"),
    (r"(?<!\w)bn(?!\w)", "bệnh nhân"),
    (r"(?<=số )lần (?=khám|điều trị|tiếp|tư vấn)", "lượt "),
)
"""Abbreviated nouns in labels."""

SEVERAL_COUNTED: Final = r",|;|\bvà\b"
"""Between several things that a title counts."""
