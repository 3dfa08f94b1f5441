"""Where the figures of a draft are cited: their positions and their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from aseansc.citations import Citation, column_of, split_locator
from aseansc.drafts._match_figures import start_of, value_of

FIGURES: Final = ("observations", "targets", "claims")
OF_TIME: Final = ("time", "time_basis")
"""The fields of the time of a figure, which are answered and confirmed together."""
Sentence: TypeAlias = tuple[str, str, int]
"""The document and the place of a sentence, and its number there. A number is left out where a paragraph ends."""


def sentence_of(record: Any) -> Sentence | None:
    """Return the sentence that a figure or mention cites, if its locator has the number of one."""
    citation = value_of(record, "citation")
    if not isinstance(citation, Citation) or not isinstance(citation.locator, str):
        return None
    place, number = split_locator(citation.locator)
    return None if number is None else (citation.document, place, number)


def cell_column_of(record: Any) -> tuple[str, str] | None:
    """Return the document, table and column of the cell that a figure cites, if it cites one."""
    citation = value_of(record, "citation")
    if not isinstance(citation, Citation) or not isinstance(citation.locator, str):
        return None
    column = column_of(citation.locator)
    return (citation.document, column) if column else None


def cited_figures(fields: Mapping[str, Any]) -> Iterator[tuple[str, int, str, int]]:
    """Yield the document, position, table and number of each figure; ``""`` and -1 for one without a citation."""
    for name in FIGURES:
        for number, record in enumerate(fields[name]):
            citation = value_of(record, "citation")
            yield citation.document if isinstance(citation, Citation) else "", start_of(record), name, number
