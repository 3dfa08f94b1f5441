"""Name the custom units of counted nouns that the catalogue lacks: in a unit column or a label of a table."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from aseansc.errors import UnknownUnitError
from aseansc.units import Unit
from aseansc.vietnamese._characters import Passage
from aseansc.vietnamese._lexicon import counted_nouns, drafting as lexicon, table_labels, table_units
from aseansc.vietnamese._name_forms import slug_of
from aseansc.vietnamese._nouns import NO_UNIT
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import reader_of

EVENTS: Final = lexicon.INCIDENTS - {lexicon.CASE}
"""Nouns that may have a unit in the catalogue; cases are of persons, diseases or anything else."""
_NUMBER_OF, _NO_NUMBER = re.compile(table_labels.COUNTED), re.compile(table_units.NOT_COUNTED)
_AND: Final = re.compile(rf"(?<!\w)(?:{lexicon.AND})(?!\w)", re.IGNORECASE)
_AFTER_NOUN: Final = re.compile(counted_nouns.NOT_COUNTED, re.IGNORECASE)
_UNSURE: Final = counted_nouns.MEASURES | EVENTS | {unit for unit, _, _ in table_units.COUNTED_BY_LABEL}
"""Nouns that measure, or that may count several things: *vụ*, *phòng*."""
_SYLLABLES: Final = 2


@lru_cache(maxsize=1024)
def own_unit(printed: str) -> Unit | None:
    """Return a custom unit for a unit that is only a counted noun which the catalogue lacks.

    Args:
        printed: the unit as printed.

    >>> own_unit("Văn bản").code, own_unit("Nghìn văn bản"), own_unit("Hộ")
    ('van_ban', None, None)
    """
    shown = " ".join(printed.casefold().split()).strip(" ().:")
    noun = _first_noun(shown)
    return unit_counting(noun) if noun == shown else None


@lru_cache(maxsize=1024)
def own_unit_counted(label: str) -> tuple[Unit, bool] | None:
    """Return a custom unit for what the number in a label counts, and whether the label says more about the things.

    A noun of one syllable must be followed by a verb or by nothing, since it may be the beginning of another word.

    Args:
        label: the label.

    >>> unit, says_more = own_unit_counted("Số văn bản đã ban hành")
    >>> unit.code, says_more, own_unit_counted("Số giải ngân"), own_unit_counted("Số hộ nghèo")
    ('van_ban', True, None, None)
    """
    shown = " ".join(label.casefold().split()).strip(" -+*.:")
    match = _NUMBER_OF.fullmatch(shown)
    if match is None or _AND.search(shown) or _NO_NUMBER.search(shown):
        return None
    noun = _first_noun(match[1])
    rest = match[1].removeprefix(noun).split()
    if not noun or (rest and " " not in noun and _AFTER_NOUN.fullmatch(rest[0]) is None):
        return None
    unit = unit_counting(noun)
    return None if unit is None else (unit, bool(rest))


def _first_noun(shown: str) -> str:
    """Return the counted noun without a unit in the catalogue at the beginning of a text; else an empty string."""
    first = " ".join(shown.split()[:_SYLLABLES])
    if first in counted_nouns.COMPOUNDS:
        return first
    tokens = Tokens(Passage(shown, 0, True))
    known = reader_of(()).noun_at(tokens, 0)
    noun = "" if known is None or known.code != NO_UNIT else " ".join(tokens.words[: known.end])
    return "" if noun in _UNSURE else noun


def unit_counting(noun: str) -> Unit | None:
    """Return the custom unit of a noun; `None` if its code may be that of something else."""
    code = slug_of(noun).replace("-", "_")
    if not code or (noun.isascii() and not noun.isupper()) or _is_known(code):
        return None
    return Unit.counting(code, en=noun, plural=noun, vi=noun)


def _is_known(code: str) -> bool:
    try:
        Unit.parse(code)
    except UnknownUnitError:
        return False
    return True
