"""Name the figures of a review for a reader: the indicator, the time, and where the figure is printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, TypeAlias

from aseansc.audit._messages import when
from aseansc.audit._results import Check, Implied
from aseansc.citations import Citation
from aseansc.claims import AttainmentClaim, ChangeClaim, Claim
from aseansc.codelists import Absent
from aseansc.errors import FieldError, require
from aseansc.intervals import Interval
from aseansc.labels import Lang, Words, in_language, label
from aseansc.observations import Observation
from aseansc.periods import AsOf, Period, Time, TimeCollection
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text

_Record: TypeAlias = Observation | Target | Claim

_QUOTED: Final = "“{}”"
_LINE: Final[Words] = ("line {}", "dòng {}")
_ROW: Final = re.compile(r"row (.+)")
_ROW_WORDS: Final[Words] = ("row {}", "dòng {}")
_PLAN: Final[Words] = ("plan for {}", "kế hoạch {}")
_PER: Final[Words] = ("{} per {}", "{} mỗi {}")
_MOMENTS: Final[dict[TimeCollection, tuple[Words, Words]]] = {
    TimeCollection.BEGINNING: (("start of {}", "đầu năm {}"), ("start of {}", "đầu kỳ {}")),
    TimeCollection.END: (("end of {}", "cuối năm {}"), ("end of {}", "cuối kỳ {}")),
}
"""Words for the ends of a year, and of any other period."""
_EARLIER: Final[Words] = ("what {} is compared with", "kỳ so sánh của {}")
_ADDED_UP: Final = (TimeCollection.TOTAL, TimeCollection.TO_DATE, TimeCollection.WITHIN)
_ENDS: Final = ((TimeCollection.BEGINNING, 1, 1), (TimeCollection.END, 12, 31))


class Names:
    """Names of the figures of a review, and where they are printed.

    Args:
        review: the review.
        texts: texts of its documents, to find line numbers.

    Raises:
        FieldTypeError: if a text is not a string.
        FieldError: if a text is not that of a document of the review.
    """

    def __init__(self, review: Review, texts: Iterable[str] = ()) -> None:
        self.review = review
        self._line_ends: dict[str, list[int]] = {}
        for text in texts:
            document = _document_of(text, review)
            self._line_ends[document] = [at for at, sign in enumerate(text) if sign == "\n"]

    @cached_property
    def records(self) -> Mapping[str, _Record]:
        """The observations, targets and claims, by id."""
        return {item.id: item for item in (*self.review.observations, *self.review.targets, *self.review.claims)}

    @cached_property
    def _indicators(self) -> Mapping[str, str]:
        """The id of the indicator of each record, and of each indicator."""
        found = {item.id: item.id for item in self.review.indicators}
        for name in self.records:
            self._find_indicator(name, found)
        return found

    @cached_property
    def _words(self) -> Mapping[str, Text]:
        return {item.id: item.text for item in self.review.findings}

    def _find_indicator(self, name: str, found: dict[str, str]) -> str | None:
        """Find the indicator of a record; ``None`` for an attainment of which nothing else is stated."""
        if name not in found:
            record = self.records[name]
            others = [getattr(record, field, None) for field in ("indicator", "actual", "target", "part", "whole")]
            known = (other for other in others if isinstance(other, str) and not isinstance(other, Absent))
            indicator = next((self._find_indicator(other, found) for other in known), None)
            if indicator is None:
                return None
            found[name] = indicator
        return found[name]

    def of(self, name: str, lang: Lang) -> str | None:
        """Return the name of the indicator of a figure, target or claim, or of an indicator."""
        indicator = self._indicators.get(name)
        return None if indicator is None else self.review.indicator(indicator).name.lookup(lang).text

    def or_id(self, name: str, lang: Lang) -> str:
        """Return the name of a plan or indicator, or the words of a finding; the id if there is none."""
        known = self.of(name, lang)
        if known is None:
            words = self._words.get(name)
            return name if words is None else _QUOTED.format(words.lookup(lang).text)
        return in_language(_PLAN, lang).format(known) if isinstance(self.records.get(name), Target) else known

    def with_time(self, name: str, lang: Lang) -> str | None:
        """Return the name of a figure with its time, such as "Poverty rate, end of 2018"."""
        record = self.records.get(name)
        if record is None or self.of(name, lang) is None:
            return None
        moment = self.moment(record, lang)
        return f"{self.or_id(name, lang)}, {moment}" if moment else self.or_id(name, lang)

    def moment(self, record: _Record, lang: Lang) -> str:
        """Return the time of a figure in words; empty if it has none."""
        time = record.time
        if isinstance(time, Absent):
            return ""
        collection = getattr(record, "time_collection", TimeCollection.TOTAL)
        return moment_in_words(time, collection, lang)

    def where(self, name: str, lang: Lang) -> str:
        """Return the line in which a figure is printed, where it is in the file, or its section; empty if unknown."""
        record = self.records.get(name)
        citation = getattr(record, "citation", Absent.NOT_STATED)
        if isinstance(citation, Citation):
            if citation.document in self._line_ends:
                line = bisect_right(self._line_ends[citation.document], citation.start) + 1
                return in_language(_LINE, lang).format(line)
            if not isinstance(citation.locator, Absent):
                return self.row(name, lang) or citation.locator
        return self._section(name, lang)

    def located(self, name: str, lang: Lang) -> str | None:
        """Return the name of the indicator of a figure, and where the figure is printed."""
        known, where = self.of(name, lang), self.where(name, lang)
        return f"{known} ({where})" if known and where else known

    def row(self, name: str, lang: Lang) -> str:
        """Return the row of a figure in an audited table, such as "row 3" or its cells; empty for any other figure."""
        citation = getattr(self.records.get(name), "citation", Absent.NOT_STATED)
        locator = citation.locator if isinstance(citation, Citation) else Absent.NOT_STATED
        found = None if isinstance(locator, Absent) else _ROW.fullmatch(locator)
        return "" if found is None else in_language(_ROW_WORDS, lang).format(found[1])

    def _section(self, name: str, lang: Lang) -> str:
        indicator = self._indicators.get(name)
        section = Absent.NOT_STATED if indicator is None else self.review.indicator(indicator).section
        return "" if isinstance(section, Absent) else self.review.section(section).name.lookup(lang).text

    def value(self, name: str, lang: Lang) -> str | None:
        """Return the value of a figure in words; ``None`` if the review has none."""
        value = getattr(self.records.get(name), "value", Absent.NOT_STATED)
        if isinstance(value, Absent):
            return None
        return f"{value:{lang}}"

    def interval(self, name: str) -> Interval | None:
        """Return the values that the print of a figure allows; ``None`` if the review has none."""
        value = getattr(self.records.get(name), "value", Absent.NOT_STATED)
        return None if isinstance(value, Absent) else value.interval()

    def observations(self, check: Check) -> Iterator[Observation]:
        """Yield the observations of a check."""
        for name in check.figures:
            record = self.records.get(name)
            if isinstance(record, Observation):
                yield record

    def is_counted(self, check: Check) -> bool:
        """Return whether what a check implies is a whole number if its unit is: averages need not be."""
        return all(item.time_collection is not TimeCollection.AVERAGE for item in self.observations(check))

    def implied_moment(self, check: Check, lang: Lang) -> str:
        """Return the time of what a check implies: that of its figures, or an end of the time of a change."""
        for name in check.figures:
            claim = self.records.get(name)
            if isinstance(claim, ChangeClaim):
                is_start = isinstance(claim.start, Absent)
                if is_start and self._is_over_its_time(claim):
                    return in_language(_EARLIER, lang).format(when(claim.time, lang))
                return moment_in_words(claim.time, TimeCollection.BEGINNING if is_start else TimeCollection.END, lang)
        return next((self.moment(record, lang) for record in self.observations(check)), "")

    def _is_over_its_time(self, claim: ChangeClaim) -> bool:
        """Return whether a change has the time over which its later level adds up, so that its base is another one."""
        later = self.records.get(str(claim.end))
        if not isinstance(later, Observation) or later.time != claim.time:
            return False
        return not isinstance(later.time_collection, Absent) and later.time_collection in _ADDED_UP

    def in_question(self, check: Check, lang: Lang) -> Callable[[str], str]:
        """Return the function that names the figures of a check in its question, those not stated with their time."""
        implied = check.implied.name if isinstance(check.implied, Implied) else ""
        moment = self.implied_moment(check, lang)

        def name_of(name: str) -> str:
            known = self.or_id(name, lang)
            return f"{known} ({moment})" if moment and name == implied else known

        return name_of

    def cited(self, name: str, printed: str, lang: Lang) -> str:
        """Return a figure as printed, with its row if it is from a table."""
        row = self.row(name, lang)
        return f"{_QUOTED.format(printed)} ({row})" if row else _QUOTED.format(printed)

    def exact(self, name: str) -> str:
        """Return the value of a figure without rounding, in a form that does not depend on the language."""
        return repr(getattr(self.records.get(name), "value", ""))

    def per(self, text: str, name: str, lang: Lang) -> str:
        """Add the unit of time to the value of an average or an amount for each period."""
        per = getattr(self.records.get(name), "per", Absent.NOT_APPLICABLE)
        return text if isinstance(per, Absent) else in_language(_PER, lang).format(text, label(per, lang))

    def language_of(self, document: str | Absent) -> str:
        """Return the language of a document; empty if it is not known."""
        return next((item.lang for item in self.review.documents if item.id == document), "")

    @cached_property
    def targets_in_words(self) -> tuple[Target, ...]:
        """The plans that the report mentions without their number, and without how far they were met."""
        judged = {claim.target for claim in self.review.claims if isinstance(claim, AttainmentClaim)}
        known = {item.indicator for item in self.review.targets if not isinstance(item.value, Absent)}
        return tuple(
            item
            for item in self.review.targets
            if item.value is Absent.NOT_STATED and item.id not in judged and item.indicator not in known
        )


def moment_in_words(time: Time, collection: TimeCollection | Absent, lang: Lang) -> str:
    """Return a time in words: "end of 2018", "2016-2018", "2018-12-31"."""
    if isinstance(time, AsOf) and (collection, time.date.month, time.date.day) in _ENDS:
        time = Period.year(time.date.year)
    is_year = isinstance(time, Period) and time.months == 12
    words = None if isinstance(collection, Absent) else _MOMENTS.get(collection)
    if words is None or isinstance(time, AsOf):
        return when(time, lang)
    return in_language(words[0 if is_year else 1], lang).format(when(time, lang))


def _document_of(text: str, review: Review) -> str:
    require(text, str, where="Audit.summary, texts", expected="texts as strings")
    for document in review.documents:
        if document.has_text(text):
            return document.id
    raise FieldError(
        "the text is not that of a document of the review",
        where="Audit.summary, texts",
        got=f"{len(text)} characters",
        expected=f"the text of {' or '.join(repr(item.title) for item in review.documents)}",
        hint="Only the text with the recorded hash has the recorded positions: aseansc verify compares them.",
    )
