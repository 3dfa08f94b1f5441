"""Find names that are not whole: cut, of something else, or only with words that stand elsewhere."""

from __future__ import annotations

import re
from typing import Final

from aseansc.units import Unit, storey
from aseansc.vietnamese._lexicon import fragments as lexicon

_FLAGS: Final = re.IGNORECASE
_ONLY: Final = re.compile(rf"(?:{lexicon.AMOUNT_ONLY}|{lexicon.DONE_ONLY})", _FLAGS)
_PIECE: Final = re.compile(
    "|".join(
        [
            lexicon.OF_ONE_NAMED_BEFORE,
            lexicon.ASSIGNED,
            lexicon.SAID_OF_SUBJECT,
            lexicon.RUNS_ON,
            lexicon.LEFT_OUT,
        ]
    ),
    _FLAGS,
)
_AFTER_NAME: Final = re.compile(rf"(?:{lexicon.ASSIGNED}|{lexicon.RUNS_ON})", _FLAGS)
_SAID_OF_ALL: Final = re.compile(lexicon.SAID_OF_ALL, _FLAGS)
_MEASURES_NOUN: Final = (storey,)
"""Units that say how large what is named before them is, instead of counting it: khối nhà 4 tầng."""


def is_fragment(name: str, unit: Unit | None) -> bool:
    """Return whether a name does not say of what or of whom the figure is, or says it of something else."""
    return unit in _MEASURES_NOUN or says_only_what_kind(name) or _PIECE.search(name) is not None


def says_only_what_kind(name: str) -> bool:
    """Return whether a name says only what kind of amount it is, or what was done: *Tổng công suất*, *Duy trì*."""
    return _ONLY.fullmatch(name) is not None


def without_end(name: str) -> str:
    """Return a name without words that name a plan, or that run into what is said of the thing."""
    return _AFTER_NAME.sub("", name)


def says_of_subject(tail: str) -> bool:
    """Return whether the words after a percent are said of what is named before it: 9 thôn 100% đều có điện."""
    return _SAID_OF_ALL.match(tail) is not None
