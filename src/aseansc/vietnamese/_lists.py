"""Recognise headings over lists of goals, and the lines that they govern.

A heading or lead-in such as *Mục tiêu năm 2019:* governs the marked lines below it (``-``, ``+``, ``1.``, ``a)``), also
below nested headings. It ends at a heading of results, at a line without a mark, and at a mark of its own rank or a
higher one, unless its first line has that mark. Short lines without marks right below the heading may belong to it:
their figures get a note. *Các chỉ tiêu chủ yếu:* may announce goals or results. The section or the sentence before it
decides; if neither does, the figures get a note.

A lead-in may also stand within a line: *Bên cạnh đó là các chỉ tiêu: … ; …* governs the rest of its sentence and a
paragraph that goes on with it (*Trong đó …*), and a heading in capital letters the rest of its line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from itertools import pairwise, takewhile
from typing import Final

from attrs import define, evolve, field, frozen

from aseansc.citations import Span
from aseansc.errors import AseanscError
from aseansc.vietnamese._lexicon import lists as lexicon
from aseansc.vietnamese._lexicon.scope import (
    ACCORDING,
    ESTIMATED,
    MAY_BE_ESTIMATED,
    NOT_DONE,
    NOT_STRIVEN_AFTER,
    NOT_STRIVEN_BEFORE,
    PUBLIC,
)
from aseansc.vietnamese._windows import near_before

UNCLEAR: Final = "may be a target: the heading of the list does not say whether it lists targets or results"
GOES_ON: Final = "may be a target: the paragraph before states goals, and this one may go on with them"
UNMARKED: Final = "may be a target: it may belong to the list above, whose lines have no marks"
_MARK: Final = re.compile(
    rf"""\s*+(?:
        (?P<roman>[IVX]{{1,5}})\s?[./)](?!\d)
       |(?P<capital>[A-Z{lexicon.LETTER.upper()}])\s?[./)](?!\d)
       |(?P<part>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})++(?:[./)](?!\d)|\s))
       |(?P<digit>[0-9]{{1,2}})\s?[./)](?!\d)
       |\((?P<bracketed>[0-9]{{1,2}}|[a-z{lexicon.LETTER}])\)(?!\d)
       |(?P<letter>[a-z{lexicon.LETTER}])\s?[./)](?!\d)
       |(?P<dash>[{lexicon.DASHES}])(?!\d)
       |(?P<plus>[{lexicon.BULLETS}])(?!\d)
    )\s*+""",
    re.VERBOSE,
)
_RANKS: Final = {"capital": 7, "roman": 6, "digit": 5, "part": 4, "bracketed": 3, "letter": 3, "dash": 2, "plus": 1}
_NO_MARK: Final = 8
_SENTENCE_START: Final = re.compile(r"[.!?…;]\s+(?=\S)")
_SENTENCE_END: Final = re.compile(r"[.!?…](?=\s+[^\W\d_a-z])")
_LEAD_IN: Final = re.compile(r"(?:^|[.!?…;,]\s)(?P<words>[^.!?…;:]{4,160}):(?=\s*\S)")
"""The words before a colon within a line."""
_GOES_ON: Final = re.compile(
    rf"(?:^|[.!?…;]\s)(?P<words>[^.!?…;:]{{4,240}})\.\s+(?=(?:{'|'.join(lexicon.IN_DETAIL)})\b)", re.IGNORECASE
)
"""The words of a sentence that the next one goes on with: thông qua 16 chỉ tiêu. Cụ thể, thu ngân sách 90 tỷ đồng."""
_DETAIL: Final = re.compile(rf"\W*(?:{'|'.join(lexicon.IN_DETAIL)})\b", re.IGNORECASE)
"""The head of a paragraph that goes on with the one before it: Cụ thể, huyện A giảm 4,5%."""
_NUMBERED: Final = re.compile(rf"\W*(?:{'|'.join(lexicon.NAMES)})\s(?:{lexicon.NUMBER}\s)?[0-9]", re.IGNORECASE)
"""The head of a line that is one of several goals or results: Chỉ tiêu 1. Thu ngân sách 90 tỷ đồng."""
_AIMED: Final = re.compile(rf"(?<!\w)(?:{'|'.join(lexicon.STATED_AIMS)})(?!\w)", re.IGNORECASE)
_HAPPENED: Final = re.compile(rf"(?<!\w)(?:{'|'.join(lexicon.HAPPENED)})(?!\w)", re.IGNORECASE)
_ESTIMATED: Final = re.compile(rf"(?<!\w)(?<!{PUBLIC} ){ESTIMATED}(?!\w)", re.IGNORECASE)
_NO_WORD: Final = re.compile(r"[\W\d_]*")
"""A line without letters, such as a date."""
_RUN_IN: Final = re.compile(r"\s*(?:[IVX0-9]{1,5}\s?[./)-]\s*)?(?P<words>(?:[^\W\d_]+[\s,–-]+|[0-9]{4}[\s,–-]+){4,40})")
"""The words at the head of a line, which may be a heading in capital letters."""
_WORD: Final = re.compile(r"[^\W_]+|[^\w\s]")
_LONGEST: Final = 400
"""Characters of the end of a paragraph that are searched for a lead-in, and for the name of a plan before it."""
_LONGEST_HEADING: Final = 160
_TITLE: Final = 400
"""Characters at the head of a document that may have its title."""
_RESOLVES: Final = re.compile(lexicon.RESOLVES, re.IGNORECASE)
_MOST_SILENT: Final = 1000
"""How many lines that announce nothing are remembered."""
_FEW: Final = 4
_MOST_AFTER_AIMS: Final = 4
"""How many lines after goals may go on with them."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)")
_OF_YEAR: Final = re.compile(lexicon.OF_YEAR)
_UP_TO_YEAR: Final = re.compile(lexicon.UP_TO_YEAR, re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?<!\d)(?!(?:19|20)[0-9]{2}(?!\d))\d")
"""A number that is not a year."""
_BREAKS: Final = frozenset(",;:()-–.")


