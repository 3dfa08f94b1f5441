"""Read paths and open files up to a size limit; write them whole or not at all."""

from __future__ import annotations

import io
import os
import re
from typing import IO, Any, Final, TypeAlias, TypeVar

from aseansc._paths import as_path, read_path
from aseansc.drafts import Draft
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, require
from aseansc.interchange._atomic import replace_file
from aseansc.interchange._recognize import advice_on_bytes
from aseansc.limits import require_size
from aseansc.reviews import Review

Source: TypeAlias = str | os.PathLike[str] | IO[str] | IO[bytes]
"""A path or an open file."""
_Error = TypeVar("_Error", bound=AseanscError)

_CHUNK: Final = 2**20
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
"""What an Office file with a password contains; without one, it is not an OLE file."""


def require_review(review: object, function: str) -> None:
    """Refuse anything but a review; a draft with what to do with it."""
    hint = "Write a draft as JSON or as a workbook, or finish it first." if isinstance(review, Draft) else ""
    require(review, Review, where=f"{function}, review", hint=hint)


def read_bytes(source: Source, where: str) -> bytes:
    """Return the content of a path or an open file.

    Raises:
        OSError: if the system cannot read the path.
        DocumentError: if the content is larger than the limit or encrypted, or the path is a pipe that no program
            writes to.
        FieldTypeError: if `source` is neither a path nor a file.
    """
    content = read_path(as_path(source, where)) if isinstance(source, str | os.PathLike) else _read(source, where)
    if content.startswith(_OLE) and _ENCRYPTED in content:
        hint = "Open it with its password and save it without one."
        raise DocumentError("the file is encrypted", where=where, hint=hint)
    return content


def _read(source: IO[str] | IO[bytes], where: str) -> bytes:
    if not hasattr(source, "read"):
        raise FieldTypeError("neither a path nor a file", where=where, got=source, expected="a path or an open file")
    chunks: list[bytes] = []
    size = 0
    while True:
        chunk: Any = source.read(_CHUNK)
        if isinstance(chunk, str):
            chunk = chunk.encode("utf-8", "surrogatepass")
        if not isinstance(chunk, bytes | bytearray):
            raise FieldTypeError(
                "read() of the file returns neither str nor bytes", where=where, got=chunk, expected="str or bytes"
            )
        if not chunk:
            return b"".join(chunks)
        chunks.append(bytes(chunk))
        size += len(chunk)
        require_size(size, where, is_whole=False)


def unreadable(path: str, error: OSError, where: str = "file") -> FieldError:
    """Return the error for a file that the system cannot read."""
    return FieldError(
        "the file cannot be read",
        where=where,
        got=path,
        expected="an existing file",
        hint=f"The system says: {error.strerror or error}.",
    )


def in_file(error: _Error, name: str) -> _Error:
    """Return an error with the name of its file before the location, unless the error already names the file."""
    notes: list[str] = list(getattr(error, "__notes__", ()))
    if error.got == name or any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for words in (error.where, *notes)
    ):
        return error
    named = error.at(f"{name}: {error.where}" if error.where else name)
    named.__notes__ = notes
    return named


def write_bytes(content: bytes, target: Source, where: str) -> None:
    """Write to a path, whole or not at all, or to an open file.

    Raises:
        OSError: if the system cannot write the path; an existing file is then unchanged.
        LimitError: if the content is larger than the limit for reading.
        FieldError: if the encoding of the open file lacks a character.
        FieldTypeError: if `target` is neither a path nor a file.
    """
    require_size(len(content), where)
    if isinstance(target, str | os.PathLike):
        replace_file(as_path(target, where), content)
    elif hasattr(target, "write"):
        file: IO[Any] = target
        as_text = isinstance(target, io.TextIOBase) or hasattr(target, "encoding")  # such as the wrappers of tempfile
        try:
            file.write(content.decode("utf-8") if as_text else content)
        except UnicodeEncodeError as error:
            raise FieldError(
                "the encoding of the file lacks a character",
                where=where,
                got=error.object[error.start : error.end],
                expected="a file opened with UTF-8",
                hint='Open it with encoding="utf-8".',
            ) from None
    else:
        raise FieldTypeError("neither a path nor a file", where=where, got=target, expected="a path or an open file")


def decoded(content: str | bytes, where: str) -> str:
    """Return the content of a document as a string.

    Raises:
        LimitError: if it is larger than the limit.
        DocumentError: if the bytes are not valid UTF-8, or the content begins with a byte-order mark.
        FieldTypeError: if it is neither a string nor bytes.
    """
    if isinstance(content, str | bytes):
        require_size(len(content), where, "bytes" if isinstance(content, bytes) else "characters")
    if isinstance(content, bytes):
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DocumentError(
                "the document is not valid UTF-8",
                where=f"{where}, byte {error.start}",
                got=content[error.start : error.end],
                expected="UTF-8 without a byte-order mark",
                hint=advice_on_bytes(content),
            ) from None
    elif isinstance(content, str):
        text = content
    else:
        raise FieldTypeError("not a document", where=where, got=content, expected="a string, or bytes in UTF-8")
    if text.startswith("\ufeff"):
        raise DocumentError(
            "the document begins with a byte-order mark",
            where=where,
            expected="UTF-8 without one",
            hint="Save it as UTF-8 without BOM; in Python: content.removeprefix('\\ufeff').",
        )
    return text
