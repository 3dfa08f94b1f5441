"""Match the figures of two drafts of one report by their printed words and the words around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from difflib import SequenceMatcher
from typing import Any, Final, TypeAlias, cast

from aseansc.citations import Citation
from aseansc.drafts._partials import PartialRecord, fields_of

Row: TypeAlias = tuple[str, Any]
"""A record of a figure or mention, and the name of its table."""
Sides: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""The words before and after a figure in its sentence."""
Pairs: TypeAlias = list[tuple[Row, Row]]

_MARK: Final = re.compile("[【】]")
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"\d[\d.,]*")
_MOST_ALIGNED: Final = 20_000
_MOST_COMPARED: Final = 4
"""Sentences before and after the one at the same rank to which an edited sentence is compared."""
_EDITED: Final = 0.6
"""Least part of the words around a figure that an edited sentence shares."""
_EDITED_SIDE: Final = 0.5
"""Least part on each side of the figure: the words beside it state its meaning."""
_RUN: Final = 3
"""Different printed words in a row by which figures without a sentence, such as cells, are recognised; and least words
around a corrected number that is at another place of the file."""


def value_of(record: Any, name: str) -> object:
    """Return a field of a complete or partial record, or ``None`` if it is not given."""
    if isinstance(record, PartialRecord):
        return cast("Mapping[str, object]", record).get(name)
    return getattr(record, name, None)


def start_of(record: Any) -> int:
    """Return where a record is printed; -1 if it has no citation."""
    citation = value_of(record, "citation")
    return citation.start if isinstance(citation, Citation) else -1


def printed_of(record: Any) -> str:
    """Return the printed words of a record with single blanks, or an empty string if it has no citation."""
    citation = value_of(record, "citation")
    return " ".join(citation.printed.split()) if isinstance(citation, Citation) else ""


def match_figures(old: list[Row], new: list[Row], *, same_text: bool) -> Pairs:
    """Return the pairs of an old and a new record that are the same figure of the report.

    Printed words alone do not make a pair. If the texts are equal, the position decides; otherwise the sentence, which
    may be edited a little. A record without a sentence (a date, the cell of a table) is matched if the number before
    or after it is, if it is in a run of equal numbers, or if its other fields are equal too.
    """
    found = _Matching(old, new)
    if same_text:
        found.match_equal(range(len(found.old)), range(len(found.new)), _at)
    else:
        found.match_sentences()
        found.match_edited()
        found.match_beside()
        found.match_runs()
        found.match_identical()
    return [(found.old[one], found.new[other]) for one, other in found.partners.items()]


def corrected_figures(old: list[Row], new: list[Row]) -> Pairs:
    """Return the pairs of an old and a new record that only differ in their number: the words around it are the same.

    Those at the same place of the file come first. Records that may be several others have no partner.
    """
    pairs: Pairs = []
    for of_place in (True, False):
        paired = {id(record) for pair in pairs for _, record in pair}
        sides = [_by_words([row for row in rows if id(row[1]) not in paired], of_place=of_place) for rows in (old, new)]
        pairs += [(sides[0][key], sides[1][key]) for key in sides[0] if key in sides[1]]
    return pairs


def _by_words(rows: list[Row], *, of_place: bool) -> Mapping[Hashable, Row]:
    """Return records by table, words around the number and place in the file; those that are alone in having these."""
    found: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        citation = value_of(row[1], "citation")
        if not isinstance(citation, Citation) or not _sentence(row):
            continue
        around, noun = _around(row), _WORD.findall(_NUMBER.sub("", citation.printed.casefold()))
        is_known = isinstance(citation.locator, str) if of_place else sum(map(len, around)) >= _RUN
        if is_known:
            found[row[0], citation.locator if of_place else "", around, tuple(noun)].append(row)
    return {key: same[0] for key, same in found.items() if len(same) == 1}


