"""Pairs of sentences that differ in one word: where they are read in two ways, as recorded."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from aseansc.citations import sha256_of
from aseansc.vietnamese import PrintedFigure, _lexicon, find
from tests._recorded import require_recorded
from tests.vietnamese.test_neighbours import readings
from tests.vietnamese.test_sentences import line

_MOST_OF_LIST: Final = 60
"""The longest list of words; the words of a longer one have little in common."""
_SIGNS: Final = ".,;:()"


def others() -> dict[str, list[str]]:
    """Return the other words of the same lists, for each word of the lexicon."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for module in pkgutil.iter_modules(_lexicon.__path__):
        for words in vars(importlib.import_module(f"{_lexicon.__name__}.{module.name}")).values():
            if isinstance(words, frozenset | set) and 1 < len(words) <= _MOST_OF_LIST:
                alike = sorted(word for word in words if isinstance(word, str) and word.isalpha())
                for word in alike:
                    found[word] += [other for other in alike if other != word]
    return found


def pairs() -> Iterator[tuple[str, str, str]]:
    """Yield half of the sentences, each without one of its words, and with another word of the same list instead."""
    alike = others()
    for text in readings():
        words, number = text.split(" "), int(sha256_of(text)[:8], 16)
        if number % 2 or len(words) == 1:
            continue
        at = number // 2 % len(words)
        yield text, f"-{words[at]}", " ".join(words[:at] + words[at + 1 :])
        listed = [at for at, word in enumerate(words) if word.strip(_SIGNS).casefold() in alike]
        if listed:
            at = listed[number // 2 % len(listed)]
            old = words[at].strip(_SIGNS)
            choices = alike[old.casefold()]
            new = choices[number // 2 % len(choices)]
            changed = words[at].replace(old, new.capitalize() if old[0].isupper() else new)
            yield text, f"{old} → {new}", " ".join([*words[:at], changed, *words[at + 1 :]])


def shown(figure: PrintedFigure) -> str:
    spans = ", ".join(span.printed for span in figure.governed_by)
    parts = (figure.printed, line(figure), spans, figure.note)
    return "; ".join(part for part in parts if part)


def test_sentences_that_differ_in_one_word_are_read_as_recorded() -> None:
    lines, last = [], ""
    for text, change, changed in pairs():
        known = [shown(figure) for figure in readings()[text]]
        figures = [figure for figure in map(shown, find(changed)) if figure not in known]
        if figures:
            lines += [text] if text != last else []
            lines += [f"  {change}: {' / '.join(figures)}"]
            last = text
    require_recorded("pairs.txt", lines)
