"""Find where the citations of a review are in another version of its text, and move them there."""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest
from typing import Any, final

from attrs import evolve, frozen

from aseansc._attrs import Record
from aseansc.citations import Citation, Span, sha256_of, split_locator
from aseansc.codelists import Absent
from aseansc.errors import ParseError, require
from aseansc.findings import Finding
from aseansc.reviews import Review
from aseansc.verification._locate import cuts_a_number
from aseansc.verification._mismatches import cited_document

Passage = tuple[int, str]
"""The position and the words of a citation."""


@final
@frozen(kw_only=True, eq=False, repr=False)
class MovedReview(Record):
    """A review whose citations have been moved to the positions of another version of its text.

    Args:
        review: the review, with the new positions and the checksum of the new text.
        moved: the words that were moved: the old position, the new one and the words, in the order of the text.
        lost: the words that are not in the text, or in several places that cannot be distinguished, with their old
            position. Their citations are unchanged.
    """

    review: Review
    moved: tuple[tuple[int, int, str], ...] = ()
    lost: tuple[tuple[int, str], ...] = ()


def move_citations(review: Review, text: str, document: str | None = None) -> MovedReview:
    r"""Move the citations of a review to where their words are in another version of the text.

    Words that are in the text once show how far the text around them has moved. Words that are in it several times are
    moved as far as those around them, or assigned in order if their number is the same. Only words that are printed
    exactly as before are moved. A locator that numbers a sentence, such as ``p4.s2``, is left out if its words moved.

    Args:
        review: the review.
        text: the new text of its document.
        document: id of the document; not needed if the review has only one.

    Raises:
        FieldError: if no document is given and the review does not have exactly one.
        FieldTypeError: if the text is not a string.
        UnknownNameError: for an unknown document.
        ReviewError: if words that are lost overlap, where they were, with words that were moved.

    >>> from importlib.resources import files
    >>> from aseansc.datasets import skeleton
    >>> text = files("aseansc.datasets").joinpath("skeleton.txt").read_text(encoding="utf-8")
    >>> changed = "A new first line.\n" + text
    >>> moved = move_citations(skeleton.load(), changed)
    >>> moved.review.verify(changed).agrees, moved.lost
    (True, ())
    """
    require(review, Review, where="move_citations, review")
    cited = cited_document(review, text, document, "move_citations")
    passages = sorted(set(_passages(review, cited.id)))
    positions = _positions(passages, text)
    shift = _Shifts(passages, positions)

    def relocated(citation: Citation) -> Citation:
        if citation.document != cited.id:
            return citation
        words = tuple(evolve(word, start=start_of(word), end=end_of(word)) for word in citation.governed_by)
        start, end, locator = start_of(citation), end_of(citation), citation.locator
        if start != citation.start and isinstance(locator, str) and split_locator(locator)[1] is not None:
            locator = Absent.NOT_STATED
        return evolve(citation, start=start, end=end, locator=locator, governed_by=words)

    def start_of(passage: Citation | Span) -> int:
        return positions.get((passage.start, passage.printed), passage.start)

    def end_of(passage: Citation | Span) -> int:
        return start_of(passage) + len(passage.printed)

    def moved(records: Iterable[Any]) -> list[Any]:
        return [
            evolve(record, citation=relocated(record.citation)) if isinstance(record.citation, Citation) else record
            for record in records
        ]

    new = evolve(
        review,
        documents=[evolve(item, sha256=sha256_of(text)) if item.id == cited.id else item for item in review.documents],
        sections=moved(review.sections),
        instruments=moved(review.instruments),
        observations=moved(review.observations),
        targets=moved(review.targets),
        claims=moved(review.claims),
        mentions=moved(review.mentions),
        findings=[_shifted(item, shift, text) if item.document == cited.id else item for item in review.findings],
    )
    found = [(*passage, positions[passage]) for passage in passages if passage in positions]
    return MovedReview(
        review=new,
        moved=tuple((start, at, printed) for start, printed, at in found if start != at),
        lost=tuple(passage for passage in passages if passage not in positions),
    )


def _shifted(finding: Finding, shift: _Shifts, text: str) -> Finding:
    """Return a finding that has moved with the text around it, if its ends are still in order."""
    start, end = shift.of(finding.start), shift.of(finding.end)
    return evolve(finding, start=start, end=end) if start < end <= len(text) else finding


def _passages(review: Review, document: str) -> Iterator[Passage]:
    for record in (*review.sections, *review.instruments, *review.figures(), *review.targets, *review.mentions):
        citation = record.citation
        if not isinstance(citation, Absent) and citation.document == document:
            yield citation.start, citation.printed
            yield from ((word.start, word.printed) for word in citation.governed_by)


def _positions(passages: list[Passage], text: str) -> dict[Passage, int]:
    """Return the new position of each passage that has one."""
    places = {printed: _places(text, printed) for printed in dict.fromkeys(printed for _, printed in passages)}
    once = [(start, places[printed][0], printed) for start, printed in passages if len(places[printed]) == 1]
    anchors = _rising(once)
    found = {(start, printed): at for start, at, printed in anchors}
    ends = [0, *(at for _, at, _ in anchors), len(text)]
    for (number, printed), olds in _between(anchors, [one for one in passages if one not in found]).items():
        there = places[printed]
        here = there[bisect_left(there, ends[number]) : bisect_right(there, ends[number + 1])]
        shifts = {at - start for start, at, _ in anchors[max(number - 1, 0) : number + 1]}
        found.update(((old, printed), at) for old, at in _assigned(olds, here, shifts))
    return found


