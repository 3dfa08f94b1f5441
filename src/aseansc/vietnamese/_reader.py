"""Go through the passages of a text, token by token, and collect their figures."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import compress
from typing import Final, NamedTuple, TypeAlias

from aseansc.units import Unit
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._characters import LONGEST, Passage, blocks, pieces
from aseansc.vietnamese._context import MARKS, Context
from aseansc.vietnamese._conventions import separators_in
from aseansc.vietnamese._encodings import NO_DIACRITICS, lacks_diacritics, refuse_old_encoding
from aseansc.vietnamese._figure import PrintedFigure, moved
from aseansc.vietnamese._governing import Leads
from aseansc.vietnamese._in_digits import figure_in_digits
from aseansc.vietnamese._in_words import STARTERS, figure_in_words, may_have_figures
from aseansc.vietnamese._lists import Listing, Lists
from aseansc.vietnamese._prospects import doubt_prospects
from aseansc.vietnamese._quantities import QuantityReader
from aseansc.vietnamese._reading import Reading
from aseansc.vietnamese._restated import read_restated
from aseansc.vietnamese._scopes import Carried
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import reader_of

_REMEMBERED: Final = 1 << 17
"""Characters of the passages whose figures are remembered."""
_NOTABLE: Final = STARTERS | MARKS
_Key: TypeAlias = tuple[str, Carried | None, Listing | None, str]
"""What the figures of a passage depend on: its text, what is carried into it, the heading and the sentence over it."""


class _Part(NamedTuple):
    """A paragraph, or a piece of a long one: where it starts, whether it begins there, and what is over it.

    `listing` is the heading over it, `lead` the sentence with a verb of change that it goes on with.
    """

    start: int
    line: str
    begins: bool
    listing: Listing | None
    lead: str

    def key(self, carried: Carried | None) -> _Key:
        """Return what the figures depend on, with what the piece before it carries on."""
        return self.line, None if self.begins else carried, self.listing, self.lead


def figures_of(text: str, units: Iterable[Unit]) -> Iterator[PrintedFigure]:
    """Yield every figure of a text, holding only a few paragraphs in memory.

    A reading depends on nothing but the passage and what is carried into it, so repeated ones are read once.
    """
    quantities = quantities_of(blocks(text), units, text)
    carried: Carried | None = None
    known: dict[_Key, tuple[int, list[PrintedFigure], Carried | None]] = {}
    size = 0
    for batch in _batches(text):
        if size > _REMEMBERED:
            known, size = {}, 0
        tokens = _tokens_of(batch, carried, known)
        for part in batch:
            key = part.key(carried)
            found = known.get(key)
            if found is None:
                refuse_old_encoding(part.line, "vietnamese.find")
                found = known[key] = part.start, *_figures_in(tokens[key], quantities, *key[1:])
                size += len(part.line)
            first, figures, carried = found
            start = part.start
            yield from figures if first == start else (moved(figure, start, first) for figure in figures)


def _batches(text: str) -> Iterator[list[_Part]]:
    """Yield the paragraphs of a text in batches: one step for all of them is faster than all steps for each.

    A piece of a long paragraph ends its batch, because the next piece depends on what is carried out of it.
    """
    lists, listing, leads, lead = Lists(), None, Leads(), ""
    batch: list[_Part] = []
    size = 0
    for start, stop, begins in pieces(text):
        line = text[start:stop]
        if begins:
            listing, lead = lists.over(line, start), leads.over(line)
        batch.append(_Part(start, line, begins, listing, lead))
        size += stop - start
        if size >= LONGEST:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _tokens_of(batch: list[_Part], carried: Carried | None, known: Container[_Key]) -> dict[_Key, Tokens | None]:
    """Return the tokens of the passages that are not known yet; `None` for those that have no figures."""
    fresh: dict[_Key, Passage] = {}
    for part in batch:
        key = part.key(carried)
        if key not in known and key not in fresh:
            fresh[key] = Passage(part.line, part.start, part.begins)
    return {key: Tokens(passage) if _may_be_read(passage) else None for key, passage in fresh.items()}


def _may_be_read(passage: Passage) -> bool:
    """Return whether a passage may have figures, or is a part of a long paragraph, whose context is carried on."""
    return passage.size >= LONGEST or may_have_figures(passage.text)


def quantities_of(texts: Iterable[str], units: Iterable[Unit], whole: str = "") -> QuantityReader:
    """Return what reads quantities with custom units, and the separators and abbreviations that a document uses."""
    return QuantityReader(reader_of(units, whole), separators_in(texts))


def _figures_in(
    tokens: Tokens | None, quantities: QuantityReader, carried: Carried | None, listing: Listing | None, lead: str
) -> tuple[list[PrintedFigure], Carried | None]:
    """Return the figures of a passage, in order, and what the rest of a long paragraph begins with.

    `carried` is what the passage before it returned; `None` if a paragraph begins here. `listing` is the heading
    of the list that the passage belongs to, `lead` the sentence with a verb of change before it.
    """
    if tokens is None:
        return [], None
    passage = tokens.passage
    context = Context(tokens) if carried is None else Context(tokens, *carried, has_figure=True)
    context.listing = listing
    found = candidates(Reading(tokens, quantities, context, lead=lead))
    if lacks_diacritics(passage.text):
        for candidate in found:
            if candidate.mention is None:
                candidate.doubt(NO_DIACRITICS)
    doubt_prospects(tokens, found)
    read_restated(tokens, found)
    figures = [candidate.figure(tokens) for candidate in found]
    return figures, context.carried() if passage.size >= LONGEST else None


def candidates(reading: Reading) -> list[Candidate]:
    """Return a candidate for every figure of a passage, in the order of the text."""
    tokens = reading.tokens
    words, numbers = tokens.words, tokens.numbers
    end = 0
    for at in sorted({*numbers, *compress(range(tokens.size), map(_NOTABLE.__contains__, words))}):
        if at < end:
            continue  # part of the last figure
        candidate = None
        if at in numbers:
            candidate = figure_in_digits(reading, at)
        elif words[at] in STARTERS:
            candidate = figure_in_words(reading, at)
        if candidate is None:
            reading.context.pass_over(at)
        else:
            reading.add(candidate)
            end = candidate.end
    return reading.found
