"""Words that apply to later figures of a sentence or paragraph: statuses, frequencies and plans."""

from __future__ import annotations

from typing import Final

from aseansc.observations import Status
from aseansc.vietnamese._lexicon import words_in

ESTIMATED: Final = "ước"
NOT_ESTIMATE_AFTER: Final = words_in("công quy hương điều hiệp mong ao giao khế nguyện")
"""Words that form another word with a following `ESTIMATED`."""
NOT_ESTIMATE_BEFORE: Final = words_in("mơ nguyện muốn vọng lệ hẹn ao mong")
FORE: Final = "dự"
"""Belongs to a following `ESTIMATED`."""
STATUSES: Final = {
    ("dự", "ước"): Status.ESTIMATED,
    ("dự", "kiến"): Status.FORECAST,
    ("dự", "báo"): Status.FORECAST,
    ("sơ", "bộ"): Status.PROVISIONAL,
    ("tạm", "tính"): Status.PROVISIONAL,
    ("phấn", "đấu"): Status.PLANNED,
}
PLAN_HEADS: Final = {("kế", "hoạch"), ("mục", "tiêu"), ("dự", "toán")}
"""Words that make a whole sentence a plan when they begin it: Mục tiêu đến năm 2030: …; …"""
OUTCOMES: Final = {("thực", "hiện"), ("kết", "quả")}
"""Words that end such a plan: Kế hoạch: 500 ha; thực hiện: 480 ha."""
TO_NOW: Final = {("đến", "nay")}
WHOLE_YEAR: Final = {("cả", "năm")}
"""Words that end the time of a part of a year: quý I/2023 tăng 5%, cả năm tăng 6%."""
EACH: Final = words_in("mỗi hằng hàng")
NOT_EACH: Final = {("hàng", "quý", "hiếm")}
"""Words that only begin like a frequency."""
MEANS: Final = {("bình", "quân"), ("trung", "bình")}
STARTS: Final = frozenset(pair[0] for pair in (*STATUSES, *OUTCOMES, *TO_NOW, *WHOLE_YEAR, *MEANS)) | EACH | {ESTIMATED}
"""First words of all these."""
AGAINST_BASE: Final = words_in("so cùng")
"""Words after a change that begin its base of comparison."""

# -- words around a single figure

BEFORE_A_FIGURE: Final = words_in(
    """
    tăng giảm thêm sụt hạ bớt đạt chiếm là còn có lên xuống chỉ ước tính dự kiến báo sơ bộ bằng gấp vượt cao thấp
    nhiều ít lớn nhỏ kém hơn bình quân trung mỗi hằng hàng năm tháng quý trong đến hết ngày đã được mức từ số tới so
    với kế hoạch chỉ tiêu mục khoảng cả tổng cộng gồm lúc vào lần xếp đứng hạng điện thoại đường dây nóng khóa khoá
    quyết định nghị thông tư giai đoạn tương đương ứng lượt ngưỡng chạm sau và trở
    """
)
"""Words that may come before a figure without being part of it."""
AFTER_A_FIGURE: Final = words_in("so với cùng kỳ kì năm trước ngoái tháng quý của mỗi một kế hoạch đề ra giao")
