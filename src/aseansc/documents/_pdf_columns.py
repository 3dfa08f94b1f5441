"""Find lines that are printed in two columns, and read the left column before the right one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, TypeAlias

Line: TypeAlias = dict[str, Any]
Gap: TypeAlias = tuple[float, float]

_NARROWEST: Final = 9.0
"""Points between two columns."""
_FEWEST_LINES: Final = 3
_FEWEST_WORDS: Final = 2.5
"""Words of a line of a column, on average; columns with fewer are those of a table without rules."""


def in_columns(lines: list[Line]) -> list[list[Line]]:
    """Return lines in reading order, as blocks; a block is one column, or what is between columns."""
    blocks: list[list[Line]] = []
    plain: list[Line] = []
    at = 0
    while at < len(lines):
        end, gap = _columns_from(lines, at)
        if gap is None:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            blocks.append(plain)
            plain = []
        middle = (gap[0] + gap[1]) / 2
        halves = [_split(line, middle) for line in lines[at:end]]
        blocks += [[left for left, _ in halves if left], [right for _, right in halves if right]]
        at = end
    return [*blocks, plain] if plain else blocks


def _columns_from(lines: list[Line], start: int) -> tuple[int, Gap | None]:
    """Return the end of the lines that are in two columns from a line on, and the gap between these."""
    free = list(_inner_gaps(lines[start]))
    if not free:
        return start, None
    end = start + 1
    while end < len(lines):
        both = [gap for one in free for gap in _free(one, lines[end])]
        if not both:
            break
        free, end = both, end + 1
    for gap in sorted(free, key=lambda gap: gap[0] - gap[1]):
        if _are_columns(lines[start:end], (gap[0] + gap[1]) / 2):
            return end, gap
    return start, None


def _inner_gaps(line: Line) -> Iterator[Gap]:
    """Yield the wide gaps between the words of a line."""
    words = line["words"]
    for before, after in pairwise(words):
        if after[0] - before[1] >= max(_NARROWEST, 0.9 * line["size"]):
            yield before[1], after[0]


def _free(gap: Gap, line: Line) -> Iterator[Gap]:
    """Yield the parts of a gap that a line leaves free; the gap is wide enough."""
    left, right = gap
    for start, end, _ in line["words"]:
        if start - left >= _NARROWEST:
            yield left, min(start, right)
        left = max(left, end)
        if right - left < _NARROWEST:
            return
    yield left, right


def _are_columns(lines: list[Line], middle: float) -> bool:
    """Return whether both sides have running text on several lines."""
    counts = [[sum(word[0] < middle for word in line["words"]) for line in lines]]
    counts.append([len(line["words"]) - left for line, left in zip(lines, counts[0], strict=True)])
    filled = [[count for count in side if count] for side in counts]
    return all(len(side) >= _FEWEST_LINES and sum(side) / len(side) >= _FEWEST_WORDS for side in filled)


def _split(line: Line, middle: float) -> tuple[Line | None, Line | None]:
    """Return the parts of a line on both sides of a position."""
    words = line["words"]
    at = sum(word[0] < middle for word in words)
    if at in (0, len(words)):
        return (line, None) if at else (None, line)
    cut = int(words[at][2])
    right = [[start, end, number - cut] for start, end, number in words[at:]]
    return (
        {**line, "x1": words[at - 1][1], "words": words[:at], "runs": line["runs"][: cut - 1]},
        {**line, "x0": words[at][0], "words": right, "runs": line["runs"][cut:]},
    )