def _between(anchors: list[tuple[int, int, str]], passages: list[Passage]) -> dict[tuple[int, str], list[int]]:
    """Return the old positions of repeated words by the number of anchors before them, and by the words."""
    starts = [start for start, _, _ in anchors]
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for start, printed in passages:
        groups[bisect_right(starts, start), printed].append(start)
    return groups


def _assigned(olds: list[int], here: list[int], shifts: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the old and the new position of repeated words: as far as those around them, or else in order."""
    possible = {*here}
    for old, in_order in zip_longest(olds, here if len(here) == len(olds) else ()):
        near = possible.intersection(old + shift for shift in shifts)
        if len(near) == 1:
            yield old, near.pop()
        elif in_order is not None:
            yield old, in_order


def _places(text: str, printed: str) -> list[int]:
    found: list[int] = []
    at = text.find(printed)
    while at >= 0:
        if not cuts_a_number(text, at, at + len(printed)):
            found.append(at)
        at = text.find(printed, at + 1)
    return found


def _rising(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the longest part of some passages, in their old order, that is in the same order in the new text."""
    ends: list[int] = []
    chosen: list[int] = []
    before: list[int] = []
    for number, (_, at, _) in enumerate(found):
        length = bisect_left(ends, at)
        before.append(chosen[length - 1] if length else -1)
        if length == len(ends):
            ends.append(at)
            chosen.append(number)
        else:
            ends[length], chosen[length] = at, number
    kept: list[tuple[int, int, str]] = []
    number = chosen[-1] if chosen else -1
    while number >= 0:
        kept.append(found[number])
        number = before[number]
    return kept[::-1]


@final
class _Shifts:
    """How far the text has moved at each position, by the nearest citation."""

    def __init__(self, passages: list[Passage], positions: dict[Passage, int]) -> None:
        found = [passage for passage in passages if passage in positions]
        self._starts = [start for start, _ in found]
        self._shifts = [positions[passage] - passage[0] for passage in found]

    def of(self, position: int) -> int:
        """Return the new position of an old one."""
        if not self._starts:
            return position
        number = bisect_left(self._starts, position)
        near = [at for at in (number - 1, number) if 0 <= at < len(self._starts)]
        nearest = min(near, key=lambda at: abs(self._starts[at] - position))
        return max(position + self._shifts[nearest], 0)


def move_in_python(source: str, moved: MovedReview, old: Review) -> str | None:
    """Return the source of a dataset with new positions, or ``None`` if it does not contain all of the old ones.

    A position is a number directly before the cited words in a call, as in ``cite(5007, "40,40%")``. Positions of
    findings are two numbers in a row.

    Raises:
        ParseError: if the source is not Python.
        FieldTypeError: if an argument is of the wrong type.
    """
    require(source, str, where="move_in_python, source")
    require(moved, MovedReview, where="move_in_python, moved")
    require(old, Review, where="move_in_python, old")
    new = _new_constants(moved, old)
    changes: dict[tuple[int, int], tuple[int, str]] = {}
    found: set[object] = set()
    for constants in _constants(_parsed(source)):
        key = constants[0].value if len(constants) == 1 else tuple(constant.value for constant in constants)
        if key in new:
            found.add(key)
            for constant, words in zip(constants, new[key], strict=False):
                changes[constant.lineno, constant.col_offset] = (constant.end_col_offset or 0, words)
    return _replaced(source, changes) if found == new.keys() else None


def _parsed(source: str) -> ast.AST:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError):  # ValueError: a null character
        raise ParseError(
            "the source is not Python", where="move_in_python, source", got=source, expected="the text of a dataset"
        ) from None


def _new_constants(moved: MovedReview, old: Review) -> dict[object, tuple[str, ...]]:
    """Return what replaces the constants of a dataset: position and words, start and end, and checksum."""
    new: dict[object, tuple[str, ...]] = {(start, printed): (str(at),) for start, at, printed in moved.moved}
    for one, two in zip(old.findings, moved.review.findings, strict=True):
        if (one.start, one.end) != (two.start, two.end):
            new[one.start, one.end] = (str(two.start), str(two.end))
    for before, after in zip(old.documents, moved.review.documents, strict=True):
        if before.sha256 != after.sha256:
            new[before.sha256] = (f'"{after.sha256}"',)
    return new


def _constants(tree: ast.AST) -> Iterator[tuple[ast.Constant, ...]]:
    """Yield every constant, and every two that follow each other as the arguments of a call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            yield (node,)
        elif isinstance(node, ast.Call):
            for one, two in pairwise(node.args):
                if isinstance(one, ast.Constant) and isinstance(two, ast.Constant):
                    yield one, two


def _replaced(source: str, changes: dict[tuple[int, int], tuple[int, str]]) -> str:
    """Replace constants: line and first column, last column, and the new words."""
    lines = source.encode().splitlines(keepends=True)  # the columns of ast are bytes
    for (line, first), (last, words) in sorted(changes.items(), reverse=True):
        before = lines[line - 1]
        lines[line - 1] = before[:first] + words.encode() + before[last:]
    return b"".join(lines).decode()
