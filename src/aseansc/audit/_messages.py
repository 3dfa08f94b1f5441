"""Checks in words, English and Vietnamese: what a person needs to do each of them by hand."""

from __future__ import annotations

from typing import Final

from aseansc.audit._checks import (
    Assumption,
    AssumptionKind,
    Check,
    CheckCode,
    Computation,
    Evidence,
    Lang,
    Missing,
    MissingKind,
    Reading,
    ReadingKind,
    Relation,
    Verdict,
    show,
)
from aseansc.codelists import Absent
from aseansc.errors import AseanscError, FieldError
from aseansc.intervals import Interval
from aseansc.periods import AsOf, Time
from aseansc.units import Unit

TITLES: Final[dict[Lang, dict[CheckCode, str]]] = {
    "en": {
        CheckCode.PARTS_SUM: "The parts add up to the whole",
        CheckCode.PARTS_WITHIN: "The parts are not more than the whole",
        CheckCode.PARTS_COVER: "Parts that overlap and make up the whole are not less than it",
        CheckCode.CATEGORY_WITHIN: "A category is not more than what it is a category of",
        CheckCode.SHARES_SUM: "The shares of all parts add up to 100 %",
        CheckCode.SHARES_WITHIN: "The shares of some parts are not more than 100 %",
        CheckCode.RATE_RATIO: "A rate is its numerator over its denominator",
        CheckCode.RATE_SUBGROUP: "The numerator of a share is not more than its denominator",
        CheckCode.RATE_DENOMINATORS: "Rates of one population imply one size of it",
        CheckCode.CHANGE_LEVELS: "A change is the difference of its two levels, in its own unit",
        CheckCode.CHANGE_BOUNDS: "A change leads to a level that can be",
        CheckCode.PLAN_ATTAINMENT: "An attainment is the actual over the plan",
        CheckCode.PLAN_PARTS: "The plans for parts suit the plan for the whole",
        CheckCode.FLOW_AVERAGE: "An average, as many times as there are spans, is the total",
        CheckCode.FLOW_EACH: "So much each time, as many times, is the total",
        CheckCode.FLOW_SPANS: "Totals of shorter spans suit the total of the longer one",
        CheckCode.SHARE_CLAIM: "A share is the part over the whole",
        CheckCode.SHARE_UNIT: "A share is of things counted in one unit",
        CheckCode.SHARE_BOUNDS: "A share lies between 0 and 100 %",
        CheckCode.RESTATEMENT: "A figure stated twice is the same both times",
        CheckCode.LIST_COUNT: "A count has as many names as it lists",
        CheckCode.DURATION_PERIOD: "A duration is that of the period after it",
        CheckCode.ESTIMATE_OVER: "An estimate is of a time that is not over",
        CheckCode.TIME_OUTSIDE: "A figure is of a time that the review is about",
        CheckCode.TOGETHER: "All figures, each narrowed by the others, leave something possible",
    },
    "vi": {
        CheckCode.PARTS_SUM: "Các bộ phận cộng lại bằng tổng",
        CheckCode.PARTS_WITHIN: "Các bộ phận không vượt tổng",
        CheckCode.PARTS_COVER: "Các bộ phận chồng lấn mà đủ thì không ít hơn tổng",
        CheckCode.CATEGORY_WITHIN: "Một phân tổ không vượt số chung",
        CheckCode.SHARES_SUM: "Tỷ trọng mọi bộ phận cộng lại bằng 100%",
        CheckCode.SHARES_WITHIN: "Tỷ trọng vài bộ phận không vượt 100%",
        CheckCode.RATE_RATIO: "Tỷ lệ bằng tử số chia mẫu số",
        CheckCode.RATE_SUBGROUP: "Tử số của tỷ lệ không vượt mẫu số",
        CheckCode.RATE_DENOMINATORS: "Các tỷ lệ trên một tổng thể suy ra cùng một tổng",
        CheckCode.CHANGE_LEVELS: "Mức thay đổi là hiệu hai mức, theo đúng đơn vị",
        CheckCode.CHANGE_BOUNDS: "Mức thay đổi dẫn đến một mức có thể có",
        CheckCode.PLAN_ATTAINMENT: "Mức đạt kế hoạch bằng thực hiện chia kế hoạch",
        CheckCode.PLAN_PARTS: "Kế hoạch bộ phận khớp kế hoạch chung",
        CheckCode.FLOW_AVERAGE: "Bình quân nhân số kỳ bằng tổng",
        CheckCode.FLOW_EACH: "Mỗi kỳ bấy nhiêu nhân số kỳ bằng tổng",
        CheckCode.FLOW_SPANS: "Tổng các kỳ ngắn khớp tổng kỳ dài",
        CheckCode.SHARE_CLAIM: "Tỷ trọng bằng phần chia tổng",
        CheckCode.SHARE_UNIT: "Tỷ trọng là của những thứ đếm cùng đơn vị",
        CheckCode.SHARE_BOUNDS: "Tỷ trọng nằm giữa 0 và 100%",
        CheckCode.RESTATEMENT: "Số nêu hai lần thì hai lần như nhau",
        CheckCode.LIST_COUNT: "Số đếm bằng số tên được kể",
        CheckCode.DURATION_PERIOD: "Độ dài đúng bằng giai đoạn ghi sau",
        CheckCode.ESTIMATE_OVER: "Số ước là của thời gian chưa qua",
        CheckCode.TIME_OUTSIDE: "Số liệu thuộc thời gian của bản sơ kết",
        CheckCode.TOGETHER: "Mọi số liệu, số này thu hẹp số kia, vẫn còn khả năng cùng đúng",
    },
}

