"""Read files up to the limit of size, also pipes and devices."""

from __future__ import annotations

import errno
import os
import select
import stat
from pathlib import Path
from typing import Final

from aseansc.errors import DocumentError, FieldError
from aseansc.limits import require_size

_CHUNK: Final = 2**20
_PATIENCE: Final = 2000
"""Milliseconds to wait until somebody writes to a named pipe; the output of a running command has no such limit."""


def as_path(path: str | os.PathLike[str], where: str) -> Path:
    """Return a string or path-like object as a `Path`.

    Raises:
        FieldError: if it is empty or contains a NUL character.
    """
    if os.fspath(path) == "":  # Path("") is the current folder
        raise FieldError("the path is empty", where=where, got=path, expected="a path")
    if "\0" in os.fspath(path):
        raise FieldError("the path contains a NUL character", where=where, got=path, expected="a path without it")
    return Path(path)


def read_path(path: Path) -> bytes:
    """Return the content of a path; read a pipe or a device only up to the limit.

    Raises:
        OSError: if the system cannot read the path.
        LimitError: if the content is larger than the limit of size.
        DocumentError: if the path is a pipe that no program writes to.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if stat.S_ISREG(status.st_mode):
            require_size(status.st_size, str(path))
        is_named = os.path.exists(os.path.realpath(path))  # a pipe such as /dev/fd/63 has a writer, which may be slow
        if stat.S_ISFIFO(status.st_mode) and not _wait(descriptor, _PATIENCE if is_named else None):
            raise DocumentError(
                "no program writes to the pipe",
                where=str(path),
                expected="a file or a pipe that a program writes to",
            )
        chunks: list[bytes] = []
        size = 0
        while chunk := _read_chunk(descriptor, max(_CHUNK, status.st_size + 1)):
            chunks.append(chunk)
            size += len(chunk)
            require_size(size, str(path), is_whole=False)
    finally:
        os.close(descriptor)
    return b"".join(chunks)


def _read_chunk(descriptor: int, most: int) -> bytes:
    while True:
        try:
            return os.read(descriptor, most)
        except BlockingIOError:  # a program has opened the pipe but not written yet
            _wait(descriptor, None)


def _wait(descriptor: int, milliseconds: int | None) -> bool:
    """Wait until data can be read or the other end is closed; return False after the timeout."""
    if not hasattr(select, "poll"):  # Windows, which has no named pipes in the file system
        return True
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(milliseconds))
