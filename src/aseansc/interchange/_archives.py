"""Write zip archives, and read untrusted ones: check them before unpacking, and unpack only up to a limit."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from typing import Final

from aseansc.errors import DocumentError
from aseansc.interchange._recognize import advice, advice_on_bytes
from aseansc.limits import EACH_FILE, require_items, require_size

_CHUNK: Final = 2**16
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_CLUTTER: Final = frozenset({".ds_store", ".directory", "desktop.ini", "ehthumbs.db", "thumbs.db"})
_START: Final = b"PK\x03\x04"
_END: Final = b"PK\x05\x06"
_BEGINNING: Final = 4_096
"""Bytes by which a file of another kind is recognized."""
_LONGEST_NAME: Final = 200
"""Bytes of a name and the rest of its entry; a longer one counts as several files."""

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return an archive of some files; equal files give equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16  # the values that Linux writes, on every system
            archive.writestr(info, content)
    return made.getvalue()


def is_clutter(name: str) -> bool:
    """Return whether a name is that of a file that operating systems add to folders, such as ``.DS_Store``."""
    *folders, file = name.split("/")
    return file.lower() in _CLUTTER or file.startswith("._") or "__MACOSX" in (*folders, file)


_AGAIN: Final = "Save or download the file again, or create it again."


class Archive:
    """An archive whose members have unique names, are stored or deflated, and unpack to at most `Limits.size` bytes.

    Raises:
        DocumentError: if the content is not such an archive.
    """

    def __init__(self, content: bytes, where: str) -> None:
        _require_few(content, where)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, struct.error) as error:
            raise DocumentError(f"not a valid zip archive: {error}", where=where, hint=_AGAIN) from None
        members = self._archive.infolist()
        self.names: tuple[str, ...] = tuple(info.filename for info in members)
        twice = sorted(name for name, count in Counter(self.names).items() if count > 1)
        if twice:
            raise DocumentError(
                "the archive contains a file name twice",
                where=where,
                got=", ".join(twice),
                expected="each name once",
                hint=_AGAIN,
            )
        for info in members:
            if info.compress_type not in _PACKINGS:
                raise DocumentError(
                    "unsupported compression method in the archive",
                    where=info.filename,
                    got=f"method {info.compress_type}",
                    expected="stored or deflated, the default of zip programs",
                    hint="Create the archive again with the default settings of a zip program.",
                )
        require_size(sum(info.file_size for info in members), where)

    def read(self, name: str) -> bytes:
        """Return the unpacked content of a member; `zipfile` stops at the size that the archive declares.

        Raises:
            DocumentError: if it is damaged, encrypted or too large.
        """
        try:
            with self._archive.open(name) as member:  # in chunks: all at once, it unpacks what is not declared, too
                return b"".join(iter(lambda: member.read(_CHUNK), b""))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, struct.error) as error:
            # RuntimeError: encrypted, or (its subclass NotImplementedError) of a version that zipfile does not know
            raise DocumentError(f"a file in the archive cannot be read: {error}", where=name, hint=_AGAIN) from None


def _require_few(content: bytes, where: str) -> None:
    """Raise an error for an archive with too many members, before they are listed."""
    end = content.rfind(_END, max(0, len(content) - 66_000))
    if end < 0 or len(content) < end + 22:
        is_cut = content.startswith(_START)
        other = "" if is_cut else advice_on_bytes(content) or advice(content[:_BEGINNING].decode("latin-1"), "")
        hint = other or _AGAIN
        raise DocumentError("not a zip archive, or a truncated one", where=where, got=content[:8], hint=hint)
    (count,) = struct.unpack_from("<H", content, end + 10)
    (size,) = struct.unpack_from("<L", content, end + 12)
    require_items(max(count, size // _LONGEST_NAME), "files", where, each=EACH_FILE)
