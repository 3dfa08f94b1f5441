"""Give the amounts of a list the words before its colon: sản lượng: nho 22 tấn; cơ cấu: công nghiệp 38%."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from aseansc.units import UnitKind
from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._name_forms import lowered
from aseansc.vietnamese._naming import MOST_JOINED, MOST_OF_TOPIC, Words

_HEAD: Final = re.compile(lexicon.HEADS, re.IGNORECASE)


def units_of_amount(amount: str) -> tuple[UnitKind, ...]:
    """Return the kinds of units of the amounts that words before a colon announce."""
    named = (kinds for name, kinds in lexicon.AMOUNT_NAMES.items() if amount.casefold().startswith(name))
    return next(named, ())


def of_amount(words: Words, amount: str) -> Words:
    """Return the words of an amount with the words before the colon in its name: *sản lượng nho*."""
    if amount and amount.casefold() not in lexicon.AMOUNT_NAMES:
        return _of_place(words, amount)
    is_share = UnitKind.SHARE in units_of_amount(amount)
    subject = _branches(words) if is_share else words.subject
    most = MOST_JOINED if is_share else MOST_OF_TOPIC
    if not subject or _HEAD.match(subject) or len(subject.split()) > most:
        return words
    if is_share:
        amount = lexicon.OF_SHARE
    return evolve(words, subject=f"{amount} {lowered(subject)}", amount="", head="")


def _of_place(words: Words, amount: str) -> Words:
    """Return the words of an amount of a place of a list, which its own words only name."""
    return words if words.subject else evolve(words, subject=amount, amount=amount, head="")


def _branches(words: Words) -> str:
    """Return all branches before a share, also those before a comma: công nghiệp, xây dựng cơ bản 33%."""
    said = words.clause.rpartition(":")[2].removesuffix(words.verb).strip(" ,–-")
    return said if words.subject and said.endswith(f", {words.subject}") else words.subject
