"""Letters of the alphabet, and syllables as they look without diacritics."""

from __future__ import annotations

import re
from typing import Final

from aseansc.vietnamese._lexicon import words_in

MODERN: Final = "ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9"
"""Letters that only Unicode has, as a class of characters of a regular expression."""
AWAIT_NUMBERS: Final = words_in("năm khoảng gần dưới hơn")
"""Words at the end of a line after which a number on the next one goes on: năm⏎ 2025."""
DAMAGED: Final = re.compile(r"nãm |tãng |lyợ|nyớ|ðồng|ðạt|\ufffd|á[º»][\x80-\uffff]|Ä[‘\x90\x91]|Æ[°¡]")
"""What a faulty conversion leaves: nãm for năm, ðạt for đạt, or giáº£m (UTF-8 read as Windows-1252)."""
LOST: Final = re.compile(r"(?<![\w./])[A-Za-z]{1,3}\?(?:[a-z]| [a-z])")
"""Question marks in place of letters, as in *h? nghèo gi?m* for *hộ nghèo giảm*."""
COMMON_SYLLABLES: Final = words_in(
    """
    nam thang quy huyen tinh xa ho ngheo dong trieu nghin ty ti le cua va duoc dat tang giam voi ke hoach cac nguoi toan
    thuc hien trong den la co cho nhan dan dien tich san xuat nong nghiep cong dich vu thu chi ngan sach tong gia tri so
    ca tren duoi khoang gan hon con chiem bang muc xay dung ho tro du an dau tu hoc sinh truong lao dan toc thieu cap
    vung khu vuc kinh te xa hoi doanh giai doan uoc binh quan moi cuoi
    """
)
"""Frequent syllables without their diacritics."""
