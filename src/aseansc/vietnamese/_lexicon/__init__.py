"""Every word of the language, by the part of the grammar that reads it; the grammar itself contains none."""

from __future__ import annotations


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text as a set; a readable notation for tables of words."""
    return frozenset(text.split())
