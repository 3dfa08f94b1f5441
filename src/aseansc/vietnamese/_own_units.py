"""Propose custom units for counted nouns that the catalogue lacks: 11 sổ tiết kiệm, hơn 1.173 hài cốt."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile
from typing import Final, final

from attrs import evolve

from aseansc._decimals import is_whole
from aseansc.units import Unit, UnitKind, catalogue, incident
from aseansc.values import Qualifier, Value
from aseansc.vietnamese._characters import Passage
from aseansc.vietnamese._counted_nouns import EVENTS, unit_counting
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._lexicon import counted_nouns, drafting as lexicon, places, said_of
from aseansc.vietnamese._name_forms import folded
from aseansc.vietnamese._names import category_of
from aseansc.vietnamese._naming import Words
from aseansc.vietnamese._nouns import NO_UNIT
from aseansc.vietnamese._questions import may_be_exact
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import reader_of

_VERBAL: Final = re.compile(lexicon.VERBAL, re.IGNORECASE)
_NOUN: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*", re.IGNORECASE)
_NAME: Final = re.compile(rf"{places.CAPITAL}[^\W\d_]* {places.CAPITAL}")
_NO_NOUN: Final = re.compile(rf"{lexicon.PREPOSITIONS}|{lexicon.AND}|{counted_nouns.NOT_COUNTED}", re.IGNORECASE)
_ABBREVIATION: Final = re.compile(rf"(?:{places.CAPITAL}){{2,8}}")
_ABBREVIATED: Final = 3
"""Capital letters at the beginning of a noun that show that it is not written in full."""
_LISTED: Final = re.compile(said_of.SECOND_NOUN, re.IGNORECASE)
_SYLLABLES: Final = 2
_MOST_SYLLABLES: Final = 4
"""Most syllables of a counted noun that the lexicon lacks: hài cốt liệt sĩ; of more it is not known where it ends."""
_MOST_COUNTED: Final = 10**11
_CATALOGUE: Final = frozenset(unit.code for unit in catalogue())
_CROPS: Final = re.compile(lexicon.CROPS, re.IGNORECASE)
_BELOW: Final = (Qualifier.UNDER, Qualifier.NEARLY)


@final
class OwnUnits:
    """The custom units of a report, by the counted nouns that it prints."""

    def __init__(self) -> None:
        self._by_noun: dict[str, Unit] = {}
        self._codes: set[str] = set()

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units, in the order of the text."""
        return tuple(self._by_noun.values())

    def applied(self, figure: PrintedFigure, words: Words, sentence: str, before: str) -> PrintedFigure:
        """Return a figure in a unit of its counted noun, if only the unit is in doubt: *vụ* are incidents or seasons.

        Args:
            figure: the figure.
            words: the words around it.
            sentence: its sentence.
            before: the part of it before the figure.
        """
        counted = _counted(figure, words)
        if counted is None:
            return figure
        magnitude, whole = counted
        noun = self._noun_of(figure, words, sentence, before)
        is_incident = folded(words.noun) == lexicon.INCIDENT.strip() and not words.tail
        is_incident = is_incident and not _CROPS.search(words.subject)
        unit = self._unit_of(noun) if noun else incident if is_incident else None
        if unit is None:
            return figure
        if may_be_exact(figure):
            return evolve(figure, unit=unit)
        value = Value(magnitude=magnitude, unit=unit, qualifier=figure.qualifier)
        out_of = None if whole is None else Value(magnitude=whole, unit=unit)
        return evolve(figure, unit=unit, value=value, out_of=out_of, doubt=None)

    def _noun_of(self, figure: PrintedFigure, words: Words, sentence: str, before: str) -> str:
        """Return the counted noun of a figure, or an empty string if it may be only a part of what is counted."""
        noun = "" if category_of(words) else _counted_noun(words, sentence)
        if noun not in self._by_noun and before.rfind("(") > before.rfind(")"):
            return ""  # 28 lượt (12 định kỳ, 16 đột xuất)
        is_listed = _LISTED.match(sentence, len(before) + figure.end - figure.start) is not None
        return "" if is_listed else noun  # 6 cầu, cống

    def _unit_of(self, noun: str) -> Unit | None:
        """Return the unit of a noun; its English is the Vietnamese until somebody translates it."""
        if noun not in self._by_noun:
            unit = unit_counting(noun)
            if unit is None or unit.code in self._codes:
                return None
            self._codes.add(unit.code)
            self._by_noun[noun] = unit
        return self._by_noun[noun]