class _Says(Enum):
    GOALS = auto()
    RESULTS = auto()
    INDICATORS = auto()
    UNCLEAR = auto()
    OTHER = auto()


_ANNOUNCES: Final = (_Says.GOALS, _Says.INDICATORS, _Says.UNCLEAR)


@frozen
class Listing:
    """The heading over a list: why it may not list goals, if so, where it is, and the last year it names.

    One within a line governs only the figures from `start` to `end`.
    """

    doubt: str
    heading: Span | None
    year: int
    start: int = 0
    end: int | None = None

    def governs(self, at: int) -> bool:
        """Return whether a position of the text is in the list."""
        return self.end is None or self.start <= at < self.end


@define
class Lists:
    """What the headings above a line say, while the lines of a document are read in order."""

    says: _Says | None = None
    listing: Listing | None = None
    rank: int = 0
    first: int = 0
    before: str = ""
    aims: int = 0
    is_resolved: bool = False
    within: Listing | None = None
    silent: set[str] = field(factory=set)
    years: frozenset[str] = frozenset()

    def over(self, line: str, start: int) -> Listing | None:
        """Return the heading that governs a line, and take the line into account for those below it."""
        # a text may repeat a short line very often
        if self._is_silent(line, start):
            self.before = line[-_LONGEST:]
            return None
        if _NO_WORD.fullmatch(line):
            return self.listing
        mark = _MARK.match(line)
        rank = _RANKS[mark.lastgroup or ""] if mark is not None else _NO_MARK
        if self.listing is not None and not self._goes_on(line, rank):
            self._end_list(self.listing, rank, line)
        governing = self.listing
        said = _said_by(line, mark)
        if said is not None:
            self._take(*said, line, start, rank)
        elif self.listing is not None and not self.first:
            self.first = rank
        if governing is not self.listing:
            governing = None
        elif self.listing is None:
            self.within = self._within(line, start)
            governing = self.within or self._after_aims(line)
            if governing is None and said is None:
                self._remember_silent(line)
        self.before = line[-_LONGEST:]
        return governing

    def _end_list(self, listing: Listing, rank: int, line: str) -> None:
        """End a list; a paragraph right below that names the year of its goals may go on with them."""
        is_next = rank == _NO_MARK and self.says is _Says.GOALS and not self._is_doubted()
        if is_next and str(listing.year) in line and not line.rstrip().endswith(":"):
            self.aims, self.years = _MOST_AFTER_AIMS, frozenset({str(listing.year)})
        self.listing = self.says = None

    def _is_silent(self, line: str, start: int) -> bool:
        """Return whether nothing governs a line, and it was read before; take a title into account."""
        self.is_resolved = self.is_resolved or (start < _TITLE and _RESOLVES.search(line) is not None)
        is_free = self.listing is self.within is None and not self.aims and not self.is_resolved
        return is_free and line in self.silent

    def _remember_silent(self, line: str) -> None:
        """Remember a line that announces nothing."""
        if not self.aims and len(self.silent) < _MOST_SILENT:
            self.silent.add(line)

    def _after_aims(self, line: str) -> Listing | None:
        """Return the doubt about a line that may go on with the goals, or with what was estimated, above it."""
        if _words_of(line[:_LONGEST_HEADING])[:2] == list(lexicon.AMONG) and _ESTIMATED.search(
            _last_sentence(self.before)
        ):
            self.aims = 0
            return Listing(MAY_BE_ESTIMATED, None, 0)
        is_next = self.aims > 0 or self.is_resolved
        goes_on = is_next and _HAPPENED.search(self._without_aimed_years(line)) is None
        if _ends_with_aims(line):
            self.aims, self.years = _MOST_AFTER_AIMS, _aimed_years(line)
        else:
            self.aims = max(self.aims - 1, 0) if goes_on else 0
        return Listing(GOES_ON, None, 0) if goes_on else None

    def _without_aimed_years(self, line: str) -> str:
        """Return a line without its years if it names one of the goals above."""
        return line if self.years.isdisjoint(_YEAR.findall(line)) else _OF_YEAR.sub("", line)

    def _within(self, line: str, start: int) -> Listing | None:
        """Return the lead-in within a line, or the one before that a line goes on with."""
        if self.within is not None and _words_of(line[:_LONGEST_HEADING])[:2] == list(lexicon.AMONG):
            return evolve(self.within, start=start, end=start + _sentence_end(line, 0))
        if _DETAIL.match(line) and (says := _says(_words_of(_last_sentence(self.before)))) in _ANNOUNCES:
            years = _YEAR.findall(_last_sentence(self.before))
            doubt = "" if says is _Says.GOALS else UNCLEAR
            return Listing(doubt, None, int(years[-1]) if years else 0, start, start + len(line))
        if _NUMBERED.match(line):
            return Listing(UNCLEAR, None, 0, start, start + len(line))
        for at, end, until in _lead_ins(line):
            says = _says(_words_of(line[at:end]))
            if says is _Says.INDICATORS and _names_plan(near_before(line, at, _LONGEST) or self.before):
                says = _Says.GOALS
            if says in _ANNOUNCES:
                found = _listing(says, line, start, at, end)
                # goals go on in the next sentences of the paragraph
                return evolve(found, start=start + end, end=start + (until if found.doubt else len(line)))
        return None

    def _goes_on(self, line: str, rank: int) -> bool:
        if rank == _NO_MARK:
            words = _words_of(line[:_LONGEST_HEADING])
            if words and words[0] in lexicon.GOES_ON and ":" in words:
                return True
            return self.first in (0, _NO_MARK) and self._goes_on_without_mark(line)
        return not (self.first and self.rank <= rank and rank > self.first)

    def _goes_on_without_mark(self, line: str) -> bool:
        """Return whether a line may belong to a list without marks, whose end is not certain."""
        if self.listing is None or len(line) > _LONGEST_HEADING:
            return False
        self.listing = evolve(self.listing, doubt=self.listing.doubt or UNMARKED)
        return True

    def _is_doubted(self) -> bool:
        """Return whether lines without marks made it uncertain whether the list goes on."""
        return self.listing is not None and self.listing.doubt == UNMARKED

    def _take(self, says: _Says, at: int, line: str, start: int, rank: int) -> None:
        """Let a heading apply, unless it is nested under one that says the same."""
        if says is _Says.INDICATORS:
            if self.says in (_Says.RESULTS, _Says.GOALS) and not self._is_doubted():
                return
            sentence = near_before(line, at, _LONGEST) or self.before
            says = _Says.GOALS if self.says is _Says.GOALS or _names_plan(sentence) else _Says.UNCLEAR
        if says is self.says and not self._is_doubted():
            self.first = self.first or rank
            return
        self.says, self.rank, self.first, self.listing = says, rank, 0, None
        if says in (_Says.GOALS, _Says.UNCLEAR):
            self.listing = _listing(says, line, start, at, len(line.rstrip()))


