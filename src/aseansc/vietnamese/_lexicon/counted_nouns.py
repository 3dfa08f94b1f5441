"""Nouns after numbers that the catalogue of units lacks: which count, and which measure or number something."""

from __future__ import annotations

from typing import Final

NOT_COUNTED: Final = (
    r"(?:được|đã|có|là|đạt|bị|tham|ở|từ|đến|do|theo|như|khác|trở|hoặc|thì|mà|sẽ|này|đó|nữa|gồm|bằng|các|"
    r"mới|chết|tử|trực|trễ|đăng|biến|còn)"
)
"""Words that do not belong to a counted noun after a number."""
CLASSIFIERS: Final = frozenset(
    {
        "phiên", "buổi", "bài", "bức", "cuốn", "quyển", "tờ", "bộ", "cặp", "túi", "thùng", "lô", "tiết", "vở", "gian",
        "tấm", "đôi", "trận", "giải", "cú", "hố", "gói", "tập", "chậu", "khay", "lọ", "chai", "viên",
    }
)  # fmt: skip
"""Counted nouns of one syllable, although more words say what they are of."""
COMPOUNDS: Final = frozenset(
    {
        "tờ khai", "tờ trình", "bài viết", "bài báo", "phiên tòa", "phiên toà", "phiên họp", "phiên chợ", "trận đấu",
        "giải đấu", "chứng từ", "hóa đơn", "hoá đơn", "biên lai", "biên bản", "sáng kiến",
        "bộ phận", "bộ hồ sơ", "hố ga", "gói thầu", "tiết học",
    }
)  # fmt: skip
"""Counted nouns of two syllables, whatever words follow."""
MEASURES: Final = frozenset(
    {
        "mẫu", "sào", "yến", "lạng", "tuần", "phút", "giây", "thế kỷ", "thế kỉ", "thập kỷ", "thập niên", "gb", "độ",
        "ml", "mililít", "mi-li-lít", "bậc", "hạng", "tập", "miền", "vùng", "đêm", "khoản", "loại", "kế hoạch",
        "chỉ tiêu", "mục tiêu", "điểm", "viên",
    }
)  # fmt: skip
"""Nouns after a number without a unit in the catalogue that measure instead of counting, or often number something."""
NO_NOUNS: Final = frozenset(
    {
        "GDP", "GRDP", "CPI", "IIP", "FDI", "ODA", "PCI", "PAR", "BOT", "TW", "TƯ", "KH", "NQ", "QĐ", "CV", "HP", "VA",
        "KVA", "MVA", "MVAR", "DWT", "GT", "TEU", "PS", "BTU",
    }
)  # fmt: skip
"""Abbreviations after a number that are not what it counts: a product, a plan, or a unit of measurement."""
