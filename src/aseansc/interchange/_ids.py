"""Ids that are made for what has none, each once."""

from __future__ import annotations


class Numbered:
    """Tells ids apart that would be the same: the second has ``.2`` behind it."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def once(self, base: str) -> str:
        """The id, with the next number where it is taken; the last one is remembered, for there may be very many."""
        made = base
        while made in self._last:
            self._last[base] += 1
            made = f"{base}.{self._last[base]}"
        self._last[made] = 1
        return made