def _listing(says: _Says, line: str, start: int, at: int, end: int) -> Listing:
    """Return the listing that a part of a line announces."""
    years = _YEAR.findall(line, at, end)
    doubt = "" if says is _Says.GOALS else UNCLEAR
    return Listing(doubt, _span_of(line, start, at, end), int(years[-1]) if years else 0)


def _lead_ins(line: str) -> Iterator[tuple[int, int, int]]:
    """Yield where words within a line that may announce a list begin and end, and where the list ends."""
    lower = line.lower()
    if not any(map(lower.__contains__, lexicon.NAMES)):
        return
    run_in = _RUN_IN.match(line)
    if run_in is not None:
        words = [word for word in run_in["words"].split() if word[0].isalpha()]
        capitals = list(takewhile(str.isupper, words))
        if len(capitals) >= _FEW:
            last = capitals[-1]
            end = line.index(last, run_in.start("words")) + len(last)
            yield run_in.start("words"), end, len(line)
    for pattern, signs in ((_LEAD_IN, ":"), (_GOES_ON, lexicon.IN_DETAIL)):
        if any(map(lower.__contains__, signs)):
            for found in pattern.finditer(line):
                yield found.start("words"), found.end(), _sentence_end(line, found.end())


def _sentence_end(line: str, at: int) -> int:
    """Return where the sentence at a position of a line ends."""
    ending = _SENTENCE_END.search(line, at)
    return len(line) if ending is None else ending.start()


