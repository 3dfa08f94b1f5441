"""Zip archives that others may have made: looked at before anything is unpacked, and unpacked within a limit."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from aseansc.errors import DocumentError

LARGEST: Final = 64 * 2**20
"""How many bytes the members of an archive may have together, unpacked."""

_MOST_MEMBERS: Final = 2000
_END: Final = b"PK\x05\x06"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)


def packed(members: Mapping[str, bytes]) -> bytes:
    """An archive; of the same members always the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16  # what Linux writes, wherever this runs
            archive.writestr(info, content)
    return made.getvalue()


class Archive:
    """An archive that was looked at: each name stands once, and all that it says it holds is within the limit.

    Raises:
        DocumentError: for anything else.
    """

    def __init__(self, content: bytes, where: str) -> None:
        self._where = where
        _require_few(content, where)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, struct.error) as error:
            raise DocumentError(f"not a zip archive: {error}", where=where) from None
        members = self._archive.infolist()
        self.names: tuple[str, ...] = tuple(info.filename for info in members)
        twice = sorted({name for name in self.names if self.names.count(name) > 1})
        if twice:
            raise DocumentError("a member of the archive stands twice", where=where, got=", ".join(twice))
        require_small(sum(info.file_size for info in members), where)

    def read(self, name: str) -> bytes:
        """A member, unpacked.

        Raises:
            DocumentError: when it is damaged, or not what the archive says of it.
        """
        try:
            return self._archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, struct.error) as error:
            # RuntimeError: encrypted, or (its subclass NotImplementedError) packed in a way that zipfile does not know
            raise DocumentError(f"a member of the archive cannot be read: {error}", where=name) from None
        except Exception as error:  # lzma and bz2 have errors of their own
            raise DocumentError("a member of the archive is damaged", where=name, got=str(error)) from None


def require_small(size: int, where: str) -> None:
    """Refuse what would unpack to more than the limit."""
    if size > LARGEST:
        raise DocumentError(
            "too large",
            where=where,
            got=f"{size / 2**20:.0f} MB unpacked",
            expected=f"at most {LARGEST // 2**20} MB",
            way_out="Use JSON for a review of this size.",
        )


def _require_few(content: bytes, where: str) -> None:
    """Refuse an archive of very many members, before they are listed."""
    end = content.rfind(_END, max(0, len(content) - 66_000))
    if end < 0 or len(content) < end + 22:
        raise DocumentError("not a zip archive, or a truncated one", where=where, got=content[:8])
    (count,) = struct.unpack_from("<H", content, end + 10)
    (size,) = struct.unpack_from("<L", content, end + 12)
    if count > _MOST_MEMBERS or size > 200 * _MOST_MEMBERS:
        raise DocumentError(
            "an archive of too many members", where=where, got=count, expected=f"at most {_MOST_MEMBERS}"
        )
