"""Read a text that consists of a single figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from aseansc._attrs import as_tuple_of
from aseansc.errors import ParseError, require
from aseansc.units import Unit
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._characters import passages
from aseansc.vietnamese._context import Context
from aseansc.vietnamese._encodings import refuse_old_encoding
from aseansc.vietnamese._figure import PrintedFigure
from aseansc.vietnamese._lexicon.scope import AFTER_A_FIGURE, BEFORE_A_FIGURE
from aseansc.vietnamese._reader import candidates, quantities_of
from aseansc.vietnamese._reading import Reading
from aseansc.vietnamese._tokens import Tokens

_ENDS: Final = frozenset(".;,:!?()“”\"'…*•")
_LONGEST: Final = 10_000


def parse(text: str, units: Iterable[Unit] = ()) -> PrintedFigure:
    """Read a text that consists of a single figure.

    Words that explain the figure may come before or after it (*tăng*, *đạt*, *so với cùng kỳ*); any other remaining
    word is an error. A word that could be an article in running text (*một xã*) is read as a number here.

    Args:
        text: a figure such as ``trên 60.000 lượt hộ``.
        units: custom units of a review; their Vietnamese names are recognised as well.

    Raises:
        ParseError: if the text has no figure, several figures or other words, or is in an old encoding; the message
            states what was read.
        FieldTypeError: if `text` is not a string.
        DefinitionConflictError: if a custom unit redefines a code of the catalogue.

    >>> parse("trên 60.000 lượt hộ").value
    Value.parse('over 60000 household_turn')
    >>> parse("vượt kế hoạch 25,5%").value
    Attainment.parse('over_plan 25.5 percent')
    >>> parse("842,238 tỷ đồng").note
    'two possible readings, 842.238 and 842238; nothing else in the text shows which is right'
    >>> parse("trên 60.000 hộ và nhiều hơn nữa")
    Traceback (most recent call last):
    ...
    aseansc.errors.ParseError: vietnamese.parse: some words are not part of a figure; got 'trên 60.000 hộ và ...
    """
    require(text, str, where="vietnamese.parse, text")
    if len(text) > _LONGEST:
        raise _error(
            "the text is too long for one figure", text, f"at most {_LONGEST} characters", "Use find for running text."
        )
    pieces = list(passages(text))
    if len(pieces) != 1:
        raise _error(
            "the text is blank" if not pieces else "the text has several paragraphs", text, "one figure", _FIND
        )
    refuse_old_encoding(text, "vietnamese.parse")
    tokens = Tokens(pieces[0])
    quantities = quantities_of(
        [piece.text for piece in pieces], as_tuple_of(units, Unit, where="vietnamese.parse, units")
    )
    found = candidates(Reading(tokens, quantities, Context(tokens), alone=True))
    chosen = _chosen(found)
    if chosen is None:
        read = ", ".join(repr(candidate.figure(tokens).printed) for candidate in found)
        raise _error(
            "the text has several figures" if found else "the text has no figure",
            text,
            f"one figure; found {read or 'none'}",
            _FIND,
        )
    left = _left_over(tokens, found, chosen)
    figure = chosen.figure(tokens)
    if left:
        raise _error(
            "some words are not part of a figure",
            text,
            f"one figure; read {figure.printed!r}, but not {left!r}",
            _FIND,
        )
    return figure


_FIND: Final = "Use find for running text."


def _chosen(candidates: list[Candidate]) -> Candidate | None:
    """Return the only figure; a date may be printed with it."""
    if len(candidates) == 1:
        return candidates[0]
    timed = [candidate for candidate in candidates if candidate.takes_time]
    return timed[0] if len(timed) == 1 and candidates[0] is timed[0] and len(candidates) == 2 else None


def _left_over(tokens: Tokens, candidates: list[Candidate], chosen: Candidate) -> str:
    """Return the first words that are neither part of a figure nor known to explain one."""
    taken = {at for candidate in candidates for at in range(candidate.start, candidate.end)}
    unknown = [
        at
        for at in range(tokens.size)
        if at not in taken
        and tokens.words[at] not in _ENDS
        and tokens.words[at] not in (BEFORE_A_FIGURE if at < chosen.start else AFTER_A_FIGURE)
    ]
    if not unknown:
        return ""
    start = end = unknown[0]
    for at in unknown[1:]:
        if at != end + 1:
            break
        end = at
    return tokens.passage.text[tokens.starts[start] : tokens.ends[end]]


def _error(problem: str, text: str, expected: str, hint: str) -> ParseError:
    return ParseError(problem, where="vietnamese.parse", got=text, expected=expected, hint=hint)
