"""Describe checks in English and Vietnamese, with everything a person needs to repeat them by hand."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from aseansc.audit._codes import CheckCode, MissingKind, ReadingKind, Relation, Verdict
from aseansc.audit._numbers import (
    bounds,
    briefly,
    few_digits,
    formula,
    in_words,
    rounded,
    scaled_limits,
    show,
    significant_digits,
)
from aseansc.audit._propagation import whole_numbers
from aseansc.audit._results import Assumption, Check, Evidence, Implied, Missing, Reading
from aseansc.codelists import Absent
from aseansc.errors import AseanscError
from aseansc.intervals import Interval
from aseansc.labels import Lang, Words, in_language, label, require_lang
from aseansc.periods import AsOf, Period, Time
from aseansc.units import Unit, percent

if TYPE_CHECKING:
    from aseansc.audit._names import Names

_FEW: Final = 4
_SIGNIFICANT: Final = 6
"""Significant digits of results that are compared with nothing."""
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNIT_CODE: Final = re.compile(r"[a-z][a-z_]*(?:/[a-z_]+)*")

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

_FITS: Final[dict[Lang, dict[bool, str]]] = {
    "en": {True: "the figures agree", False: "the figures do not agree"},
    "vi": {True: "các số liệu phù hợp", False: "các số liệu không phù hợp"},
}

_FIGURES: Final[dict[Lang, str]] = {"en": "Figures", "vi": "Số liệu"}
_COMPUTATION: Final[dict[Lang, str]] = {"en": "Computation", "vi": "Phép tính"}
_IMPLIED: Final[dict[Lang, str]] = {
    "en": "From these figures, {name} must be {quantity}.",
    "vi": "Từ các số liệu này suy ra {name} phải {quantity}.",
}
_BEHIND: Final[dict[MissingKind, Words]] = {
    MissingKind.ATTAINMENT: ("the attainment of the plan {}", "tỷ lệ thực hiện so với kế hoạch {}"),
    **dict.fromkeys((MissingKind.PLAN, MissingKind.LINK), ("the plan behind {}", "kế hoạch của {}")),
}
"""What follows from figures, if it is named by a figure that is printed."""
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
_LABELS: Final[dict[CheckCode, dict[Lang, str]]] = {
    CheckCode.CHANGE_BOUNDS: {"en": "Possible values", "vi": "Các giá trị có thể có"},
    CheckCode.SHARE_BOUNDS: {"en": "Possible values", "vi": "Các giá trị có thể có"},
    CheckCode.LIST_COUNT: {"en": "Listed", "vi": "Số mục được liệt kê"},
    CheckCode.RESTATEMENT: {"en": "Stated again", "vi": "Nêu lại"},
    CheckCode.FLOW_EACH: {"en": "Stated per period", "vi": "Số liệu mỗi kỳ"},
    CheckCode.RATE_DENOMINATORS: {"en": "Implied denominators", "vi": "Các mẫu số được suy ra"},
}
"""What is compared with the stated quantity, where nothing is computed."""
_COMPARED: Final = {CheckCode.CHANGE_BOUNDS: _POSSIBLE, CheckCode.SHARES_SUM: _EXPECTED}
"""What is compared with the computed quantity, where that is not stated in the document."""
_WHOLE_NUMBER: Final[dict[Lang, str]] = {"en": "a whole number", "vi": "số nguyên"}
_TWO_RESULTS: Final[dict[Lang, str]] = {
    "en": "From some of the figures, {name} is {some}; from the others it is {others}",
    "vi": "Theo một số số liệu, {name} là {some}; theo các số liệu khác là {others}",
}
_TIMES: Final[dict[Lang, dict[CheckCode, str]]] = {
    "en": {
        CheckCode.ESTIMATE_OVER: "The time of the figures ended on {}; the document is dated {}",
        CheckCode.TIME_AHEAD: "The time of the figures ends on {}; the document is dated {}",
        CheckCode.DOCUMENT_DATES: "The document is dated {} and {}",
        CheckCode.TIME_OUTSIDE: "The figure is for {}; the review covers {}",
    },
    "vi": {
        CheckCode.ESTIMATE_OVER: "Thời gian của số liệu kết thúc ngày {}; văn bản ghi ngày {}",
        CheckCode.TIME_AHEAD: "Thời gian của số liệu kết thúc ngày {}; văn bản ghi ngày {}",
        CheckCode.DOCUMENT_DATES: "Văn bản được dẫn với ngày {} và ngày {}",
        CheckCode.TIME_OUTSIDE: "Số liệu là của {}; kỳ của báo cáo là {}",
    },
}
"""Sentences for computations that compare times instead of quantities."""
_SEPARATORS: Final = {
    CheckCode.ESTIMATE_OVER: " < ",
    CheckCode.TIME_AHEAD: " > ",
    CheckCode.DOCUMENT_DATES: ", ",
    CheckCode.TIME_OUTSIDE: ", ",
}
_WAYS: Final[dict[ReadingKind, Words]] = {
    ReadingKind.OF_PLAN: ("actual figure ÷ plan", "thực hiện ÷ kế hoạch"),
    ReadingKind.PLAN_BY_ACTUAL: ("plan ÷ actual figure", "kế hoạch ÷ thực hiện"),
    ReadingKind.OF_REDUCTION: ("achieved ÷ planned reduction", "mức giảm đạt được ÷ mức giảm theo kế hoạch"),
    ReadingKind.TWICE_LESS_ACTUAL: ("200 % less actual figure ÷ plan", "200% trừ thực hiện ÷ kế hoạch"),
}
"""Ways of computing an attainment where less is better."""
_NOT_A_SHARE: Final[dict[Lang, str]] = {"en": "expected a percentage", "vi": "cần một tỷ lệ phần trăm"}
_AND: Final[dict[Lang, str]] = {"en": " and ", "vi": " và "}


def message(check: Check, lang: Lang, names: Names | None = None) -> str:
    """Describe a check: the rule, the figures as printed, the computation, the verdict, and what would resolve it.

    Args:
        check: the check.
        lang: the language.
        names: the names of the figures; their ids are written if it is not given.

    Raises:
        FieldError: if `lang` is not ``en`` or ``vi``.
    """
    require_lang(lang, "Check.message")
    shown = "; ".join(_printed(item, lang, names) for item in check.evidence)
    is_counted = names is None or names.is_counted(check)
    check = _with_results(check, lang, names)
    if names is not None:
        check = _named(check, lang, names)
    lines = [f"{label(check.code, lang)}.", f"{_FIGURES[lang]}: {shown}.", f"{_computed(check, lang)}."]
    lines.append(_verdict(check, lang))
    if not isinstance(check.implied, Absent):
        inside = whole_numbers(check.implied.interval) if is_counted and _is_whole(check.implied.unit, names) else None
        words = scaled_limits(check.implied.interval, lang) if inside is None else in_words(inside, lang)
        quantity = _with_unit(words, _unit(check.implied.unit, lang))
        lines.append(_IMPLIED[lang].format(name=check.implied.name, quantity=quantity))
    if not isinstance(check.consistent_if, Absent):
        lines.append(_CONSISTENT_IF[lang].format(assumption=assumption(check.consistent_if, lang)))
    if not isinstance(check.alternative, Absent):
        lines.append(_ALTERNATIVE[lang].format(reading=reading(check.alternative, lang)))
    return " ".join(lines)


def _named(check: Check, lang: Lang, names: Names) -> Check:
    """Return a check with the quotations and names of figures in place of their ids."""
    known = {item.id: names.cited(item.id, str(item.printed), lang) for item in check.evidence if _is_printed(item)}

    def name_of(name: str) -> str:
        return known.get(name) or names.or_id(name, lang)

    changed: dict[str, object] = {}
    for field in ("assumption", "consistent_if"):
        item = getattr(check, field)
        if isinstance(item, Assumption):
            changed[field] = evolve(item, figures=list(dict.fromkeys(map(name_of, item.figures))))
    for field in ("missing", "implied"):
        item = getattr(check, field)
        if isinstance(item, Missing | Implied) and not isinstance(item.name, Absent):
            changed[field] = evolve(item, name=name_of(item.name))
    words = _BEHIND.get(check.missing.kind) if isinstance(check.missing, Missing) else None
    if isinstance(check.implied, Implied) and check.implied.name in known and words is not None:
        name = in_language(words, lang).format(known[check.implied.name])
        changed["implied"] = evolve(check.implied, name=name)
    return evolve(check, **changed)  # type: ignore[arg-type]  # each is of the type of its field


def _with_results(check: Check, lang: Lang, names: Names | None) -> Check:
    """Return a check of two results for one quantity with its name, and with whole numbers if it is a count."""
    computation = check.computation
    if computation.relation is not Relation.UNEQUAL or not isinstance(computation.stated, Interval):
        return check
    name, colon, rest = computation.expression.rpartition(": ")
    is_counted = names is None or names.is_counted(check)
    inside = whole_numbers(computation.stated) if is_counted and _is_whole(computation.unit, names) else None
    shown = name if names is None else _name_of_result(name, lang, names)
    return evolve(
        check,
        computation=evolve(computation, expression=f"{shown}{colon}{rest}", stated=inside or computation.stated),
    )


def _name_of_result(name: str, lang: Lang, names: Names) -> str:
    """Return the name of a quantity: that of its indicator or plan, and its period if its id is followed by one."""
    of, space, time = name.partition(" ")
    if not space or names.of(of, lang) is None:
        return names.or_id(name, lang)
    return f"{names.or_id(of, lang)} ({when(Period.parse(time), lang)})"


def _is_printed(item: Evidence) -> bool:
    return not isinstance(item.printed, Absent)


def _verdict(check: Check, lang: Lang) -> str:
    sentence = _VERDICT_SENTENCES[lang][check.verdict].format(
        **_SUBJECTS[lang][len(check.evidence) > 1],
        assumption="" if isinstance(check.assumption, Absent) else assumption(check.assumption, lang),
        missing="" if isinstance(check.missing, Absent) else missing(check.missing, lang),
    )
    return f"{sentence[0].upper()}{sentence[1:]}."


def _computed(check: Check, lang: Lang) -> str:
    """Describe what was computed and compared."""
    computation = check.computation
    if check.code in _SEPARATORS:
        times = computation.expression.split(_SEPARATORS[check.code], 1)
        return _TIMES[lang][check.code].format(*(when(_time(text), lang) for text in times))
    computed, stated, unit = computation.computed, computation.stated, _unit(computation.unit, lang)
    digits = significant_digits(
        computation.expression, [item for item in (computed, stated) if isinstance(item, Interval)]
    )
    if computation.relation is Relation.UNEQUAL and isinstance(stated, Interval):
        return _two_results(computation.expression, stated, unit, digits, lang)
    is_equality = computation.relation is Relation.EQUAL
    text, subject, words = _expression(check, lang, digits), _COMPUTATION, _STATED
    if isinstance(computed, Interval) and show(computed) != computation.expression:
        text += f" = {bounds(rounded(computed, digits), lang)}"
        words = _COMPARED.get(check.code, _STATED)
    elif is_equality:
        subject = _LABELS.get(check.code, _COMPUTATION)
    text = f"{subject[lang]}: {text}"
    if isinstance(stated, Absent):
        return _with_unit(text, unit)
    join = f"; {words[lang]}:" if is_equality else f"{_MUST_BE[lang]} {computation.relation.value}"
    return _with_unit(f"{text}{join} {bounds(rounded(stated, digits + 1), lang)}", unit)


_UNITS: Final[dict[Lang, str]] = {
    "en": "The part is counted in {}, the whole in {}",
    "vi": "Phần tính theo {}, tổng tính theo {}",
}
_AGAINST: Final[dict[Lang, dict[Relation, str]]] = {
    "en": {
        Relation.EQUAL: "The figures give {computed}; stated: {stated}",
        Relation.AT_MOST: "{computed} must not exceed {stated}",
        Relation.AT_LEAST: "{computed} must not be less than {stated}",
    },
    "vi": {
        Relation.EQUAL: "Các số liệu cho kết quả {computed}; văn bản nêu {stated}",
        Relation.AT_MOST: "{computed} không được vượt quá {stated}",
        Relation.AT_LEAST: "{computed} không được nhỏ hơn {stated}",
    },
}


_AGAINST_EXPECTED: Final[dict[Lang, str]] = {
    "en": "The figures give {{computed}}; {what}: {{stated}}",
    "vi": "Các số liệu cho kết quả {{computed}}; {what} {{stated}}",
}


def compared(check: Check, lang: Lang, names: Names) -> str:
    """Describe in words what a check compared: its result, what the document states, and the unit."""
    check = _with_results(check, lang, names)
    computation = check.computation
    if check.code is CheckCode.SHARE_UNIT and " ÷ " in computation.expression:
        part, whole = computation.expression.rsplit(" ÷ ", 1)
        return _UNITS[lang].format(_unit(part.rsplit(" ", 1)[-1], lang), _unit(whole, lang))
    computed, stated, unit = computation.computed, computation.stated, _unit(computation.unit, lang)
    words = _AGAINST[lang].get(computation.relation)
    if words is None or not isinstance(computed, Interval) or not isinstance(stated, Interval):
        return _computed(check, lang)
    if computation.relation is Relation.EQUAL and check.code in _LABELS:
        words = f"{_LABELS[check.code][lang]}: {{computed}}; {_STATED[lang]}: {{stated}}"
    elif check.code in _COMPARED:
        words = _AGAINST_EXPECTED[lang].format(what=_COMPARED[check.code][lang])
    digits = few_digits(computed, stated)
    shown = [_with_unit(briefly(item, lang, digits), unit) for item in (computed, stated)]
    text = words.format(computed=shown[0], stated=shown[1])
    return text[0].upper() + text[1:]


def _expression(check: Check, lang: Lang, digits: int) -> str:
    """Return the formula of a check, with the names of units where it has their codes."""
    expression = check.computation.expression
    if check.code is CheckCode.SHARE_UNIT and expression == percent.code:
        return _NOT_A_SHARE[lang]
    expression = formula(expression, lang, digits)
    return _with_unit_names(expression, lang) if check.code is CheckCode.SHARE_UNIT else expression


def _two_results(expression: str, others: Interval, unit: str, digits: int, lang: Lang) -> str:
    """Describe a quantity for which some of the figures have another result than the others."""
    name, _, known = expression.rpartition(": ")
    some = _WHOLE_NUMBER[lang] if known.endswith("…") else formula(known, lang, digits)
    other = _with_unit(bounds(rounded(others, digits), lang), unit)
    return _TWO_RESULTS[lang].format(name=name, some=some, others=other)


def _time(text: str) -> Time:
    return AsOf.parse(text) if _DATE.fullmatch(text) else Period.parse(text)


def with_percent(text: str, check: Check, lang: Lang) -> str:
    """Add the unit of a computation to a quantity if it is a percentage, such as "% per year"."""
    unit = _unit(check.computation.unit, lang)
    is_percent = unit.startswith((percent.en, percent.vi)) and not unit.startswith("percentage")
    return f"{text}%{unit.removeprefix(percent.en).removeprefix(percent.vi)}" if is_percent else text


def _with_unit(text: str, unit: str) -> str:
    return f"{text}{unit}" if unit.startswith("%") else f"{text} {unit}"


def _with_unit_names(expression: str, lang: Lang) -> str:
    return _UNIT_CODE.sub(lambda match: _unit(match[0], lang), expression)


def _is_whole(code: str, names: Names | None) -> bool:
    try:
        return Unit.parse(code, units=() if names is None else names.review.units).is_whole
    except AseanscError:  # a custom unit of a review that is not known here
        return False


def _unit(code: str, lang: Lang) -> str:
    """Return the name of a unit, or its code if the catalogue does not have it."""
    try:
        return Unit.parse(code).name(lang, plural=True)
    except AseanscError:
        return code


def assumption(item: Assumption, lang: Lang) -> str:
    """Return the clause that describes an assumption, to follow "if"."""
    return label(item.kind, lang).format(
        figures=_AND[lang].join(item.figures),
        time="" if isinstance(item.time, Absent) else when(item.time, lang),
        years="" if isinstance(item.years, Absent) else item.years,
    )


def when(time: Time, lang: Lang) -> str:
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


def reading(item: Reading, lang: Lang, *, brief: bool = False) -> str:
    """Return the clause that describes another reading of the figures; if it is brief, with few digits."""
    if brief and isinstance(item.quantity, Interval):
        quantity = briefly(item.quantity, lang, _FEW)
        return label(item.kind, lang).format(quantity=quantity, convention=str(item.convention), fits="")
    return label(item.kind, lang).format(
        quantity="?" if isinstance(item.quantity, Absent) else bounds(rounded(item.quantity, _SIGNIFICANT), lang),
        convention=str(item.convention),
        fits=_FITS[lang][item.fits],
        ways="; ".join(in_language(_WAYS[way], lang) for way in item.ways),
    )


def missing(item: Missing, lang: Lang) -> str:
    """Return the clause that describes what a check lacks."""
    name = "" if isinstance(item.name, Absent) else item.name
    return label(item.kind, lang).format(name=_unit(name, lang) if item.kind is MissingKind.SPAN else name)


def _printed(item: Evidence, lang: Lang, names: Names | None) -> str:
    """Return the name of a figure, its text as printed, and the row or position."""
    name = item.id if names is None else names.with_time(item.id, lang)
    if isinstance(item.printed, Absent):
        return name or (item.id if names is None else names.or_id(item.id, lang))
    if names is not None and names.row(item.id, lang):
        cited = names.cited(item.id, item.printed, lang)
    else:
        cited = _AT[lang].format(printed=item.printed, start=item.start)
    return f"{name} {cited}" if name else cited
