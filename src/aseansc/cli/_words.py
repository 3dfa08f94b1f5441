"""Labels, and times in words, in English and Vietnamese."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from aseansc.codelists import Absent
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection

Lang: TypeAlias = Literal["en", "vi"]

WORDS: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "estimated": "estimated",
        "provisional": "provisional",
        "forecast": "forecast",
        "planned": "planned",
        "revised": "revised",
        "assumed": "time assumed",
        "carried": "time as before",
        "change": "change",
        "attainment": "plan",
        "share": "share",
        "target": "target",
        "not_stated": "not stated",
        "qualitative": "stated in words",
        "uncounted": "without figures",
        "of": "of",
        "indicators": "indicators",
        "figures": "figures",
        "note": "note",
        "other": "Other",
        "in_other": "in Vietnamese",
        "unit": "unit",
        "kind": "kind",
        "stock": "stock",
        "flow": "flow",
        "rate": "rate",
        "better": "desired",
        "up": "up",
        "down": "down",
        "steady": "steady",
        "not_applicable": "not applicable",
        "bounds": "bounds",
        "numerator": "numerator",
        "denominator": "denominator",
        "piece": "part",
        "piece_of": "part of",
        "baseline": "baseline",
        "start": "from",
        "end": "to",
        "actual": "actual",
        "part": "part",
        "whole": "whole",
        "section": "section",
        "codes": "codes",
        "id": "id",
        "printed": "printed",
        "governed": "context",
        "possible": "possible values",
        "findings": "Findings",
        "result": "result",
        "difficulty": "difficulty",
        "action": "action",
    },
    "vi": {
        "estimated": "ước",
        "provisional": "sơ bộ",
        "forecast": "dự báo",
        "planned": "kế hoạch",
        "revised": "điều chỉnh",
        "assumed": "kỳ giả định",
        "carried": "kỳ nêu trước đó",
        "change": "thay đổi",
        "attainment": "kế hoạch",
        "share": "tỷ trọng",
        "target": "chỉ tiêu",
        "not_stated": "không ghi số",
        "qualitative": "nêu bằng lời",
        "uncounted": "không có số liệu",
        "of": "trong",
        "indicators": "chỉ tiêu",
        "figures": "số liệu",
        "note": "ghi chú",
        "other": "Khác",
        "in_other": "tiếng Anh",
        "unit": "đơn vị",
        "kind": "loại",
        "stock": "số thời điểm",
        "flow": "số thời kỳ",
        "rate": "tỷ lệ",
        "better": "xu hướng tốt",
        "up": "tăng",
        "down": "giảm",
        "steady": "giữ vững",
        "not_applicable": "không áp dụng",
        "bounds": "giới hạn",
        "numerator": "tử số",
        "denominator": "mẫu số",
        "piece": "bộ phận",
        "piece_of": "thuộc",
        "baseline": "số gốc",
        "start": "từ",
        "end": "đến",
        "actual": "thực hiện",
        "part": "phần",
        "whole": "tổng số",
        "section": "mục",
        "codes": "mã",
        "id": "mã số liệu",
        "printed": "bản in",
        "governed": "ngữ cảnh",
        "possible": "các giá trị có thể có",
        "findings": "Nhận định",
        "result": "kết quả",
        "difficulty": "khó khăn",
        "action": "giải pháp",
    },
}


_HALVES: Final[dict[Lang, tuple[str, str]]] = {
    "en": ("first half of {}", "second half of {}"),
    "vi": ("6 tháng đầu năm {}", "6 tháng cuối năm {}"),
}


def when(time: Time, lang: Lang) -> str:
    """Return a day or a period in words."""
    if isinstance(time, AsOf):
        day = time.date
        return f"{day.day}/{day.month}/{day.year}" if lang == "vi" else day.isoformat()
    months, start = time.months, time.start
    if months is not None and months % 12 == 0 and start.month == 1:
        return str(start.year) if months == 12 else f"{start.year}-{time.end.year}"
    if months == 6 and start.month in (1, 7):
        return _HALVES[lang][start.month == 7].format(start.year)
    if months == 3 and start.month % 3 == 1:
        quarter = start.month // 3 + 1
        return f"quý {quarter} năm {start.year}" if lang == "vi" else f"quarter {quarter} of {start.year}"
    if months == 1:
        return f"tháng {start.month} năm {start.year}" if lang == "vi" else f"{start.year}-{start.month:02d}"
    return " - ".join(when(AsOf(date=day), lang) for day in (start, time.end))


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
_PER: Final[dict[Lang, dict[Frequency, str]]] = {
    "en": {Frequency.MONTH: "month", Frequency.QUARTER: "quarter", Frequency.YEAR: "year"},
    "vi": {Frequency.MONTH: "tháng", Frequency.QUARTER: "quý", Frequency.YEAR: "năm"},
}


def collected(time: Time, collection: TimeCollection, per: Frequency | Absent, lang: Lang) -> str:
    """Return a time and its time collection in words, such as "end of 2018"."""
    frequency = "" if isinstance(per, Absent) else _PER[lang][per]
    pattern = _COLLECTED[lang][collection]
    is_year = isinstance(time, Period) and time.months == 12 and time.start.month == 1
    if lang == "vi" and not is_year:
        pattern = _OF_A_SPAN.get(collection, pattern)
    return pattern.format(time=when(time, lang), per=frequency)


def remarks(basis: TimeBasis, statuses: tuple[str, ...], lang: Lang) -> str:
    """Return the statuses of a figure in words, and a remark if its time is not printed with it."""
    words = [WORDS[lang][status] for status in statuses]
    if basis is not TimeBasis.STATED:
        words.append(WORDS[lang][basis.value])
    return ", ".join(words)
