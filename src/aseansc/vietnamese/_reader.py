"""Go through the passages of a text, token by token, and collect their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Final

from aseansc.units import Unit
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._characters import LONGEST, Passage, blocks, pieces
from aseansc.vietnamese._context import MARKS, Carried, Context
from aseansc.vietnamese._conventions import separators_in
from aseansc.vietnamese._encodings import NO_DIACRITICS, lacks_diacritics, refuse_old_encoding
from aseansc.vietnamese._figure import PrintedFigure, moved
from aseansc.vietnamese._in_digits import figure_in_digits
from aseansc.vietnamese._in_words import STARTERS, figure_in_words, may_have_figures
from aseansc.vietnamese._lists import Listing, Lists
from aseansc.vietnamese._quantities import QuantityReader
from aseansc.vietnamese._reading import Reading
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import reader_of

_REMEMBERED: Final = 1 << 17
"""Characters of the passages whose figures are remembered."""
_NOTABLE: Final = STARTERS | MARKS


def figures_of(text: str, units: Iterable[Unit]) -> Iterator[PrintedFigure]:
    """Yield every figure of a text, holding only a few paragraphs in memory.

    A reading depends on nothing but the passage and what is carried into it, so repeated ones are read once.
    """
    quantities = quantities_of(blocks(text), units)
    carried: Carried | None = None
    lists, listing = Lists(), None
    known: dict[tuple[str, Carried | None, Listing | None], tuple[int, list[PrintedFigure], Carried | None]] = {}
    size = 0
    for start, stop, begins in pieces(text):
        line = text[start:stop]
        if begins:
            listing, carried = lists.over(line, start), None
        key = line, carried, listing
        found = known.get(key)
        if found is None:
            refuse_old_encoding(line, "vietnamese.find")
            if size > _REMEMBERED:
                known, size = {}, 0
            found = known[key] = start, *_figures_in(Passage(line, start, begins), quantities, carried, listing)
            size += stop - start
        first, figures, carried = found
        yield from figures if first == start else (moved(figure, start, first) for figure in figures)


def quantities_of(texts: Iterable[str], units: Iterable[Unit]) -> QuantityReader:
    """Return what reads quantities with custom units and the separators that a document uses."""
    return QuantityReader(reader_of(units), separators_in(texts))


def _figures_in(
    passage: Passage, quantities: QuantityReader, carried: Carried | None, listing: Listing | None
) -> tuple[list[PrintedFigure], Carried | None]:
    """Return the figures of a passage, in order, and what the rest of a long paragraph begins with.

    `carried` is what the passage before it returned; `None` if a paragraph begins here. `listing` is the heading
    of the list that the passage belongs to.
    """
    is_part = passage.size >= LONGEST
    if not is_part and not may_have_figures(passage.text):
        return [], None
    tokens = Tokens(passage)
    context = Context(tokens) if carried is None else Context(tokens, *carried, has_figure=True)
    context.listing = listing
    found = candidates(Reading(tokens, quantities, context))
    if lacks_diacritics(passage.text):
        for candidate in found:
            if candidate.mention is None:
                candidate.doubt(NO_DIACRITICS)
    return [candidate.figure(tokens) for candidate in found], context.carried() if is_part else None


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
