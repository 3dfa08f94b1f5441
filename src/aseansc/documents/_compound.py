"""The streams of a compound file, the container of .doc and .xls files. Every chain of sectors has an end."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from struct import unpack_from
from typing import Final, final

_NO_SECTOR: Final = 0xFFFFFFFA
"""Sector numbers from here on are marks, such as that of the end of a chain."""

_HEADER_SECTORS: Final = 109
_ENTRY: Final = 128
_STREAM: Final = 2


@final
class Compound:
    """The named streams at the root of a compound file; those of embedded objects are left out.

    Args:
        content: the file.

    Raises:
        struct.error, IndexError, ValueError: if it is damaged.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._shift, self._small_shift = unpack_from("<HH", content, 30)
        if not 7 <= self._shift <= 16 or not 4 <= self._small_shift <= self._shift:
            raise ValueError("sectors of this size do not exist")
        first, self._cutoff, small, _, more = unpack_from("<I4xIIII", content, 48)
        self._next = _numbers(map(self._sector, self._tables(more)))
        directory = self._chain(first)
        self._entries = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
        start, size = unpack_from("<II", self._entries[0], 116)
        self._small = self._chain(start)[:size]
        self._next_small = _numbers([self._chain(small)])
        self.names = {_name(entry).casefold(): entry for entry in self._at_root()}

    def stream(self, name: str) -> bytes:
        """Return the content of a stream; empty if the file does not have it."""
        entry = self.names.get(name.casefold())
        if entry is None or entry[66] != _STREAM:
            return b""
        start, size = unpack_from("<II", entry, 116)
        if size >= self._cutoff:
            found = self._chain(start)[:size]
        else:
            step = self._small_shift
            parts = (self._small[at << step : (at + 1) << step] for at in _chain(self._next_small, start))
            found = b"".join(parts)[:size]
        if len(found) < size:
            raise ValueError("the end of the file is missing")
        return found

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) << self._shift : (number + 2) << self._shift]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(self._next, start)))

    def _tables(self, more: int) -> list[int]:
        """Return the numbers of the sectors with the chains of all others; no more than the file needs."""
        found = list(unpack_from(f"<{_HEADER_SECTORS}I", self._content, 76))
        each = (1 << self._shift) // 4
        most = len(self._content) // (1 << self._shift) // each + 1
        while len(found) < most and more < _NO_SECTOR:
            *numbers, more = unpack_from(f"<{each}I", self._sector(more))
            found += numbers
        return [number for number in found if number < _NO_SECTOR][:most]

    def _at_root(self) -> Iterator[bytes]:
        """Yield the entries of the root folder, which are a tree."""
        (child,) = unpack_from("<I", self._entries[0], 76)
        waiting, seen = [child], {0}
        while waiting:
            number = waiting.pop()
            if number < len(self._entries) and number not in seen:
                seen.add(number)
                yield self._entries[number]
                waiting += unpack_from("<II", self._entries[number], 68)


def _numbers(parts: Iterator[bytes] | list[bytes]) -> array[int]:
    found = array("I")
    content = b"".join(parts)
    found.extend(unpack_from(f"<{len(content) // 4}I", content))
    return found


def _chain(following: array[int], start: int) -> Iterator[int]:
    """Yield the numbers of a chain of sectors.

    Raises:
        ValueError: if it has no end.
    """
    for _ in range(len(following) + 1):
        if start >= len(following):
            return
        yield start
        start = following[start]
    raise ValueError("a chain of sectors has no end")


def _name(entry: bytes) -> str:
    (size,) = unpack_from("<H", entry, 64)
    return entry[: max(0, min(size, 64) - 2)].decode("utf-16-le", "replace")
