"""Names of indicators as records: the head, of what it is, and whose."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from attrs import frozen

from aseansc.vietnamese._lexicon import whole_names as lexicon

_FLAGS: Final = re.IGNORECASE
_DONE: Final = re.compile(rf"{lexicon.DONE}{lexicon.FURTHER}", _FLAGS)
_WHOSE: Final = re.compile(lexicon.WHOSE, _FLAGS)
_SAID_OF_AMOUNT: Final = re.compile(lexicon.SAID_OF_AMOUNT, _FLAGS)
_FEWEST: Final = 3
"""Fewest words of an amount that say of what it is: sản lượng lúa."""


class Head(Enum):
    """What the first words of a name say that the figure is."""

    COUNT = auto()
    SHARE = auto()
    AMOUNT = auto()
    DONE = auto()
    UNKNOWN = auto()


_HEADS: Final = (
    (Head.COUNT, re.compile(lexicon.COUNTS, _FLAGS)),
    (Head.SHARE, re.compile(lexicon.SHARES, _FLAGS)),
    (Head.AMOUNT, re.compile(lexicon.AMOUNTS, _FLAGS)),
    (Head.DONE, _DONE),
)


@frozen
class Name:
    """A name in its parts.

    Args:
        kind: what its first words say that the figure is.
        head: these words, such as *Diện tích* or *Trồng*.
        what: the words after them, without whose it is: *lúa*.
        whose: the words after *của*; empty if there are none.
    """

    kind: Head
    head: str
    what: str
    whose: str


def read_name(name: str) -> Name:
    """Return a name in its parts.

    >>> read_name("Diện tích lúa của gia đình")
    Name(kind=<Head.AMOUNT: 3>, head='Diện tích', what='lúa', whose='gia đình')
    """
    kind, found = next(((kind, one) for kind, head in _HEADS if (one := head.match(name))), (Head.UNKNOWN, None))
    head = "" if found is None else found[0]
    parts = _WHOSE.split(name[len(head) :], maxsplit=1)
    return Name(kind, head.strip(" :"), parts[0].strip(" :"), parts[1] if len(parts) > 1 else "")


def without_predicate(name: str) -> str:
    """Return the name of an amount without what is said of it.

    >>> without_predicate("sản lượng vận tải tiếp tục có sự tăng trưởng")
    'sản lượng vận tải'
    """
    said = _SAID_OF_AMOUNT.search(name) if read_name(name).kind is Head.AMOUNT else None
    is_cut = said is not None and "," not in name and len(name[: said.start()].split()) >= _FEWEST
    return name[: said.start()] if said is not None and is_cut else name
