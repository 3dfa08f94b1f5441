"""Words in the heads of tables, as alternatives of regular expressions; heads are in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aseansc.values import Qualifier

SERIAL: Final = r"(?:số )?(?:tt|stt)|số thứ tự|no"
UNIT: Final = r"đvt|đơn vị(?: tính)?|đv(?: tính)?"
NOTE: Final = r"ghi chú|chú thích|nguồn(?: số liệu)?|căn cứ|cơ quan (?:chủ trì|thực hiện|báo cáo)|giải trình"
LABEL: Final = (
    r"(?:các |tên |một số )*(?:chỉ tiêu|nội dung|danh mục|hạng mục|diễn giải|chuyên ngành|ngành|lĩnh vực|loại|nhóm|tên|"
    r"năm$|tháng$|quý$|thời gian$|thời kỳ$|mặt hàng|sản phẩm|nguồn vốn|cơ quan|huyện|tỉnh|xã|địa phương|đơn vị|"
    r"thu, chi|khoản mục|mục tiêu, chỉ tiêu)\b.*"
)
PLACE: Final = r"(?:tên )?(?:các )?(?:huyện|tỉnh|xã|địa phương|huyện, thị|tỉnh, thành|đơn vị hành chính|địa bàn)\b.*"
"""Heads of columns with the names of places."""

TARGET: Final = (
    r"kế hoạch|kh(?=\W|\d|$)|mục tiêu|dự toán|dt(?=\W|\d|$)|nghị quyết|nq(?=\W|\d|$)|phấn đấu|"
    r"chỉ tiêu(?: được)? giao|giao"
)
ACTUAL: Final = r"thực hiện|th(?=\W|\d|$)|kết quả|đạt được|thực tế|hiện có|số thực hiện"
ESTIMATED: Final = r"ước|ưth|ư(?=\W|$)"
COMPARED: Final = (
    r"so sánh|so với|so(?= )|tỷ lệ(?: \(?%\)?)?(?= (?:th|thực|đạt|hoàn))|% (?:so|đạt|hoàn thành|th|thực hiện)|"
    r"hoàn thành|đạt(?: tỷ lệ)? \(?%|tăng, giảm|tăng \(\+\)|tăng/giảm|tốc độ tăng"
)
DOUBTFUL: Final = r"hoặc|năm học|dự kiến|khả năng|l[ũu][ỹy] kế|bình quân|(?<!\w)bq"
"""Words in a head that leave open what it states."""

PLANNED_TITLE: Final = r"kế hoạch|dự kiến|dự toán|nhu cầu|mục tiêu|phân bổ|giao chỉ tiêu"
"""Words in the title of a table whose columns of years may be plans."""

REACHED_TITLE: Final = r"kết quả|thực hiện|tình hình|hiện trạng|quyết toán"
"""Words in the title of a table of what was reached, even beside words for plans."""

OTHER_BASE: Final = r"cùng kỳ|năm trước|tháng trước|kỳ trước|đầu năm|đầu kỳ"
"""The base of a comparison that is named without its year."""

PART: Final = r"(?:trong đó|tr\.đ|chia ra|gồm|bao gồm|riêng)\b.*"
TOTAL: Final = r"tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|huyện|quốc|xã)|chung"
DITTO: Final = r"[\"”“″'’]{1,2}|-?\s*nt\s*-?|//|-\s*\"\s*-|như trên"
ABSENT: Final = r"…|\.{2,}|x|na|n/a|chưa có(?: số liệu)?"
NOTHING: Final = r"[-–—]+"
PROVISIONAL: Final = r"sơ bộ|prel"
UNIT_LINE: Final = r"(?:đvt|đơn vị(?: tính)?)\s*[:：]\s*(.+?)(?:\s*[-–/,;(]*\s*unit\b.*)?$"
AMBIGUOUS_UNITS: Final = frozenset({"bản", "con", "lần", "đ"})
"""Words that may mean several units."""

RATE_LABEL: Final = (
    r"/\s*(?:1\.?0?00|10\.?000|vạn|100|1\s?vạn)\s*(?:dân|trẻ|người|hộ)?|"
    r"trên (?:1\.000|10\.000|vạn|100(?:\.000)?(?= dân))"
)
"""Labels of rates whose unit column has only the counted noun."""

SCALES: Final = (
    (r"ngh(?:ìn|\.|in)?\.?|ng\.|ngàn|1\.?000|10\^?3", "nghìn"),
    (r"tr(?:iệu|\.|iêu)?\.?|10\^?6|1\.000\.000", "triệu"),
    (r"tỷ|tỉ", "tỷ"),
)
"""Abbreviated scale words at the beginning of a unit."""

FLOW: Final = (
    r"(?:số )?(?:lượt|thu|chi|sản lượng|giá trị|kim ngạch|xuất khẩu|nhập khẩu|vốn|đầu tư|giải quyết|tạo|đào tạo|tuyển|"
    r"trồng|cấp|xây dựng|hỗ trợ|khám|vận tải|tổng thu|tổng chi|ngân sách|kinh phí|doanh thu|sinh|xóa)\b"
)
"""How labels of indicators begin that sum up over a period."""

PLACE_LABEL: Final = r"(?:h\.|huyện|tx\.?|thị xã|tp\.?|thành phố|tỉnh|xã|phường|thị trấn|quận)\s+[^\W\d_]"
"""How labels of rows begin that are names of places, with a capital letter behind."""

FILLERS: Final = (
    r"sơ bộ|prel|year|giai đoạn|năm|tháng|quý|kỳ|số liệu|số|đến|đầu|cuối|hết|cả|chỉ tiêu|trong|của|và|t|đvt|đơn vị"
)
"""Words of heads that do not name what a column measures."""

COUNTED: Final = r"(?:tổng )?số (?!lượng|tiền|liệu|thu|chi|vốn)([^\d(),;:/%]{2,60})"
"""How a label begins that names what it counts."""

SHORT_NOUNS: Final = ((r"(?<!\w)d\.a\.?", "dự án"),)
"""Abbreviated nouns in labels."""

PARTS_OF_YEAR: Final = r"tháng|quý"
AGAINST: Final = r"\bso với\b|\bso\b"
"""Words between a level and its base."""

QUALIFIERS: Final[Mapping[str, Qualifier]] = {
    "trên": Qualifier.OVER,
    "dưới": Qualifier.UNDER,
    "khoảng": Qualifier.ABOUT,
    "gần": Qualifier.NEARLY,
}

_YEAR: Final = r"((?:19|20)\d\d)"
_OF_YEAR: Final = rf"[\s/.-]*(?:năm\s*)?{_YEAR}(?!\d)"
TIMES: Final = (
    (rf"(?<!\d)(\d{{1,2}})[/.](\d{{1,2}})[/.]{_YEAR}(?!\d)", "day"),
    (rf"(?<!\w)(\d{{1,2}})\s*(?:t(?=\W)|tháng)(?:\s*đầu)?{_OF_YEAR}", "months"),
    (rf"(?<!\w)(?:t|tháng)\s*(\d{{1,2}}){_OF_YEAR}", "month"),
    (rf"quý\s*(iv|iii|ii|i|[1-4]){_OF_YEAR}", "quarter"),
    (rf"{_YEAR}\s*[-–]\s*{_YEAR}(?!\d)", "years"),
    (rf"(?<!\d)(?:năm\s*)?{_YEAR}(?!\d)", "year"),
)
"""Times in heads and titles, with their kinds."""
