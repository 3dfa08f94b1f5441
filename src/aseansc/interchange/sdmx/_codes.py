"""Codes of SDMX: how ours are written as ids of SDMX, and the code lists that a figure's attributes are taken from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from aseansc.citations import Citation
from aseansc.periods import AsOf, Time

AGENCY: Final = "ASEANSC"
"""Who maintains the structures that we write."""

NOT_APPLICABLE: Final = "_Z"
TOTAL: Final = "_T"
"""Codes that SDMX reserves, in every code list."""

ID: Final = re.compile(r"[A-Za-z0-9_@$-]+")
"""What SDMX takes for the id of a code (IDType)."""

_TO_SDMX: Final = str.maketrans({".": "$", "/": "@", ":": "@"})


def to_id(code: str) -> str:
    """A code of ours as an id of SDMX, which has no point, stroke or colon: ``VND@person``, ``poverty$2018``."""
    return code.translate(_TO_SDMX)


def from_id(text: str) -> str:
    """The code of ours that an id of SDMX stands for."""
    return text.replace("$", ".").replace("@", "/")


def to_breakdown(codes: tuple[str, ...]) -> str:
    """The categories that a figure is confined to as one code: ``sex@female@@age@15-24``; ``_T`` for the whole."""
    return "@@".join(map(to_id, codes)) if codes else TOTAL


def from_breakdown(text: str) -> tuple[str, ...]:
    """The categories that a code of `to_breakdown` stands for."""
    if text == TOTAL:
        return ()
    return tuple(code.replace("$", ".").replace("@", ":") for code in text.split("@@"))


def slug(review: str) -> str:
    """The id of a review as it can stand in the name of a structure, which has no point."""
    return review.replace(".", "_")


_YEARS: Final = re.compile(r"[0-9]{4}-01-01/P(2|3|4|5|10|20|30)Y")


def frequency(time: Time, text: str) -> str:
    """The code of CL_FREQ for the length of a time."""
    if isinstance(time, AsOf) or text.endswith("/P1D"):
        return "D"
    if len(text) == 4:
        return "A"
    if len(text) == 7:
        return {"S": "S", "Q": "Q"}.get(text[5], "M")
    years = _YEARS.fullmatch(text)
    return f"A{years[1]}" if years else "_O"


def governing(citation: Citation) -> list[list[int | str]]:
    """The words that govern a citation: the start and end of each, and what is printed."""
    return [[span.start, span.end, span.printed] for span in citation.governed_by]


# -- code lists


class Name(NamedTuple):
    """What a code is called."""

    en: str
    vi: str


class CodeListDefinition(NamedTuple):
    """A code list that is the same for every review."""

    agency: str
    id: str
    version: str
    name: Name
    codes: Mapping[str, Name]

    @property
    def urn(self) -> str:
        """Its name within SDMX."""
        return f"urn:sdmx:org.sdmx.infomodel.codelist.Codelist={self.agency}:{self.id}({self.version})"


def _codes(*rows: tuple[str, str, str]) -> dict[str, Name]:
    return {code: Name(en, vi) for code, en, vi in rows}


CL_FREQ: Final = CodeListDefinition(
    "SDMX",
    "CL_FREQ",
    "2.1",
    Name("Frequency", "Tần suất"),
    _codes(
        ("A", "Annual", "Năm"),
        ("A2", "Biennial", "Hai năm"),
        ("A3", "Triennial", "Ba năm"),
        ("A4", "Quadrennial", "Bốn năm"),
        ("A5", "Quinquennial", "Năm năm"),
        ("A10", "Decennial", "Mười năm"),
        ("A20", "Bidecennial", "Hai mươi năm"),
        ("A30", "Tridecennial", "Ba mươi năm"),
        ("S", "Half-yearly, semester", "Nửa năm"),
        ("Q", "Quarterly", "Quý"),
        ("M", "Monthly", "Tháng"),
        ("D", "Daily", "Ngày"),
        ("_O", "Other", "Khác"),
    ),
)

CL_OBS_STATUS: Final = CodeListDefinition(
    "SDMX",
    "CL_OBS_STATUS",
    "2.3",
    Name("Observation status", "Trạng thái quan sát"),
    _codes(
        ("A", "Normal value", "Giá trị bình thường"),
        ("E", "Estimated value", "Giá trị ước tính"),
        ("F", "Forecast value", "Giá trị dự báo"),
        ("L", "Missing value; data exist but were not collected", "Thiếu; có số liệu nhưng không thu thập"),
        ("M", "Missing value; data cannot exist", "Thiếu; không thể có số liệu"),
        ("O", "Missing value", "Thiếu giá trị"),
        ("P", "Provisional value", "Giá trị sơ bộ"),
    ),
)

CL_UNIT_MULT: Final = CodeListDefinition(
    "SDMX",
    "CL_UNIT_MULT",
    "1.1",
    Name("Unit multiplier", "Bội số của đơn vị"),
    _codes(
        ("0", "Units", "Đơn vị"),
        ("3", "Thousands", "Nghìn"),
        ("6", "Millions", "Triệu"),
        ("9", "Billions", "Tỷ"),
        ("12", "Trillions", "Nghìn tỷ"),
        ("15", "Quadrillions", "Triệu tỷ"),
    ),
)

CL_TIME_PER_COLLECT: Final = CodeListDefinition(
    "SDMX",
    "CL_TIME_PER_COLLECT",
    "1.0",
    Name("Time period - collection", "Thời điểm thu thập trong kỳ"),
    _codes(
        ("A", "Average of period", "Bình quân kỳ"),
        ("B", "Beginning of period", "Đầu kỳ"),
        ("E", "End of period", "Cuối kỳ"),
        ("S", "Summed through period", "Cộng dồn trong kỳ"),
    ),
)

CL_FIGURE_TYPE: Final = CodeListDefinition(
    AGENCY,
    "CL_FIGURE_TYPE",
    "1.0",
    Name("What a figure is", "Loại số liệu"),
    _codes(
        ("observation", "Observation: a value that is stated", "Số liệu thực tế"),
        ("target", "Target: a value that a plan wants", "Chỉ tiêu kế hoạch"),
        ("change", "Claim: how an indicator changed", "Mức tăng, giảm"),
        ("attainment", "Claim: how far a plan was met", "Mức hoàn thành kế hoạch"),
        ("share", "Claim: what share of a whole a part is", "Tỷ trọng"),
    ),
)

CL_TIME_COLLECTION: Final = CodeListDefinition(
    AGENCY,
    "CL_TIME_COLLECTION",
    "1.0",
    Name("How a figure fills its time", "Cách số liệu gắn với thời gian"),
    _codes(
        ("at", "On the day itself", "Tại ngày"),
        ("beginning", "At the start of the period", "Đầu kỳ"),
        ("end", "At the end of the period", "Cuối kỳ"),
        ("within", "Some day of the period, not said which", "Trong kỳ, không rõ ngày"),
        ("total", "Summed over the period", "Tổng trong kỳ"),
        ("average", "Mean of the months, quarters or years of the period", "Bình quân mỗi tháng, quý, năm trong kỳ"),
        ("each", "So much in each month, quarter or year of the period", "Mỗi tháng, quý, năm trong kỳ"),
        ("to_date", "Summed from the start of the period to a day that is not said", "Lũy kế đến nay"),
        ("_Z", "Not applicable: a claim", "Không áp dụng"),
    ),
)

CL_QUALIFIER: Final = CodeListDefinition(
    AGENCY,
    "CL_QUALIFIER",
    "1.0",
    Name("What the word before a figure says of it", "Từ chỉ mức độ của số liệu"),
    _codes(
        ("exact", "No word: the value, as far as it was rounded", "Không có từ chỉ mức độ"),
        ("over", "More than the value", "Trên, hơn"),
        ("at_least", "The value or more", "Tối thiểu"),
        ("under", "Less than the value", "Dưới, chưa đầy"),
        ("nearly", "Less than the value, and said to be near it", "Gần, ngót"),
        ("at_most", "The value or less", "Tối đa"),
        ("about", "Near the value, or near the range, on either side", "Khoảng, xấp xỉ"),
        ("between", "A range: RANGE_LOWER to RANGE_UPPER, without OBS_VALUE", "Từ … đến …"),
        ("_Z", "Not applicable: a plan without its number", "Không áp dụng"),
    ),
)

CL_VALUE_FORM: Final = CodeListDefinition(
    AGENCY,
    "CL_VALUE_FORM",
    "1.0",
    Name("How a claim or an unnumbered target is put", "Cách nêu số liệu"),
    _codes(
        ("change", "A difference of two levels, in units", "Chênh lệch"),
        ("by", "A change by so many percent of a base", "Tăng, giảm bao nhiêu phần trăm"),
        ("to", "A change to so many percent of a base", "Bằng bao nhiêu phần trăm so với"),
        ("times", "A change to so many times a base", "Gấp bao nhiêu lần"),
        ("of_plan", "Percent of a plan", "Đạt bao nhiêu phần trăm kế hoạch"),
        ("over_plan", "Percent over a plan", "Vượt kế hoạch"),
        ("under_plan", "Percent under a plan", "Hụt kế hoạch"),
        ("not_stated", "A plan that is mentioned without its number", "Không nêu con số"),
        ("qualitative", "A plan that is set in words", "Nêu bằng lời"),
    ),
)

CL_TIME_BASIS: Final = CodeListDefinition(
    AGENCY,
    "CL_TIME_BASIS",
    "1.0",
    Name("How the time of a figure is known", "Căn cứ của thời gian"),
    _codes(
        ("stated", "Printed with the figure", "Nêu cùng số liệu"),
        ("carried", "Printed earlier in the same passage", "Nêu ở phần trước"),
        ("assumed", "Not printed; the review's own period", "Không nêu; giả định"),
    ),
)

CL_PER: Final = CodeListDefinition(
    AGENCY,
    "CL_PER",
    "1.0",
    Name("What an average or an each is per", "Bình quân hoặc mỗi"),
    _codes(("month", "Month", "Tháng"), ("quarter", "Quarter", "Quý"), ("year", "Year", "Năm")),
)

SHARED: Final = (
    CL_FREQ,
    CL_FIGURE_TYPE,
    CL_TIME_COLLECTION,
    CL_OBS_STATUS,
    CL_UNIT_MULT,
    CL_TIME_PER_COLLECT,
    CL_QUALIFIER,
    CL_VALUE_FORM,
    CL_TIME_BASIS,
    CL_PER,
)
"""The code lists that are the same for every review."""

# -- components


class Component(NamedTuple):
    """A dimension, the measure or an attribute: its id, what it is, and what its values are taken from."""

    id: str
    name: Name
    values: CodeListDefinition | str
    """A code list; or the id of a code list of the review's own; or a type of SDMX for texts and numbers."""