def _span_of(line: str, start: int, at: int, end: int) -> Span | None:
    """Return the span of a heading; `None` if it contains characters that no citation may have, such as tabs."""
    try:
        return Span(start=start + at, end=start + end, printed=line[at:end])
    except AseanscError:
        return None


def _said_by(line: str, mark: re.Match[str] | None) -> tuple[_Says, int] | None:
    """Return what a line announces and where the announcement begins, if it is a heading or ends with a lead-in."""
    end = line.rstrip()
    at = mark.end() if mark is not None else len(line) - len(line.lstrip())
    if end.endswith(":"):
        search = max(at, len(end) - _LONGEST)
        starts = [found.end() for found in _SENTENCE_START.finditer(line, search, len(end))]
        at = starts[-1] if starts else search
    elif not _is_heading(line[at:].rstrip(), mark):
        return None
    words = _words_of(line[at:])
    says = _says(words)
    if not end.endswith(":"):
        head = set(pairwise(words[:_FEW]))
        if says is _Says.UNCLEAR or (says is _Says.RESULTS and not head & lexicon.RESULTS):
            return None
    return None if says is None else (says, at)


def _is_heading(text: str, mark: re.Match[str] | None) -> bool:
    """Return whether a line without a colon is a heading: short, without a figure but years, and with no full stop."""
    if not text or len(text) > _LONGEST_HEADING or text[-1] in ".;,!?…" or (mark and mark.lastgroup in _BULLETS):
        return False
    return _FIGURE.search(text) is None


_BULLETS: Final = ("dash", "plus")


def _pairs_of(words: list[str]) -> list[tuple[str, str]]:
    """Return each word with the one after it; the last one with none."""
    return list(zip(words, [*words[1:], ""], strict=False))


