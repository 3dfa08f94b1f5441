"""Track the statuses, times and frequencies that apply to later figures of a paragraph.

The paragraph is read from left to right:

- A status word applies up to the next semicolon or the end of its sentence. If it is followed by a colon before the
  first figure of the sentence (*Kế hoạch: …*), it applies to the whole sentence, or up to *thực hiện* or *kết quả*.
- *Bình quân mỗi năm* and *hằng năm* apply up to the next semicolon, or to the whole sentence if they begin it. A
  printed moment (*đến hết năm 2018*) ends them earlier.
- A time applies until another one is printed. After a semicolon, and in later sentences of the paragraph, its time
  basis is ``carried``.
- A time after a figure in the same clause is the time of that figure, except for a time with which the figure is
  compared (*so với năm 2017*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define, field

from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.vietnamese._lexicon import scope as lexicon
from aseansc.vietnamese._lexicon.dates import FREQUENCIES
from aseansc.vietnamese._tokens import Tokens

if TYPE_CHECKING:
    from aseansc.vietnamese._candidates import Candidate

_MOST_BULLETS: Final = 4
_SENTENCE_ENDS: Final = frozenset(".!?…")
_CLAUSE_ENDS: Final = frozenset(",():")
MARKS: Final = lexicon.STARTS | _SENTENCE_ENDS | _CLAUSE_ENDS | {";"}
"""Words and signs that may change what applies to the figures after them."""


def _has_years(time: Period) -> bool:
    """Return whether a period consists of whole calendar years."""
    return (time.start.month, time.start.day, time.end.month, time.end.day) == (1, 1, 12, 31)


@define
class Mark:
    """A range of tokens: where words that apply to figures, such as *ước* or *kế hoạch*, are in the text."""

    start: int
    end: int


class Carried(NamedTuple):
    """What a long paragraph that is cut into passages carries from one into the next: meanings without positions."""

    collection: TimeCollection | None = None
    per: Frequency | None = None
    is_how_often_new: bool = False
    leads: bool = False
    time: Time | None = None
    time_collection: TimeCollection | None = None
    time_basis: TimeBasis = TimeBasis.STATED
    plan: bool = False


@define
class Context:
    """What applies to the next figure of a passage: statuses, time, time collection and frequency."""

    tokens: Tokens
    collection: TimeCollection | None = None
    per: Frequency | None = None
    is_how_often_new: bool = False
    leads: bool = False
    time: Time | None = None
    time_collection: TimeCollection | None = None
    time_basis: TimeBasis = TimeBasis.STATED
    plan: bool = False
    has_figure: bool = False
    clause: int = 0
    sentence: int = 0
    statuses: dict[Status, Mark] = field(factory=dict)
    how_often: Mark | None = None
    head: int = 0
    statuses_lead: bool = False
    to_now: Mark | None = None
    last: Candidate | None = None

    def carried(self) -> Carried:
        """Return what the next passage of the same paragraph begins with."""
        return Carried(*(getattr(self, name) for name in Carried._fields))

    def pass_over(self, at: int) -> None:
        """Update the state with a token that is not part of a figure."""
        word = self.tokens.words[at]
        if word in _CLAUSE_ENDS:
            self.clause += 1
            if word == ":" and not self.has_figure:
                self._lead(at)
        elif word in _SENTENCE_ENDS:
            # A full stop ends a sentence only before a capital letter, a digit or the end of the text.
            if word != "." or not self.tokens.raw(at + 1)[:1].islower():
                self.end_sentence()
                self.head = at + 1
        elif word == ";":
            self._end_part()
        elif word == lexicon.ESTIMATED:
            self._estimate(at)
        elif word in lexicon.EACH:
            self._repeat(at)
        else:
            self._pass_over_pair(at, (word, self.tokens.words[at + 1]))

    def _end_part(self) -> None:
        """Reset the scope at a semicolon."""
        self.clause += 1
        if not self.statuses_lead:
            self.statuses = {}
        self.time_basis = TimeBasis.CARRIED
        if not self.leads:
            self.collection = self.per = self.how_often = None

    def _estimate(self, at: int) -> None:
        words = self.tokens.words
        before = words[at - 1] if at else ""
        if before not in lexicon.NOT_ESTIMATE_AFTER and words[at + 1] not in lexicon.NOT_ESTIMATE_BEFORE:
            self.statuses[Status.ESTIMATED] = Mark(at - (before == lexicon.FORE), at + 1)

    def _repeat(self, at: int) -> None:
        """Let *bình quân mỗi năm* or *hằng tháng* apply."""
        words = self.tokens.words
        per = FREQUENCIES.get(words[at + 1])
        if per is None or tuple(words[at : at + 3]) in lexicon.NOT_EACH:
            return
        is_mean = at > 1 and (words[at - 2], words[at - 1]) in lexicon.MEANS
        start = at - 2 if is_mean else at
        self.collection = TimeCollection.AVERAGE if is_mean else TimeCollection.EACH
        self.per, self.how_often, self.is_how_often_new = per, Mark(start, at + 2), True
        self.leads = start == 0 or words[start - 1] in _SENTENCE_ENDS

    def _pass_over_pair(self, at: int, pair: tuple[str, str]) -> None:
        """Update the state with two words."""
        status = lexicon.STATUSES.get(pair)
        if status is not None:
            self.statuses[status] = Mark(at, at + 2)
        elif pair in lexicon.TO_NOW:
            self.to_now = Mark(at, at + 2)
        elif pair in lexicon.OUTCOMES and self.statuses_lead:
            self.statuses, self.statuses_lead = {}, False
        elif pair in lexicon.WHOLE_YEAR and isinstance(self.time, Period) and not _has_years(self.time):
            self.time = None
        elif pair in lexicon.MEANS and self.how_often is not None and self.how_often.end == at:
            self.collection = TimeCollection.AVERAGE
            self.how_often = Mark(self.how_often.start, at + 2)

    def _lead(self, at: int) -> None:
        """Let the plan or status at the head of a sentence apply to all of it, if a colon precedes any figure."""
        words, head = self.tokens.words, self.head
        while head < min(at, self.head + _MOST_BULLETS) and not words[head].isalpha():
            head += 1
        if (words[head], words[head + 1]) in lexicon.PLAN_HEADS:
            self.statuses[Status.PLANNED] = Mark(head, head + 2)
        self.statuses_lead = bool(self.statuses)

    def end_sentence(self) -> None:
        """Reset the scope at the end of a sentence; the time is kept as carried."""
        self.sentence += 1
        self.clause += 1
        self.to_now = None
        self.statuses = {}
        self.collection = self.per = self.how_often = None
        self.time_basis = TimeBasis.CARRIED
        self.plan = self.has_figure = self.statuses_lead = False

    def set_time(self, time: Period | AsOf, collection: TimeCollection | None) -> None:
        """Set the printed time that applies to the following figures."""
        self.time, self.time_collection, self.time_basis = time, collection, TimeBasis.STATED
        if collection is not None:
            # "hằng năm …, đến hết năm 2018 có …": the moment applies to what follows
            self.collection = self.per = self.how_often = None
