"""State in one or two sentences what a report prints and why it cannot be, with names and values in place of ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from aseansc.audit._codes import AssumptionKind, CheckCode, ReadingKind, Relation, Verdict
from aseansc.audit._messages import assumption, compared, reading, when, with_percent
from aseansc.audit._names import Names
from aseansc.audit._numbers import briefly, few_digits
from aseansc.audit._questions import FITS_AS, is_of_rates
from aseansc.audit._results import Assumption, Check, Evidence, Reading
from aseansc.claims import ShareClaim
from aseansc.codelists import Absent
from aseansc.errors import bug
from aseansc.intervals import Interval
from aseansc.labels import Lang, Words, in_language
from aseansc.periods import AsOf

_OF_PERIODS: Final = (CheckCode.FLOW_AVERAGE, CheckCode.FLOW_EACH, CheckCode.FLOW_SPANS)
MOST: Final = 4
"""How many figures a finding quotes."""
_QUOTED: Final = "“{}”"
_AND: Final[Words] = (" and ", " và ")
_FOLLOWS: Final[Words] = (
    "from {others} follows {computed}{time}; printed: {stated}",
    "từ {others} suy ra {computed}{time}; báo cáo ghi {stated}",
)
_SAME: Final[Words] = (
    "{others} and {stated} are printed for the same quantity",
    "báo cáo ghi {others} và {stated} cho cùng một số liệu",
)
_MORE_PARTS: Final[Words] = ("there are more parts than these", "còn có bộ phận khác")
_OTHER_RATE: Final[Words] = (
    "the rate has another numerator or denominator",
    "tỷ lệ có tử số hoặc mẫu số khác",
)
_IN: Final[Words] = (" in {}", " ({})")
_SHARE: Final[Words] = ("{} of {}", "{} của {}")
_ESTIMATES: Final[Words] = (
    "{count} figures are estimates to {end}; the document is dated {date}",
    "{count} số liệu là ước đến {end}; văn bản ghi ngày {date}",
)
_ONE_ESTIMATE: Final[Words] = (
    "{what}: an estimate to {end}; the document is dated {date}",
    "{what}: số ước đến {end}; văn bản ghi ngày {date}",
)
_MANY: Final[Words] = ("{count} figures, such as {what}", "{count} số liệu, như {what}")
_REST: Final[Words] = ("{count} other figures", "{count} số liệu khác")
_IT: Final[Words] = ("it", "số này")
_TOTAL: Final[Words] = ("the total", "tổng số")
_FITS: Final[Words] = ("Fits if {}.", "Khớp nếu {}.")
_FITS_AS: Final[Words] = ("Fits as {}.", "Khớp nếu là {}.")
_POSSIBLE: Final[Words] = ("Possible: {}.", "Có thể: {}.")


class Statements:
    """Write what checks found, in one language.

    Args:
        names: the names of the figures.
        lang: the language.
        as_printed: whether figures are quoted as printed, also if the document is in another language.
    """

    def __init__(self, names: Names, lang: Lang, *, as_printed: bool) -> None:
        self.names = names
        self.lang: Lang = lang
        self.as_printed = as_printed

    def say(self, words: Words, *shown: object, **fields: object) -> str:
        """Fill in words of the language."""
        return in_language(words, self.lang).format(*shown, **fields)

    def statement(self, check: Check) -> str:
        """Return what is printed, why it cannot be, and what would fit."""
        text = self._estimates(check) or f"{self.title(check)}: {self._found(check)}"
        fits = "" if check.code is CheckCode.ESTIMATE_OVER else self._fits(check)  # the question says it
        return " ".join(filter(None, (f"{text}.", fits)))

    def title(self, check: Check) -> str:
        """Return the indicator that a check is about, and where it is printed."""
        named = [item.id for item in check.evidence if self.names.of(item.id, self.lang) is not None]
        if not named:
            return self.names.review.title.lookup(self.lang).text
        what = self.located(named[0])
        return self.say(_MANY, count=len(named), what=what) if len(named) > MOST else what

    def located(self, name: str) -> str:
        """Return the name of the indicator of a figure, and where the figure is printed."""
        known = self.names.of(name, self.lang) or name
        return known if self.names.row(name, self.lang) else self.names.located(name, self.lang) or known

    def reason(self, check: Check) -> str:
        """Return what is printed, and why it cannot be, for a letter: every figure of estimates can be found."""
        if estimates := self._estimates(check):
            shown = [f"{self.located(item.id)} {self._value(item)}" for item in check.evidence]
            return f"{estimates}: {'; '.join(shown)}" if len(shown) > 1 else estimates
        if check.verdict is Verdict.UNDETERMINED:
            return f"{self.title(check)}: {self._printed(check.evidence)}"
        return f"{self.title(check)}: {self._found(check)}"

    def _printed(self, items: Sequence[Evidence]) -> str:
        """Return figures as printed, at most four."""
        printed = [(item.id, item.printed) for item in items if not isinstance(item.printed, Absent)]
        shown = list(dict.fromkeys(self.names.cited(*item, self.lang) for item in printed))
        return "; ".join(shown[:MOST]) + (" …" if len(shown) > MOST else "")

    def _found(self, check: Check) -> str:
        """Return what a check compared: what follows from some figures, and the figure that is printed."""
        computed, stated = check.computation.computed, check.computation.stated
        claim = self._stated_figure(check)
        others = [item for item in check.evidence if item is not claim]
        is_equality = check.computation.relation is Relation.EQUAL and check.code is not CheckCode.SHARE_UNIT
        if claim is None or not others or not is_equality or not isinstance(computed, Interval):
            printed = "" if len(check.evidence) > MOST else f"{self._values(check.evidence)}. "
            return f"{printed}{compared(check, self.lang, self.names)}"
        if not isinstance(stated, Interval):
            raise bug(stated)
        digits = few_digits(computed, stated)
        return self.say(
            _SAME if check.code is CheckCode.RESTATEMENT else _FOLLOWS,
            others=self._values(others),
            computed=with_percent(briefly(computed, self.lang, digits, brief=True), check, self.lang),
            time=self._span(claim.id, check.code),
            stated=self._value(claim),
        )

    def _span(self, name: str, code: CheckCode) -> str:
        """Return the period of a total that is compared with the figures of shorter periods."""
        record = self.names.records.get(name)
        if code not in _OF_PERIODS or record is None:
            return ""
        return self.say(_IN, self.names.moment(record, self.lang))

    def _stated_figure(self, check: Check) -> Evidence | None:
        """Return the figure that a check compares the others with: the last one that has the stated values."""
        stated = check.computation.stated
        for item in reversed(check.evidence):
            if self.names.interval(item.id) == stated:
                return item
        return None

    def _values(self, items: Sequence[Evidence]) -> str:
        shown = list(dict.fromkeys(map(self._value, items[: MOST - 1] if len(items) > MOST else items)))
        if len(items) > MOST:
            shown.append(self.say(_REST, count=len(items) - MOST + 1))
        return in_language(_AND, self.lang).join(filter(None, (", ".join(shown[:-1]), shown[-1])))

    def _value(self, item: Evidence) -> str:
        """Return a figure as printed if the document is in the language of the reader, otherwise its value."""
        value = self.names.value(item.id, self.lang)
        is_readable = isinstance(item.printed, str) and (
            self.as_printed or self.names.language_of(item.document) == self.lang
        )
        if value is None or is_readable:
            is_printed = isinstance(item.printed, str) and not isinstance(item.printed, Absent)
            value = _QUOTED.format(item.printed) if is_printed else self.names.or_id(item.id, self.lang)
        elif isinstance(share := self.names.records.get(item.id), ShareClaim):
            value = self.say(_SHARE, value, self.names.or_id(share.whole, self.lang))
        row = self.names.row(item.id, self.lang)
        return f"{self.names.per(value, item.id, self.lang)}{f' ({row})' if row else ''}"

    def _estimates(self, check: Check) -> str:
        if check.code is not CheckCode.ESTIMATE_OVER:
            return ""
        days = check.computation.expression.split(" < ")
        end, date = (when(AsOf.parse(day), self.lang) for day in days)
        if len(check.evidence) > 1:
            return self.say(_ESTIMATES, count=len(check.evidence), end=end, date=date)
        return self.say(_ONE_ESTIMATE, what=self.title(check), end=end, date=date)

    def _fits(self, check: Check) -> str:
        """Return the reading or the assumption under which the figures agree."""
        other = check.alternative
        if isinstance(other, Reading) and other.fits:
            if other.kind is ReadingKind.DISTINCT_SUBJECTS:
                return ""  # the question says it
            if other.kind in FITS_AS:
                return self.say(_FITS_AS, in_language(FITS_AS[other.kind], self.lang))
            return self.say(_POSSIBLE, reading(other, self.lang, brief=True))
        if isinstance(check.consistent_if, Absent):
            return ""
        if check.consistent_if.kind is AssumptionKind.OTHER_STRUCTURE:
            return self.say(_FITS, in_language(_OTHER_RATE if is_of_rates(check) else _MORE_PARTS, self.lang))
        return self.say(_FITS, assumption(self._named(check, check.consistent_if), self.lang))

    def _named(self, check: Check, item: Assumption) -> Assumption:
        """Return an assumption with the values of figures in place of their ids."""
        claim = self._stated_figure(check)
        if claim is not None and item.figures == (claim.id,):
            words = _TOTAL if item.kind is AssumptionKind.FEWER_YEARS else _IT
            return evolve(item, figures=[in_language(words, self.lang)])
        values = {one.id: self._value(one) for one in check.evidence}
        names = [values.get(name) or self.names.or_id(name, self.lang) for name in item.figures]
        return evolve(item, figures=list(dict.fromkeys(names))[:MOST])