AREAS: Final = "CL_AREA"
INDICATORS: Final = "CL_INDICATOR"
BREAKDOWNS: Final = "CL_COMP_BREAKDOWN"
UNITS: Final = "CL_UNIT_MEASURE"
"""The code lists that each review has of its own."""

DIMENSIONS: Final = (
    Component("FREQ", Name("Frequency", "Tần suất"), CL_FREQ),
    Component("REF_AREA", Name("Reference area", "Địa bàn"), AREAS),
    Component("INDICATOR", Name("Indicator", "Chỉ tiêu"), INDICATORS),
    Component("COMPOSITE_BREAKDOWN", Name("Breakdown", "Phân tổ"), BREAKDOWNS),
    Component("FIGURE_TYPE", Name("What a figure is", "Loại số liệu"), CL_FIGURE_TYPE),
    Component("TIME_COLLECTION", Name("How a figure fills its time", "Cách gắn với thời gian"), CL_TIME_COLLECTION),
    Component("STATEMENT", Name("Which of several statements of one thing", "Lần nêu thứ mấy"), "Integer"),
    Component("TIME_PERIOD", Name("Time period", "Thời gian"), "ObservationalTimePeriod"),
)

MEASURE: Final = Component("OBS_VALUE", Name("Observation value", "Giá trị"), "Decimal")

