"""What governs figures from afar: statuses, times, and how often, as a paragraph is read from left to right.

A status word governs what follows it to the end of its sentence or the next semicolon, and through semicolons where
a colon stands after it before any figure, as after a plan at the head of a sentence; *bình quân mỗi năm* and
*hằng năm* do so, too, and at the head of a sentence to its end; a moment that is printed ends them. A time governs
what follows until another one is printed; in a later sentence of the paragraph, or after a semicolon, it is carried.
A time that follows a figure in the same clause is its time, unless it is what the figure is compared with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.vietnamese._tokens import Tokens

if TYPE_CHECKING:
    from aseansc.vietnamese._candidates import Candidate

_NOT_ESTIMATE_AFTER: Final = frozenset({"công", "quy", "hương", "điều", "hiệp", "mong", "ao", "giao", "khế", "nguyện"})
_NOT_ESTIMATE_BEFORE: Final = frozenset({"mơ", "nguyện", "muốn", "vọng", "lệ", "hẹn", "ao", "mong"})
_TWO_WORDS: Final = {
    ("dự", "ước"): Status.ESTIMATED,
    ("dự", "kiến"): Status.FORECAST,
    ("dự", "báo"): Status.FORECAST,
    ("sơ", "bộ"): Status.PROVISIONAL,
    ("tạm", "tính"): Status.PROVISIONAL,
    ("phấn", "đấu"): Status.PLANNED,
}
_STATUS_STARTS: Final = frozenset(first for first, _ in _TWO_WORDS)
_PLAN_HEADS: Final = {("kế", "hoạch"), ("mục", "tiêu"), ("dự", "toán")}
"""What a sentence begins with that is a plan up to its end: Mục tiêu đến năm 2030: …; …"""
_OUTCOMES: Final = {("thực", "hiện"), ("kết", "quả")}
"""What ends such a plan: Kế hoạch: 500 ha; thực hiện: 480 ha."""
_MOST_BULLETS: Final = 4
_EACH: Final = frozenset({"mỗi", "hằng", "hàng"})
_MEANS: Final = {("bình", "quân"), ("trung", "bình")}
FREQUENCY_WORDS: Final = {
    "năm": Frequency.YEAR,
    "tháng": Frequency.MONTH,
    "quý": Frequency.QUARTER,
    "quí": Frequency.QUARTER,
}
_SENTENCE_ENDS: Final = frozenset(".!?…")
_CLAUSE_ENDS: Final = frozenset(",():")
MARKS: Final = frozenset(
    {"ước", ";", "đến", "bình", "trung", "cả", "thực", "kết"} | _STATUS_STARTS | _EACH | _SENTENCE_ENDS | _CLAUSE_ENDS
)
"""Words and signs that may change what governs what follows."""


def _has_years(time: Period) -> bool:
    """Whether it is made of whole years."""
    return (time.start.month, time.start.day, time.end.month, time.end.day) == (1, 1, 12, 31)


@define
class Mark:
    """Words that govern: their tokens."""

    start: int
    end: int


@define
class Context:
    """The state of a paragraph at a token; it goes on into the next passage where a paragraph was cut."""

    tokens: Tokens
    clause: int = 0
    sentence: int = 0
    statuses: dict[Status, Mark] = field(factory=dict)
    collection: TimeCollection | None = None
    per: Frequency | None = None
    how_often: Mark | None = None
    is_how_often_new: bool = False
    leads: bool = False
    head: int = 0
    has_figure: bool = False
    statuses_lead: bool = False
    time: Time | None = None
    time_collection: TimeCollection | None = None
    basis: TimeBasis = TimeBasis.STATED
    to_now: Mark | None = None
    plan: bool = False
    last: Candidate | None = None

    def pass_over(self, at: int) -> None:
        """Take in a token that is no part of a figure."""
        tokens = self.tokens
        words = tokens.words
        word = words[at]
        if word in _CLAUSE_ENDS:
            self.clause += 1
            if word == ":" and not self.has_figure:
                self._lead(at)
        elif word in _SENTENCE_ENDS:
            # An ordinary point ends a sentence where a capital, a digit or nothing follows it.
            following = tokens.raw(at + 1)[:1]
            if word != "." or not following or not following.islower():
                self.end_sentence()
                self.head = at + 1
        elif word == ";":
            self.clause += 1
            if not self.statuses_lead:
                self.statuses = {}
            self.basis = TimeBasis.CARRIED
            if not self.leads:
                self.collection = self.per = self.how_often = None
        elif word == "ước":
            before = words[at - 1] if at else ""
            if before not in _NOT_ESTIMATE_AFTER and words[at + 1] not in _NOT_ESTIMATE_BEFORE:
                start = at - 1 if before == "dự" else at
                self.statuses[Status.ESTIMATED] = Mark(start, at + 1)
        elif word == "đến":
            if words[at + 1] == "nay":
                self.to_now = Mark(at, at + 2)
        elif (word, words[at + 1]) in _OUTCOMES:
            if self.statuses_lead:
                self.statuses, self.statuses_lead = {}, False
        elif word == "cả":
            # quý I/2023 tăng 5%, cả năm tăng 6%
            if words[at + 1] == "năm" and isinstance(self.time, Period) and not _has_years(self.time):
                self.time = None
        elif word in _EACH:
            per = FREQUENCY_WORDS.get(words[at + 1])
            if per is not None and not (word == "hàng" and words[at + 1] == "quý" and words[at + 2] == "hiếm"):
                is_mean = at > 1 and (words[at - 2], words[at - 1]) in _MEANS
                self.collection = TimeCollection.AVERAGE if is_mean else TimeCollection.EACH
                self.per = per
                start = at - 2 if is_mean else at
                self.how_often = Mark(start, at + 2)
                self.is_how_often_new = True
                self.leads = start == 0 or words[start - 1] in _SENTENCE_ENDS
        elif word in _STATUS_STARTS:
            status = _TWO_WORDS.get((word, words[at + 1]))
            if status is not None:
                self.statuses[status] = Mark(at, at + 2)
        elif (word, words[at + 1]) in _MEANS and self.how_often is not None and self.how_often.end == at:
            self.collection = TimeCollection.AVERAGE
            self.how_often = Mark(self.how_often.start, at + 2)

    def _lead(self, at: int) -> None:
        """A colon before any figure: the plan or the status at the head of the sentence governs all of it."""
        words, head = self.tokens.words, self.head
        while head < min(at, self.head + _MOST_BULLETS) and not words[head].isalpha():
            head += 1
        if (words[head], words[head + 1]) in _PLAN_HEADS:
            self.statuses[Status.PLANNED] = Mark(head, head + 2)
        self.statuses_lead = bool(self.statuses)

    def end_sentence(self) -> None:
        """What governed does so no longer; the time is carried."""
        self.sentence += 1
        self.clause += 1
        self.to_now = None
        self.statuses = {}
        self.collection = self.per = self.how_often = None
        self.basis = TimeBasis.CARRIED
        self.plan = self.has_figure = self.statuses_lead = False

    def set_time(self, time: Period | AsOf, collection: TimeCollection | None) -> None:
        """A time is printed that governs what follows."""
        self.time, self.time_collection, self.basis = time, collection, TimeBasis.STATED
        if collection is not None:
            # "hằng năm …, đến hết năm 2018 có …": the moment is of what follows
            self.collection = self.per = self.how_often = None

    def go_on(self, tokens: Tokens) -> None:
        """The paragraph goes on in other tokens; places of words before are lost, what they say is kept."""
        self.tokens = tokens
        self.statuses = {}
        self.statuses_lead, self.has_figure = False, True
        self.how_often = self.to_now = self.last = None
