"""Compare the figures of a review, and extracted figures, with a text."""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import islice, takewhile
from typing import Any, Final, cast, final

from attrs import evolve

from aseansc._attrs import as_tuple_of
from aseansc._collector import collector_paused
from aseansc.codelists import Absent
from aseansc.errors import FieldError, FieldTypeError, ParseError, require
from aseansc.interchange import read_bytes
from aseansc.limits import Limits, limited, require_size
from aseansc.observations import Status
from aseansc.periods import Period
from aseansc.reviews import Figure, Review
from aseansc.units import Unit
from aseansc.verification._cells import compare_cell, is_cell
from aseansc.verification._claims import ExtractedFigure, claims_of
from aseansc.verification._compare import compare
from aseansc.verification._digits_only import compare_digits
from aseansc.verification._index import NumberIndex
from aseansc.verification._locate import MOST_PLACES, Finder, Place, flat
from aseansc.verification._mismatches import cited_document, mismatches
from aseansc.verification._numbers import ends_of_digits, numbers_at
from aseansc.verification._read import CONFIRMED, NOT_FIGURES, REFUTED, UNDECIDED, Note, Read
from aseansc.verification._results import Aspect, FigureVerdict, Verification, Verified, VerifiedFigure
from aseansc.verification._signs import Minus, minus_before
from aseansc.verification._stated import Stated, stated_by_claim, stated_by_figure
from aseansc.verification._statuses import FUTURE, is_word_for
from aseansc.vietnamese import FigureKind, PrintedFigure, find

_AROUND: Final = 1000
"""Characters around a quote over several lines that are read together."""
_BEFORE: Final = 60
"""Characters before a figure in which the words for its kind are looked for."""
_FOLLOWING: Final = re.compile(r".{0,60}\w*", re.DOTALL)
"""What the words for a unit are looked for in, after a number; no word is cut."""


@collector_paused
@limited
def verify(
    review: Review, text: str | os.PathLike[str], document: str | None = None, *, limits: Limits | None = None
) -> Verification:
    """Compare every figure of a review with what the text states at its citation.

    Number, scale, unit, qualifier, sign, kind, parts of a whole, statuses, and the time and collection that the text
    states are compared. A time that the review marks as carried or assumed is not compared; the reason reports it. If
    a citation has moved, the figure is compared where its words are now. It cannot be verified whether a figure belongs
    to its indicator, place and breakdown.

    The text is read as Vietnamese. If the document has another language, only numbers and positions are compared.

    Args:
        review: the review.
        text: the text of the document, or the path of a file with it, in UTF-8.
        document: id of the document; not needed if the review has only one.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldTypeError: if an argument is of the wrong type.
        FieldError: if no document is given and the review does not have exactly one, or the text is the name of a file.
        UnknownNameError: for an unknown document.
        ParseError: if the file is not UTF-8, or the text is in an old encoding of Vietnamese.
        OSError: if the file cannot be read.

    >>> from importlib.resources import files
    >>> from attrs import evolve
    >>> from aseansc import Value
    >>> from aseansc.datasets import skeleton
    >>> review = skeleton.load()
    >>> text = files("aseansc.datasets").joinpath("skeleton.txt").read_text(encoding="utf-8")
    >>> first = review.observations[0]
    >>> first = evolve(first, value=Value.over(1250, first.value.unit))
    >>> wrong = evolve(review, observations=[first], claims=(), targets=())
    >>> for result in verify(wrong, text):
    ...     print(result.verdict.value, "|", result.reason)
    refuted | qualifier: the text has no qualifier, and the figure has over
    """
    require(review, Review, where="verify, review")
    text = _text_of(text, "verify")
    cited = cited_document(review, text, document, "verify")
    reading = Reading(text, review.units, cited.lang)
    results = tuple(
        reading.of_figure(figure, review)
        for figure in review.figures()
        if isinstance(figure.citation, Absent) or figure.citation.document == cited.id
    )
    cited_places = [
        (span.start, span.end)
        for record in (*review.figures(), *review.mentions)
        if not isinstance(span := record.citation, Absent) and span.document == cited.id
    ]
    return Verification(
        results=results,
        missed=reading.missed(cited_places),
        mismatches=mismatches(review, text, cited.id),
        uncited=review.uncited(text, cited.id),
    )


