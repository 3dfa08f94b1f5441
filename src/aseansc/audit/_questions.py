"""Put the question that a check raises into words, for a letter to the authors of the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve

from aseansc.audit._codes import (
    AssumptionKind,
    CheckCode,
    MissingKind,
    Nature,
    ReadingKind,
    Verdict,
)
from aseansc.audit._messages import assumption, missing
from aseansc.audit._results import Check, Evidence, Missing, Reading
from aseansc.codelists import Absent
from aseansc.errors import AseanscError, bug
from aseansc.labels import Lang, Words, in_language, require_lang
from aseansc.units import Unit

_MOST: Final = 4
"""How many figures a question quotes."""
_QUOTED: Final = "“{}”"
_AND: Final = (" and ", " và ")
_THESE: Final = ("these figures", "các số liệu này")
_MORE: Final = (" and others", " và các số liệu khác")

FITS_AS: Final[dict[ReadingKind, Words]] = {
    ReadingKind.POINTS: ("percentage points", "điểm phần trăm"),
    ReadingKind.PERCENT: (
        "percent of the earlier level, not points",
        "tỷ lệ phần trăm so với mức trước, không phải điểm phần trăm",
    ),
    ReadingKind.IN_ALL: (
        "the change over the whole period, not per year",
        "mức tăng, giảm của cả giai đoạn, không phải mỗi năm",
    ),
    ReadingKind.PER_YEAR: ("the change per year", "mức tăng, giảm mỗi năm"),
    ReadingKind.OF_PLAN: ("the percentage of the plan that was reached", "tỷ lệ đạt so với kế hoạch"),
    ReadingKind.OVER_PLAN: ("the percentage above the plan", "tỷ lệ vượt kế hoạch"),
    ReadingKind.MEAN_OF_RATES: (
        "the mean of the growth rates of each year",
        "bình quân cộng của tốc độ tăng từng năm",
    ),
}
"""What a figure may mean, so that the figures agree."""
_CONFIRM: Final[Words] = ("Please confirm that {{claim}} means {}.", "Đề nghị xác nhận {{claim}} là {}.")
_SUBJECTS: Final[Words] = (
    "How many different {subjects} are counted in {quotes}, of how many?",
    "{quotes} gồm bao nhiêu {subjects} (không tính trùng), trên tổng số bao nhiêu?",
)
_PERSONS_OR_HOUSEHOLDS: Final[Words] = ("persons or households", "người hoặc hộ")
_OTHER_READING: Final[Words] = (
    "Please confirm how {claim} was calculated from {others}.",
    "Đề nghị cho biết {claim} được tính như thế nào từ {others}.",
)
_ASSUMPTIONS: Final[dict[AssumptionKind, Words]] = {
    AssumptionKind.SAME_TIME: (
        "For which period, and up to which day, do {assumed} count?",
        "{assumed} là số liệu của thời kỳ nào, tính đến ngày nào?",
    ),
    AssumptionKind.DOCUMENT_DATE: (
        "On what day was the report written? Please send the final figures.",
        "Báo cáo ký ngày nào? Đề nghị cung cấp số liệu chính thức.",
    ),
    AssumptionKind.SAME_SERIES: (
        "Are {quotes} about the same thing and the same time? If so, which of them is wrong?",
        "{quotes} có cùng nói về một nội dung, một thời gian không? Nếu có, số nào sai?",
    ),
    AssumptionKind.REVIEW_PERIOD: (
        "For which time are {assumed}?",
        "{assumed} là số liệu của thời gian nào?",
    ),
}
_PARTS: Final[Words] = (
    "Are there other parts than these? If not, which of {quotes} is wrong?",
    "Có còn bộ phận nào khác không? Nếu không, trong {quotes}, số nào sai?",
)
_RATES: Final[Words] = (
    "From which numerator and denominator was {claim} calculated? If from {others}, which figure is wrong?",
    "{claim} được tính từ tử số và mẫu số nào? Nếu từ {others} thì số nào sai?",
)
_OTHER_ASSUMPTION: Final[Words] = (
    "Is it so that {consistent_if}? If not, which of {quotes} should be corrected?",
    "Có phải {consistent_if} không? Nếu không, cần sửa số nào trong {quotes}?",
)
_MISSING: Final[dict[MissingKind, Words]] = {
    MissingKind.FIGURE: ("What is the figure for {name}?", "Đề nghị cung cấp số liệu: {name}."),
    MissingKind.PLAN: (
        "How large was the plan behind {claim}, and for which period?",
        "Kế hoạch của {claim} là bao nhiêu, cho thời kỳ nào?",
    ),
    MissingKind.LINK: (
        "Does {claim} refer to a stated plan: {name}?",
        "{claim} có phải so với số đã nêu: {name} không?",
    ),
    MissingKind.DOCUMENTS: (
        "Two documents differ. Which of {quotes} is right, or what do the documents count differently?",
        "Hai văn bản nêu khác nhau. Trong {quotes}, số nào đúng, hoặc hai văn bản tính khác nhau ở đâu?",
    ),
    MissingKind.REVISION: ("Which of {quotes} is the final figure?", "Trong {quotes}, số nào là số chính thức?"),
}
_OTHER_MISSING: Final[Words] = (
    "How do {quotes} fit together? They cannot be compared: {missing}.",
    "{quotes} liên hệ với nhau như thế nào? Chưa so sánh được: {missing}.",
)
_WRONG: Final[Words] = (
    "Which of {quotes} is wrong, and what is the right figure?",
    "Trong {quotes}, số nào sai và số đúng là bao nhiêu?",
)
_WRONG_ALONE: Final[Words] = ("What is the right figure for {quotes}?", "Số đúng thay cho {quotes} là bao nhiêu?")
_ROUNDED: Final[Words] = (
    "Please state {quotes} with all their digits.",
    "Đề nghị cho biết số đầy đủ, chưa làm tròn, của {quotes}.",
)


def question(check: Check, lang: Lang, name_of: Callable[[str], str] = str, *, quoted: bool = True) -> str:
    """Return the question that a check raises, without ids and codes; empty if nothing needs to be asked.

    Args:
        check: the check.
        lang: the language.
        name_of: returns what to write for an id that has no printed text.
        quoted: whether all figures are quoted; otherwise they are called "these figures".

    Raises:
        FieldError: if `lang` is not ``en`` or ``vi``.
    """
    require_lang(lang, "Check.question")
    words = _words(check)
    if words is None:
        return ""
    claim = _claim(check)
    others = [item for item in check.evidence if item is not claim]
    figures = () if isinstance(check.assumption, Absent) else check.assumption.figures
    assumed = [item for item in check.evidence if item.id in figures]
    name = check.missing.name if isinstance(check.missing, Missing) else ""
    quotes = _quotes if quoted else _these
    text = in_language(words, lang).format(
        claim=_quotes([claim], lang, name_of),
        quotes=quotes(check.evidence, lang, name_of),
        others=_quotes(others or check.evidence, lang, name_of),
        assumed=quotes(assumed or check.evidence, lang, name_of),
        consistent_if=_fits_if(check, lang, name_of),
        missing="" if isinstance(check.missing, Absent) else missing(check.missing, lang),
        name=name_of(str(name)),
        subjects=_subjects(check, lang),
    )
    return text[0].upper() + text[1:]


def _words(check: Check) -> Words | None:
    """Return the words of the question of a check; ``None`` if there is nothing to ask."""
    if check.verdict is Verdict.CONSISTENT or check.is_note:
        return None
    if check.verdict is Verdict.UNDETERMINED:
        kind = check.missing.kind if isinstance(check.missing, Missing) else MissingKind.FIGURE
        return _MISSING.get(kind, _OTHER_MISSING)
    if check.verdict is Verdict.CONDITIONAL:
        return _about_assumption(check)
    if check.nature is Nature.WORDING:
        return _about_reading(check)
    if check.nature is Nature.ROUNDING:
        return _ROUNDED
    return _WRONG if len(check.evidence) > 1 else _WRONG_ALONE


def _subjects(check: Check, lang: Lang) -> str:
    """Return the name of the unit in which the whole of a share is counted."""
    _, division, whole = check.computation.expression.rpartition(" ÷ ")
    try:
        return Unit.parse(whole).name(lang, plural=True) if division else in_language(_PERSONS_OR_HOUSEHOLDS, lang)
    except AseanscError:
        return in_language(_PERSONS_OR_HOUSEHOLDS, lang)


def is_of_rates(check: Check) -> bool:
    """Return whether a check compares rates, and not parts with a whole."""
    return check.code.value.startswith("rate")


def _about_assumption(check: Check) -> Words:
    """Return the words of the question whether an assumption holds."""
    if isinstance(check.assumption, Absent):
        raise bug(check.assumption)
    if check.assumption.kind is AssumptionKind.SAME_STRUCTURE:
        return _RATES if is_of_rates(check) else _PARTS
    return _ASSUMPTIONS.get(check.assumption.kind, _OTHER_ASSUMPTION)


def _about_reading(check: Check) -> Words:
    """Return the words of the question whether a figure has another reading."""
    if not isinstance(check.alternative, Reading):
        raise bug(check.alternative)
    kind = check.alternative.kind
    if kind is ReadingKind.DISTINCT_SUBJECTS:
        return _SUBJECTS
    if kind not in FITS_AS:
        return _OTHER_READING
    english, vietnamese = (ask.format(means) for ask, means in zip(_CONFIRM, FITS_AS[kind], strict=True))
    return english, vietnamese


def _claim(check: Check) -> Evidence:
    """Return the claim among the figures of a check: what the report computed from the others."""
    evidence = list(check.evidence)
    if check.code is CheckCode.CHANGE_CHAIN or is_of_rates(check):
        return evidence[0]
    if check.code is CheckCode.PLAN_ATTAINMENT and len(evidence) > 2:
        return evidence[-2]  # the plan comes after its attainment
    return evidence[-1]


def _fits_if(check: Check, lang: Lang, name_of: Callable[[str], str]) -> str:
    item = check.consistent_if
    if isinstance(item, Absent):
        return ""
    printed = {one.id: _QUOTED.format(one.printed) for one in check.evidence if isinstance(one.printed, str)}
    return assumption(evolve(item, figures=[printed.get(name) or name_of(name) for name in item.figures]), lang)


def _these(items: Sequence[Evidence], lang: Lang, name_of: Callable[[str], str]) -> str:
    return in_language(_THESE, lang) if len(items) > 1 else _quotes(items, lang, name_of)


def _quotes(items: Sequence[Evidence], lang: Lang, name_of: Callable[[str], str]) -> str:
    shown = [_QUOTED.format(item.printed) if isinstance(item.printed, str) else name_of(item.id) for item in items]
    shown = list(dict.fromkeys(shown))
    if len(shown) > _MOST:
        return ", ".join(shown[: _MOST - 1]) + in_language(_MORE, lang)
    return in_language(_AND, lang).join(filter(None, (", ".join(shown[:-1]), shown[-1])))
