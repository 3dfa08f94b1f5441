"""Words of the command line, and times in words, in English and Vietnamese."""

from __future__ import annotations

import datetime as dt
from typing import Final

from aseansc.codelists import Absent
from aseansc.labels import LANGUAGES, Lang, Words, in_language, label
from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection

_WORDS: Final[dict[str, Words]] = {
    "change": ("change", "thay đổi"),
    "attainment": ("plan", "kế hoạch"),
    "share": ("share", "tỷ trọng"),
    "target": ("target", "chỉ tiêu"),
    "uncounted": ("without figures", "không có số liệu"),
    "of": ("of", "trong"),
    "indicators": ("indicators", "chỉ tiêu"),
    "figures": ("figures", "số liệu"),
    "note": ("note", "ghi chú"),
    "other": ("Other", "Khác"),
    "in_other": ("in Vietnamese", "tiếng Anh"),
    "unit": ("unit", "đơn vị"),
    "kind": ("kind", "loại"),
    "rate": ("rate", "tỷ lệ"),
    "better": ("desired", "xu hướng tốt"),
    "bounds": ("bounds", "giới hạn"),
    "net": ("net", "chênh lệch hai luồng"),
    "statistic": ("statistic", "đại lượng"),
    "standard": ("standard", "chuẩn"),
    "base_period": ("base period", "kỳ gốc"),
    "price_basis": ("prices", "giá"),
    "price_period": ("prices of", "giá của"),
    "sampling_error": ("sampling error", "sai số mẫu"),
    "confidence": ("confidence", "độ tin cậy"),
    "confidentiality": ("confidentiality", "mức bảo mật"),
    "revises": ("revises", "thay cho"),
    "locator": ("place in file", "chỗ trong tệp"),
    "numerator": ("numerator", "tử số"),
    "denominator": ("denominator", "mẫu số"),
    "inflow": ("increased by", "tăng do"),
    "outflow": ("reduced by", "giảm do"),
    "piece": ("part", "bộ phận"),
    "piece_of": ("part of", "thuộc"),
    "baseline": ("baseline", "số gốc"),
    "start": ("from", "từ"),
    "end": ("to", "đến"),
    "actual": ("actual", "thực hiện"),
    "part": ("part", "phần"),
    "whole": ("whole", "tổng số"),
    "section": ("section", "mục"),
    "codes": ("codes", "mã"),
    "id": ("id", "mã số liệu"),
    "printed": ("printed", "bản in"),
    "governed": ("context", "ngữ cảnh"),
    "possible": ("possible values", "các giá trị có thể có"),
    "findings": ("Findings", "Nhận định"),
    "in_both": ("indicators in both reports", "chỉ tiêu có trong cả hai báo cáo"),
    "agree": ("figures that agree", "số liệu khớp nhau"),
    "rose": ("Rose", "Tăng"),
    "fell": ("Fell", "Giảm"),
    "uncertain": ("Unchanged, or not certain", "Không đổi, hoặc chưa thể kết luận"),
    "restated": ("Restated: the two reports state different figures", "Nêu khác đi: hai báo cáo nêu số liệu khác nhau"),
    "promised": ("Planned in the first report", "Đã đề ra trong báo cáo thứ nhất"),
    "compared": ("Two places", "Hai địa phương"),
    "refused": ("Not comparable", "Không so sánh được"),
    "only_first": ("Only in the first report", "Chỉ có trong báo cáo thứ nhất"),
    "only_second": ("Only in the second report", "Chỉ có trong báo cáo thứ hai"),
    "more": ("and {} more", "và {} chỉ tiêu khác"),
    "range": (" to ", " đến "),
    "improved": ("better", "tốt hơn"),
    "worsened": ("worse", "xấu hơn"),
    "not_reported": ("the second report states no figure for it", "báo cáo thứ hai không nêu số liệu"),
}
WORDS: Final[dict[Lang, dict[str, str]]] = {
    lang: {key: in_language(words, lang) for key, words in _WORDS.items()} for lang in LANGUAGES
}
"""The words of the command line that are not labels of codes, by language."""

