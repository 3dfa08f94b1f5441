"""Put an audit on one screen: what was compared, what cannot be, what to ask, and what can be worked back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import shorten
from typing import Final

from aseansc._decimals import PLACE_HALF_EVEN
from aseansc.audit._codes import FindingGroup, MissingKind, Verdict
from aseansc.audit._findings import OF_TIME, AuditFinding, is_plan
from aseansc.audit._messages import when
from aseansc.audit._names import Names
from aseansc.audit._numbers import briefly, limits
from aseansc.audit._propagation import whole_numbers
from aseansc.audit._questions import question
from aseansc.audit._results import Check, Implied, Missing
from aseansc.audit._screen_results import AuditScreen, ScreenGroup, ScreenItem
from aseansc.audit._statements import MOST, Statements
from aseansc.codelists import Absent
from aseansc.errors import bug
from aseansc.intervals import Interval
from aseansc.labels import Lang, Words, in_language, label
from aseansc.periods import AsOf, days_of
from aseansc.units import Unit, UnitKind

_ALL_DIGITS: Final = 28
_LONGEST_TITLE: Final = 50
_LETTERS: Final = "ABCD"
_GROWS: Final = (UnitKind.SHARE, UnitKind.SHARE_POINT, UnitKind.RANK)
"""Kinds of units whose quantities are not compared in percent."""
_HUNDRED: Final = Interval.point(100)

_COVERAGE: Final[Words] = (
    "Compared: {known} of {every} figures. Not confirmed, with nothing to compare with: {left}.",
    "Đối chiếu được {known}/{every} số liệu; {left} số liệu còn lại chưa rõ đúng, sai.",
)
_ALL: Final[Words] = ("Compared: all {every} figures.", "Đối chiếu được cả {every} số liệu.")
_SOURCE: Final[Words] = ("Source: {title}{date}.", "Nguồn: {title}{date}.")
_DATED: Final[Words] = (", dated {}", ", ghi ngày {}")
_ANSWERED: Final[Words] = (
    "Answered: {count} of {every} findings, not shown here.",
    "Đã trả lời {count}/{every} phát hiện, không nêu lại ở đây.",
)
_NONE: Final[Words] = ("none", "không có")
_CONSISTENT: Final[Words] = ("E. CONSISTENT CHECKS: {}.", "E. PHÉP ĐỐI CHIẾU KHỚP: {}.")
_NOTES: Final[Words] = (" Notes: {}.", " Ghi chú: {}.")
_OPEN: Final[Words] = (" Without a result: {}.", " Chưa kết luận được: {}.")
_ASK: Final[Words] = ("Ask", "Hỏi")
_MORE: Final[Words] = (
    "The same figure is in {} more checks that fail.",
    "Số liệu này còn nằm trong {} phép đối chiếu không khớp khác.",
)
_PLANS: Final[Words] = ("Plans: {}.", "Kế hoạch: {}.")
_AGREES: Final[Words] = (
    "{} (agrees with {}: enter it as the target of the claim)",
    "{} (khớp với {}: hãy ghi làm chỉ tiêu của tỷ lệ)",
)
_TARGETS: Final[Words] = ("Plans without a number: {}.", "Kế hoạch không nêu số: {}.")
_STATE: Final[Words] = (
    "Please state each exact figure, and each plan with its period.",
    "Đề nghị cung cấp từng số liệu chính xác, từng số kế hoạch và thời kỳ của kế hoạch.",
)
_IMPLIES: Final[Words] = ("From this follows {}", "Từ đó suy ra {}")
_WHAT_WAS_PLANNED: Final[Words] = (
    "{}: how large was the plan, and for which period?",
    "{}: kế hoạch là bao nhiêu, cho thời kỳ nào?",
)


class Screen(Statements):
    """Write the first screen of an audit, and the questions of its findings, in one language.

    Args:
        names: the names of the figures.
        checks: all checks.
        findings: all findings.
        lang: the language.
        as_printed: whether figures are quoted as printed, as in a letter.
    """

    def __init__(
        self,
        names: Names,
        checks: Sequence[Check],
        findings: Sequence[AuditFinding],
        lang: Lang,
        *,
        as_printed: bool = False,
    ) -> None:
        super().__init__(names, lang, as_printed=as_printed)
        self.checks = checks
        self.findings = findings

    def parts(self, shown: Sequence[AuditFinding]) -> AuditScreen:
        """Return the screen with some of the findings."""
        left = len(self.findings) - len(shown)
        return AuditScreen(
            title=self.names.review.title.lookup(self.lang).text,
            sources=self._sources(),
            coverage=self._coverage(),
            answered=self.say(_ANSWERED, count=left, every=len(self.findings)) if left else "",
            ask=in_language(_ASK, self.lang),
            groups=[
                self._group(letter, group, [finding for finding in shown if finding.group is group])
                for letter, group in zip(_LETTERS, FindingGroup, strict=True)
            ],
            rest=self._rest(),
        )

    def _group(self, letter: str, group: FindingGroup, found: Sequence[AuditFinding]) -> ScreenGroup:
        count = f" ({len(found)})" if found else f": {in_language(_NONE, self.lang)}."
        heading, space, rest = label(group, self.lang).partition(" (")
        return ScreenGroup(
            group=group,
            heading=f"{letter}. {heading.upper()}{space}{rest}{count}",
            items=map(self._item, found),
            question=in_language(_STATE, self.lang) if found and group is FindingGroup.NOT_STATED else "",
        )

    def questions(self, shown: Iterable[AuditFinding]) -> tuple[str, ...]:
        """Return the question of each finding, after what is printed and why it cannot be."""
        return tuple(map(self.asked, shown))

    def asked(self, finding: AuditFinding) -> str:
        """Return one question for the checks of a finding."""
        if finding.targets:
            return self.say(_WHAT_WAS_PLANNED, "; ".join(map(self.located, finding.targets)))
        questions: dict[str, str] = {}
        for check in finding.checks:
            questions.setdefault(self._before_question(check), self._question(check))
        return " ".join(f"{what}. {asked}" for what, asked in questions.items())

    def _before_question(self, check: Check) -> str:
        """Return what is printed, and what follows from it."""
        reason = self.reason(check)
        if check.verdict is not Verdict.UNDETERMINED or not isinstance(check.implied, Implied):
            return reason
        return f"{reason}. {self.say(_IMPLIES, self._limits(check, check.implied))}"

    def _question(self, check: Check, *, quoted: bool = True) -> str:
        return question(check, self.lang, self.names.in_question(check, self.lang), quoted=quoted)

    def _sources(self) -> Iterator[str]:
        review = self.names.review
        for document in review.documents:
            if document.title == review.title.en:
                continue
            date = ""
            if not isinstance(document.date, Absent):
                date = self.say(_DATED, when(AsOf(date=document.date), self.lang))
            yield self.say(_SOURCE, title=shorten(document.title, _LONGEST_TITLE, placeholder=" …"), date=date)

    def _coverage(self) -> str:
        """Return how many figures could be compared."""
        compared = {name for check in self.checks if check.code not in OF_TIME for name in check.figures}
        figures = {figure.id for figure in self.names.review.figures()}
        known = len(compared & figures)
        words = _COVERAGE if known < len(figures) else _ALL
        return self.say(words, known=known, every=len(figures), left=len(figures) - known)

    def _rest(self) -> str:
        """Return how many checks are consistent, and how many are in no finding."""
        shown = {id(check) for finding in self.findings for check in finding.checks}
        notes = sum(check.is_note for check in self.checks)
        hidden = [check for check in self.checks if id(check) not in shown and not check.is_note]
        left = sum(check.verdict is Verdict.UNDETERMINED for check in hidden)
        text = self.say(_CONSISTENT, sum(check.verdict is Verdict.CONSISTENT for check in self.checks))
        text += self.say(_NOTES, notes) if notes else ""
        return text + (self.say(_OPEN, left) if left else "")

    def _item(self, finding: AuditFinding) -> ScreenItem:
        """Return what was found, and the question to send."""
        if finding.targets:
            names = dict.fromkeys(self.names.of(name, self.lang) or name for name in finding.targets)
            return ScreenItem(number=finding.number, title=self.say(_TARGETS, "; ".join(names)))
        if finding.group is FindingGroup.NOT_STATED:
            return ScreenItem(number=finding.number, title=self._implied(finding.checks))
        is_long = len(finding.checks) > MOST
        title, *lines = map(self.statement, finding.checks[: MOST - 1] if is_long else finding.checks)
        if is_long:
            lines.append(self.say(_MORE, len(finding.checks) - MOST + 1))
        question = self._question(finding.checks[0], quoted=False)
        return ScreenItem(number=finding.number, title=title, lines=lines, question=question)

    # -- figures that are not stated

    def _implied(self, checks: Sequence[Check]) -> str:
        """Return figures that are not stated, with the values that follow from the others, in time order."""
        found: dict[str, dict[str, tuple[str, Check]]] = {}
        for check in sorted(checks, key=self._day):
            if not isinstance(check.implied, Implied):
                raise bug(check.implied)
            name = self.names.of(check.implied.name, self.lang) or check.implied.name
            values = self._limits(check, check.implied)
            if isinstance(check.missing, Missing) and check.missing.kind is MissingKind.LINK:
                values = self.say(_AGREES, values, check.missing.name)
            found.setdefault(name, {}).setdefault(values, (self.names.implied_moment(check, self.lang), check))
        if is_plan(checks[0]):
            return self.say(_PLANS, "; ".join(f"{name} {', '.join(times)}" for name, times in found.items()))
        return " ".join(self._follows(name, times) for name, times in found.items())

    def _follows(self, name: str, times: Mapping[str, tuple[str, Check]]) -> str:
        """Return the values of a figure that follow from others, with their times and the growth between them."""
        text = ", ".join(f"{values} ({moment})" if moment else values for values, (moment, _) in times.items())
        checks = [check for _, check in times.values()]
        growth = "" if self._are_of_one_day(checks) else self._growth(checks)
        return f"{name}: {text}{growth}."

    def _are_of_one_day(self, checks: Sequence[Check]) -> bool:
        """Return whether amounts end on one day, such as that of a month and that since January."""
        return self._day(checks[0]) == self._day(checks[-1]) != dt.date.min

    def _day(self, check: Check) -> dt.date:
        times = [record.time for record in self.names.observations(check)]
        return min((days_of(time)[1] for time in times), default=dt.date.min)

    def _limits(self, check: Check, implied: Implied) -> str:
        """Return the limits of a quantity with its unit, rounded outward, and inward to whole numbers for counts."""
        unit = self._unit(implied)
        inside = whole_numbers(implied.interval) if unit.is_whole and self.names.is_counted(check) else None
        is_range = inside is not None and inside.lower is not None and inside.lower > 0 and inside.upper is not None
        is_exact = inside is not None and (is_range or inside.is_point)
        if inside is not None and is_exact:
            text = briefly(inside, self.lang, _ALL_DIGITS, brief=True)
        else:
            text = limits(inside or implied.interval, self.lang)
        name = unit.name(self.lang, plural=True)
        if name in ("percent", "%"):
            return f"{text}%"
        is_named = name.casefold() == (self.names.of(implied.name, self.lang) or "").casefold()
        return text if is_named else f"{text} {name}"

    def _unit(self, implied: Implied) -> Unit:
        return Unit.parse(implied.unit, units=self.names.review.units)

    def _growth(self, checks: Sequence[Check]) -> str:
        """Return the change from the first to the last of several amounts in percent, in whole percent if they are."""
        items = [check.implied for check in checks if isinstance(check.implied, Implied)]
        first, last = items[0].interval, items[-1].interval
        unit = self._unit(items[0])
        if len(items) < 2 or unit.kind in _GROWS or first.lower is None or first.lower <= 0:
            return ""
        change = last * _HUNDRED / first - _HUNDRED
        if change.lower is None or change.upper is None:
            return ""
        ends = {int(PLACE_HALF_EVEN.to_integral_value(end)) for end in (change.lower, change.upper)}
        return f": {ends.pop():+}%" if len(ends) == 1 else f": {limits(change, self.lang)}%"
