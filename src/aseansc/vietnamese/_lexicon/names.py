"""Words of names and numbers that are not figures: documents, ordinals, telephone numbers, places and headings."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon import words_in
from aseansc.vietnamese._lexicon.numbers import DIGITS

CAPITALS: Final = "A-ZĐÂÊÔƠƯĂ"
DOCUMENT_TYPES: Final = (
    "QĐ|NQ|NĐ|TT|CT|KH|BC|CV|HD|TB|ĐA|CTr|TTr|TTg|KL|PL|LĐ|TTLT|NQLT|VBHN|SL|BB|GM|CP|TW|UBND|HĐND|TU|HU|ĐU"
)
"""Abbreviations that can end a document number by themselves: 123/BC."""
PLAN_AFTER_NUMBER: Final = "/KH "
"""Before digits, it compares a figure with a plan, unless `BEFORE_NUMBER` announces a document: 45/KH 50 lớp."""
BEFORE_NUMBER: Final = ("số", "hoạch")
NUMBER: Final = "số"
COUNTED: Final = words_in("dân tổng")
"""Words that form another word with a following `NUMBER`."""
DOCUMENTS: Final = {
    ("nghị", "quyết"),
    ("quyết", "định"),
    ("nghị", "định"),
    ("thông", "tư"),
    ("chỉ", "thị"),
    ("công", "văn"),
    ("văn", "bản"),
    ("kết", "luận"),
    ("pháp", "lệnh"),
}
"""Kinds of documents that are identified by a number, in upper or lower case."""
TITLED: Final = {("đề", "án"), ("chương", "trình"), ("dự", "án"), ("kế", "hoạch"), ("hướng", "dẫn"), ("báo", "cáo")}
"""Kinds that may also be counted or planned; a number after them identifies one only if they are capitalised."""
NUMBERED: Final = {("đề", "án"), ("quyết", "định"), ("nghị", "định"), ("thông", "tư"), ("công", "văn"), ("chỉ", "thị")}
"""Capitalised, kinds after which even 1956 is a number, not a year."""
SHORT: Final = frozenset({"ct", "qđ", "nq", "nđ", "cv"})
RANKS: Final = frozenset({"đứng", "xếp", "lần", "hạng", "trí", "khóa", "khoá", "kỳ", "đạt", "vị"})
WITH_ROMAN: Final = words_in("thứ khóa khoá hội")
"""Words before a Roman numeral."""
ORDINALS: Final = {**DIGITS, "nhất": 1, "nhì": 2, "tư": 4, "mười": 10}
PHONE_WORDS: Final = frozenset({"hotline", "fax", "tel", "sđt", "đt"})
BEFORE_A_PHONE: Final = PHONE_WORDS | {"thoại", "nóng", ":", ".", "(", "số"}
NAMED: Final = words_in(
    """
    điều khoản mục điểm bảng biểu hình chương phần trang phụ lục số lớp cấp hạng độ loại nhóm vùng tuyến lần đợt
    vòng tập vụ ca phường quận tổ phố đường lộ ql tl đt lô tầng khu cụm đội tiểu khóa khoá kỳ kì thứ bậc mức câu tuần
    bước tiêu phòng nhà cổng kênh km vtv f h a b c q p bài dòng cột ô cảng kho mẫu quý tháng việt nam covid cm
    """
)
"""Nouns after which a number without a unit is part of a name: điều 5, lớp 3, quốc lộ 32."""
BEFORE_ITEM: Final = frozenset(".;:)…")
"""Signs before the number of an item within a line: 1. Tốc độ tăng 16%. 2. Thu nhập 60 triệu đồng."""
PLACED: Final = words_in("thôn bản buôn ấp xóm khóm làng xã huyện buôn tdp khối")
"""Places that may also be identified by a number."""
NAMED_BY_A_DAY: Final = frozenset(
    {
        ("cách", "mạng"), ("nông", "trường"), ("lâm", "trường"), ("quảng", "trường"), ("mầm", "non"), ("mẫu", "giáo"),
        ("bệnh", "viện"), ("công", "viên"), ("tuyến", "đường"), ("nhà", "máy"), ("tác", "xã"),
    }
)  # fmt: skip
"""What is named by a day or a month without another word: Trường Mầm non 19/5, đường Cách Mạng Tháng Tám."""
ORDINAL: Final = "thứ"
PHONE_PAIRS: Final = {("điện", "thoại"), ("dây", "nóng")}
ROAD: Final = "km"
LIMITED: Final = ("hữu", "hạn")
LIMITED_COMPANY: Final = "tnhh"
"""As `LIMITED`, a kind of company, which a number of `MEMBERS` after it names: công ty TNHH một thành viên."""
MEMBERS: Final = ("thành", "viên")