_FILE_NAME: Final = re.compile(r"\S{1,250}\.[A-Za-z][A-Za-z0-9]{0,4}")


def _text_of(text: str | os.PathLike[str], where: str) -> str:
    """Return a text, read from its file if it is a path."""
    if isinstance(text, os.PathLike):
        return _read(text)
    if isinstance(text, str) and _FILE_NAME.fullmatch(text):
        raise FieldError(
            "the text is the name of a file",
            where=where,
            got=text,
            expected="the text, or a path",
            hint=f"Pass Path({text!r}) to read the file.",
        )
    require(text, str, where=where, expected="a string or path")
    require_size(len(text), where, "characters")
    return text


def _read(path: os.PathLike[str]) -> str:
    try:
        return read_bytes(path, "verify").decode("utf-8")
    except UnicodeDecodeError as error:
        raise ParseError(
            "the file is not UTF-8",
            where=f"verify, byte {error.start}",
            got=os.fspath(path),
            expected="a text file in UTF-8",
        ) from None


@collector_paused
@limited
def verify_claims(
    text: str | os.PathLike[str],
    claims: Iterable[ExtractedFigure | Mapping[str, Any]],
    *,
    units: Iterable[Unit] = (),
    lang: str = "vi",
    limits: Limits | None = None,
) -> Verification:
    """Compare extracted figures with the text that they are said to come from.

    Each claim is compared at its quote, at its position, or at both; without either, wherever the text has its number.
    Quotes match whatever their Unicode normal form, blanks and line breaks. If a quote is found in several places, all
    must agree. Only what a claim gives is compared. Numbers in words count. It cannot be verified whether a figure
    belongs to what its label says.

    Args:
        text: the text, or the path of a file with it, in UTF-8.
        claims: `ExtractedFigure` objects, or mappings with their fields as in JSON.
        units: custom units that the text and the claims may use.
        lang: language of the text. For other languages than Vietnamese, only numbers and positions are compared.
        limits: how much is read; `Limits()` by default.

    Returns:
        one result for each claim, in their order, and the figures of the text that no claim covers, as `missed`.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldTypeError: if an argument is of the wrong type.
        FieldError: if the text is the name of a file.
        DocumentError: if a mapping is not a valid claim; lists every problem.
        ParseError: if the file is not UTF-8, or the text is in an old encoding of Vietnamese.
        OSError: if the file cannot be read.

    >>> found = verify_claims(
    ...     "Hỗ trợ trên 60.000 lượt hộ; 36/108 xã không có ma túy.",
    ...     [
    ...         {"number": 60000, "unit": "household", "quote": "trên 60.000 lượt hộ"},
    ...         {"number": 6000, "quote": "6.000 lượt hộ"},
    ...     ],
    ... )
    >>> for result in found:
    ...     print(result.verdict.value, "|", result.reason)
    refuted | unit: the text has household_turn, not household; qualifier: not given; the text has over
    refuted | not_found: the text does not have the quote
    >>> [figure.printed for figure in found.missed]
    ['36/108 xã']
    """
    text = _text_of(text, "verify_claims")
    if isinstance(claims, str | bytes | Mapping) or not isinstance(claims, Iterable):
        raise FieldTypeError(
            "the claims are of the wrong type",
            where="verify_claims, claims",
            got=cast("object", claims),
            expected="a list of claims",
            hint="Read JSON with loads_claims first.",
        )
    require(lang, str, where="verify_claims, lang")
    reading = Reading(text, as_tuple_of(units, Unit, where="verify_claims, units"), lang)
    results = tuple(map(reading.of_claim, claims_of(claims, "claims")))
    return Verification(results=results, missed=reading.missed())