class _Matching:
    def __init__(self, old: list[Row], new: list[Row]) -> None:
        self.old = sorted((row for row in old if printed_of(row[1])), key=_at)
        self.new = sorted((row for row in new if printed_of(row[1])), key=_at)
        self.words = [printed_of(row[1]) for row in self.old], [printed_of(row[1]) for row in self.new]
        self.partners: dict[int, int] = {}
        self.taken: set[int] = set()

    def _pair(self, one: int, other: int) -> None:
        if one not in self.partners and other not in self.taken:
            self.partners[one] = other
            self.taken.add(other)

    def _left(self, *, with_sentence: bool) -> tuple[list[int], list[int]]:
        """Return the indices of the records with or without a sentence that have no partner yet."""
        old = [
            at for at, row in enumerate(self.old) if at not in self.partners and bool(_sentence(row)) is with_sentence
        ]
        new = [at for at, row in enumerate(self.new) if at not in self.taken and bool(_sentence(row)) is with_sentence]
        return old, new

    def match_equal(self, old: range | list[int], new: range | list[int], key: Callable[[Row], Hashable]) -> None:
        """Match records with the same key, in order; those of one table first."""
        keys = {one: key(self.old[one]) for one in old}, {other: key(self.new[other]) for other in new}
        for in_table in (True, False):
            known: dict[Hashable, list[int]] = defaultdict(list)
            for other in reversed(new):
                if other not in self.taken:
                    known[in_table and self.new[other][0], keys[1][other]].append(other)
            for one in old:
                same = known[in_table and self.old[one][0], keys[0][one]]
                if one not in self.partners and same:
                    self._pair(one, same.pop())

    def match_sentences(self) -> None:
        """Match records with the same printed words and sentence: in the order of the text, then those that moved."""
        old, new = self._left(with_sentence=True)
        for first, second, size in _aligned([_said(self.old[at]) for at in old], [_said(self.new[at]) for at in new]):
            for step in range(size):
                self._pair(old[first + step], new[second + step])
        self.match_equal(*self._left(with_sentence=True), _said)

    def match_edited(self) -> None:
        """Match records with the same printed words and most of the words around; the most similar first."""
        old, new = self._left(with_sentence=True)
        known: dict[str, list[int]] = defaultdict(list)
        around = {other: _around(self.new[other]) for other in new}
        for other in new:
            known[self.words[1][other]].append(other)
        ranks: dict[str, int] = defaultdict(int)
        found: list[tuple[float, int, int]] = []
        for one in old:
            words = self.words[0][one]
            rank = ranks[words]
            ranks[words] += 1
            near = known[words][max(rank - _MOST_COMPARED, 0) : rank + _MOST_COMPARED + 1]
            words_of_old = _around(self.old[one])
            found += [(-_likeness(words_of_old, around[other]), one, other) for other in near]
        for unlikeness, one, other in sorted(found):
            if unlikeness:
                self._pair(one, other)

    def match_beside(self) -> None:
        """Match records without a sentence beside a matching pair."""
        ranks = range(len(self.old))
        for order, step in ((ranks, 1), (reversed(ranks), -1)):
            for one in order:
                other = self.partners.get(one - step, len(self.new) + 1) + step
                if 0 <= other < len(self.new) and self._may_match(one, other):
                    self._pair(one, other)

    def match_runs(self) -> None:
        """Match records without a sentence in a run of several different numbers."""
        for first, second, size in _aligned(*self.words):
            if len(set(self.words[0][first : first + size])) >= _RUN:
                for step in range(size):
                    if self._may_match(first + step, second + step):
                        self._pair(first + step, second + step)

    def match_identical(self) -> None:
        """Match records without a sentence, such as unchanged dates, that differ only in their position."""
        self.match_equal(*self._left(with_sentence=False), _content)

    def _may_match(self, one: int, other: int) -> bool:
        has_sentences = _sentence(self.old[one]) and _sentence(self.new[other])
        return not has_sentences and self.words[0][one] == self.words[1][other]


def _aligned(one: list[Any], other: list[Any]) -> list[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, one, other, autojunk=len(one) > _MOST_ALIGNED)
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks()]


def _at(row: Row) -> tuple[int, str]:
    return start_of(row[1]), printed_of(row[1])


def _sentence(row: Row) -> str:
    """Return the sentence of a figure without its mark, or an empty string if it is not known."""
    context = row[1].context if isinstance(row[1], PartialRecord) else ""
    return " ".join(_MARK.sub("", context).split())


def _said(row: Row) -> Hashable:
    return printed_of(row[1]), _sentence(row)


def _content(row: Row) -> Hashable:
    """Return the printed words and the content of a record apart from its citation."""
    record = row[1]
    part = isinstance(record, PartialRecord)
    of: Any = record.record_type if part else record.__class__
    names = (name for name in fields_of(of) if name != "citation")
    fields = [(name, value_of(record, name)) for name in names if not part or name in record]
    return printed_of(record), part, of, tuple(fields)


def _likeness(old: Sides, new: Sides) -> float:
    """Return the part of the words around two figures that are the same, or 0 if these are different sentences."""
    shared = [_shared(*sides) for sides in zip(old, new, strict=True)]
    sizes = [len(one) + len(other) for one, other in zip(old, new, strict=True)]
    total = sum(sizes)
    likeness = sum(part * size for part, size in zip(shared, sizes, strict=True)) / total if total else 1.0
    return likeness if likeness >= _EDITED and min(shared) >= _EDITED_SIDE else 0.0


def _around(row: Row) -> Sides:
    """Return the words before and after a figure in its sentence."""
    before, _, rest = row[1].context.partition("【")
    return tuple(_WORD.findall(before.casefold())), tuple(_WORD.findall(rest.partition("】")[2].casefold()))


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()
