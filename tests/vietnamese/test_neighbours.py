"""What is around a sentence and does not concern it changes nothing; and every field of what is read, as recorded."""

from __future__ import annotations

import json as plain_json
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from attrs import evolve, fields

from aseansc import Period
from aseansc.citations import sha256_of
from aseansc.interchange import json
from aseansc.vietnamese import FigureKind, PrintedFigure, draft, find
from tests._recorded import require_recorded
from tests.vietnamese.test_golden import ROWS
from tests.vietnamese.test_sentences import SENTENCES
from tests.vietnamese.test_times import PLANS, TIMES

FAR = ("value", "magnitude", "number", "unit", "doubt", "note")
"""Fields that other paragraphs may change: by goals that go on, how they separate thousands, and their currency."""


@cache
def readings() -> dict[str, tuple[PrintedFigure, ...]]:
    """Return the figures of each sentence that another test reads."""
    texts = (*(text for text, _ in ROWS), *SENTENCES, *(text for text, _ in (*TIMES, *PLANS)))
    return {text: tuple(find(text)) for text in texts}


def moved(figure: PrintedFigure, by: int) -> PrintedFigure:
    spans = (evolve(span, start=span.start + by, end=span.end + by) for span in figure.governed_by)
    return evolve(figure, start=figure.start + by, end=figure.end + by, governed_by=tuple(spans))


def test_a_sentence_among_other_paragraphs_is_read_as_it_is_alone() -> None:
    texts, alone, at = list(readings())[::2], [], 0
    for text in texts:
        alone += [moved(figure, at) for figure in readings()[text]]
        at += len(text) + 2
    together = find("\n\n".join(texts))
    names = [field.name for field in fields(PrintedFigure) if field.name not in FAR]
    for one, other in zip(alone, together, strict=True):
        assert [(name, getattr(one, name)) for name in names] == [(name, getattr(other, name)) for name in names]


def cut() -> Iterator[tuple[str, str]]:
    """Yield the beginnings and the ends of sentences that have a figure, with other words at the cut each time."""
    seen: set[tuple[str, ...]] = set()
    for text in readings():
        words = text.split(" ")
        for at in range(1, len(words)):
            for side, near, part in (
                ("after", words[at : at + 2], words[at : at + _LONG]),
                ("before", words[at - 2 : at], words[max(at - _LONG, 0) : at]),
            ):
                key = (side, *(word.casefold() for word in near))
                if key not in seen and any(
                    map(str.isdecimal, "".join(part[: _LONG // 3] if side == "after" else part[-_LONG // 3 :]))
                ):
                    seen.add(key)
                    yield side, " ".join(part)


_LONG: Final = 9
"""Words of a part of a sentence."""


def test_part_of_a_sentence_is_read_alike_at_the_end_of_a_text_and_at_its_beginning() -> None:
    """Another paragraph before the first word, or after the last one, changes nothing."""
    before, after = "Xin chào.\n\n", "\n\nXin chào."
    for side, text in list(cut())[::24]:
        alone = find(text)
        if side == "after":
            assert find(before + text) == tuple(moved(figure, len(before)) for figure in alone), text
        else:
            assert find(text + after) == tuple(alone), text


def test_everything_that_is_read_is_as_recorded() -> None:
    lines = []
    for text, figures in readings().items():
        lines += [text, *(f"  {figure.start} {figure.printed}: {'; '.join(stated(figure))}" for figure in figures)]
    require_recorded("read-sentences.txt", lines)


def stated(figure: PrintedFigure) -> Iterator[str]:
    """Yield the fields that have another value than usual; positions and the unit of a value are in the others."""
    without = ("start", "end", "printed", "number", "magnitude", "" if figure.value is None else "unit")
    for field in fields(PrintedFigure):
        value: Any = getattr(figure, field.name)
        if field.name == "governed_by":
            value = ", ".join(f"{span.start} {span.printed}" for span in value)
        elif isinstance(value, tuple):
            value = ", ".join(map(str, value))
        if field.name not in without and value not in (field.default, "", FigureKind.LEVEL):
            yield f"{field.name} {value}"


def test_drafts_are_as_recorded() -> None:
    """A draft of each sentence, without what its reading has already."""
    without = ("context", "origin", "partial", "place", "citation", "value")
    lines = []
    for text in readings():
        if sha256_of(text)[0] not in "048c":  # a quarter; the same sentences when others are added
            continue
        lines.append(text)
        found = plain_json.loads(json.dumps(draft(text, id="r", place="VN-01", period=Period.year(2018))))
        for name in ("sections", "instruments", "indicators", "observations", "targets", "claims", "mentions"):
            for record in found.get(name, ()):
                shown = {key: part for key, part in record.items() if key not in without}
                lines.append(f"  {name} {plain_json.dumps(shown, ensure_ascii=False)}")
    require_recorded("drafts.txt", lines)