_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SPAN: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)(?!\d)")
"""Two years, which may be a school year or a term."""


_LINE: Final = re.compile(r"[^\s][^\n]{0,200}(?=\n|$)")
"""A short line without the blanks before it."""
_MOST_NEAR: Final = 3
_MOST_SHOWN: Final = 5
_BREAK: Final = re.compile(r"(?<![.;:!?…\s])[^\S\n]*\n[^\S\n]*(?=(\w)(?![).]))")
"""A line end that may be inside a sentence."""


def _joined(found: re.Match[str]) -> str:
    """Replace a line end before a small letter by blanks, so that figures are read across it."""
    return " " * len(found[0]) if found[1].islower() else found[0]


@final
class Reading:
    """A text with its figures, and the places of quotes."""

    def __init__(self, text: str, units: Iterable[Unit], lang: str) -> None:
        self.text = text
        self.is_vietnamese = lang.partition("-")[0].lower() == "vi"
        self.lang = lang
        self.finder = Finder(text)
        self.units = tuple(units)
        flowing = _BREAK.sub(_joined, text) if self.is_vietnamese else text
        self.figures = tuple(map(self._as_printed, find(flowing, self.units))) if self.is_vietnamese else ()
        self.flowing = f"{flowing}\n"  # a paragraph ends at a line end
        self.starts = [figure.start for figure in self.figures]
        self.ends = [figure.end for figure in self.figures]
        self.times = {figure.value for figure in self.figures if figure.kind is FigureKind.DATE}
        self.times |= {Period.years(*sorted(map(int, one.groups()))) for one in _SPAN.finditer(text)}
        titles = takewhile(lambda figure: figure.kind in NOT_FIGURES, self.figures)
        self.applied = ({figure.time for figure in self.figures} & self.times) | {figure.value for figure in titles}
        self.covered: list[Place] = []
        self.index = NumberIndex(self.figures)

    def _as_printed(self, figure: PrintedFigure) -> PrintedFigure:
        printed = self.text[figure.start : figure.end]
        return figure if figure.printed == printed else evolve(figure, printed=printed)

    # -- a figure of a review

    def of_figure(self, figure: Figure, review: Review) -> VerifiedFigure:
        """Compare a figure at its citation, or where its words are now."""
        citation = figure.citation
        if isinstance(citation, Absent):
            return _result(figure, UNDECIDED, None, [Note(Aspect.NOT_FOUND, UNDECIDED, "the figure has no citation")])
        start, printed = citation.start, citation.printed
        stated = stated_by_figure(figure, review)
        if stated is not None and is_cell(citation, self.text):
            return _result(figure, *compare_cell(printed, stated), place=(start, start + len(printed)))
        if self.text.startswith(printed, start):
            return self._at(figure, stated, [(start, start + len(printed))])
        places = self.finder.places(printed)
        moved = f"position: the review cites it at {start}, the text has it at {places[0][0]}" if places else ""
        return self._at(figure, stated, places, moved)

    # -- an extracted figure

    def of_claim(self, claim: ExtractedFigure) -> VerifiedFigure:
        """Compare an extracted figure at its quote or position, or wherever its number is."""
        stated = stated_by_claim(claim, self.units)
        if claim.quote is not None:
            places = self.finder.places(claim.quote)
            if places and claim.start is not None:
                places, moved = _nearest(places, claim.start)
                return self._at(claim, stated, places, moved)
            return self._at(claim, stated, places)
        if claim.start is not None:
            end = claim.start + 1 if claim.end is None else claim.end
            return self._at(claim, stated, [(claim.start, end)] if end <= len(self.text) else [])
        return self._anywhere(claim, stated)

    def _anywhere(self, claim: ExtractedFigure, stated: Stated) -> VerifiedFigure:
        """Compare wherever the number is: one place that agrees is enough, if the claim gives a unit or a range."""
        places = self._places_of(stated)
        if not places:
            return self._nowhere(claim, stated)
        results = [self._at_one(claim, stated, place) for place in places[:MOST_PLACES]]
        is_named = stated.is_named or not self.is_vietnamese
        for wanted in (CONFIRMED, UNDECIDED):
            found = [result for result in results if result.verdict is wanted]
            if found and (wanted is UNDECIDED or is_named or len(found) == len(results)):
                return self._of_places(found)
        if len(places) > MOST_PLACES:
            words = f"the number is found in more than {MOST_PLACES} places, which were not all compared"
            return _result(claim, UNDECIDED, None, [Note(Aspect.NOT_FOUND, UNDECIDED, words)])
        return self._at(claim, stated, sorted(places))

    def _places_of(self, stated: Stated) -> list[Place]:
        """Return where a number is, at most one place more than are compared."""
        if not self.is_vietnamese:
            return self.unread.get(stated.number.copy_abs(), [])[: MOST_PLACES + 1]
        return [(figure.start, figure.end) for figure in self.index.with_number(stated)[: MOST_PLACES + 1]]

    def _of_places(self, results: list[VerifiedFigure]) -> VerifiedFigure:
        """Return the first of some results with the same verdict, with the places of all."""
        places = tuple(place for result in results for place in result.places)
        for result in results:
            self._cover(result)
        where = f"position: it is found in {len(places)} places: {_starts(places)}" if len(places) > 1 else ""
        return _with_reason(evolve(results[0], places=places), where)

    def _nowhere(self, claim: ExtractedFigure, stated: Stated) -> VerifiedFigure:
        """Return the verdict on a number that the text does not have, with the figures that are near it."""
        if not self.is_vietnamese:
            words = "the number is not printed in this form, and it may be printed with a scale word"
            return _result(claim, UNDECIDED, None, [Note(Aspect.NOT_FOUND, UNDECIDED, words)])
        if unread := self.unread.get(stated.number.copy_abs()):
            words = f"the reader understands no figure where the number is printed: {_starts(unread)}"
            return _result(claim, UNDECIDED, None, [Note(Aspect.NOT_FOUND, UNDECIDED, words)])
        near = [f"{flat(figure.printed)!r} at {figure.start}" for figure in self.index.near(stated)[:_MOST_NEAR]]
        words = "no figure of the text has this number" + (f"; near it: {', '.join(near)}" if near else "")
        return _result(claim, REFUTED, None, [Note(Aspect.NOT_FOUND, REFUTED, words)])

    @cached_property
    def unread(self) -> dict[Decimal, list[Place]]:
        """Where each number is printed in digits and no figure is read."""
        found: dict[Decimal, list[Place]] = defaultdict(list)
        for place, number in numbers_at(self.text):
            if not self._between(*place):
                found[number].append(place)
        return found

    # -- both

    def _at(
        self, figure: Verified, stated: Stated | None, places: list[Place] | None, moved: str = ""
    ) -> VerifiedFigure:
        """Compare at several places, which must agree."""
        if places is None:
            note = Note(Aspect.NOT_FOUND, UNDECIDED, "not searched for, because too many quotes are not in the text")
            return _result(figure, UNDECIDED, None, [note])
        if not places:
            note = Note(Aspect.NOT_FOUND, REFUTED, "the text does not have the quote")
            return _result(figure, REFUTED, None, [note])
        results = [self._at_one(figure, stated, place) for place in places[:MOST_PLACES]]
        verdicts = {result.verdict for result in results}
        if len(verdicts) == 1 and (len(places) <= MOST_PLACES or verdicts != {CONFIRMED}):
            return _with_reason(self._of_places(results), moved)
        for result in results:
            self._cover(result)
        words = f"position: it is found in {len(places)} places, which do not agree: {_starts(places)}"
        note = Note(Aspect.NOT_FOUND, UNDECIDED, words)
        return evolve(_result(figure, UNDECIDED, None, [note]), places=tuple(places))

    def _cover(self, result: VerifiedFigure) -> None:
        read = result.read
        self.covered += result.places if read is None else [(read.start, read.end)]

    def _at_one(self, figure: Verified, stated: Stated | None, place: Place) -> VerifiedFigure:
        here = self._here(place)
        if stated is None:
            return _without_value(figure, place, here)
        if not self.is_vietnamese:
            return _result(figure, *compare_digits(self.text, place, stated, self.lang), place=place)
        if not here:
            return _result(figure, *_unread(self.text, place, stated), place=place)
        results: list[VerifiedFigure] = []
        for read in here:
            notes = list(compare(stated, self._read_in(read, place)))
            results.append(_result(figure, _verdict(notes), read, notes, place=place))
        return min(results, key=_rank)

    def _here(self, place: Place) -> Sequence[PrintedFigure]:
        """Return the figures that overlap a place; those of a place with line ends are read across them."""
        start, end = place
        if end - start <= _AROUND and "\n" in self.flowing[start:end]:
            before = self.flowing[max(start - _AROUND, 0) : start].rpartition("\n")[2]
            after = self.flowing[end : end + _AROUND].partition("\n")[0]
            lines = before + self.flowing[start:end] + after
            joined = find(lines.replace("\r", " ").replace("\n", " "), self.units)
            first = start - len(before)
            moved = (evolve(figure, start=figure.start + first, end=figure.end + first) for figure in joined)
            return [figure for figure in moved if figure.start < end and figure.end > start]
        return self._between(start, end)

    def _between(self, start: int, end: int) -> Sequence[PrintedFigure]:
        return self.figures[bisect_right(self.ends, start) : bisect_left(self.starts, end)]

    def _read_in(self, figure: PrintedFigure, place: Place) -> Read:
        part = _NUMBER.search(figure.printed)
        is_whole = figure.out_of is not None and part is not None and place[0] >= figure.start + part.end()
        first, after = ends_of_digits(self.text, figure.start, figure.end)
        following = _FOLLOWING.match(self.text, after)
        return Read(
            figure=figure,
            is_whole=is_whole,
            minus=Minus.NONE if is_whole else self._minus(figure, first),
            preceding=self.flowing[max(figure.start - _BEFORE, 0) : figure.start],
            following=following[0] if following else "",
            times=self.times,
            applied=self.applied,
            may_have=lambda status: self._may_have(status, figure),
        )

    def _minus(self, figure: PrintedFigure, first_digit: int) -> Minus:
        """Return the minus sign before the digits of a figure, or before its first word."""
        minus = minus_before(self.flowing, first_digit)
        return minus_before(self.flowing, figure.start) if minus is Minus.NONE else minus

    def _may_have(self, status: Status, figure: PrintedFigure) -> bool:
        """Return whether a word nearby may give a figure a status that the reader did not give it.

        A word for a plan or a forecast, in its paragraph or the heading above it, may refer to it. Other words may do
        so if they are in the same clause, or if the reader applied them to no figure of the paragraph.
        """
        start = self.flowing.rfind("\n", None, figure.start) + 1
        paragraph = (start, self.flowing.index("\n", figure.end))
        has_word = is_word_for(status, self.text[slice(*paragraph)])
        if status in FUTURE:
            return has_word or is_word_for(status, self._heading(start))
        is_used = any(status in other.statuses for other in self._between(*paragraph))
        clause = max(start, *(self.flowing.rfind(mark, start, figure.start) for mark in (";", ". ")))
        return has_word and (not is_used or is_word_for(status, self.text[clause : figure.start]))

    def _heading(self, at: int) -> str:
        """Return the last line before a position that does not end like a sentence."""
        before = bisect_left(self._headings, (at, ""))
        return self._headings[before - 1][1] if before else ""

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        """The lines that may be headings, with their positions."""
        lines = ((line.start(), line[0]) for line in _LINE.finditer(self.flowing))
        return [(at, line) for at, line in lines if not line.endswith((".", ";", ","))]

    def missed(self, places: Iterable[Place] = ()) -> tuple[PrintedFigure, ...]:
        """Return the figures that nothing was compared with, and that overlap none of some places."""
        covered = sorted((*self.covered, *places))
        left: list[PrintedFigure] = []
        at = reach = 0
        for figure in self.figures:
            while at < len(covered) and covered[at][0] < figure.end:
                reach = max(reach, covered[at][1])
                at += 1
            if reach <= figure.start and figure.kind not in NOT_FIGURES and figure.mention is None:
                left.append(figure)
        return tuple(left)


