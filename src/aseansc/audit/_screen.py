"""Put an audit on one screen: what was compared, what cannot be, what to ask, and what can be worked back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from aseansc.audit._codes import CheckCode, MissingKind, Nature, Verdict
from aseansc.audit._messages import assumption, compared, reading, when
from aseansc.audit._numbers import briefly
from aseansc.audit._propagation import whole_numbers
from aseansc.audit._questions import question
from aseansc.audit._results import Check, Evidence, Implied, Missing, Reading
from aseansc.codelists import Absent
from aseansc.errors import AseanscError, FieldError
from aseansc.labels import LANGUAGES, Lang, Words, in_language
from aseansc.observations import Observation
from aseansc.periods import AsOf, TimeCollection, days_of
from aseansc.reviews import Figure, Review
from aseansc.units import Unit

_DIGITS: Final = 4
"""Significant digits of numbers that are not counts."""
_ALL_DIGITS: Final = 28
_MOST: Final = 4
"""How many figures a finding quotes."""
_OF_TIME: Final = (
    CheckCode.ESTIMATE_OVER,
    CheckCode.TIME_OUTSIDE,
    CheckCode.TIME_AHEAD,
    CheckCode.DURATION_PERIOD,
    CheckCode.DOCUMENT_DATES,
)
"""Checks that compare no figures with one another."""

_COVERAGE: Final[Words] = (
    "{known} of {every} figures could be compared. The other {left} have nothing to compare with: not confirmed.",
    "Đối chiếu được {known}/{every} số liệu. {left} số liệu còn lại không có gì để đối chiếu: chưa rõ đúng, sai.",
)
_SOURCE: Final[Words] = ("Source: {title}{date}.", "Nguồn: {title}{date}.")
_DATED: Final[Words] = (", dated {}", ", ghi ngày {}")
_NONE: Final[Words] = ("none", "không có")
_HEADINGS: Final[tuple[Words, ...]] = (
    ("A. ARITHMETICALLY IMPOSSIBLE", "A. SAI VỀ SỐ HỌC"),
    ("B. TO ASK", "B. CẦN HỎI LẠI"),
    ("C. WORDING, UNIT OR ROUNDING", "C. CÂU CHỮ, ĐƠN VỊ, LÀM TRÒN"),
    ("D. FIGURES NOT STATED, worked back from the report", "D. THIẾU SỐ GỐC, suy ra từ chính báo cáo"),
)
_CONSISTENT: Final[Words] = (
    "E. CONSISTENT: {good} checks. Notes: {notes}. Without a result: {open}.",
    "E. KHỚP: {good} phép đối chiếu. Ghi chú: {notes}. Chưa kết luận được: {open}.",
)
_ROUNDING: Final[Words] = (
    "Limits are rounded outward, those of counts to whole numbers inside.",
    "Giới hạn được làm tròn ra phía ngoài; số đếm lấy số nguyên ở bên trong.",
)
_ASK: Final[Words] = ("Ask: {}", "Hỏi: {}")
_FITS: Final[Words] = ("Fits if {}.", "Khớp nếu {}.")
_FITS_READ: Final[Words] = ("Possible: {}.", "Có thể: {}.")
_PLAN: Final[Words] = ("plan for {}", "kế hoạch {}")
_MANY: Final[Words] = ("{} figures, such as {}", "{} số liệu, như {}")
_FROM: Final[Words] = ("from {}", "từ {}")
_MOMENTS: Final[dict[TimeCollection, Words]] = {
    TimeCollection.BEGINNING: ("start of {}", "đầu năm {}"),
    TimeCollection.END: ("end of {}", "cuối năm {}"),
}


def findings_of(checks: Iterable[Check]) -> tuple[tuple[Check, ...], ...]:
    """Return the checks that need an answer, one tuple per numbered finding: arithmetic, to ask, then wording."""
    return tuple(group for section in _sections(checks) for group in section)


def _sections(checks: Iterable[Check]) -> list[list[tuple[Check, ...]]]:
    """Group the checks by section, and those that rest on the same figure not stated into one finding."""
    every = list(checks)
    asked = [check for check in every if check.verdict is Verdict.CONDITIONAL or _lacks(check, MissingKind.DOCUMENTS)]
    first = ([check for check in every if check.nature is Nature.ARITHMETIC], asked)
    wording = [check for nature in (Nature.WORDING, Nature.ROUNDING) for check in every if check.nature is nature]
    implied: dict[str, list[Check]] = {}
    for check in every:
        if isinstance(check.implied, Implied):
            implied.setdefault("" if _lacks(check, MissingKind.PLAN) else check.implied.name, []).append(check)
    alone: list[list[tuple[Check, ...]]] = [[(check,) for check in group] for group in (*first, wording)]
    return [*alone, [tuple(same) for same in implied.values()]]


def _lacks(check: Check, kind: MissingKind) -> bool:
    return isinstance(check.missing, Missing) and check.missing.kind is kind


def questions_of(review: Review, checks: Iterable[Check], lang: Lang) -> tuple[str, ...]:
    """Return the question of each finding, with what it is about and what is printed."""
    shown = _Shown(review, lang)
    return tuple(shown.asked(group) for group in findings_of(checks))


def screen(review: Review, checks: Sequence[Check], lang: Lang) -> list[str]:
    """Return the lines of the first screen of the audit of a review; those that belong to another are indented."""
    if lang not in LANGUAGES:
        raise FieldError("unknown language", where="Audit.summary", got=lang, expected="en or vi")
    shown = _Shown(review, lang)
    lines = [*shown.header(checks), ""]
    number = 0
    sections = _sections(checks)
    for heading, groups in zip(_HEADINGS, sections, strict=True):
        count = f" ({len(groups)})" if groups else f": {in_language(_NONE, lang)}."
        lines.append(f"{in_language(heading, lang)}{count}")
        for group in groups:
            number += 1
            first, *rest = shown.implied(group) if heading is _HEADINGS[-1] else shown.finding(group[0])
            lines += [f" {number}. {first}", *(f"    {line}" for line in rest)]
    counts = {
        "good": sum(check.verdict is Verdict.CONSISTENT for check in checks),
        "notes": sum(check.is_note for check in checks),
        "open": sum(check.verdict is Verdict.UNDETERMINED and not check.is_note for check in checks),
    }
    counts["open"] -= sum(len(group) for group in sections[-1])
    return [*lines, in_language(_CONSISTENT, lang).format(**counts), in_language(_ROUNDING, lang)]


class _Shown:
    """Write the findings of a review in one language, with names in place of ids."""

    def __init__(self, review: Review, lang: Lang) -> None:
        self.review = review
        self.lang: Lang = lang
        self.figures: dict[str, Figure] = {figure.id: figure for figure in review.figures()}
        self.records = {item.id: item for item in (*review.observations, *review.targets, *review.claims)}
        self.indicators = {item.id: item.name.lookup(lang).text for item in review.indicators}
        self.sections = {item.id: item.name.lookup(lang).text for item in review.sections}
        named = {name: self._indicator(name) for name in self.records}
        self.names = {**self.indicators, **{name: self.indicators[item] for name, item in named.items() if item}}

    def say(self, words: Words, *shown: object, **fields: object) -> str:
        return in_language(words, self.lang).format(*shown, **fields)

    def _indicator(self, name: str) -> str | None:
        """Return the id of the indicator of a figure; ``None`` for an attainment of which nothing else is stated."""
        if name in self.indicators:
            return name
        figure = self.records[name]
        for field in ("indicator", "actual", "target", "part", "whole"):
            other = getattr(figure, field, Absent.NOT_STATED)
            if isinstance(other, str) and not isinstance(other, Absent):
                return self._indicator(other)
        return None

    def header(self, checks: Iterable[Check]) -> Iterator[str]:
        """Yield the title, the documents, and how many figures could be compared."""
        yield self.review.title.lookup(self.lang).text
        for document in self.review.documents:
            date = ""
            if not isinstance(document.date, Absent):
                date = self.say(_DATED, when(AsOf(date=document.date), self.lang))
            yield self.say(_SOURCE, title=document.title, date=date)
        compared_ = {name for check in checks if check.code not in _OF_TIME for name in check.figures}
        known = len(compared_ & self.figures.keys())
        yield self.say(_COVERAGE, known=known, every=len(self.figures), left=len(self.figures) - known)

    def finding(self, check: Check) -> Iterator[str]:
        """Yield what is printed, why it cannot be, what would fit, and the question to send."""
        many = len(check.figures) > _MOST
        yield f"{self._title(check)}{'' if many else f': {self._printed(check.evidence)}'}"
        yield f"{compared(check, self.lang)}."
        if isinstance(check.alternative, Reading) and check.alternative.fits:
            yield self.say(_FITS_READ, reading(check.alternative, self.lang, brief=True))
        elif not isinstance(check.consistent_if, Absent):
            names = list(dict.fromkeys(self.names.get(name, name) for name in check.consistent_if.figures))
            item = evolve(check.consistent_if, figures=names[:_MOST])
            yield self.say(_FITS, assumption(item, self.lang))
        asked = question(check, self.lang, self.names)
        if asked:
            yield self.say(_ASK, asked)

    def asked(self, group: Sequence[Check]) -> str:
        """Return one question for the checks of a finding."""
        questions: dict[str, str] = {}
        for check in group:
            what = f"{self._title(check)}: {self._printed(check.evidence)}"
            questions.setdefault(question(check, self.lang, self.names), what)
        return " ".join(f"{what}. {asked}" for asked, what in questions.items())

    def _title(self, check: Check) -> str:
        """Return the indicator that a check is about, and its section; the title of the review if it has none."""
        named = [name for name in check.figures if name in self.names]
        if not named:
            return self.review.title.lookup(self.lang).text
        if len(named) > _MOST:
            return self.say(_MANY, len(named), self.names[named[0]])
        section = self.sections.get(str(self.review.indicator(self._indicator(named[0]) or "").section))
        return self.names[named[0]] if section is None else f"{self.names[named[0]]} ({section})"

    def _printed(self, evidence: Sequence[Evidence]) -> str:
        printed = [f"“{item.printed}”" for item in evidence if isinstance(item.printed, str) and item.printed]
        return "; ".join(dict.fromkeys(printed[:_MOST])) + (" …" if len(printed) > _MOST else "")

    def implied(self, group: Sequence[Check]) -> Iterator[str]:
        """Yield figures that are not stated, with the values that follow from the others, in time order."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        for check in sorted(group, key=self._day):
            assert isinstance(check.implied, Implied)
            name = self.names.get(check.implied.name, check.implied.name)
            is_plan = _lacks(check, MissingKind.PLAN)
            values = self._values(check.implied)
            if not is_plan:
                values += f" ({self.say(_FROM, self._printed(check.evidence))})"
            found.setdefault((name, self.say(_PLAN, name) if is_plan else name), {}).setdefault(
                values, f"{self._moment(check)}{values}"
            )
        first, *rest = (f"{shown}: {'; '.join(times.values())}" for (_, shown), times in found.items())
        yield first[0].upper() + first[1:]
        yield from (text[0].upper() + text[1:] for text in rest)

    def _day(self, check: Check) -> dt.date:
        times = [self.records[name].time for name in check.figures if isinstance(self.records.get(name), Observation)]
        return min((days_of(time)[1] for time in times if not isinstance(time, Absent)), default=dt.date.min)

    def _values(self, implied: Implied) -> str:
        try:
            unit = Unit.parse(implied.unit, units=self.review.units)
        except AseanscError:
            return f"{briefly(implied.interval, self.lang, _DIGITS)} {implied.unit}"
        inside = whole_numbers(implied.interval) if unit.is_whole else None
        name = unit.name(self.lang, plural=True)
        text = briefly(inside or implied.interval, self.lang, _DIGITS if inside is None else _ALL_DIGITS)
        return f"{text}{'' if name.startswith('%') else ' '}{name}"

    def _moment(self, check: Check) -> str:
        """Return the time of the figures that a value follows from, if they are levels of one time."""
        for name in check.figures:
            figure = self.figures.get(name)
            if isinstance(figure, Observation) and figure.time_collection in _MOMENTS:
                return f"{self.say(_MOMENTS[figure.time_collection], when(figure.time, self.lang))}: "
        return ""