VERDICTS: Final[dict[Lang, dict[Verdict, str]]] = {
    "en": {
        Verdict.CONSISTENT: "consistent",
        Verdict.CONTRADICTED: "contradicted",
        Verdict.CONDITIONAL: "conditional",
        Verdict.UNDETERMINED: "undetermined",
    },
    "vi": {
        Verdict.CONSISTENT: "khớp",
        Verdict.CONTRADICTED: "mâu thuẫn",
        Verdict.CONDITIONAL: "mâu thuẫn có điều kiện",
        Verdict.UNDETERMINED: "chưa xác định",
    },
}

_SAYS: Final[dict[Lang, dict[Verdict, str]]] = {
    "en": {
        Verdict.CONSISTENT: "They can all be true.",
        Verdict.CONTRADICTED: "As printed, they cannot all be true.",
        Verdict.CONDITIONAL: "They cannot all stand as printed if {assumption}.",
        Verdict.UNDETERMINED: "Nothing can be said: {missing}.",
    },
    "vi": {
        Verdict.CONSISTENT: "Các số có thể cùng đúng.",
        Verdict.CONTRADICTED: "Như đã in, các số không thể cùng đúng.",
        Verdict.CONDITIONAL: "Các số không thể cùng đứng vững như đã in nếu {assumption}.",
        Verdict.UNDETERMINED: "Chưa kết luận được: {missing}.",
    },
}

_ASSUMPTIONS: Final[dict[Lang, dict[AssumptionKind, str]]] = {
    "en": {
        AssumptionKind.SAME_TIME: "what is printed without a time, {figures}, is of {time}",
        AssumptionKind.OTHER_TIME: "that of {figures} is another time",
        AssumptionKind.FEWER_YEARS: "{figures} is of no more than {years} of the years",
        AssumptionKind.DOCUMENT_DATE: "the report was written on {time}, the date that the document gives",
        AssumptionKind.WRITTEN_BEFORE: "the report was written before {time} was over",
        AssumptionKind.REVIEW_PERIOD: "{figures} is to be of {time}, as the review is",
        AssumptionKind.COMPARISON: "{figures} is there for comparison, or its time is a misprint",
        AssumptionKind.SAME_SPAN: "the duration is that of the period printed after it",
        AssumptionKind.OTHER_SPAN: "the two are of unlike spans",
        AssumptionKind.COUNTED_ONCE: "nothing is counted again in another of the spans",
        AssumptionKind.COUNTED_AGAIN: "some are counted in more than one of the spans",
        AssumptionKind.SAME_PRICES: "the percent is of the amounts in the prices in which they are printed",
        AssumptionKind.OTHER_PRICES: "it is of amounts in constant prices",
    },
    "vi": {
        AssumptionKind.SAME_TIME: "{figures}, in không kèm thời gian, đúng là của {time} như giả định",
        AssumptionKind.OTHER_TIME: "{figures} là của thời gian khác",
        AssumptionKind.FEWER_YEARS: "{figures} là của không quá {years} năm trong số đó",
        AssumptionKind.DOCUMENT_DATE: "báo cáo được viết ngày {time}, ngày ghi trên văn bản",
        AssumptionKind.WRITTEN_BEFORE: "báo cáo được viết trước khi qua {time}",
        AssumptionKind.REVIEW_PERIOD: "{figures} phải là của {time} như bản sơ kết",
        AssumptionKind.COMPARISON: "{figures} nêu để so sánh, hoặc in sai thời gian",
        AssumptionKind.SAME_SPAN: "độ dài là của giai đoạn ghi ngay sau",
        AssumptionKind.OTHER_SPAN: "hai chỗ nói về hai khoảng khác nhau",
        AssumptionKind.COUNTED_ONCE: "không đối tượng nào được đếm lại ở kỳ khác",
        AssumptionKind.COUNTED_AGAIN: "có đối tượng được đếm ở nhiều kỳ",
        AssumptionKind.SAME_PRICES: "tỷ lệ phần trăm tính theo đúng giá của các số tiền đã in",
        AssumptionKind.OTHER_PRICES: "tỷ lệ đó tính theo giá so sánh",
    },
}