def _nearest(places: list[Place], start: int) -> tuple[list[Place], str]:
    """Return the place at a position, or else the places, with a remark if there is only one."""
    exact = [place for place in places if place[0] <= start < place[1]]
    if exact:
        return exact[:1], ""
    moved = f"position: the quote is at {places[0][0]}, not at {start}" if len(places) == 1 else ""
    return places, moved


def _unread(text: str, place: Place, stated: Stated) -> tuple[FigureVerdict, None, list[Note]]:
    """Return the verdict where the reader found no figure."""
    verdict, _, notes = compare_digits(text, place, stated, "")
    if verdict is not CONFIRMED:
        return verdict, None, notes
    words = "the reader understands no figure here; the digits agree"
    return UNDECIDED, None, [Note(Aspect.NUMBER, UNDECIDED, words)]


def _without_value(figure: Verified, place: Place, here: Sequence[PrintedFigure]) -> VerifiedFigure:
    """Return the verdict on an observation without a value, such as a suppressed cell."""
    there = ", and the text has a figure here" if here else ""
    note = Note(Aspect.NUMBER, UNDECIDED, f"no number was compared, because the review has no value{there}")
    return _result(figure, UNDECIDED, here[0] if here else None, [note], place=place)


def _verdict(notes: Iterable[Note]) -> FigureVerdict:
    verdicts = {note.verdict for note in notes}
    return REFUTED if REFUTED in verdicts else UNDECIDED if UNDECIDED in verdicts else CONFIRMED


