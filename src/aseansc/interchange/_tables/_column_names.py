"""What tables and columns are called by people: short Vietnamese names, and explanations in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aseansc.interchange._tables._columns import Column, Form

_TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "review": ("Review", "báo cáo"),
    "documents": ("Documents", "tài liệu"),
    "units": ("Units", "đơn vị tính riêng"),
    "sections": ("Sections", "đề mục"),
    "instruments": ("Instruments", "văn bản"),
    "indicators": ("Indicators", "chỉ tiêu"),
    "breakdowns": ("Breakdowns", "phân tổ của chỉ tiêu"),
    "observations": ("Observations", "số liệu"),
    "targets": ("Targets", "mục tiêu"),
    "claims": ("Claims", "nhận định bằng số"),
    "mentions": ("Mentions", "con số khác"),
    "findings": ("Findings", "kết quả, khó khăn, giải pháp"),
    "long_texts": ("Long texts", "văn bản dài"),
}


def titles_of(table: str) -> tuple[str, str]:
    """What a table is called in English and in Vietnamese."""
    return _TITLES[table]


_VIETNAMESE: Final[Mapping[str, str]] = {
    "actual": "số thực hiện",
    "author": "tác giả",
    "baseline": "số gốc",
    "basis": "căn cứ thời gian",
    "better": "chiều tốt lên",
    "bounds": "giới hạn",
    "breakdown": "phân tổ",
    "broader": "đề mục cấp trên",
    "citation": "trích dẫn",
    "code": "mã",
    "codes": "mã phân loại",
    "complete": "đủ các phần",
    "content": "nội dung",
    "date": "ngày",
    "day": "ngày trong tháng",
    "denominator": "mẫu số",
    "dimension": "thứ nguyên",
    "direction": "chiều hướng",
    "disjoint": "không trùng nhau",
    "document": "tài liệu",
    "en": "tiếng Anh",
    "end": "cuối",
    "extra": "phần thêm (JSON)",
    "factor": "hệ số",
    "form": "cách nói",
    "governed_by": "từ chi phối",
    "id": "mã số",
    "indicator": "chỉ tiêu",
    "issuer": "nơi ban hành",
    "kind": "loại",
    "lang": "ngôn ngữ",
    "lists": "gồm có",
    "lower": "cận dưới",
    "lower_open": "không kể cận dưới",
    "magnitude": "con số",
    "month": "tháng",
    "name": "tên",
    "note": "ghi chú",
    "number": "số",
    "numerator": "tử số",
    "origin": "nguồn",
    "others": "tiếng khác",
    "part": "phần",
    "parts": "các phần",
    "per": "tính theo",
    "period": "thời kỳ",
    "place": "địa bàn",
    "plural": "số nhiều tiếng Anh",
    "price_basis": "loại giá",
    "price_period": "kỳ gốc của giá",
    "printed": "nguyên văn",
    "programme": "chương trình",
    "publisher": "nơi xuất bản",
    "qualifier": "từ định lượng",
    "resolution": "độ chính xác",
    "section": "đề mục",
    "sha256": "SHA-256",
    "start": "đầu",
    "statuses": "tình trạng",
    "subject": "nội dung",
    "target": "mục tiêu",
    "text": "lời văn",
    "time": "thời gian",
    "time_basis": "căn cứ thời gian",
    "time_collection": "cách tính theo thời gian",
    "title": "tên",
    "type": "loại",
    "unit": "đơn vị",
    "upper": "cận trên",
    "upper_open": "không kể cận trên",
    "value": "giá trị",
    "vi": "tiếng Việt",
    "whole": "tổng thể",
    "words": "lời văn",
}


def vietnamese(column: Column) -> str:
    """The short Vietnamese name of a column: ``giá trị: con số``."""
    return ": ".join(_VIETNAMESE[name] for name in column.name.split("."))


_EXPLAINED: Final[Mapping[str, str]] = {
    "magnitude": "the number as digits with a decimal point, exactly as precise as it is printed (40.40 is not 40.4).",
    "upper": "of a range, its upper end, with the qualifier between.",
    "resolution": "what it was stated to, where the digits of the number do not show it: 1000 for 378 thousand.",
    "unit": "the code of a unit of the catalogue or of the table of units, or a quotient of them: VND/person/month.",
    "time.start": "the first day of the period.",
    "time.end": "the last day of the period.",
    "time.date": "instead of a period: the one day that is printed, collected at.",
    "content.text": "of a document_number or a name: the words.",
    "content.number": "of an ordinal: the number.",
    "content.start": "of a date that is a period or a year: the first day.",
    "content.end": "of a date that is a period or a year: the last day.",
    "content.date": "of a date that is one day: the day.",
    "content.month": "of a date without a year: the month.",
    "content.day": "of a date without a year: the day.",
    "content.magnitude": "of a duration or an age: the number, as digits with a decimal point.",
    "content.unit": "of a duration or an age: its unit, such as year.",
    "bounds.lower": "of all its quantities, the least that there can be.",
    "bounds.upper": "of all its quantities, the greatest that there can be.",
    "value.form": "of an attainment or a relative change: how it is put. Empty for a difference of levels, or a share.",
}
"""Of columns that the docstrings explain for programmers, what a person who fills them in needs to know."""

_FORMS: Final[Mapping[Form, str]] = {
    Form.LIST: r"Several with semicolons between them; \; is a semicolon inside one.",
    Form.SPANS: "start-end: words, as in 4380-4383: ước; several with semicolons between them.",
    Form.TRANSLATIONS: "tag: words, as in lo: …; several with semicolons between them.",
    Form.JSON: "A JSON object.",
    Form.DAY: "A day: 2018-12-31.",
}


def described(column: Column) -> str:
    """What a column means, and what may stand in it."""
    words = _EXPLAINED.get(column.name) or _EXPLAINED.get(column.path[-1]) or column.description
    said = [f"{words[:1].upper()}{words[1:]}"] if words else []
    if column.form in _FORMS:
        said.append(_FORMS[column.form])
    if column.codes:
        said.append(f"One of: {', '.join(column.codes)}.")
    if column.default:
        said.append(f"Empty: {column.default}.")
    others = [way for way in column.absent if way != column.default]
    if others:
        said.append(f"Where there is none: {' or '.join(others)}.")
    return " ".join(said)