def _words_of(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def _says(words: list[str]) -> _Says | None:
    """Return what the words of a heading announce."""
    pairs = _pairs_of(words)
    if pairs and pairs[0] in lexicon.OTHERS:
        return _Says.OTHER
    if pairs and pairs[0] == lexicon.LAND_USE and words[-1] == ":":
        return _Says.UNCLEAR
    goal, indicator = _first_goal(words, pairs), _first_indicator(words, pairs)
    strong = _first_result(words, pairs)
    if goal is None and indicator is None:
        return None if strong is None else _Says.RESULTS
    if _sets_goal(words, pairs):
        return _Says.GOALS
    aims = [at for at in (goal, indicator) if at is not None]
    weak = _first_attained(pairs)
    done = [at for at in (strong, weak, _first(pairs, {lexicon.CARRY_OUT}), _first_according(pairs)) if at is not None]
    need = _first_need(words, pairs)
    if need is not None and all(need < at for at in done):
        return _Says.GOALS
    return _of_done(goal, min(aims), strong, weak, done)


def _of_done(goal: int | None, aim: int, strong: int | None, weak: int | None, done: list[int]) -> _Says:
    """Return what a heading that names goals or indicators announces, from its words for what is done."""
    if strong is not None:
        return _Says.RESULTS
    if not done or (goal is not None and goal < min(done) and weak is None):
        return _Says.INDICATORS if goal is None else _Says.GOALS
    if weak is not None and (weak < aim or goal is None):
        return _Says.RESULTS
    return _Says.UNCLEAR


def _first_attained(pairs: list[tuple[str, str]]) -> int | None:
    return next((at for at, pair in enumerate(pairs) if pair in lexicon.COMPLETED or pair[0] in lexicon.ATTAINED), None)


def _first(pairs: list[tuple[str, str]], among: set[tuple[str, str]]) -> int | None:
    return next((at for at, pair in enumerate(pairs) if pair in among), None)


def _first_according(pairs: list[tuple[str, str]]) -> int | None:
    """Return where something according to a plan begins: thu ngân sách theo dự toán được giao."""
    plans = {*lexicon.PLANS, *lexicon.AIMS, lexicon.INDICATOR}
    return next((at for at, pair in enumerate(pairs[:-1]) if pair[0] == ACCORDING and pairs[at + 1] in plans), None)


def _is_head(words: list[str], at: int) -> bool:
    """Return whether a name begins a clause or follows a verb that takes it: thông qua các mục tiêu."""
    while at and words[at - 1] in lexicon.OPENERS:
        at -= 1
    before = words[at - 1] if at else ""
    return not before or before in _BREAKS or before.isdecimal() or before in lexicon.BEFORE_AIM


def _first_goal(words: list[str], pairs: list[tuple[str, str]]) -> int | None:
    return next((at for at in range(len(pairs)) if _is_goal(words, pairs, at)), None)


def _is_goal(words: list[str], pairs: list[tuple[str, str]], at: int) -> bool:
    """Return whether two words name a goal or a plan: mục tiêu, phấn đấu, kế hoạch năm, chỉ tiêu đến năm."""
    pair, before = pairs[at], words[at - 1] if at else ""
    after = words[at + 2] if at + 2 < len(words) else ""
    if pair == lexicon.STRIVE:
        return before not in NOT_STRIVEN_AFTER and after not in NOT_STRIVEN_BEFORE
    if pair == lexicon.INDICATOR:
        return after in lexicon.SET_INDICATOR or lexicon.UP_TO in pairs[at:] or lexicon.OF_PLAN in pairs[at:]
    if pair in lexicon.AIMS:
        return after not in lexicon.NO_AIM_BEFORE and _is_head(words, at)
    if after not in lexicon.PLANS.get(pair, ()) or before in lexicon.ATTAINED:
        return False
    return pairs[max(0, at - 2)] not in lexicon.COMPLETED and _is_head(words, at)


def _first_indicator(words: list[str], pairs: list[tuple[str, str]]) -> int | None:
    return next((at for at, pair in enumerate(pairs) if pair == lexicon.INDICATOR and _is_head(words, at)), None)


def _first_result(words: list[str], pairs: list[tuple[str, str]]) -> int | None:
    for at, pair in enumerate(pairs):
        if pair in lexicon.RESULTS and words[at + 2 : at + 3] != [lexicon.NEW]:
            return at
        if pair[0] == lexicon.DONE and pair[1] not in NOT_DONE:
            return at
    return None


def _first_need(words: list[str], pairs: list[tuple[str, str]]) -> int | None:
    for at, pair in enumerate(pairs):
        if words[at] in lexicon.NEEDS or pair in lexicon.NEED_PAIRS or pair == lexicon.STRIVE:
            return at
    return None


def _sets_goal(words: list[str], pairs: list[tuple[str, str]]) -> bool:
    """Return whether a verb sets the goals that are named right after it: đề ra các chỉ tiêu."""
    for at, pair in enumerate(pairs):
        if pair in lexicon.SETS:
            after = at + 2
            while after < len(words) and (words[after] in lexicon.OPENERS or words[after].isdecimal()):
                after += 1
            if after < len(words) and (pairs[after] in lexicon.AIMS or pairs[after] == lexicon.INDICATOR):
                return True
    return False


def _ends_with_aims(line: str) -> bool:
    """Return whether the last words of a line for goals or results are for goals, with a figure after them."""
    lower = line.lower()
    aims = list(_AIMED.finditer(line)) if any(map(lower.__contains__, lexicon.AIM_NAMES)) else []
    if not aims:
        return False
    rest = line[aims[-1].end() :]
    return _FIGURE.search(rest) is not None and _HAPPENED.search(rest) is None


def _aimed_years(line: str) -> frozenset[str]:
    """Return the years up to which the goals of a line are set, and the last year that it names."""
    return frozenset({*_UP_TO_YEAR.findall(line), *sorted(_YEAR.findall(line))[-1:]})


def _last_sentence(text: str) -> str:
    starts = [found.end() for found in _SENTENCE_START.finditer(text.rstrip())]
    return text[starts[-1] if starts else 0 :]


def _names_plan(text: str) -> bool:
    """Return whether the last sentence of a text is about a plan, and not about its outcome."""
    words = _words_of(_last_sentence(text))
    pairs = _pairs_of(words)
    if _first_result(words, pairs) is not None or lexicon.CARRY_OUT in pairs or lexicon.COMPLETED & set(pairs):
        return False
    named = (at for at, pair in enumerate(pairs) if pair in lexicon.PLANS)
    return any(words[at + 2 : at + 3] and words[at + 2] in lexicon.NAMED_PLAN for at in named)