_RANKS: Final = (CONFIRMED, UNDECIDED, REFUTED)


def _rank(result: VerifiedFigure) -> tuple[int, bool, int]:
    """Return a key by which the reading that fits a figure best comes first."""
    other = Aspect.NUMBER in result.differs or Aspect.SCALE in result.differs
    return _RANKS.index(result.verdict), other, len(result.differs)


_ORDER: Final = (REFUTED, UNDECIDED, None, CONFIRMED)
"""The order of the parts of a reason, by their verdicts."""


def _result(
    figure: Verified,
    verdict: FigureVerdict,
    read: PrintedFigure | None,
    notes: list[Note],
    *,
    place: Place | None = None,
) -> VerifiedFigure:
    def with_verdict(wanted: FigureVerdict) -> tuple[Aspect, ...]:
        return tuple(dict.fromkeys(note.aspect for note in notes if note.verdict is wanted))

    said = sorted((note for note in notes if note.words), key=lambda note: _ORDER.index(note.verdict))
    return VerifiedFigure(
        figure=figure,
        verdict=verdict,
        places=() if place is None else (place,),
        read=read,
        compared=with_verdict(CONFIRMED),
        differs=with_verdict(REFUTED),
        uncertain=with_verdict(UNDECIDED),
        reason="; ".join(dict.fromkeys(f"{note.aspect.value}: {note.words}" for note in said)),
    )


def _starts(places: Iterable[Place]) -> str:
    """Return the first positions of some places, as text."""
    return ", ".join(str(start) for start, _ in islice(places, _MOST_SHOWN))


def _with_reason(result: VerifiedFigure, words: str) -> VerifiedFigure:
    return evolve(result, reason="; ".join(filter(None, (result.reason, words)))) if words else result