_READINGS: Final[dict[Lang, dict[ReadingKind, str]]] = {
    "en": {
        ReadingKind.POINTS: "read as percentage points, it fits: {quantity}",
        ReadingKind.PERCENT: "read as percent of the base, it fits: {quantity}",
        ReadingKind.IN_ALL: "read as the change in all, not per year, it fits: {quantity}",
        ReadingKind.PER_YEAR: "read as per year, it fits: {quantity}",
        ReadingKind.OPPOSITE: "read as a change the other way, it fits: {quantity}",
        ReadingKind.OF_PLAN: "read as a share of the plan, it fits: {quantity}",
        ReadingKind.OVER_PLAN: "read as over the plan, it fits: {quantity}",
        ReadingKind.UNDER_PLAN: "read as under the plan, it fits: {quantity}",
        ReadingKind.EACH_ANOTHER: "if each turn were that of another one, it would be a share: of {quantity}",
        ReadingKind.CONVENTION: "by the convention {convention!r} the answer would be: {fits}, {quantity}",
    },
    "vi": {
        ReadingKind.POINTS: "nếu hiểu là điểm phần trăm thì khớp: {quantity}",
        ReadingKind.PERCENT: "nếu hiểu là phần trăm so với gốc thì khớp: {quantity}",
        ReadingKind.IN_ALL: "nếu hiểu là cả giai đoạn, không phải mỗi năm, thì khớp: {quantity}",
        ReadingKind.PER_YEAR: "nếu hiểu là mỗi năm thì khớp: {quantity}",
        ReadingKind.OPPOSITE: "nếu hiểu là thay đổi theo chiều ngược lại thì khớp: {quantity}",
        ReadingKind.OF_PLAN: "nếu hiểu là đạt so với kế hoạch thì khớp: {quantity}",
        ReadingKind.OVER_PLAN: "nếu hiểu là vượt kế hoạch thì khớp: {quantity}",
        ReadingKind.UNDER_PLAN: "nếu hiểu là thấp hơn kế hoạch thì khớp: {quantity}",
        ReadingKind.EACH_ANOTHER: "nếu mỗi lượt là của một người hay hộ khác nhau thì đó là tỷ trọng: trên {quantity}",
        ReadingKind.CONVENTION: "theo quy ước {convention!r} thì kết quả là: {fits}, {quantity}",
    },
}
_FITS: Final[dict[Lang, dict[bool, str]]] = {
    "en": {True: "they fit", False: "they do not fit"},
    "vi": {True: "khớp", False: "không khớp"},
}

_MISSING: Final[dict[Lang, dict[MissingKind, str]]] = {
    "en": {
        MissingKind.FIGURE: "the figure of {name} is not stated",
        MissingKind.PLAN: "the number of the plan, {name}, is not stated",
        MissingKind.MOMENT: "they are of some moment of a period, which need not be the same",
        MissingKind.REVISION: "they are of unlike standing, and one may have been revised",
        MissingKind.BOUND: "an approximate figure bounds nothing",
        MissingKind.ZERO: "what is divided by, {name}, may be zero or below",
        MissingKind.COLLECTION: "the figure and {name} fill their times in unlike ways",
        MissingKind.SPAN: "the time between them cannot be told in {name}",
        MissingKind.LIKENESS: "they are not alike in place, boundaries, category, unit or kind of time",
        MissingKind.STANDARD: "from the new year on another standard or another boundary may hold",
    },
    "vi": {
        MissingKind.FIGURE: "không có số của {name}",
        MissingKind.PLAN: "không có con số kế hoạch, {name}",
        MissingKind.MOMENT: "các số là của một lúc nào đó trong kỳ, có thể khác nhau",
        MissingKind.REVISION: "các số có tính chất khác nhau, một số có thể đã điều chỉnh",
        MissingKind.BOUND: "số xấp xỉ không giới hạn điều gì",
        MissingKind.ZERO: "số chia, {name}, có thể bằng không hoặc âm",
        MissingKind.COLLECTION: "số thực hiện và {name} tính theo kỳ khác cách nhau",
        MissingKind.SPAN: "khoảng thời gian giữa hai số không tính được theo {name}",
        MissingKind.LIKENESS: "các số khác nhau về địa bàn, địa giới, phân tổ, đơn vị hoặc cách tính theo thời gian",
        MissingKind.STANDARD: "từ đầu năm có thể đã áp dụng chuẩn khác hoặc địa giới khác",
    },
}

