"""Words of numbers: digits, scales, fractions, multiples, and the words that decide how separators are read."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from aseansc.vietnamese._lexicon import words_in

DIGITS: Final = {
    "không": 0,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
AFTER_TENS: Final = {**DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
"""Digits after a word for ten."""
FIVES: Final = words_in("lăm nhăm")
"""Words for five that are said only after tens, with or without a word for ten."""
NOT_AFTER_TEN: Final = words_in("năm mốt tư không")
"""Digits that do not follow ten: "mười năm" means ten years; fifteen is "mười lăm"."""
NOT_AFTER_TENS: Final = words_in("năm không")
TEN: Final = "mười"
TENS: Final = "mươi"
TENS_SCALE: Final = "chục"
HUNDRED: Final = "trăm"
EMPTY_TENS: Final = words_in("linh lẻ")
"""Words before a last digit, in place of the tens."""
POINT: Final = "phẩy"
ZERO: Final = "không"
ONE: Final = "một"
FIVE: Final = "năm"
EVERY_YEAR: Final = frozenset({"hàng", "hằng"})
"""Words after which *năm* is a year."""
"""Also the noun "year"."""
HALF: Final = "nửa"
AND_A_HALF: Final = "rưỡi"
SCALES: Final = {"chục": 1, "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
"""Scale words with their power of ten."""
BILLIONS: Final = words_in("tỷ tỉ")
NOT_A_BILLION: Final = words_in("lệ trọng suất giá phú số mỉ mẩn")
"""Second syllables of words that begin like a billion but do not mean one: tỷ lệ, tỷ trọng, tỷ giá, tỷ phú, …"""
GIFT: Final = "quà"
"""After such a syllable, it is a billion nevertheless: tỷ suất quà."""
SHORT_SCALES: Final = {"ng": 3, "tr": 6}
SHORT_THOUSAND: Final = "ng"
AFTER_PEOPLE: Final = words_in("km ngày giờ h")
"""Units before which `SHORT_THOUSAND` means people: ng.km, ng.ngày."""
STARTERS: Final = frozenset({*DIGITS, TEN, HALF, "tư"})
"""Words that can begin a number."""
ARTICLES: Final = words_in("một không")
"""Digits that are also an article or a negation."""
NEGATIVE: Final = "âm"
INDEFINITE: Final = words_in("hàng vài mấy")
"""Words before a scale word that make an order of magnitude without a number."""

# -- fractions and multiples

PART: Final = "phần"
"""Stands between the two numbers of a fraction."""
DENOMINATORS: Final = {**DIGITS, "tư": 4, "mười": 10}
UNCERTAIN_DENOMINATOR: Final = 5
"""The denominator whose word is also the noun "year"."""
NO_DENOMINATOR: Final = words_in("nay qua trước sau học ngoái mới tới")
NO_HALF: Final = words_in("đầu cuối năm tháng chừng vời sau trước ngày đêm")
"""Words with which half is part of a time or another expression."""
BEFORE_A_HALF: Final = "giảm"
MULTIPLIES: Final = "gấp"
MULTIPLES: Final = {"đôi": Decimal(2), "rưỡi": Decimal("1.5")}
NO_MULTIPLE: Final = words_in("lần mươi trăm phẩy")
"""Words after a digit that make it another number, or one that is read with its unit."""

# -- separators

MEASURES: Final = words_in("triệu tỷ tỉ nghìn ngàn lần điểm phần ha kg tấn km")
"""Words after a number that may have decimals."""
MONEY: Final = "đồng"
DONGS: Final = words_in("đồng đ vnđ vnd")
OTHER_BILLIONS: Final = words_in(
    "usd đô đôla eur euro jpy yên nhân kwh kw mwh m lít tấn người lượt con sản cổ đơn viên khách"
)
"""Words after a billion that show that not all billions of a document are amounts in dong."""
MILLIONS: Final = words_in("triệu tỷ tỉ tr")
EARNED: Final = words_in("nhập lãi lương thu giá tiền vốn phí lợi nhuận thưởng chi trợ thuê vay nợ đồng công")
"""Last words of what is paid or earned, before a number in `MILLIONS` whose currency is not printed."""
FOREIGN: Final = words_in("usd đô đôla eur euro")
AFTER_BARE: Final = words_in(", . ; : ( ) so cho để từ và trong năm tăng giảm đạt bằng của với là vào tại") | {""}
"""Words after a billion without a currency, which is then that of the document."""
WHOLE_THINGS: Final = words_in("người hộ lượt học công doanh trẻ lao xã thôn hồ đồng sinh dự trường")
"""First words of nouns that are counted in whole numbers."""

# -- words around number words

NOT_COUNTED_AFTER: Final = words_in("tháng thứ quý mùng ngày lần khóa khoá số lớp mươi trăm khu tổ không")
"""Words after which a single number word does not count the noun that follows it."""
GLUED: Final = words_in(
    """
    tăng giảm đạt chiếm trên hơn gần khoảng là còn có lên xuống bằng vượt đến từ dưới của cho với gồm ước năm quý
    """
)
"""Words to which a number may be joined by a typing error: tăng35,3 %.

After other letters a number is part of a code: COVID19.
"""
VIRUSES: Final = words_in("covid cov ncov sars")
"""Before a dash, words whose name a number belongs to: dịch Covid-19 lần thứ 4."""
GLUED_VERBS: Final = ("tăng", "giảm")
"""Verbs that a typing error may join to the words before and after them: chế tạotăng1,36%."""
UNTIL: Final = words_in("đến tới")
FROM: Final = "từ"
AMONG: Final = (("trong", "tổng", "số"), ("trong", "số"), ("trong",), ("trên", "tổng", "số"))
"""Words between a part and its whole."""
AMONG_STARTS: Final = frozenset(words[0] for words in AMONG)
DATED: Final = words_in("ngày tháng quý năm tuần / -")
"""Words and signs before a number that make it part of a date."""
SPELT: Final = words_in("bằng viết chữ : (")
"""Words and signs between a number and its repetition in words: (Bằng chữ: …)."""
EVEN: Final = words_in("chẵn , . :")
"""Other words in a number that is repeated in words."""
SPELLING: Final = frozenset({*AFTER_TENS, *SCALES, *EVEN, TEN, TENS, HUNDRED, POINT, AND_A_HALF}) | EMPTY_TENS
"""Words of which numbers in words consist."""
PER_SIGNS: Final = words_in("/ trên")
"""Stand between the two numbers of a rate; the second one also means "more than"."""
EVERY: Final = "cứ"
"""Before the number of which some are counted: cứ 10 hộ thì có 4 hộ nghèo."""
BASED: Final = words_in("căn luận bằng")
"""Words that form another word with a following `EVERY`."""
HAS: Final = "có"
OF_WHICH: Final = words_in("thì có lại là")
RATES: Final = words_in("lệ suất bình quân")
"""Last words of the names of rates: tỷ lệ, tỷ suất."""
IN: Final = "trong"
