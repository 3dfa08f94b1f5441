"""The reader: goes through a passage token by token and collects its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from aseansc.mentions import MentionKind
from aseansc.periods import AsOf, Period, TimeBasis
from aseansc.units import Unit, month, times
from aseansc.values import Qualifier, RelativeChange, RelativeForm
from aseansc.vietnamese import _dates as dates, _decoys as decoys
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._characters import Passage, blocks, pieces
from aseansc.vietnamese._context import MARKS, Carried, Context
from aseansc.vietnamese._conventions import separators_in
from aseansc.vietnamese._figure import FigureKind, PrintedFigure, moved
from aseansc.vietnamese._numerals import (
    DIGIT_WORDS,
    MOST_DIGITS,
    SCALES,
    STARTERS as NUMBER_WORDS,
    scale_at,
    scale_text,
)
from aseansc.vietnamese._quantities import Quantity, QuantityReader
from aseansc.vietnamese._statements import Statement
from aseansc.vietnamese._tokens import Tokens, words_in
from aseansc.vietnamese._units import reader_of
from aseansc.vietnamese._words import direction_before, is_directly_before, plan_at, qualifier_before

_INDEFINITE: Final = frozenset({"hàng", "vài", "mấy"})
_STARTERS: Final = frozenset(
    {*NUMBER_WORDS, *dates.STARTERS, *decoys.ORDINAL_STARTERS, *_INDEFINITE, "gấp", "âm", "từ"}
)
_GLUED_WORDS: Final = words_in(
    """
    tăng giảm đạt chiếm trên hơn gần khoảng là còn có lên xuống bằng vượt đến từ dưới của cho với gồm ước năm quý
    """
)
"""Words to which a number may be joined by a typing error: tăng35,3 %.

