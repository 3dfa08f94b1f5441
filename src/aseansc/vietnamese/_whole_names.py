"""Decide whether a proposed name is whole: one that does not say of what or whose it is, is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from aseansc.units import UnitKind
from aseansc.values import RelativeChange
from aseansc.vietnamese._item import Measured
from aseansc.vietnamese._lexicon import drafting, whole_names as lexicon
from aseansc.vietnamese._lexicon.places import PLACES
from aseansc.vietnamese._name_forms import folded
from aseansc.vietnamese._name_parts import Head, Name, read_name
from aseansc.vietnamese._own_units import is_custom

_FLAGS: Final = re.IGNORECASE
_RUNS_INTO: Final = re.compile(lexicon.RUNS_INTO, _FLAGS)
_ENDS_WITH_AMOUNT: Final = re.compile(lexicon.ENDS_WITH_AMOUNT, _FLAGS)
_THERE_IS: Final = re.compile(drafting.THERE_IS, _FLAGS)
_NOT_OF_WHAT: Final = re.compile(lexicon.NOT_OF_WHAT, _FLAGS)
_ONLY_VERB: Final = re.compile(lexicon.ONLY_VERB, _FLAGS)
_ENDS_DONE: Final = re.compile(rf"\b{drafting.ACTIONS}$", _FLAGS)
_OBJECT_FOR: Final = re.compile(lexicon.OBJECT_FOR, _FLAGS)


def is_whole(measured: Measured) -> bool:
    """Return whether the name of an indicator says what it is, and of what, or whose."""
    if _RUNS_INTO.search(measured.name) or _ENDS_WITH_AMOUNT.search(measured.name):
        return False
    of, colon, said = measured.name.partition(": ")
    name, unit = read_name(of), measured.unit
    if colon:  # Cây ngô: năng suất
        return name.kind is not Head.UNKNOWN or read_name(said).kind is not Head.UNKNOWN
    if name.kind is Head.UNKNOWN:
        return _is_thing(measured)
    if name.kind is Head.DONE:
        return _has_object(measured, name)
    if name.kind is Head.COUNT:
        return name.what != "" and not (is_custom(unit) and _is_bare(measured, name))
    if name.kind is Head.SHARE:
        is_long = len(f"{name.head} {name.what}".split()) >= _LEAST
        return name.what != "" and not _NOT_OF_WHAT.match(name.what) and is_long
    is_money = unit is not None and unit.kind is UnitKind.MONEY
    return not (is_money and name.whose == "" and _ONLY_VERB.fullmatch(name.what))


def _is_bare(measured: Measured, name: Name) -> bool:
    """Return whether a name counts a noun without more, and not that it is there: giải tán 2 tốp."""
    words = measured.first.words
    is_said = folded(name.what) in folded(words.subject) or _THERE_IS.search(words.verb) is not None
    return len(name.what.split()) == len(words.noun.split() or [""]) and not is_said


_LEAST: Final = 3
"""Fewer words do not say of what a rate is."""
_MOST_OF_THING: Final = 6


def _is_thing(measured: Measured) -> bool:
    """Return whether a name is that of a thing that is measured: dịch vụ tăng 6%; gạo tẻ 25 tấn; rừng sản xuất."""
    unit, value = measured.unit, measured.first.value
    is_short = len(measured.name.split()) <= _MOST_OF_THING and not _NOT_OF_WHAT.match(measured.name)
    kind = None if unit is None else unit.kind
    if measured.first.whole is not None and kind is not UnitKind.COUNT:
        return is_short
    if kind in (UnitKind.AREA, UnitKind.MASS):
        return is_short and (kind is UnitKind.MASS or _ENDS_DONE.search(measured.name) is not None)
    return is_short and isinstance(value, RelativeChange)


def _has_object(measured: Measured, name: Name) -> bool:
    """Return whether what was done is followed by what it was done to, and the figure counts this.

    A count after another object may be of something else: cấp giấy chứng nhận 12 xã.
    """
    unit, words = measured.unit, measured.first.words
    if not name.what:
        return unit is not None and unit.kind is not UnitKind.COUNT and " " in name.head
    noun = folded(words.noun)
    is_count = unit is not None and unit.kind is UnitKind.COUNT and noun != ""
    if unit is None or not is_count or unit.code.startswith(_PERSONS) or folded(name.what).startswith(noun):
        return True
    before = name.what[: folded(name.what).find(noun)].rstrip()
    return unit.code not in PLACES and (_OBJECT_FOR.search(before) is not None or noun in folded(words.subject))


_PERSONS: Final = ("person", "household")


def ask_unsure(found: Iterable[Measured]) -> None:
    """Make the names of indicators that may not be whole the first answers to the question for their names."""
    for one in found:
        if one.name and not is_whole(one):
            one.name, one.name_choices = "", (one.name, *one.name_choices)