ATTRIBUTES: Final = (
    Component("UNIT_MEASURE", Name("Unit of measure", "Đơn vị tính"), UNITS),
    Component("UNIT_MULT", Name("Unit multiplier", "Bội số của đơn vị"), CL_UNIT_MULT),
    Component("DECIMALS", Name("Decimals", "Số chữ số thập phân"), "Integer"),
    Component("OBS_STATUS", Name("Observation status", "Trạng thái quan sát"), CL_OBS_STATUS),
    Component("TIME_PER_COLLECT", Name("Time period - collection", "Thời điểm thu thập"), CL_TIME_PER_COLLECT),
    Component("COMMENT_OBS", Name("Comment", "Ghi chú"), "String"),
    Component("COMMENT_OBS_VI", Name("Comment in Vietnamese", "Ghi chú tiếng Việt"), "String"),
    Component("COMMENT_OBS_OTHERS", Name("Comment in other languages", "Ghi chú tiếng khác"), "String"),
    Component("FIGURE_ID", Name("Id of the figure within the review", "Mã của số liệu"), "String"),
    Component("QUALIFIER", Name("Qualifier", "Từ chỉ mức độ"), CL_QUALIFIER),
    Component("RANGE_LOWER", Name("Lower end of a range", "Cận dưới"), "Decimal"),
    Component("RANGE_UPPER", Name("Upper end of a range", "Cận trên"), "Decimal"),
    Component("RESOLUTION", Name("Resolution, where the digits do not show it", "Độ phân giải"), "Decimal"),
    Component("VALUE_FORM", Name("How the value is put", "Cách nêu"), CL_VALUE_FORM),
    Component("STATUSES", Name("Every status that the report gives", "Mọi trạng thái được nêu"), "String"),
    Component("TIME_BASIS", Name("How the time is known", "Căn cứ của thời gian"), CL_TIME_BASIS),
    Component("PER", Name("What an average or an each is per", "Bình quân hoặc mỗi"), CL_PER),
    Component("LISTS", Name("What is counted, by name", "Danh sách được nêu"), "String"),
    Component("BASELINE", Name("Observation a target starts from", "Số liệu gốc của chỉ tiêu"), "String"),
    Component("CHANGE_START", Name("Observation a change starts from", "Số liệu đầu của mức thay đổi"), "String"),
    Component("CHANGE_END", Name("Observation a change ends at", "Số liệu cuối của mức thay đổi"), "String"),
    Component("ACTUAL", Name("Observation an attainment measures", "Số liệu thực hiện"), "String"),
    Component("TARGET", Name("Target an attainment is measured against", "Chỉ tiêu được so sánh"), "String"),
    Component("PART", Name("Observation that is the part", "Số liệu bộ phận"), "String"),
    Component("WHOLE", Name("Indicator that is the whole", "Chỉ tiêu tổng thể"), "String"),
    Component("CITED_DOCUMENT", Name("Id of the document cited", "Mã tài liệu trích dẫn"), "String"),
    Component("CITED_START", Name("Index of the first character cited", "Vị trí đầu"), "Integer"),
    Component("CITED_END", Name("Index after the last character cited", "Vị trí cuối"), "Integer"),
    Component("CITED_TEXT", Name("The characters cited", "Nguyên văn"), "String"),
    Component("GOVERNED_BY", Name("Distant words the figure stands under", "Từ chi phối"), "String"),
)

COLUMNS: Final[tuple[str, ...]] = (
    *(component.id for component in DIMENSIONS),
    MEASURE.id,
    *(component.id for component in ATTRIBUTES),
)
"""What a row holds, in the order in which it is written."""

KEY: Final[tuple[str, ...]] = tuple(component.id for component in DIMENSIONS)

MANDATORY: Final = frozenset({"OBS_STATUS", "FIGURE_ID", "QUALIFIER", "TIME_BASIS"})
"""Attributes that every figure has."""
