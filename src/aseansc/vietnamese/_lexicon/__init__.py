"""The words of the language, by the part of the grammar that reads them.

Four modules still have words of their own (units, printing, the questions of drafts, letters); a test lists them.
"""

from __future__ import annotations


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text as a set; a readable notation for tables of words."""
    return frozenset(text.split())
