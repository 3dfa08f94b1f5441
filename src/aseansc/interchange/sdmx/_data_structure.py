"""SDMX identifiers, the code lists and the components (dimensions, measure, attributes) of the data structure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from aseansc.citations import Citation
from aseansc.codelists import Absent
from aseansc.indicators import Indicator
from aseansc.observations import Confidentiality, Status
from aseansc.periods import AsOf, Period, Time, TimeCollection
from aseansc.values import Attainment, Change, RelativeChange, Value

AGENCY: Final = "ASEANSC"
"""The maintenance agency of the structures that this library writes."""

VERSION: Final = "1.0"
"""The version of these structures."""

UNREADABLE: Final = "the document cannot be read"
"""The message of errors for a document that cannot be read even as a draft."""

NOT_APPLICABLE: Final = "_Z"
TOTAL: Final = "_T"
"""Codes with a reserved meaning in every code list: not applicable, and total."""

ID: Final = re.compile(r"[A-Za-z0-9_@$-]+")
"""The form of an SDMX identifier (IDType)."""

_TO_SDMX: Final = str.maketrans({".": "$", "/": "@", ":": "@"})


def to_id(code: str) -> str:
    """Return an aseansc code as an SDMX identifier, in which points, slashes and colons are not allowed.

    >>> to_id("VND/person"), to_id("poverty.2018")
    ('VND@person', 'poverty$2018')
    """
    return code.translate(_TO_SDMX)


def from_id(text: str) -> str:
    """Return an SDMX identifier as an aseansc code: ``$`` becomes a point and ``@`` a slash.

    It is the inverse of `to_id`, except for codes with a colon, which are breakdown categories; see `from_breakdown`.
    """
    return text.replace("$", ".").replace("@", "/")


def to_breakdown(codes: tuple[str, ...]) -> str:
    """Return a breakdown as one code; ``_T`` (total) if it is empty.

    >>> to_breakdown(("sex:female", "age:15-24"))
    'sex@female@@age@15-24'
    """
    return "@@".join(map(to_id, codes)) if codes else TOTAL


def from_breakdown(text: str) -> tuple[str, ...]:
    """Return the categories in a breakdown code: ``("sex:female",)`` for ``sex@female``, ``()`` for ``_T``."""
    if text == TOTAL:
        return ()
    return tuple(code.replace("$", ".").replace("@", ":") for code in text.split("@@"))


def slug(review: str) -> str:
    """Return the id of a review in the form that ids of structures use, without points."""
    return review.replace(".", "_")


def dataflow_id(review: str) -> str:
    """Return the id of the dataflow of a review."""
    return f"DF_{slug(review)}"


_YEARS: Final = re.compile(r"[0-9]{4}-01-01/P(2|3|4|5|10|20|30)Y")


def frequency(time: Time, text: str) -> str:
    """Return the code of CL_FREQ for the length of a time.

    Args:
        time: the time.
        text: the same time as TIME_PERIOD.
    """
    if isinstance(time, AsOf) or text.endswith("/P1D"):
        return "D"
    if len(text) == 4:
        return "A"
    if len(text) == 7:
        return {"S": "S", "Q": "Q"}.get(text[5], "M")
    years = _YEARS.fullmatch(text)
    return f"A{years[1]}" if years else "_O"


def governing(citation: Citation) -> list[list[int | str]]:
    """Return the spans that govern a citation, each as start, end and printed text."""
    return [[span.start, span.end, span.printed] for span in citation.governed_by]


# -- code lists


class Name(NamedTuple):
    """A name in English and Vietnamese."""

    en: str
    vi: str


class CodeListDefinition(NamedTuple):
    """A code list that all reviews share."""

    agency: str
    id: str
    version: str
    name: Name
    codes: Mapping[str, Name]

    @property
    def urn(self) -> str:
        """The URN of the code list."""
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
        ("Q", "Missing value; suppressed", "Thiếu; không công bố"),
    ),
)

CL_CONF_STATUS: Final = CodeListDefinition(
    "SDMX",
    "CL_CONF_STATUS",
    "1.0",
    Name("Confidentiality status", "Mức bảo mật"),
    _codes(
        ("F", "Free", "Được công bố"),
        ("N", "Not for publication, restricted for internal use only", "Không công bố, chỉ dùng nội bộ"),
        ("C", "Confidential statistical information", "Số liệu thống kê mật"),
        ("D", "Secondary confidentiality set by the sender, not for publication", "Che để bảo vệ số liệu mật khác"),
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
    Name("Figure type", "Loại số liệu"),
    _codes(
        ("observation", "Observation: a value that the report states", "Số liệu thực tế"),
        ("target", "Target: a planned value", "Chỉ tiêu kế hoạch"),
        ("change", "Change claim: an increase or decrease", "Mức tăng, giảm"),
        ("attainment", "Attainment claim: how far a plan was met", "Mức hoàn thành kế hoạch"),
        ("share", "Share claim: a part as a share of a whole", "Tỷ trọng"),
    ),
)

CL_TIME_COLLECTION: Final = CodeListDefinition(
    AGENCY,
    "CL_TIME_COLLECTION",
    "1.0",
    Name("Aggregation over time", "Cách tổng hợp theo thời gian"),
    _codes(
        ("at", "On the day", "Tại ngày"),
        ("beginning", "At the start of the period", "Đầu kỳ"),
        ("end", "At the end of the period", "Cuối kỳ"),
        ("within", "On an unknown day of the period", "Một ngày trong kỳ, không rõ ngày nào"),
        ("total", "Summed over the period", "Tổng trong kỳ"),
        ("average", "Mean of the months, quarters or years of the period", "Bình quân mỗi tháng, quý, năm trong kỳ"),
        ("each", "The same amount in each month, quarter or year of the period", "Mỗi tháng, quý, năm trong kỳ"),
        ("to_date", "Summed from the start of the period to an unknown day", "Lũy kế từ đầu kỳ đến một ngày không rõ"),
        ("_Z", "Not applicable (claims)", "Không áp dụng"),
    ),
)

CL_QUALIFIER: Final = CodeListDefinition(
    AGENCY,
    "CL_QUALIFIER",
    "1.0",
    Name("Qualifier printed before a figure", "Từ chỉ mức độ trước số liệu"),
    _codes(
        ("exact", "Exact within rounding (no qualifier printed)", "Không có từ chỉ mức độ"),
        ("over", "More than the value", "Trên, hơn"),
        ("at_least", "The value or more", "Tối thiểu"),
        ("under", "Less than the value", "Dưới, chưa đầy"),
        ("nearly", "Less than the value, and close to it", "Gần, ngót"),
        ("at_most", "The value or less", "Tối đa"),
        ("about", "Close to the value or the range, on either side", "Khoảng, xấp xỉ"),
        ("between", "A range from RANGE_LOWER to RANGE_UPPER, without OBS_VALUE", "Từ … đến …"),
        ("_Z", "Not applicable (no number)", "Không áp dụng"),
    ),
)

CL_VALUE_FORM: Final = CodeListDefinition(
    AGENCY,
    "CL_VALUE_FORM",
    "1.0",
    Name("Form of the value", "Cách nêu số liệu"),
    _codes(
        ("change", "A net flow, or a difference between two levels, in units", "Hiệu của hai luồng, hoặc chênh lệch"),
        ("by", "A change by a percentage of the earlier level", "Tăng, giảm bao nhiêu phần trăm"),
        ("to", "A level as a percentage of the earlier level", "Bằng bao nhiêu phần trăm so với"),
        ("times", "A level as a multiple of the earlier level", "Gấp bao nhiêu lần"),
        ("increase_times", "An increase printed as a multiple: to or by it", "Tăng bao nhiêu lần"),
        ("decrease_times", "A decrease printed as a multiple", "Giảm bao nhiêu lần"),
        ("of_plan", "Percent of the plan", "Đạt bao nhiêu phần trăm kế hoạch"),
        ("over_plan", "Percent above the plan", "Vượt kế hoạch"),
        ("under_plan", "Percent below the plan", "Hụt kế hoạch"),
        ("not_stated", "The number is not stated", "Không nêu con số"),
        ("qualitative", "A target that is set in words", "Nêu bằng lời"),
    ),
)

CL_TIME_BASIS: Final = CodeListDefinition(
    AGENCY,
    "CL_TIME_BASIS",
    "1.0",
    Name("Source of the time of a figure", "Căn cứ của thời gian"),
    _codes(
        ("stated", "Printed with the figure", "Nêu cùng số liệu"),
        ("carried", "Printed earlier in the same passage", "Nêu ở phần trước"),
        ("assumed", "Not printed; the period of the review is assumed", "Không nêu; giả định theo kỳ của báo cáo"),
    ),
)

CL_PER: Final = CodeListDefinition(
    AGENCY,
    "CL_PER",
    "1.0",
    Name("Unit of time of a repeated figure", "Đơn vị thời gian của số bình quân hoặc số mỗi kỳ"),
    _codes(("month", "Month", "Tháng"), ("quarter", "Quarter", "Quý"), ("year", "Year", "Năm")),
)

CL_PRICE_BASIS: Final = CodeListDefinition(
    AGENCY,
    "CL_PRICE_BASIS",
    "1.0",
    Name("Prices in which a change is computed", "Loại giá của mức thay đổi"),
    _codes(("current", "Current prices", "Giá hiện hành"), ("constant", "Constant prices", "Giá so sánh")),
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
    CL_CONF_STATUS,
    CL_PRICE_BASIS,
)
"""The code lists that all reviews share."""

# -- components


class Component(NamedTuple):
    """A component of the data structure: a dimension, the measure or an attribute."""

    id: str
    name: Name
    values: CodeListDefinition | str
    """The code list of its values; the id of a code list of the review; or an SDMX data type."""


AREAS: Final = "CL_AREA"
INDICATORS: Final = "CL_INDICATOR"
BREAKDOWNS: Final = "CL_COMP_BREAKDOWN"
UNITS: Final = "CL_UNIT_MEASURE"
"""Ids of the code lists whose codes differ between reviews."""

DIMENSIONS: Final = (
    Component("FREQ", Name("Frequency", "Tần suất"), CL_FREQ),
    Component("REF_AREA", Name("Reference area", "Địa bàn"), AREAS),
    Component("INDICATOR", Name("Indicator", "Chỉ tiêu"), INDICATORS),
    Component("COMPOSITE_BREAKDOWN", Name("Breakdown", "Phân tổ"), BREAKDOWNS),
    Component("FIGURE_TYPE", Name("Figure type", "Loại số liệu"), CL_FIGURE_TYPE),
    Component("TIME_COLLECTION", Name("Aggregation over time", "Cách tổng hợp theo thời gian"), CL_TIME_COLLECTION),
    Component("STATEMENT", Name("Number of the statement, if repeated", "Lần nêu thứ mấy"), "Integer"),
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
    Component("FIGURE_ID", Name("Id of the figure in the review", "Mã của số liệu"), "String"),
    Component("QUALIFIER", Name("Qualifier", "Từ chỉ mức độ"), CL_QUALIFIER),
    Component("RANGE_LOWER", Name("Lower end of a range", "Cận dưới"), "Decimal"),
    Component("RANGE_UPPER", Name("Upper end of a range", "Cận trên"), "Decimal"),
    Component("RESOLUTION", Name("Resolution, if the digits do not show it", "Mức làm tròn"), "Decimal"),
    Component("VALUE_FORM", Name("Form of the value", "Cách nêu số liệu"), CL_VALUE_FORM),
    Component("STATUSES", Name("All statuses given by the report", "Mọi trạng thái được nêu"), "String"),
    Component("TIME_BASIS", Name("Source of the time", "Căn cứ của thời gian"), CL_TIME_BASIS),
    Component("PER", Name("Unit of time of a repeated figure", "Đơn vị thời gian của số lặp lại"), CL_PER),
    Component("LISTS", Name("Names of the items counted", "Danh sách được nêu"), "String"),
    Component("BASELINE", Name("Baseline observation of a target", "Số liệu gốc của chỉ tiêu"), "String"),
    Component("CHANGE_START", Name("Observation at the start of a change", "Số liệu đầu của mức thay đổi"), "String"),
    Component("CHANGE_END", Name("Observation at the end of a change", "Số liệu cuối của mức thay đổi"), "String"),
    Component("ACTUAL", Name("Observation compared with a target", "Số liệu thực hiện"), "String"),
    Component("TARGET", Name("Target of the comparison", "Chỉ tiêu được so sánh"), "String"),
    Component("PART", Name("Observation of the part of a share", "Số liệu bộ phận"), "String"),
    Component("WHOLE", Name("Indicator of the whole of a share", "Chỉ tiêu tổng thể"), "String"),
    Component("STANDARD", Name("Standard by which the figure was counted", "Chuẩn áp dụng"), "String"),
    Component("SAMPLING_ERR", Name("Sampling error", "Sai số chọn mẫu"), "String"),
    Component("CONF_STATUS", Name("Confidentiality status", "Mức bảo mật"), CL_CONF_STATUS),
    Component("REVISES", Name("Figure that this one replaces", "Số liệu được thay thế"), "String"),
    Component("PRICE_BASIS", Name("Prices of a change", "Loại giá của mức thay đổi"), CL_PRICE_BASIS),
    Component("BASE_PER", Name("Base period", "Kỳ gốc"), "ObservationalTimePeriod"),
    Component("CITED_DOCUMENT", Name("Id of the cited document", "Mã tài liệu trích dẫn"), "String"),
    Component("CITED_START", Name("Position of the first cited character", "Vị trí ký tự đầu"), "Integer"),
    Component("CITED_END", Name("Position after the last cited character", "Vị trí sau ký tự cuối"), "Integer"),
    Component("CITED_TEXT", Name("Cited text", "Nguyên văn"), "String"),
    Component(
        "GOVERNED_BY", Name("Spans elsewhere that govern the figure", "Các đoạn khác chi phối số liệu"), "String"
    ),
    Component("CITED_PLACE", Name("Place in the file where it is printed", "Chỗ trong tệp"), "String"),
)


class Row(NamedTuple):
    """The cells of a row, one for each component; an empty or missing cell is ``""``."""

    freq: str
    ref_area: str
    indicator: str
    composite_breakdown: str
    figure_type: str
    time_collection: str
    statement: str
    time_period: str
    obs_value: str
    unit_measure: str
    unit_mult: str
    decimals: str
    obs_status: str
    time_per_collect: str
    comment_obs: str
    comment_obs_vi: str
    comment_obs_others: str
    figure_id: str
    qualifier: str
    range_lower: str
    range_upper: str
    resolution: str
    value_form: str
    statuses: str
    time_basis: str
    per: str
    lists: str
    baseline: str
    change_start: str
    change_end: str
    actual: str
    target: str
    part: str
    whole: str
    standard: str
    sampling_err: str
    conf_status: str
    revises: str
    price_basis: str
    base_per: str
    cited_document: str
    cited_start: str
    cited_end: str
    cited_text: str
    governed_by: str
    cited_place: str

    def cell(self, column: str) -> str:
        """Return a cell by the id of its component."""
        return self[_AT[column]]


COLUMNS: Final = tuple(map(str.upper, Row._fields))
"""The columns of a row, in the order in which they are written: the dimensions, the measure, the attributes."""
_AT: Final = {name: at for at, name in enumerate(COLUMNS)}

KEY: Final[tuple[str, ...]] = tuple(component.id for component in DIMENSIONS)

MANDATORY: Final = frozenset({"OBS_STATUS", "FIGURE_ID", "QUALIFIER", "TIME_BASIS"})
"""The ids of the attributes that every figure has."""

HEAD: Final = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
"""The first columns of SDMX-CSV: the type of structure, its reference, and the action of the row."""

LONGEST_CELL: Final = 131_072
"""The largest number of characters in a cell that common readers of CSV accept."""

MULTIPLIERS: Final = tuple(range(0, 16, 3))
"""The exponents of UNIT_MULT that are written: units, thousands, millions…"""

STATUS_CODES: Final = {Status.FORECAST: "F", Status.ESTIMATED: "E", Status.PROVISIONAL: "P"}
"""The codes of CL_OBS_STATUS for the statuses that it has, in order of precedence, since OBS_STATUS holds only one."""

ABSENCE_CODES: Final = {
    Status.SUPPRESSED: "Q",
    Status.NOT_EXISTING: "M",
    Status.NOT_COLLECTED: "L",
    Status.MISSING: "O",
}
"""The codes of CL_OBS_STATUS for the statuses of observations without a value, in order of precedence."""

CONFIDENTIALITY_CODES: Final = {
    Confidentiality.FREE: "F",
    Confidentiality.NOT_FOR_PUBLICATION: "N",
    Confidentiality.CONFIDENTIAL: "C",
    Confidentiality.SECONDARY: "D",
}
"""The codes of CL_CONF_STATUS."""

COLLECTION_CODES: Final = {
    TimeCollection.BEGINNING: "B",
    TimeCollection.END: "E",
    TimeCollection.TOTAL: "S",
    TimeCollection.AVERAGE: "A",
}
"""The codes of CL_TIME_PER_COLLECT for the time collections that it has."""


def obs_status(value: Value | Change | RelativeChange | Attainment | Absent, statuses: Iterable[Status]) -> str:
    """Return the code of CL_OBS_STATUS for a figure.

    An observation without a value gives the code of its first status in the order of `ABSENCE_CODES`. A target without
    a number gives ``M`` (stated in words) or ``L`` (not stated), a range ``O``. Any other value gives the code of its
    first status in the order of `STATUS_CODES`, or ``A`` (normal) if it has none of them.
    """
    if isinstance(value, Absent):
        of_target = "M" if value is Absent.QUALITATIVE else "L"
        return next((code for status, code in ABSENCE_CODES.items() if status in statuses), of_target)
    if value.upper is not None:
        return "O"
    return next((code for status, code in STATUS_CODES.items() if status in statuses), "A")


def base_period(indicator: Indicator) -> Period | Absent:
    """Return the base period of the figures of an indicator: that of an index number, or of constant prices."""
    base = indicator.base_period
    return indicator.price_period if isinstance(base, Absent) else base


# -- messages

ANNOTATION: Final = "aseansc:"
"""The start of the types of aseansc annotations."""

LINE_BREAKS: Final = "line-breaks"
"""The type of the annotation with the numbers of line breaks, tabs and words such as NULL in all texts."""

RECORDS: Final[Mapping[str, tuple[str, str]]] = {
    "documents": ("document", ""),
    "sections": ("section", "name"),
    "instruments": ("instrument", ""),
    "targets": ("target", ""),
    "mentions": ("mention", ""),
    "findings": ("finding", "text"),
}
"""The lists of records in annotations of the dataflow: the end of the annotation type, and the field for its text.

Only targets without a time are written here, because SDMX cannot represent a figure without a time.
"""

EMBEDDED: Final = "aseansc-structure"
"""The name of the processing instructions of a data message with the parts of its structure message."""
