"""Give the words that one counted noun of a list has to the others that share them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._name_forms import folded
from aseansc.vietnamese._naming import Words

_DISTRIBUTED: Final = re.compile(lexicon.DISTRIBUTED, re.IGNORECASE)
_PREDICATE: Final = re.compile(lexicon.PREDICATE, re.IGNORECASE)


def distributed(listed: Sequence[Words]) -> list[Words]:
    """Give the words after the last of several counted nouns to all, and the verb before the first.

    Both are said of each of them: có 14 doanh nghiệp, 1 hợp tác xã thành lập mới.
    """
    found = list(listed)
    for at in reversed(range(len(found) - 1)):
        one, after = found[at], found[at + 1]
        if after.joint == "," and not one.tail and one.noun and _is_of_all(one, after):
            found[at] = evolve(one, tail=after.tail)
        elif after.joint == "," and _PREDICATE.search(f"{after.noun} {after.tail}") and not _PREDICATE.search(one.tail):
            found[at] = evolve(one, is_cut=one.is_cut or not one.noun)
    for at, one in enumerate(found[1:], 1):
        if one.joint in (",", lexicon.WITH) and one.verb in ("", lexicon.WITH, lexicon.AND_WORD) and not one.subject:
            found[at] = evolve(one, verb=found[at - 1].verb)
        if one.joint == "," and one.noun and one.noun == found[at - 1].noun and not one.subject:
            found[at] = evolve(found[at], tail=_shared_limit(found[at - 1].tail, one.tail) + one.tail)
    return found


def _shared_limit(first: str, tail: str) -> str:
    """Return the words before what distinguishes the first of several equal nouns, which hold for the others, too.

    139 người thất nghiệp có bằng đại học, 104 người có bằng cao đẳng: the second are unemployed, too.
    """
    start = " ".join(tail.split()[:_LEAST_ALIKE])
    shared, found, _ = first.partition(f" {start}") if len(start.split()) == _LEAST_ALIKE else ("", "", "")
    return f"{shared} " if found and shared else ""


_LEAST_ALIKE: Final = 2
"""Words with which two limits of a noun begin alike."""


def _is_of_all(one: Words, after: Words) -> bool:
    """Return whether the words after the last of some nouns are said of another one: 15 vụ, 9 người chết."""
    is_other = _is_incident(one.noun) and not _is_incident(after.noun)
    return _DISTRIBUTED.match(after.tail) is not None and not is_other


def _is_incident(noun: str) -> bool:
    """Return whether a counted noun is of what happened: vụ tai nạn."""
    return any(f"{folded(noun)} ".startswith(f"{one} ") for one in lexicon.INCIDENTS)
