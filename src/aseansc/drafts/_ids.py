"""Make unique ids for records that have none."""

from __future__ import annotations


class Numbered:
    """Makes ids unique by appending ``.2``, ``.3``, … to repeats."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        """The last number of each base. Ids with numbers are not stored: there may be as many as rows."""

    def once(self, base: str) -> str:
        """Return an id that was not returned before: `base`, or `base` with the next free number."""
        last = self._last
        number = last.get(base)
        if number is None:
            if not self._has_numbered(base):
                last[base] = 1
                return base
            number = 1
        number += 1
        while (made := f"{base}.{number}") in last:
            number += 1
        last[base] = number
        return made

    def _has_numbered(self, ident: str) -> bool:
        """Return whether an id, which is not a base, was made of another base and a number."""
        base, dot, number = ident.rpartition(".")
        last = self._last.get(base, 1) if dot else 1
        if last == 1 or not number.isdecimal() or len(number) > len(str(last)):
            return False
        return 1 < int(number) <= last and number == str(int(number))
