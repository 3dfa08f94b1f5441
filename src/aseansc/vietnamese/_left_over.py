"""Find the words around a figure that neither its name nor anything else that was read of it accounts for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import chain
from typing import Final

from aseansc.units import percent
from aseansc.vietnamese._item import Item
from aseansc.vietnamese._lexicon import drafting, left_over as lexicon
from aseansc.vietnamese._name_forms import folded, key_of
from aseansc.vietnamese._name_parts import Head, read_name, without_predicate
from aseansc.vietnamese._tails import TIME

_FLAGS: Final = re.IGNORECASE
_SIGN: Final = re.compile(lexicon.SIGN)
_STATEMENT: Final = re.compile(lexicon.STATEMENT, _FLAGS)
_CAUSE: Final = re.compile(lexicon.CAUSE, _FLAGS)
_PLACED: Final = re.compile(lexicon.PLACED)
_TOPIC: Final = re.compile(lexicon.TOPIC, _FLAGS)
_COMMA: Final = re.compile(drafting.COMMA, _FLAGS)
_LEADS: Final = re.compile(lexicon.LEADS, _FLAGS)
_OF_ALL: Final = re.compile(lexicon.OF_ALL, _FLAGS)
_GOES_ON: Final = re.compile(lexicon.GOES_ON_NOW, _FLAGS)
_HERE: Final = re.compile(lexicon.HERE, _FLAGS)
_EXAMPLE: Final = re.compile(drafting.EXAMPLES, _FLAGS)
_WITH: Final = re.compile(lexicon.WITH)
_SAYS: Final = re.compile(lexicon.SAYS, _FLAGS)
_OTHERS: Final = re.compile(lexicon.OTHERS, _FLAGS)
_MOVED: Final = re.compile(lexicon.MOVED, _FLAGS)
_NOUNS: Final = (Head.COUNT, Head.SHARE, Head.AMOUNT)
_WORD: Final = re.compile(r"[^\W_]+|/")


def left_over(item: Item, name: str) -> str:
    """Return the words of the clause of a figure that its name does not have, though they may limit what it counts.

    Words that state a figure, its time or its place, and those that begin another statement, are not left over.

    Args:
        item: the figure.
        name: the name of what it measures.
    """
    if item.is_whole:
        return ""
    named = _named(item, name)
    return " ".join(chain(_topics(item, named), _before(item, name, named), _after(item, named)))


def is_amount_of_last(item: Item) -> bool:
    """Return whether a figure is an amount of what the one before it counts: 58 dự án với tổng vốn 5 tỷ đồng."""
    return _WITH.match(item.words.clause) is not None


def with_rest(item: Item, name: str) -> str:
    """Return a name with the words after a figure that it leaves over: Số trường hợp bị xử lý do kê khai sai."""
    return "" if item.is_whole else " ".join((name, *_after(item, _named(item, name))))


def _named(item: Item, name: str) -> Set[str]:
    """Return the words that a name accounts for."""
    return _words(key_of(name)) | _words(folded(name)) | _words(folded(item.words.noun))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text))


def _topics(item: Item, named: Set[str]) -> Iterator[str]:
    """Yield what is left over of the parts of the clause that say of what the next ones are, or that begin a name."""
    for part in _COMMA.split(item.words.clause)[:-1]:
        shown = " ".join(part.split())
        topic = None if TIME in part else _TOPIC.match(shown)
        said = topic["topic"] if topic is not None else ""
        said = said or (shown if _is_unfinished(shown) else "")
        yield from (word for word in _WORD.findall(folded(said)) if word not in named)


def _is_unfinished(part: str) -> bool:
    """Return whether a part of a clause begins a name and says nothing of it: chỉ số ngành cấp nước, xử lý rác."""
    return read_name(part).kind in _NOUNS and _SAYS.search(part) is None


def _before(item: Item, name: str, named: Set[str]) -> Iterator[str]:
    """Yield what is left over of the subject and the verb before a figure."""
    words = item.words
    if lexicon.GOING_ON not in named and _GOES_ON.search(_COMMA.split(words.clause)[-1]):
        yield lexicon.GOING_ON
    if is_amount_of_last(item) and ":" not in name:
        yield drafting.WITH
    if item.is_change:
        return
    for limit in filter(None, (pattern.match(_COMMA.split(words.clause)[-1]) for pattern in (_MOVED, _OTHERS))):
        yield from (word for word in _WORD.findall(folded(limit[1])) if word not in named)
    said = _WORD.findall(f"{without_predicate(_EXAMPLE.sub('', words.subject))} {words.verb}")
    yield from (word for word in said if word[0].islower() and folded(word) not in named | lexicon.REPORTED)


def _after(item: Item, named: Set[str]) -> Iterator[str]:
    """Yield what is left over of the words right after a figure, up to a sign or another statement."""
    shown = _HERE.sub(" / ", _PLACED.sub(" / ", item.words.after))
    if item.unit == percent and (drafting.SHARE_VERB in item.words.verb.split() or _OF_ALL.match(shown)):
        return
    sign = _SIGN.search(shown)
    shown = " ".join((shown[: sign.start()] if sign else shown).split())
    found = [*_WORD.finditer(shown)]
    end = next((one.start() for one in found if _ends(shown, one.start(), is_change=item.is_change)), None)
    first = next((one.start() for one in found if folded(one[0]) not in named), len(shown))
    leads = end is None and sign is not None and (sign[0].isdigit() or sign[0] == ":")
    if not (leads and _LEADS.match(shown, first)):
        yield from _WORD.findall(shown[first:end])


def _ends(shown: str, at: int, *, is_change: bool) -> bool:
    """Return whether another statement begins somewhere after a figure, or what caused a change."""
    return _STATEMENT.match(shown, at) is not None or (is_change and _CAUSE.match(shown, at) is not None)
