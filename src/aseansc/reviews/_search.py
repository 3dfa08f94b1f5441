"""Search the records of a review by words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from aseansc.claims import Claim
from aseansc.codelists import Absent
from aseansc.errors import FieldError, require
from aseansc.findings import Finding, Instrument, Section
from aseansc.indicators import Indicator
from aseansc.observations import Observation
from aseansc.targets import Target
from aseansc.texts import Text

if TYPE_CHECKING:
    from aseansc.reviews._review import Review

Found: TypeAlias = Section | Instrument | Indicator | Observation | Target | Claim | Finding
"""A record that a search can find."""


def search(review: Review, words: str) -> Iterator[Found]:
    """Yield the records whose id, names, note or printed text contain some words, in the order of the review.

    The case of letters does not matter, nor does *tỷ* or *tỉ*, nor do diacritics if the words have none.
    """
    require(words, str, where="Review.search, words")
    wanted = _folded(words)
    if not wanted:
        raise FieldError("nothing to search for", where="Review.search", got=words, expected="one word or more")
    plain = _without_marks(wanted)
    ignore_marks = plain == wanted
    records: tuple[Found, ...] = (
        *review.sections,
        *review.instruments,
        *review.indicators,
        *review.observations,
        *review.targets,
        *review.claims,
        *review.findings,
    )
    for record in records:
        text = "\n".join(map(_folded, _words_of(record)))
        if wanted in text or (ignore_marks and plain in _without_marks(text)):
            yield record


def _words_of(record: Found) -> Iterator[str]:
    yield record.id
    for name in ("name", "text", "subject", "note"):
        text = getattr(record, name, None)
        if isinstance(text, Text):
            yield from (text.en, *(words for _, words in text.others))
            if not isinstance(text.vi, Absent):
                yield text.vi
    citation = getattr(record, "citation", None)
    if citation is not None and not isinstance(citation, Absent):
        yield citation.printed


def _folded(text: str) -> str:
    words = unicodedata.normalize("NFC", " ".join(text.split())).casefold()
    return _Y_OR_I.sub(lambda found: found[0].translate(_I_FOR_Y), words)


_Y_OR_I: Final = re.compile(r"\b(?:[hklmst]|qu)[yỳýỷỹỵ]\b")
"""Syllables that are also written with i: *tỷ lệ* and *tỉ lệ*."""
_I_FOR_Y: Final = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