_IMPLIED: Final[dict[Lang, str]] = {"en": "Implied: {name} is {quantity}.", "vi": "Suy ra: {name} là {quantity}."}
_MENDED: Final[dict[Lang, str]] = {"en": "Consistent if {assumption}.", "vi": "Khớp nếu {assumption}."}
_OTHERWISE: Final[dict[Lang, str]] = {"en": "Otherwise: {reading}.", "vi": "Cách hiểu khác: {reading}."}
_AT: Final[dict[Lang, str]] = {"en": "“{printed}” (character {start})", "vi": "“{printed}” (ký tự {start})"}
_STATED: Final[dict[Lang, str]] = {"en": "stated", "vi": "văn bản nêu"}
_BOTH: Final[dict[Lang, str]] = {
    "en": "Some of them give {some}, others {others} {unit}",
    "vi": "Một số số liệu cho {some}, các số khác cho {others} {unit}",
}
_NO_UNITS: Final[dict[str, dict[Lang, str]]] = {
    "period": {"en": "(period)", "vi": "(kỳ)"},
    "date": {"en": "(date)", "vi": "(ngày)"},
}
"""What stands in the place of a unit where times are compared."""
_AND: Final[dict[Lang, str]] = {"en": " and ", "vi": " và "}


def message(check: Check, lang: Lang) -> str:
    """A check in words: the rule, the figures as printed, the computation, the verdict, what would mend it."""
    if lang not in TITLES:
        raise FieldError("no such language", where="Check.message", got=lang, expected="en or vi")
    shown = "; ".join(_printed(item, lang) for item in check.evidence)
    lines = [f"{TITLES[lang][check.code]}: {shown}.", f"{_computed(check.computation, lang)}."]
    lines.append(
        _SAYS[lang][check.verdict].format(
            assumption="" if isinstance(check.assumption, Absent) else assumption(check.assumption, lang),
            missing="" if isinstance(check.missing, Absent) else missing(check.missing, lang),
        )
    )
    if not isinstance(check.implied, Absent):
        quantity = f"{show(check.implied.interval)} {_unit(check.implied.unit, lang)}"
        lines.append(_IMPLIED[lang].format(name=check.implied.name, quantity=quantity))
    if not isinstance(check.consistent_if, Absent):
        lines.append(_MENDED[lang].format(assumption=assumption(check.consistent_if, lang)))
    if not isinstance(check.otherwise, Absent):
        lines.append(_OTHERWISE[lang].format(reading=reading(check.otherwise, lang)))
    return " ".join(lines)


def _computed(computation: Computation, lang: Lang) -> str:
    unit = _unit(computation.unit, lang)
    if computation.relation is Relation.UNEQUAL and isinstance(computation.stated, Interval):
        return _BOTH[lang].format(some=computation.expression, others=show(computation.stated), unit=unit)
    return computation.text(_STATED[lang], unit)


def _unit(code: str, lang: Lang) -> str:
    """What people call a unit; the code of one that is a review's own."""
    if code in _NO_UNITS:
        return _NO_UNITS[code][lang]
    try:
        return Unit.parse(code).name(lang, plural=True)
    except AseanscError:
        return code


def assumption(item: Assumption, lang: Lang) -> str:
    """An assumption, or a condition, in words."""
    return _ASSUMPTIONS[lang][item.kind].format(
        figures=_AND[lang].join(item.figures),
        time="" if isinstance(item.time, Absent) else _when(item.time),
        years="" if isinstance(item.years, Absent) else item.years,
    )


def _when(time: Time) -> str:
    """A time as people write it: years that are whole as years, all else as days."""
    if isinstance(time, AsOf):
        return str(time.date)
    months = time.months
    if months is None or time.start.month != 1 or months % 12:
        return str(time.start) if time.start == time.end else f"{time.start} – {time.end}"
    return str(time.start.year) if months == 12 else f"{time.start.year}-{time.end.year}"


def reading(item: Reading, lang: Lang) -> str:
    """Another reading in words."""
    return _READINGS[lang][item.kind].format(
        quantity="?" if isinstance(item.quantity, Absent) else show(item.quantity),
        convention=str(item.convention),
        fits=_FITS[lang][item.fits],
    )


def missing(item: Missing, lang: Lang) -> str:
    """What is missing, in words."""
    return _MISSING[lang][item.kind].format(name="" if isinstance(item.name, Absent) else item.name)


def _printed(item: Evidence, lang: Lang) -> str:
    if isinstance(item.printed, Absent):
        return item.id
    return f"{item.id} {_AT[lang].format(printed=item.printed, start=item.start)}"
