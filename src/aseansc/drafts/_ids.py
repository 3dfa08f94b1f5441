"""Make unique ids for records that have none."""

from __future__ import annotations


class Numbered:
    """Makes ids unique by appending ``.2``, ``.3``, … to repeats."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def once(self, base: str) -> str:
        """Return an id that was not returned before: `base`, or `base` with the next free number."""
        last, made = self._last, base
        number = last.get(base, 0)
        if number:
            while made in last:
                number += 1
                made = f"{base}.{number}"
            last[base] = number
        last[made] = 1
        return made