def _counted(figure: PrintedFigure, words: Words) -> tuple[Decimal, Decimal | None] | None:
    """Return the number that may be counted in a unit of its own, and that of all: 80/85 đơn; `None` if it may not."""
    if figure.doubt is not Doubt.UNIT or figure.unit is not None:
        return None
    magnitude, whole = figure.magnitude, None
    if figure.kind is FigureKind.RATIO and isinstance(magnitude, tuple):
        magnitude, whole = magnitude
        if "/" not in figure.printed or not words.noun or not is_whole(whole) or magnitude > whole:
            return None  # khoảng 1/3 dân số
    elif figure.kind is not FigureKind.LEVEL:
        return None
    if not isinstance(magnitude, Decimal) or not is_whole(magnitude) or magnitude < 0:
        return None  # nothing that is counted: âm 5 chuyên đề
    if magnitude >= _MOST_COUNTED:
        return None  # 131 nghìn tỷ trái phiếu, in đồng
    return None if not magnitude and figure.qualifier in _BELOW else (magnitude, whole)


def _counted_noun(words: Words, sentence: str) -> str:
    """Return the counted noun of a number, in lower case; an empty string if it is a measure or in the catalogue."""
    short = "" if words.noun else words.tail.partition(" ")[0]
    if _ABBREVIATION.fullmatch(short) and short not in counted_nouns.NO_NOUNS:
        return short  # 44 TTHC được rút ngắn thời gian giải quyết
    if _NAME.match(words.noun or words.tail) or (not words.noun and words.tail[:_ABBREVIATED].isupper()):
        return ""  # 140 Mẹ Việt Nam anh hùng
    printed = (words.noun or words.tail).casefold()
    if not _NOUN.match(printed) or "/" in printed or _VERBAL.match(printed):
        return ""
    tokens = Tokens(Passage(printed, 0, True))
    known = reader_of(()).noun_at(tokens, 0)
    if known is not None:
        noun = " ".join(tokens.words[: known.end])
        is_own = known.code == NO_UNIT and noun not in counted_nouns.MEASURES and noun not in EVENTS
        return noun if is_own else ""
    return "" if words.noun else _first_syllables(printed, sentence.casefold())


def _first_syllables(tail: str, sentence: str) -> str:
    """Return the noun at the beginning of the words after a number; an empty string if its end is not sure.

    It is one syllable if the sentence counts the same with other words after it: 47 phiên trực tuyến, 8 phiên lưu động.
    """
    found = _NOUN.match(tail)
    syllables = list(
        takewhile(lambda one: one.isalpha() and not _NO_NOUN.fullmatch(one), found[0].split() if found else [])
    )
    if not syllables:
        return ""
    first = " ".join(syllables[:_SYLLABLES])
    if first in counted_nouns.COMPOUNDS:
        return first  # 1.713 tờ khai
    others = re.findall(rf"\d\s+{re.escape(syllables[0])}\b[ ]?(\w*)", sentence)
    if syllables[0] in counted_nouns.CLASSIFIERS or len(set(others)) > 1:
        return syllables[0]  # 20 phiên giao dịch việc làm
    return " ".join(syllables) if len(syllables) <= _MOST_SYLLABLES else ""  # 15 mã vùng trồng vải thiều


def is_custom(unit: Unit | None) -> bool:
    """Return whether a unit is one that is proposed for a counted noun that the catalogue lacks."""
    return unit is not None and unit.kind is UnitKind.COUNT and unit.code not in _CATALOGUE
