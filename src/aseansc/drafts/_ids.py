"""Make unique ids for records that have none."""

from __future__ import annotations


class Numbered:
    """Makes ids unique by appending ``.2``, ``.3``, … to repeats."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def once(self, base: str) -> str:
        """Return an id that was not returned before: `base`, or `base` with the next free number."""
        last = self._last
        made = base
        while made in last:
            last[base] += 1
            made = f"{base}.{last[base]}"
        last[made] = 1
        return made
