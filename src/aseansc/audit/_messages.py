"""Describe checks in English and Vietnamese, with everything a person needs to repeat them by hand."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from aseansc.audit._checks import (
    Assumption,
    AssumptionKind,
    Check,
    CheckCode,
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
from aseansc.audit._numbers import bounds, formula, in_words, rounded, significant_digits
from aseansc.codelists import Absent
from aseansc.errors import AseanscError, FieldError
from aseansc.intervals import Interval
from aseansc.periods import AsOf, Period, Time
from aseansc.units import Unit, percent

_SIGNIFICANT: Final = 6
"""Significant digits of results that are compared with nothing."""
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNIT_CODE: Final = re.compile(r"[a-z][a-z_]*(?:/[a-z_]+)*")

TITLES: Final[dict[Lang, dict[CheckCode, str]]] = {
    "en": {
        CheckCode.PARTS_SUM: "The parts must add up to the whole",
        CheckCode.PARTS_WITHIN: "The parts must not exceed the whole",
        CheckCode.PARTS_COVER: "Overlapping parts that make up the whole must add up to at least the whole",
        CheckCode.CATEGORY_WITHIN: "The figure of a category must not exceed the figure of a broader group",
        CheckCode.SHARES_SUM: "The shares of all parts must add up to 100%",
        CheckCode.SHARES_WITHIN: "The shares of some parts must not exceed 100%",
        CheckCode.RATE_RATIO: "A rate must equal its numerator divided by its denominator",
        CheckCode.RATE_SUBGROUP: "The numerator of a share must not exceed its denominator",
        CheckCode.RATE_DENOMINATORS: "Rates with the same denominator must imply the same value for it",
        CheckCode.CHANGE_LEVELS: "A change must equal the difference between its two levels",
        CheckCode.CHANGE_BOUNDS: "A change must lead to a possible level",
        CheckCode.PLAN_ATTAINMENT: "An attainment must equal the actual figure divided by the plan",
        CheckCode.PLAN_PARTS: "The plans for the parts must agree with the plan for the whole",
        CheckCode.FLOW_AVERAGE: "The average times the number of periods must equal the total",
        CheckCode.FLOW_EACH: "The amount per period times the number of periods must equal the total",
        CheckCode.FLOW_SPANS: "The totals of shorter periods must agree with the total of the longer period",
        CheckCode.SHARE_CLAIM: "A share must equal the part divided by the whole",
        CheckCode.SHARE_UNIT: "The part and the whole of a share must be counted in the same unit",
        CheckCode.SHARE_BOUNDS: "A share must be between 0 and 100%",
        CheckCode.RESTATEMENT: "A figure that is stated twice must be the same both times",
        CheckCode.LIST_COUNT: "A count must equal the number of items listed with it",
        CheckCode.DURATION_PERIOD: "A duration must equal the length of the period printed with it",
        CheckCode.ESTIMATE_OVER: "An estimate must be for a time that was not over when the report was written",
        CheckCode.TIME_OUTSIDE: "A figure must be for a time within the period of the review",
        CheckCode.JOINT_BOUNDS: "All figures taken at once must allow at least one possible value for every quantity",
    },
    "vi": {
        CheckCode.PARTS_SUM: "Các bộ phận cộng lại phải bằng tổng số",
        CheckCode.PARTS_WITHIN: "Các bộ phận không được vượt tổng số",
        CheckCode.PARTS_COVER: "Các bộ phận có phần trùng nhau, gộp thành tổng số, phải cộng lại ít nhất bằng tổng số",
        CheckCode.CATEGORY_WITHIN: "Số liệu của một phân tổ không được vượt số liệu của nhóm rộng hơn",
        CheckCode.SHARES_SUM: "Tỷ trọng của tất cả các bộ phận phải cộng lại bằng 100%",
        CheckCode.SHARES_WITHIN: "Tỷ trọng của một số bộ phận không được vượt 100%",
        CheckCode.RATE_RATIO: "Tỷ lệ phải bằng tử số chia mẫu số",
        CheckCode.RATE_SUBGROUP: "Tử số của tỷ lệ không được vượt mẫu số",
        CheckCode.RATE_DENOMINATORS: "Các tỷ lệ có chung mẫu số phải cho cùng một giá trị của mẫu số",
        CheckCode.CHANGE_LEVELS: "Mức tăng, giảm phải bằng chênh lệch giữa hai số liệu đầu kỳ và cuối kỳ",
        CheckCode.CHANGE_BOUNDS: "Mức tăng, giảm phải cho kết quả có thể xảy ra",
        CheckCode.PLAN_ATTAINMENT: "Tỷ lệ hoàn thành kế hoạch phải bằng số thực hiện chia số kế hoạch",
        CheckCode.PLAN_PARTS: "Kế hoạch của các bộ phận phải phù hợp với kế hoạch chung",
        CheckCode.FLOW_AVERAGE: "Số bình quân nhân với số kỳ phải bằng tổng số",
        CheckCode.FLOW_EACH: "Số liệu mỗi kỳ nhân với số kỳ phải bằng tổng số",
        CheckCode.FLOW_SPANS: "Tổng số của các kỳ ngắn phải phù hợp với tổng số của kỳ dài",
        CheckCode.SHARE_CLAIM: "Tỷ trọng phải bằng bộ phận chia tổng số",
        CheckCode.SHARE_UNIT: "Bộ phận và tổng số của một tỷ trọng phải có cùng đơn vị tính",
        CheckCode.SHARE_BOUNDS: "Tỷ trọng phải nằm trong khoảng từ 0 đến 100%",
        CheckCode.RESTATEMENT: "Số liệu được nêu hai lần phải giống nhau",
        CheckCode.LIST_COUNT: "Số đếm phải bằng số mục được liệt kê kèm theo",
        CheckCode.DURATION_PERIOD: "Khoảng thời gian phải bằng độ dài của giai đoạn ghi kèm theo",
        CheckCode.ESTIMATE_OVER: "Số ước tính phải là của thời gian chưa kết thúc khi viết báo cáo",
        CheckCode.TIME_OUTSIDE: "Số liệu phải thuộc kỳ của báo cáo",
        CheckCode.JOINT_BOUNDS: (
            "Xét đồng thời tất cả các số liệu, mỗi đại lượng phải còn ít nhất một giá trị có thể có"
        ),
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
        Verdict.CONSISTENT: "phù hợp",
        Verdict.CONTRADICTED: "mâu thuẫn",
        Verdict.CONDITIONAL: "mâu thuẫn có điều kiện",
        Verdict.UNDETERMINED: "chưa thể kết luận",
    },
}

_VERDICT_SENTENCES: Final[dict[Lang, dict[Verdict, str]]] = {
    "en": {
        Verdict.CONSISTENT: "{subject} can {all}be true",
        Verdict.CONTRADICTED: "As printed, {subject} cannot {all}be true",
        Verdict.CONDITIONAL: "As printed, {subject} cannot {all}be true if {assumption}",
        Verdict.UNDETERMINED: "No conclusion is possible: {missing}",
    },
    "vi": {
        Verdict.CONSISTENT: "{subject} có thể {all}đúng",
        Verdict.CONTRADICTED: "Theo đúng văn bản, {subject} không thể {all}đúng",
        Verdict.CONDITIONAL: "Theo đúng văn bản, {subject} không thể {all}đúng nếu {assumption}",
        Verdict.UNDETERMINED: "Chưa thể kết luận: {missing}",
    },
}
_SUBJECTS: Final[dict[Lang, tuple[dict[str, str], dict[str, str]]]] = {
    "en": ({"subject": "this figure", "all": ""}, {"subject": "these figures", "all": "all "}),
    "vi": ({"subject": "số liệu này", "all": ""}, {"subject": "các số liệu này", "all": "cùng "}),
}
"""The subject of a verdict sentence, for one figure and for several."""

_ASSUMPTIONS: Final[dict[Lang, dict[AssumptionKind, str]]] = {
    "en": {
        AssumptionKind.SAME_TIME: "the time of {figures}, which is not printed, is {time}",
        AssumptionKind.OTHER_TIME: "{figures} is for another time",
        AssumptionKind.FEWER_YEARS: "{figures} covers at most {years} of the years",
        AssumptionKind.DOCUMENT_DATE: "the report was written on {time}, the date given in the document",
        AssumptionKind.WRITTEN_BEFORE: "the report was written on or before {time}",
        AssumptionKind.REVIEW_PERIOD: "{figures} is for {time}, the period of the review",
        AssumptionKind.COMPARISON: "{figures} is given for comparison, or its time is a misprint",
        AssumptionKind.SAME_SPAN: "the duration refers to the period printed after it",
        AssumptionKind.OTHER_SPAN: "the duration and the period refer to different times",
        AssumptionKind.COUNTED_ONCE: "nothing is counted in more than one of the periods",
        AssumptionKind.COUNTED_AGAIN: "some items are counted in more than one of the periods",
        AssumptionKind.SAME_PRICES: (
            "the percentage is calculated from the printed amounts, without conversion to constant prices"
        ),
        AssumptionKind.OTHER_PRICES: "the percentage is calculated from amounts in constant prices",
    },
    "vi": {
        AssumptionKind.SAME_TIME: "thời gian của {figures}, không ghi trong văn bản, là {time}",
        AssumptionKind.OTHER_TIME: "{figures} là số liệu của thời gian khác",
        AssumptionKind.FEWER_YEARS: "{figures} chỉ tính cho nhiều nhất {years} năm trong giai đoạn",
        AssumptionKind.DOCUMENT_DATE: "báo cáo được viết ngày {time}, là ngày ghi trên văn bản",
        AssumptionKind.WRITTEN_BEFORE: "báo cáo được viết không muộn hơn ngày {time}",
        AssumptionKind.REVIEW_PERIOD: "{figures} là số liệu của {time}, tức kỳ của báo cáo",
        AssumptionKind.COMPARISON: "{figures} được nêu để so sánh, hoặc thời gian bị in sai",
        AssumptionKind.SAME_SPAN: "khoảng thời gian này chính là giai đoạn ghi ngay sau",
        AssumptionKind.OTHER_SPAN: "khoảng thời gian và giai đoạn nói về hai thời gian khác nhau",
        AssumptionKind.COUNTED_ONCE: "không có đối tượng nào được tính ở nhiều kỳ",
        AssumptionKind.COUNTED_AGAIN: "có đối tượng được tính ở nhiều kỳ",
        AssumptionKind.SAME_PRICES: (
            "tỷ lệ phần trăm được tính từ chính các số tiền đã nêu, không quy đổi về giá so sánh"
        ),
        AssumptionKind.OTHER_PRICES: "tỷ lệ phần trăm được tính theo giá so sánh",
    },
}

_READINGS: Final[dict[Lang, dict[ReadingKind, str]]] = {
    "en": {
        ReadingKind.POINTS: "as percentage points, not percent, the figures agree (computed: {quantity})",
        ReadingKind.PERCENT: (
            "as a percentage of the earlier level, not percentage points, the figures agree (computed: {quantity})"
        ),
        ReadingKind.IN_ALL: (
            "as the change over the whole period, not per year, the figures agree (computed: {quantity})"
        ),
        ReadingKind.PER_YEAR: "as a change per year, the figures agree (computed: {quantity})",
        ReadingKind.OPPOSITE: "as a change in the opposite direction, the figures agree (computed: {quantity})",
        ReadingKind.OF_PLAN: "as a percentage of the plan, the figures agree (computed: {quantity} % of the plan)",
        ReadingKind.OVER_PLAN: (
            "as a percentage above the plan, the figures agree (computed: {quantity} % of the plan)"
        ),
        ReadingKind.UNDER_PLAN: (
            "as a percentage below the plan, the figures agree (computed: {quantity} % of the plan)"
        ),
        ReadingKind.DISTINCT_SUBJECTS: (
            "if every turn is a different person or household, the share is possible (computed whole: {quantity})"
        ),
        ReadingKind.CONVENTION: "under the convention {convention!r}, {fits} (computed: {quantity})",
    },
    "vi": {
        ReadingKind.POINTS: (
            "nếu hiểu là điểm phần trăm, không phải phần trăm, thì các số liệu phù hợp (tính được: {quantity})"
        ),
        ReadingKind.PERCENT: (
            "nếu hiểu là tỷ lệ phần trăm so với mức đầu kỳ, không phải điểm phần trăm, thì các số liệu phù hợp"
            " (tính được: {quantity})"
        ),
        ReadingKind.IN_ALL: (
            "nếu hiểu là mức tăng, giảm của cả giai đoạn, không phải mỗi năm, thì các số liệu phù hợp"
            " (tính được: {quantity})"
        ),
        ReadingKind.PER_YEAR: "nếu hiểu là mức tăng, giảm mỗi năm thì các số liệu phù hợp (tính được: {quantity})",
        ReadingKind.OPPOSITE: "nếu hiểu theo chiều ngược lại thì các số liệu phù hợp (tính được: {quantity})",
        ReadingKind.OF_PLAN: (
            "nếu hiểu là tỷ lệ so với kế hoạch thì các số liệu phù hợp (tính được: {quantity}% kế hoạch)"
        ),
        ReadingKind.OVER_PLAN: (
            "nếu hiểu là tỷ lệ vượt kế hoạch thì các số liệu phù hợp (tính được: {quantity}% kế hoạch)"
        ),
        ReadingKind.UNDER_PLAN: (
            "nếu hiểu là tỷ lệ thấp hơn kế hoạch thì các số liệu phù hợp (tính được: {quantity}% kế hoạch)"
        ),
        ReadingKind.DISTINCT_SUBJECTS: (
            "nếu mỗi lượt là của một người hoặc một hộ khác nhau thì tỷ trọng này có thể đúng"
            " (tổng số tính được: {quantity})"
        ),
        ReadingKind.CONVENTION: "theo quy ước {convention!r} thì {fits} (tính được: {quantity})",
    },
}
_FITS: Final[dict[Lang, dict[bool, str]]] = {
    "en": {True: "the figures agree", False: "the figures do not agree"},
    "vi": {True: "các số liệu phù hợp", False: "các số liệu không phù hợp"},
}

_MISSING: Final[dict[Lang, dict[MissingKind, str]]] = {
    "en": {
        MissingKind.FIGURE: "the figure for {name} is not stated",
        MissingKind.PLAN: "the plan is not stated as a number ({name})",
        MissingKind.MOMENT: "the figures refer to unknown days of the period, which may differ",
        MissingKind.REVISION: (
            "the figures differ in status (for example estimated and final), or the figure is stated more than once;"
            " it may have been revised"
        ),
        MissingKind.BOUND: "an approximate figure sets no limits",
        MissingKind.ZERO: "the divisor ({name}) may be zero or negative",
        MissingKind.COLLECTION: (
            "the figure and {name} are aggregated over time differently (for example a yearly average and a total)"
        ),
        MissingKind.SPAN: "the number of {name} between the figures is not known",
        MissingKind.LIKENESS: (
            "the figures differ, or may differ, in place, boundaries, categories, unit or aggregation over time"
        ),
        MissingKind.STANDARD: (
            "one figure is for the end of a year, the other for the beginning of the next;"
            " from the new year, another standard or other boundaries may apply"
        ),
    },
    "vi": {
        MissingKind.FIGURE: "văn bản không nêu số liệu của {name}",
        MissingKind.PLAN: "văn bản không nêu số kế hoạch ({name})",
        MissingKind.MOMENT: "các số liệu là của những ngày không xác định trong kỳ, có thể khác nhau",
        MissingKind.REVISION: (
            "các số liệu khác nhau về tính chất (ví dụ ước tính và chính thức), hoặc một số liệu được nêu nhiều lần;"
            " số liệu có thể đã được điều chỉnh"
        ),
        MissingKind.BOUND: "số liệu gần đúng không xác định giới hạn nào",
        MissingKind.ZERO: "số chia ({name}) có thể bằng 0 hoặc âm",
        MissingKind.COLLECTION: (
            "số liệu và {name} được tổng hợp theo thời gian khác nhau (ví dụ bình quân năm và tổng cả kỳ)"
        ),
        MissingKind.SPAN: "không xác định được số {name} giữa hai số liệu",
        MissingKind.LIKENESS: (
            "các số liệu khác nhau, hoặc có thể khác nhau, về địa bàn, địa giới, phân tổ, đơn vị tính"
            " hoặc cách tổng hợp theo thời gian"
        ),
        MissingKind.STANDARD: (
            "một số liệu là của cuối năm, số liệu kia là của đầu năm sau;"
            " từ năm mới có thể áp dụng chuẩn khác hoặc địa giới khác"
        ),
    },
}

_FIGURES: Final[dict[Lang, str]] = {"en": "Figures", "vi": "Số liệu"}
_COMPUTATION: Final[dict[Lang, str]] = {"en": "Computation", "vi": "Phép tính"}
_IMPLIED: Final[dict[Lang, str]] = {
    "en": "From these figures, the value of {name} must be {quantity}.",
    "vi": "Từ các số liệu này suy ra giá trị của {name} phải {quantity}.",
}
_CONSISTENT_IF: Final[dict[Lang, str]] = {
    "en": "The figures agree if {assumption}.",
    "vi": "Các số liệu phù hợp nếu {assumption}.",
}
_ALTERNATIVE: Final[dict[Lang, str]] = {"en": "Alternative reading: {reading}.", "vi": "Cách hiểu khác: {reading}."}
_AT: Final[dict[Lang, str]] = {"en": "“{printed}” (position {start})", "vi": "“{printed}” (vị trí {start})"}
_STATED: Final[dict[Lang, str]] = {"en": "stated", "vi": "văn bản nêu"}
_POSSIBLE: Final[dict[Lang, str]] = {"en": "possible values", "vi": "các giá trị có thể có"}
_EXPECTED: Final[dict[Lang, str]] = {"en": "expected", "vi": "phải bằng"}
_MUST_BE: Final[dict[Lang, str]] = {"en": ", which must be", "vi": ", phải"}
_LABELS: Final[dict[Lang, dict[CheckCode, str]]] = {
    "en": {
        CheckCode.CHANGE_BOUNDS: "Possible values",
        CheckCode.SHARE_BOUNDS: "Possible values",
        CheckCode.LIST_COUNT: "Listed",
        CheckCode.RESTATEMENT: "Stated again",
        CheckCode.FLOW_EACH: "Stated per period",
        CheckCode.RATE_DENOMINATORS: "Implied denominators",
    },
    "vi": {
        CheckCode.CHANGE_BOUNDS: "Các giá trị có thể có",
        CheckCode.SHARE_BOUNDS: "Các giá trị có thể có",
        CheckCode.LIST_COUNT: "Số mục được liệt kê",
        CheckCode.RESTATEMENT: "Nêu lại",
        CheckCode.FLOW_EACH: "Số liệu mỗi kỳ",
        CheckCode.RATE_DENOMINATORS: "Các mẫu số được suy ra",
    },
}
"""What is compared with the stated quantity, where nothing is computed."""
_COMPARED: Final = {CheckCode.CHANGE_BOUNDS: _POSSIBLE, CheckCode.SHARES_SUM: _EXPECTED}
"""What is compared with the computed quantity, where that is not stated in the document."""
_WHOLE_NUMBER: Final[dict[Lang, str]] = {"en": "a whole number", "vi": "số nguyên"}
_TWO_RESULTS: Final[dict[Lang, str]] = {
    "en": "From some of the figures, {name} is {some}; from the others it is {others}",
    "vi": "Theo một số số liệu, {name} là {some}; theo các số liệu khác là {others}",
}
_TIMES: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "date": "The time of the figures ended on {}; the document is dated {}",
        "period": "The figure is for {}; the review covers {}",
    },
    "vi": {
        "date": "Thời gian của số liệu kết thúc ngày {}; văn bản ghi ngày {}",
        "period": "Số liệu là của {}; kỳ của báo cáo là {}",
    },
}
"""Sentences for computations that compare times instead of quantities, by the code in place of the unit."""
_SEPARATORS: Final = {"date": " < ", "period": ", "}
_NOT_A_SHARE: Final[dict[Lang, str]] = {"en": "expected a percentage", "vi": "cần một tỷ lệ phần trăm"}
_AND: Final[dict[Lang, str]] = {"en": " and ", "vi": " và "}


def message(check: Check, lang: Lang) -> str:
    """Describe a check: the rule, the figures as printed, the computation, the verdict, and what would resolve it.

    Raises:
        FieldError: if `lang` is not ``en`` or ``vi``.
    """
    if lang not in TITLES:
        raise FieldError("unknown language", where="Check.message", got=lang, expected="en or vi")
    shown = "; ".join(_printed(item, lang) for item in check.evidence)
    lines = [f"{TITLES[lang][check.code]}.", f"{_FIGURES[lang]}: {shown}.", f"{_computed(check, lang)}."]
    lines.append(_verdict(check, lang))
    if not isinstance(check.implied, Absent):
        unit = check.implied.unit
        interval = rounded(check.implied.interval, _SIGNIFICANT, whole=_is_whole(unit))
        quantity = _with_unit(in_words(interval, lang), _unit(unit, lang))
        lines.append(_IMPLIED[lang].format(name=check.implied.name, quantity=quantity))
    if not isinstance(check.consistent_if, Absent):
        lines.append(_CONSISTENT_IF[lang].format(assumption=assumption(check.consistent_if, lang)))
    if not isinstance(check.alternative, Absent):
        lines.append(_ALTERNATIVE[lang].format(reading=reading(check.alternative, lang)))
    return " ".join(lines)


def _verdict(check: Check, lang: Lang) -> str:
    sentence = _VERDICT_SENTENCES[lang][check.verdict].format(
        **_SUBJECTS[lang][len(check.evidence) > 1],
        assumption="" if isinstance(check.assumption, Absent) else assumption(check.assumption, lang),
        missing="" if isinstance(check.missing, Absent) else missing(check.missing, lang),
    )
    return f"{sentence[0].upper()}{sentence[1:]}."


def _computed(check: Check, lang: Lang) -> str:
    computation = check.computation
    if computation.unit in _SEPARATORS:
        times = computation.expression.split(_SEPARATORS[computation.unit], 1)
        return _TIMES[lang][computation.unit].format(*(_when(_time(text), lang) for text in times))
    computed, stated = computation.computed, computation.stated
    compared = [item for item in (computed, stated) if isinstance(item, Interval)]
    digits = significant_digits(computation.expression, compared)
    unit = _unit(computation.unit, lang)
    if computation.relation is Relation.UNEQUAL and isinstance(stated, Interval):
        name, _, known = computation.expression.rpartition(": ")
        some = _WHOLE_NUMBER[lang] if known.endswith("…") else formula(known, lang, digits)
        others = _with_unit(bounds(rounded(stated, digits), lang), unit)
        return _TWO_RESULTS[lang].format(name=name, some=some, others=others)
    expression = formula(computation.expression, lang, digits)
    if check.code is CheckCode.SHARE_UNIT:
        whole_is_missing = computation.expression == percent.code
        expression = _NOT_A_SHARE[lang] if whole_is_missing else _with_unit_names(expression, lang)
    is_computed = isinstance(computed, Interval) and show(computed) != computation.expression
    is_equality = computation.relation is Relation.EQUAL
    has_label = is_equality and not is_computed
    label = _LABELS[lang].get(check.code, _COMPUTATION[lang]) if has_label else _COMPUTATION[lang]
    text = f"{label}: {expression}"
    if is_computed and isinstance(computed, Interval):
        text += f" = {bounds(rounded(computed, digits), lang)}"
    if isinstance(stated, Absent):
        return _with_unit(text, unit)
    words = _COMPARED.get(check.code, _STATED) if is_computed else _STATED
    join = f"; {words[lang]}:" if is_equality else f"{_MUST_BE[lang]} {computation.relation.value}"
    return _with_unit(f"{text}{join} {bounds(rounded(stated, digits + 1), lang)}", unit)


def _time(text: str) -> Time:
    return AsOf.parse(text) if _DATE.fullmatch(text) else Period.parse(text)


def _with_unit(text: str, unit: str) -> str:
    return f"{text}{unit}" if unit.startswith("%") else f"{text} {unit}"


def _with_unit_names(expression: str, lang: Lang) -> str:
    return _UNIT_CODE.sub(lambda match: _unit(match[0], lang), expression)


def _is_whole(code: str) -> bool:
    try:
        return Unit.parse(code).is_whole
    except AseanscError:
        return False


def _unit(code: str, lang: Lang) -> str:
    """Return the name of a unit, or its code if the catalogue does not have it."""
    try:
        return Unit.parse(code).name(lang, plural=True)
    except AseanscError:
        return code


def assumption(item: Assumption, lang: Lang) -> str:
    """Return the clause that describes an assumption, to follow "if"."""
    return _ASSUMPTIONS[lang][item.kind].format(
        figures=_AND[lang].join(item.figures),
        time="" if isinstance(item.time, Absent) else _when(item.time, lang),
        years="" if isinstance(item.years, Absent) else item.years,
    )


def _when(time: Time, lang: Lang) -> str:
    """Write whole years as years, anything else as dates: ISO dates in English, day/month/year in Vietnamese."""
    if isinstance(time, AsOf):
        return _day(time.date, lang)
    months = time.months
    if months is None or time.start.month != 1 or months % 12:
        first, last = _day(time.start, lang), _day(time.end, lang)
        return first if first == last else f"{first} – {last}"
    return str(time.start.year) if months == 12 else f"{time.start.year}-{time.end.year}"


def _day(day: dt.date, lang: Lang) -> str:
    return str(day) if lang == "en" else f"{day.day}/{day.month}/{day.year}"


def reading(item: Reading, lang: Lang) -> str:
    """Return the clause that describes another reading of the figures."""
    return _READINGS[lang][item.kind].format(
        quantity="?" if isinstance(item.quantity, Absent) else bounds(rounded(item.quantity, _SIGNIFICANT), lang),
        convention=str(item.convention),
        fits=_FITS[lang][item.fits],
    )


def missing(item: Missing, lang: Lang) -> str:
    """Return the clause that describes what a check lacks."""
    name = "" if isinstance(item.name, Absent) else item.name
    return _MISSING[lang][item.kind].format(name=_unit(name, lang) if item.kind is MissingKind.SPAN else name)


def _printed(item: Evidence, lang: Lang) -> str:
    if isinstance(item.printed, Absent):
        return item.id
    return f"{item.id} {_AT[lang].format(printed=item.printed, start=item.start)}"
