"""Sentences of reports, with every figure as one short line: value, status, time and what is in doubt."""

from __future__ import annotations

from pathlib import Path

from aseansc import vietnamese


def _read_sentences() -> dict[str, list[str]]:
    """Return the sentences of the file beside this one, each with a line for each of its figures."""
    found: dict[str, list[str]] = {}
    for text in Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines():
        if text.startswith("    "):
            found[next(reversed(found))].append(text.removeprefix("    "))
        elif not text.startswith("# "):
            found[text.replace("⏎", "\n")] = []
    return found


SENTENCES = _read_sentences()


def line(figure: vietnamese.PrintedFigure) -> str:
    """Return a figure as one line, without the resolution of its value."""
    value = str(figure.magnitude if figure.value is None else figure.value).partition(" to ")[0]
    parts = [value, *(status.value for status in figure.statuses)]
    parts += [str(one) for one in (figure.time, figure.collection and figure.collection.value) if one is not None]
    doubt = "" if figure.doubt is None else f"? {figure.doubt.value}"
    if figure.value is None:
        return " | ".join([f"{parts[0]} {doubt}", *parts[1:]])
    return " | ".join([*parts, doubt] if doubt else parts)


def test_each_figure_of_a_sentence_is_read_as_it_is_meant() -> None:
    read = {
        text: [line(one) for one in vietnamese.find(text) if one.kind is not vietnamese.FigureKind.DATE]
        for text in SENTENCES
    }
    assert read == SENTENCES


def test_a_misprint_of_a_goal_is_named_in_the_note() -> None:
    (found,) = vietnamese.find("Phấn đầu thu nhập đạt 45 triệu đồng.")
    assert "misprint" in found.note