After other letters a number is part of a code: COVID19.
"""
_NOT_COUNTED_AFTER: Final = frozenset(
    {"tháng", "thứ", "quý", "mùng", "ngày", "lần", "khóa", "khoá", "số", "lớp", "mươi", "trăm", "khu", "tổ", "không"}
)
"""Words after which a single number word does not count the noun that follows it."""
_TWO: Final = Decimal(2)
_BEGINNING: Final = 20
_NEAR: Final = 7
_SHORT_PHONE: Final = 6
_NOT_THE_TIME: Final = frozenset({"sánh", "từ", "giá", "sinh"})
"""Words before a time that make it the base of prices or the beginning of a period."""
_HEADS: Final = frozenset({";", ",", ".", ":", "(", "kế", "-", "+"})
_AFTER_MONTHS: Final = frozenset({"tăng", "giảm", "đạt", "ước", "thu", "chi", "có", "đã", "toàn", "cả", ",", ":"})
_MULTIPLES: Final = {"đôi": _TWO, "rưỡi": Decimal("1.5")}
_NO_DENOMINATOR: Final = frozenset({"nay", "qua", "trước", "sau", "học", "ngoái", "mới", "tới"})
_NO_HALF: Final = frozenset({"đầu", "cuối", "năm", "tháng", "chừng", "vời", "sau", "trước", "ngày", "đêm"})


class Reader:
    """Reads the passages of a document one after the other.

    Args:
        units: custom units of a review.
        texts: the passages of the document, from which the use of separators is determined.
        alone: whether the text is a single figure, so that even a word that could be an article is a number.
    """

    def __init__(self, units: Iterable[Unit], texts: Iterable[str], *, alone: bool = False) -> None:
        self._units = reader_of(units)
        self._quantities = QuantityReader(self._units, separators_in(texts))
        self._alone = alone

    def read(self, passage: Passage, carried: Carried | None) -> tuple[list[PrintedFigure], Carried]:
        """Return the figures of a passage, in order, and what the rest of its paragraph begins with.

        `carried` is what the passage before it returned; `None` if a paragraph begins here.
        """
        tokens = Tokens(passage)
        context = Context(tokens) if carried is None else Context(tokens, *carried, has_figure=True)
        figures = [candidate.figure(tokens) for candidate in self.candidates(tokens, context)]
        return figures, context.carried()

    def candidates_alone(self, tokens: Tokens) -> list[Candidate]:
        """Return a candidate for every figure of a text that should be a single one, without earlier context."""
        return self.candidates(tokens, Context(tokens))

    def candidates(self, tokens: Tokens, context: Context) -> list[Candidate]:
        """Return a candidate for every figure of a passage, in the order of the text."""
        found: list[Candidate] = []
        words, special = tokens.words, tokens.special
        at = 0
        previous_end = 0  # the end of the last figure
        search_start = 0  # the end of the last figure that is not a date; words before it belong to that figure
        while at < tokens.size:
            word = words[at]
            candidate = None
            if word[0].isdecimal() or at in special:
                candidate = self._at_digits(tokens, at, previous_end, search_start, context, found)
            elif word in _STARTERS:
                candidate = self._at_word(tokens, at, previous_end, search_start, context)
            if candidate is None:
                if word in MARKS:
                    context.pass_over(at)
                elif word == "so" and words[at + 1] == "với" and plan_at(tokens, at):
                    context.plan = True
                at += 1
                continue
            if not candidate.is_skipped:
                self._place(candidate, tokens, context, found)
                found.append(candidate)
                context.last = candidate
                if candidate.kind is not FigureKind.DATE and not isinstance(candidate.value, Period):
                    search_start = candidate.end
                    context.plan = context.is_how_often_new = False
                    context.has_figure = True
            at = previous_end = candidate.end
        return found

    @staticmethod
    def _place(candidate: Candidate, tokens: Tokens, context: Context, found: list[Candidate]) -> None:
        """Apply the context to a figure; if the figure is a time, apply it to the others."""
        candidate.govern(context)
        words, start = tokens.words, candidate.start
        if candidate.mention is not MentionKind.DATE or not isinstance(candidate.value, Period | AsOf):
            Reader._end_time(candidate, tokens, context, found)
            return
        before = start - 1
        if words[before] in ("ngày", "trong", "vào"):
            before -= 1
        last = found[-1] if found else None
        if last is not None and last.kind is FigureKind.DOCUMENT_NUMBER and last.end > before:
            return  # the date of a document
        if last is not None and last.takes_time and last.end in (start, start - 1):
            bracketed = words[start - 1] == "(" and words[candidate.end] == ")"
            of = last.end == start - 1 and (words[start - 1] == "của" or bracketed)
            if of or (last.end == start and not _compares_with_next(last)):
                # 22,1% năm 2015, 0,4% của quý 2/2020, 8,5% (2021)
                last.time, last.time_basis = candidate.value, TimeBasis.STATED
                last.collection = candidate.collection if last.per is None else last.collection
                if of:
                    return
        compared = _is_compared(tokens, start, last)
        for other in reversed(found):
            if (other.clause, other.sentence) != (
                candidate.clause,
                candidate.sentence,
            ) or other.mention is MentionKind.DATE:
                break
            if other.takes_time:
                other.follow(candidate.value, candidate.collection, compared=compared)
        several = last is not None and last.end == start - 1 and isinstance(last.value, Period)
        if several and words[start - 1] not in ("đến", ".", ";", ":"):
            context.time = None  # one of several years: which of them applies is not stated
        elif not compared and words[start - 1] not in _NOT_THE_TIME:
            context.set_time(candidate.value, candidate.collection)

    @staticmethod
    def _end_time(candidate: Candidate, tokens: Tokens, context: Context, found: list[Candidate]) -> None:
        """End the current time at a date without a year, or at a duration that means a part of a year."""
        words, start = tokens.words, candidate.start
        if candidate.mention is MentionKind.DATE:
            last = found[-1] if found else None
            of_document = last is not None and last.kind is FigureKind.DOCUMENT_NUMBER and last.end >= start - 1
            if candidate.note == dates.TIME_OF_DAY or of_document or _is_compared(tokens, start, last):
                return
            for other in reversed(found):
                if other.clause != candidate.clause or other.mention is MentionKind.DATE:
                    break
                if other.takes_time and other.time_basis is TimeBasis.CARRIED:
                    other.time = other.time_basis = None
                    other.collection = None if other.per is None else other.collection
            context.time = None
        elif candidate.mention is MentionKind.DURATION and candidate.unit == month:
            # 6 tháng tăng 5,5%, 9 tháng tăng 6%: the first months of a year, at the head of a clause
            heads = start == 0 or words[start - 1] in _HEADS
            if heads and words[candidate.end] in _AFTER_MONTHS:
                context.time = None

    # -- beginnings in digits

    def _at_digits(
        self,
        tokens: Tokens,
        at: int,
        previous_end: int,
        search_start: int,
        context: Context,
        found: list[Candidate],
    ) -> Candidate | None:
        kind = tokens.special.get(at)
        words = tokens.words
        table = decoys.table_end(tokens, at)
        if table:
            return _skipped(at, table)
        if kind == "legal":
            return Candidate(at, at + 1, FigureKind.DOCUMENT_NUMBER, mention=MentionKind.DOCUMENT_NUMBER)
        if kind == "phone":
            return Candidate(at, at + 1, FigureKind.PHONE)
        if kind == "cited":
            return _skipped(at, at + 1)
        if kind == "day":
            return _of_date(dates.day_at(tokens, at))
        if kind == "month":
            named = dates.month_year(tokens, at, at)
            return _of_date(named) if named is not None else _skipped(at, at + 1)
        milestone = decoys.milestone_end(tokens, at)
        if milestone:
            return _skipped(at, milestone)
        if tokens.glued(at) and words[at - 1][-1:].isalpha() and words[at - 1] not in _GLUED_WORDS:
            return _skipped(at, at + 1)
        if decoys.is_phone_word(tokens, at) and (phone := self._phone(tokens, at)) is not None:
            return phone
        days = dates.days_of_month(tokens, at)
        if days is not None:
            return _of_date(days)
        if words[at + 1] == "/" and tokens.is_number(at + 2):
            candidate = self._day_and_month(tokens, at, found)
            if candidate is not None:
                return candidate
        if self._is_a_further_year(tokens, at, found):
            return _of_date(dates.bare_year(tokens, at) or dates.DateRead(at, at + 1, None))
        date = dates.date_in_digits(tokens, at) or dates.day_after_its_word(tokens, at)
        if date is not None and qualifier_before(tokens, at, previous_end) is None:
            return _of_date(date)
        if words[at + 1] == "trong" and tokens.is_number(at + 2) and self._units.noun_at(tokens, at + 3) is None:
            return _skipped(at, at + 3)  # part of a name: 3 trong 1
        quantity = self._quantities.quantity_at(tokens, at)
        is_counted = quantity is not None and quantity.unit is not None and quantity.unit.unit is not None
        if quantity is None:
            return self._misprint(tokens, at, previous_end, search_start) or _skipped(at, at + 1)
        if not is_counted and decoys.is_section(tokens, at):
            return _skipped(at, at + 1)
        return self._quantity(tokens, quantity, previous_end, search_start, context)

    def _misprint(self, tokens: Tokens, at: int, previous_end: int, search_start: int) -> Candidate | None:
        """Return a figure without a number for digits whose separators are misplaced."""
        if decoys.is_named(tokens, at) or decoys.is_section(tokens, at):
            return None
        read = self._quantities.misprinted_at(tokens, at)
        if read is None:
            return None
        digits, unit, end = read
        start, qualifier, moves = _led_by(tokens, at, previous_end, search_start)
        return Candidate(
            start,
            end,
            FigureKind.CHANGE if moves else FigureKind.LEVEL,
            unit=unit.counted if unit is not None else None,
            qualifier=qualifier,
            note=f"{len(digits)} characters are too long for one number: {digits[:_BEGINNING]}…"
            if len(digits) > MOST_DIGITS
            else f"{digits} is not a number: its separators are misplaced",
        )

    @staticmethod
    def _is_a_further_year(tokens: Tokens, at: int, found: list[Candidate]) -> bool:
        """Return whether the token is a further year of a list, as in "các năm 2016, 2017 và 2018".

        `found` has the figures read so far; the last one must be a year followed by a comma or *và*.
        """
        last = found[-1] if found else None
        return (
            last is not None
            and last.end == at - 1
            and tokens.words[at - 1] in (",", "và")
            and last.kind is FigureKind.DATE
            and isinstance(last.number, Decimal)
            and dates.bare_year(tokens, at) is not None
        )

    @staticmethod
    def _phone(tokens: Tokens, at: int) -> Candidate | None:
        end = at + 1
        while end - at < 8 and (
            tokens.is_number(end) or (tokens.words[end] in ("-", ".") and tokens.is_number(end + 1))
        ):
            end += 1
        digits = sum(len(word) for word in tokens.words[at:end])
        return Candidate(at, end, FigureKind.PHONE) if digits > _SHORT_PHONE else None

    def _day_and_month(self, tokens: Tokens, at: int, found: list[Candidate]) -> Candidate | None:
        words = tokens.words
        if f"{words[at]}/{words[at + 2]}" in decoys.PAIRED and (not at or words[at - 1] != "ngày"):
            return _skipped(at, at + 3)
        if words[at + 3] == "/" and tokens.is_number(at + 4):
            return _skipped(at, at + 5)
        if len(words[at]) > 2 or len(words[at + 2]) > 2:
            return None
        last = found[-1] if found else None
        after_a_day = (
            last is not None
            and last.kind is FigureKind.DATE
            and last.end + 1 >= at
            and (last.end == at or words[last.end] in (*dates.DASHES, ",", "và", "đến"))
        )
        has_unit = self._units.unit_at(tokens, at + 3) is not None or words[at + 3] in SCALES
        date = dates.day_and_month(tokens, at, after_a_day=after_a_day, has_unit=has_unit)
        if date is None and words[at + 3] in ("-", "–", "đến") and words[at + 5] == "/" and not has_unit:
            # 5/6 - 10/6: the second one shows that the first is a date
            second = dates.day_and_month(tokens, at + 4, after_a_day=False, has_unit=False)
            if second is not None:
                date = dates.day_and_month(tokens, at, after_a_day=True, has_unit=False)
        return _of_date(date) if date is not None else None

    def _quantity(
        self, tokens: Tokens, quantity: Quantity, previous_end: int, search_start: int, context: Context
    ) -> Candidate:
        at, unit = quantity.start, quantity.unit
        if unit is None and quantity.high is None:
            document = decoys.document_before(tokens, at)
            year = dates.bare_year(tokens, at) if qualifier_before(tokens, at, previous_end) is None else None
            if document is not None and year is None and document >= previous_end and not quantity.low.numeral.power:
                return Candidate(
                    document, quantity.end, FigureKind.DOCUMENT_NUMBER, mention=MentionKind.DOCUMENT_NUMBER
                )
            if not quantity.low.numeral.power:
                if year is not None:
                    return _of_date(year)
                if decoys.is_name(tokens, at) and not self._alone:
                    return _skipped(at, quantity.end)
        return Statement(
            tokens,
            quantity,
            self._units,
            previous_end=previous_end,
            search_start=search_start,
            plan_said=context.plan,
            before=context.last,
        ).build()

    # -- beginnings in words

    def _at_word(
        self, tokens: Tokens, at: int, previous_end: int, search_start: int, context: Context
    ) -> Candidate | None:
        words = tokens.words
        word = words[at]
        if word in decoys.ORDINAL_STARTERS:
            ordinal = decoys.ordinal_at(tokens, at)
            if ordinal is not None:
                return self._ordinal(tokens, ordinal)
        if word in dates.STARTERS:
            date = dates.date_in_words(tokens, at)
            if date is not None:
                return _of_date(date)
        if word == "từ":
            if (dates.date_in_digits(tokens, at + 1) or dates.days_of_month(tokens, at + 1)) is not None:
                return None
            quantity = self._quantities.quantity_at(tokens, at + 1, start=at)
            if quantity is None or not self._may_be_from_to(tokens, quantity, previous_end):
                return None
            return self._quantity(tokens, quantity, previous_end, search_start, context)
        if word == "gấp":
            return self._multiple(tokens, at, previous_end)
        if word in _INDEFINITE and words[at + 1] in SCALES:
            return self._indefinite(tokens, at, search_start)
        if word == "âm":
            if not tokens.is_number(at + 1):
                return None
            quantity = self._quantities.quantity_at(tokens, at)
            return (
                self._quantity(tokens, quantity, previous_end, search_start, context) if quantity is not None else None
            )
        if word in NUMBER_WORDS:
            return self._number_words(tokens, at, previous_end, search_start, context)
        return None

    @staticmethod
    def _may_be_from_to(tokens: Tokens, quantity: Quantity, previous_end: int) -> bool:
        """Return whether *từ … đến …* is a range, not the start and end of a change."""
        if not quantity.is_range:
            return False
        raised = is_directly_before(tokens, quantity.start, "nâng", "hạ")
        return not (raised and quantity.low.unit is not None)

    def _ordinal(self, tokens: Tokens, ordinal: decoys.Decoy) -> Candidate:
        number, end = ordinal.number, ordinal.end
        if isinstance(number, tuple):
            noun = self._units.noun_at(tokens, end)
            end = noun.end if noun is not None else end
        return Candidate(
            ordinal.start,
            end,
            FigureKind.ORDINAL,
            number=number,
            magnitude=number,
            mention=MentionKind.ORDINAL,
        )

    def _multiple(self, tokens: Tokens, at: int, previous_end: int) -> Candidate | None:
        """Read *gấp đôi*, *gấp rưỡi*, *gấp ba*; "gấp 2 lần" is read at its number."""
        following = tokens.words[at + 1]
        number = _MULTIPLES.get(following)
        if number is None:
            digit = DIGIT_WORDS.get(following, 0)
            if digit < 2 or following == "năm" or tokens.words[at + 2] in ("lần", "mươi", "trăm", "phẩy"):
                return None
            number = Decimal(digit)
        before = qualifier_before(tokens, at, previous_end)
        qualifier, start = (before.qualifier, before.start) if before is not None else (Qualifier.EXACT, at)
        value = RelativeChange(magnitude=number, unit=times, form=RelativeForm.TIMES, qualifier=qualifier)
        read = Candidate(start, at + 2, FigureKind.RATIO, number=number, magnitude=number, unit=times, value=value)
        read.qualifier = qualifier
        return read

    def _indefinite(self, tokens: Tokens, at: int, search_start: int) -> Candidate | None:
        """Read *hàng trăm héc-ta*, *vài nghìn lượt*: an order of magnitude without a number."""
        _, end = scale_at(tokens, at + 1)
        if end == at + 1:
            return None
        unit = self._units.unit_at(tokens, end)
        if unit is None:
            return None
        direction = direction_before(tokens, at, search_start, in_clause=False)
        return Candidate(
            at,
            unit.end,
            FigureKind.CHANGE if direction else FigureKind.LEVEL,
            scale=scale_text(tokens, at + 1, end),
            unit=unit.counted,
            note="no number is printed",
        )

    def _number_words(
        self, tokens: Tokens, at: int, previous_end: int, search_start: int, context: Context
    ) -> Candidate | None:
        words = tokens.words
        fraction = self._fraction(tokens, at, previous_end, search_start)
        if fraction is not None:
            return fraction
        before = words[at - 1] if at else ""
        quantity = self._quantities.quantity_at(tokens, at)
        if quantity is None:
            return None
        numeral, unit = quantity.low.numeral, quantity.unit
        if not self._alone:
            if unit is None or (unit.unit is None and not numeral.power):
                return None
            if numeral.single_word and quantity.high is None:
                if before in _NOT_COUNTED_AFTER or words[at] in ("một", "không"):
                    return None
                if before in DIGIT_WORDS or (before == "," and at > 1 and words[at - 2] in DIGIT_WORDS):
                    return None  # "hai, ba huyện" means two or three districts
                if words[at] == "năm" and unit.bare != "năm":
                    return None  # "năm" may be the noun "year"
        elif unit is None and not numeral.power and numeral.single_word:
            return None
        return self._quantity(tokens, quantity, previous_end, search_start, context)

    def _fraction(self, tokens: Tokens, at: int, previous_end: int, search_start: int) -> Candidate | None:
        """Read *một phần ba*, *một nửa*, *quá nửa*."""
        words = tokens.words
        top = DIGIT_WORDS.get(words[at])
        if words[at] == "một" and words[at + 1] == "nửa":
            numbers, end = (Decimal(1), _TWO), at + 2
        elif words[at] == "nửa":
            known = qualifier_before(tokens, at, previous_end) is not None or is_directly_before(tokens, at, "giảm")
            if not known or words[at + 1] in SCALES:
                return None
            numbers, end = (Decimal(1), _TWO), at + 1
        elif top and words[at + 1] == "phần":
            below = 4 if words[at + 2] == "tư" else 10 if words[at + 2] == "mười" else DIGIT_WORDS.get(words[at + 2], 0)
            after = words[at + 3]
            if below <= top or (below == 5 and (after[:1].isdecimal() or after in _NO_DENOMINATOR)):
                return None
            numbers, end = (Decimal(top), Decimal(below)), at + 3
        else:
            return None
        if words[end] in _NO_HALF and words[at] != "một":
            return None
        start, qualifier, moves = _led_by(tokens, at, previous_end, search_start)
        return Candidate(
            start,
            end,
            FigureKind.CHANGE if moves else FigureKind.RATIO,
            number=numbers,
            magnitude=numbers,
            qualifier=qualifier,
            note="a fraction in words: its precision and its whole are not stated",
        )


def _is_compared(tokens: Tokens, start: int, last: Candidate | None) -> bool:
    """Return whether a time is a base of comparison: so với năm 2015, cùng kỳ năm 2018, gấp 2 lần năm 2015."""
    words = tokens.words
    if last is not None and last.end == start and _compares_with_next(last):
        return True
    previous_end = last.end if last is not None and last.end <= start else 0
    for back in range(start - 1, max(previous_end, start - _NEAR) - 1, -1):
        if words[back] in ("so", "kỳ", "kì", "hơn"):
            return True
        if words[back] in (",", ";", ".", "(", ":"):
            return False
    return False


def _compares_with_next(last: Candidate) -> bool:
    """Return whether a time right after a change is its base: gấp 2 lần năm 2015, but not tăng 5,2% năm 2021."""
    if not isinstance(last.value, RelativeChange):
        return False
    # năm 2022 tăng 8% năm 2021: the change already has a time, so the second one is its base
    return last.value.form is not RelativeForm.BY or last.time_basis is TimeBasis.STATED


def _led_by(tokens: Tokens, at: int, previous_end: int, search_start: int) -> tuple[int, Qualifier, bool]:
    """Return the start of the qualifier before a number, the qualifier, and whether the number is a change.

    Without a qualifier, the start is that of the number and the qualifier is exact.
    """
    found = qualifier_before(tokens, at, previous_end)
    start, qualifier = (at, Qualifier.EXACT) if found is None else (found.start, found.qualifier)
    return start, qualifier, direction_before(tokens, start, search_start, in_clause=False) != 0


def _skipped(start: int, end: int) -> Candidate:
    """Return a candidate that marks tokens as read without reporting a figure."""
    return Candidate(start, end, FigureKind.LEVEL, is_skipped=True)


def _of_date(date: dates.DateRead) -> Candidate:
    return Candidate(
        date.start,
        date.end,
        date.kind,
        number=date.number,
        value=date.value,
        collection=date.collection,
        mention=MentionKind.DATE,
        note=date.note,
    )


_REMEMBERED: Final = 1 << 15
"""Characters of the passages whose figures are remembered."""


def figures_of(text: str, units: Iterable[Unit]) -> Iterator[PrintedFigure]:
    """Yield every figure of a text, holding only a few paragraphs in memory.

    A reading depends on nothing but the passage and what is carried into it, so repeated ones are read once.
    """
    reader = Reader(tuple(units), blocks(text))
    carried: Carried | None = None
    known: dict[tuple[str, Carried | None], tuple[int, list[PrintedFigure], Carried]] = {}
    size = 0
    for start, stop, begins in pieces(text):
        key = text[start:stop], (None if begins else carried)
        found = known.get(key)
        if found is None:
            if size > _REMEMBERED:
                known, size = {}, 0
            found = known[key] = (start, *reader.read(Passage(key[0], start, begins), key[1]))
            size += stop - start
        first, figures, carried = found
        yield from figures if first == start else (moved(figure, start - first) for figure in figures)
