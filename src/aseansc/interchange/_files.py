"""Paths and files: read whole, written whole or not at all."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any, TypeAlias

from aseansc.errors import DocumentError, FieldError, FieldTypeError

Source: TypeAlias = str | os.PathLike[str] | IO[str] | IO[bytes]
"""A path, or a file that is open."""


def read_bytes(source: Source, where: str) -> bytes:
    """All that a path or an open file holds.

    Raises:
        OSError: what the system says of a path.
        FieldTypeError: for anything else.
    """
    if isinstance(source, str | os.PathLike):
        return _path(source, where).read_bytes()
    if not hasattr(source, "read"):
        raise FieldTypeError("neither a path nor a file", where=where, got=source, expected="a path, or an open file")
    content: Any = source.read()
    if isinstance(content, str):
        return content.encode("utf-8", "surrogatepass")
    if not isinstance(content, bytes | bytearray):
        raise FieldTypeError("the file gives neither text nor bytes", where=where, got=content, expected="str or bytes")
    return bytes(content)


def write_bytes(content: bytes, target: Source, where: str) -> None:
    """Write a path whole or not at all: an existing file survives whatever goes wrong. An open file is written to.

    Raises:
        OSError: what the system says of a path.
        FieldTypeError: for anything else.
    """
    if isinstance(target, str | os.PathLike):
        _replace(_path(target, where), content)
    elif hasattr(target, "write"):
        file: IO[Any] = target
        as_text = isinstance(target, io.TextIOBase) or hasattr(target, "encoding")  # a wrapper, as tempfile has them
        try:
            file.write(content.decode("utf-8") if as_text else content)
        except UnicodeEncodeError as error:
            raise FieldError(
                "the file has an encoding that lacks a character",
                where=where,
                got=error.object[error.start : error.end],
                expected="a file that is open for UTF-8",
                way_out='Open it with encoding="utf-8".',
            ) from None
    else:
        raise FieldTypeError("neither a path nor a file", where=where, got=target, expected="a path, or an open file")


def _path(path: str | os.PathLike[str], where: str) -> Path:
    """The path.

    Raises:
        FieldError: for one that no system has.
    """
    if "\0" in os.fspath(path):
        raise FieldError("a path has no NUL character", where=where, got=path, expected="a path")
    return Path(path)


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then put the new one in its place; a link stays, and what it leads to is replaced."""
    if path.is_symlink():
        path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a pipe or a device; of a folder, the system says what it thinks
        return
    beside = NamedTemporaryFile(dir=path.parent, prefix=".aseansc-", delete=False)  # noqa: SIM115
    try:
        with beside:
            beside.write(content)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        os.chmod(beside.name, mode)
        os.replace(beside.name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside.name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def decoded(content: str | bytes, where: str) -> str:
    """The text of a document.

    Raises:
        DocumentError: for bytes that are no UTF-8, or begin with a byte-order mark.
    """
    if isinstance(content, bytes):
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DocumentError(
                "the document is not in UTF-8",
                where=f"{where}, byte {error.start}",
                got=content[error.start : error.end],
                expected="UTF-8 without a byte-order mark",
            ) from None
    elif isinstance(content, str):
        text = content
    else:
        raise FieldTypeError("not a document", where=where, got=content, expected="a text, or its bytes in UTF-8")
    if text.startswith("\ufeff"):
        raise DocumentError(
            "the document begins with a byte-order mark",
            where=where,
            expected="UTF-8 without one",
            way_out="Save it as UTF-8 without BOM; in Python: content.removeprefix('\\ufeff').",
        )
    return text