_PERIODS: Final[dict[Lang, dict[int, str]]] = {
    "en": {1: "{year}-{month:02d}", 3: "quarter {quarter} of {year}", 6: "{half[0]} half of {year}"},
    "vi": {1: "tháng {month} năm {year}", 3: "quý {quarter} năm {year}", 6: "6 tháng {half[1]} năm {year}"},
}
"""Periods with a name, by their number of months; each starts at a multiple of its length."""


def counted(count: int, things: str, lang: Lang) -> str:
    """Return a number of indicators, figures or findings in words."""
    word = WORDS[lang][things].lower()
    return f"{count} {word.removesuffix('s') if count == 1 and lang == 'en' else word}"


def when(time: Time, lang: Lang) -> str:
    """Return a day or a period in words."""
    if isinstance(time, AsOf):
        return _day(time.date, lang)
    months, start = time.months, time.start
    if months and (start.month - 1) % months == 0:
        if months % 12 == 0:
            return str(start.year) if months == 12 else f"{start.year}-{time.end.year}"
        if months in _PERIODS[lang]:
            half = ("second", "cuối") if start.month > 6 else ("first", "đầu")
            quarter = start.month // 3 + 1
            return _PERIODS[lang][months].format(year=start.year, month=start.month, quarter=quarter, half=half)
    return f"{_day(start, lang)} - {_day(time.end, lang)}"


def _day(day: dt.date, lang: Lang) -> str:
    return f"{day.day}/{day.month}/{day.year}" if lang == "vi" else day.isoformat()


_COLLECTED: Final[dict[Lang, dict[TimeCollection, str]]] = {
    "en": {
        TimeCollection.AT: "on {time}",
        TimeCollection.BEGINNING: "beginning of {time}",
        TimeCollection.END: "end of {time}",
        TimeCollection.WITHIN: "in {time}",
        TimeCollection.TOTAL: "total of {time}",
        TimeCollection.AVERAGE: "average per {per}, {time}",
        TimeCollection.EACH: "each {per}, {time}",
        TimeCollection.TO_DATE: "to date, {time}",
    },
    "vi": {
        TimeCollection.AT: "ngày {time}",
        TimeCollection.BEGINNING: "đầu năm {time}",
        TimeCollection.END: "cuối năm {time}",
        TimeCollection.WITHIN: "năm {time}",
        TimeCollection.TOTAL: "cả năm {time}",
        TimeCollection.AVERAGE: "bình quân mỗi {per}, {time}",
        TimeCollection.EACH: "mỗi {per}, {time}",
        TimeCollection.TO_DATE: "đến nay, {time}",
    },
}
_OF_A_SPAN: Final = {
    TimeCollection.BEGINNING: "đầu kỳ {time}",
    TimeCollection.END: "cuối kỳ {time}",
    TimeCollection.WITHIN: "trong {time}",
    TimeCollection.TOTAL: "cả kỳ {time}",
}
"""The Vietnamese patterns for periods other than a year, which do not contain *năm* (year)."""


def collected(time: Time, collection: TimeCollection, per: Frequency | Absent, lang: Lang) -> str:
    """Return a time and its time collection in words, such as "end of 2018"."""
    frequency = "" if isinstance(per, Absent) else label(per, lang)
    pattern = _COLLECTED[lang][collection]
    is_year = isinstance(time, Period) and time.months == 12 and time.start.month == 1
    if lang == "vi" and not is_year:
        pattern = _OF_A_SPAN.get(collection, pattern)
    return pattern.format(time=when(time, lang), per=frequency)


def remarks(basis: TimeBasis, statuses: tuple[Status, ...], lang: Lang) -> str:
    """Return the statuses of a figure in words, and a remark if its time is not printed with it."""
    words = [label(status, lang) for status in statuses]
    if basis is not TimeBasis.STATED:
        words.append(label(basis, lang))
    return ", ".join(words)
