"""What the words of a sentence say about the figures that follow in it, and the levels that it states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, takewhile
from typing import Final

from attrs import define, field

from aseansc._decimals import EXACT
from aseansc.periods import Time
from aseansc.units import Unit, UnitKind, percent
from aseansc.values import Qualifier, RelativeChange, Value
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._lexicon.said_of import MAKE
from aseansc.vietnamese._name_forms import folded
from aseansc.vietnamese._naming import Words, starts_with_action
from aseansc.vietnamese._offices import office_of
from aseansc.vietnamese._said_of import is_in_turn

MOST_LEVELS: Final = 60
"""Levels before a change that are searched for the one that it is said of."""
_OF_ANOTHER: Final = (FigureKind.CHANGE, FigureKind.ATTAINMENT)


@define
class Said:
    """What the words of a sentence say about the figures that follow in it.

    Args:
        time: the time of its first figure.
        above: the time of the sentence before, if it goes on with parts: Trong đó, dịch vụ tăng 6,87%.
        is_split: whether that sentence has several times.
        amount: what the amounts are, if the words before a colon say so: Sản lượng: nho đạt 22 tấn.
        done: what was done to the amounts: gieo cấy được 500 ha lúa; 300 ha ngô.
        whole: the figure whose parts are announced.
        part: the word that announced them.
        is_whole_of_bracket: whether they are announced in a bracket, which ends them.
        in_bracket: whether a bracket is open.
        levels: its levels.
        opened: the number of figures before its last bracket.
        outside: the number of its levels before that bracket.
        is_after_bracket: whether that bracket is closed and no level follows it yet.
        in_turn: the figures that *lần lượt* governs.
        office: the level of administration that the clause is about: cấp huyện tiếp nhận 20 hồ sơ.
    """

    time: Time | None = None
    above: Time | None = None
    is_split: bool = False
    amount: str = ""
    done: str = ""
    whole: Item | None = None
    part: str = ""
    is_whole_of_bracket: bool = False
    in_bracket: bool = False
    levels: list[Item] = field(factory=list[Item])
    opened: int = 0
    outside: int = 0
    is_after_bracket: bool = False
    in_turn: list[Item] = field(factory=list[Item])
    office: str = ""

    def enter(self, item: Item, number: int, *, is_first: bool) -> None:
        """Read where the words before a figure open or close a bracket or begin a list in turn.

        Args:
            item: the figure.
            number: the number of figures before it.
            is_first: whether it is the first one of its sentence.
        """
        words = item.words
        self.office = item.office = office_of(words, self.office)
        self.in_bracket = words.in_bracket or (self.in_bracket and not words.closes_bracket)
        if words.in_bracket:
            self.opened, self.outside, self.is_after_bracket = number, len(self.levels), False
        elif words.closes_bracket and not is_first:
            self.is_after_bracket = True
        goes_on = (words.goes_on and not words.is_apart) or not (words.subject or words.verb)
        is_next = bool(self.in_turn) and goes_on and not words.closes_bracket and _are_alike(item, self.in_turn[0])
        if not is_next:
            self.in_turn = []
        elif item.named_at is None:  # (năm trước lần lượt 40% và 60%)
            item.named_time, item.named_at = self.in_turn[0].named_time, self.in_turn[0].named_at
        if is_next or is_in_turn(words):
            self.in_turn.append(item)

    def levels_before(self, item: Item) -> Iterator[Item]:
        """Yield the levels of the sentence before a figure, the nearest first, as `is_outside`."""
        end = self.outside if self.is_outside(item) else len(self.levels)
        for at in reversed(range(end)):
            yield self.levels[at]

    def listed_before(self, item: Item, unit: Unit | None = None) -> list[Item]:
        """Return the levels in a unit right before a figure, in order, if each has a name of its own.

        Without a unit, that of the last of them counts.
        """
        before = [other for other in self.levels if other.start < item.start and not other.is_whole]
        unit = unit or (before[-1].unit if before else None)
        alike = list(takewhile(lambda other: other.unit == unit, reversed(before)))[::-1]
        named = {id(other.measured) for other in alike if other.measured is not None and other.measured.name}
        return alike if len(named) == len(alike) else []

    def total_of_parts(self, item: Item, whole: Item) -> Decimal | None:
        """Return the sum of a figure and the parts of a level before it; `None` if they cannot be added."""
        before = self.levels_before(item)
        parts = [item, *(other for other in before if other.whole is whole and other.unit in (None, whole.unit))]
        values = [part.value for part in parts if isinstance(part.value, Value) and part.unit == whole.unit]
        return EXACT.create_decimal(sum(value.magnitude for value in values)) if len(values) == len(parts) else None

    def makes_up_whole(self, item: Item, whole: Item) -> bool:
        """Return whether a part and those before it are together exactly the whole."""
        value = whole.value
        if not isinstance(value, Value) or value.qualifier is not Qualifier.EXACT or value == item.value:
            return False
        return self.total_of_parts(item, whole) == value.magnitude

    def is_outside(self, item: Item) -> bool:
        """Return whether a figure is not said of those in the bracket before it: a change or a percent after it."""
        is_of_another = item.is_change or item.figure.kind in _OF_ANOTHER or item.unit == percent
        return self.is_after_bracket and is_of_another

    def level_of(self, measured: Measured) -> Item | None:
        """Return the last level of the sentence with an indicator."""
        levels = islice(reversed(self.levels), MOST_LEVELS)
        return next((other for other in levels if other.measured is measured), None)


def _are_alike(item: Item, first: Item) -> bool:
    """Return whether a figure may be one of those in turn after the first of them."""
    is_growth = isinstance(first.value, RelativeChange) and item.value is None and item.unit == percent
    return item.unit == first.unit or is_growth


def is_above(part: Item, whole: Item) -> bool:
    """Return whether a figure is surely more than another in its unit, of which it then cannot be a part."""
    if not isinstance(part.value, Value) or not isinstance(whole.value, Value) or part.value.unit != whole.value.unit:
        return False
    if whole.value.unit.kind in (UnitKind.SHARE, UnitKind.SHARE_POINT, UnitKind.QUOTIENT):
        return False  # tỷ lệ thất nghiệp 2,3%, trong đó thành thị 3,18%
    least, most = part.value.interval().lower, whole.value.interval().upper
    return least is not None and most is not None and least > most


def done_by(words: Words, last: str) -> str:
    """Return what was done to a figure and to those after it; without words of its own, it is what was done before."""
    if not words.subject:
        return "" if words.is_apart and words.verb else last
    if starts_with_action(words.subject):
        return "" if folded(words.subject) == MAKE else words.subject
    return last if words.is_vague else ""
