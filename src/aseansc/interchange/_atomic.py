"""Replace files and folders atomically: a path always leads to the complete old version or the complete new one.

The new version is written to a temporary name in the same folder, synced to the disk, and then renamed. A process that
is killed in between leaves at most a file or folder whose name begins with ``.aseansc-``; the next write to the same
path removes it. On systems that cannot exchange two folders in one step, the old folder is renamed first; `folder_at`
finds it under that name if the process is killed between the two steps.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, Final

_SAME_EVERYWHERE: Final = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_OPEN_FILES: Final = re.compile(r"/dev/(?:stdin|stdout|stderr|fd/[0-9]+)|/proc/(?:self|[0-9]+)/fd/[0-9]+")
"""Paths of open files of a process, such as the standard output."""

try:
    _fcntl: Any = import_module("fcntl")
except ModuleNotFoundError:  # Windows, which does not remove open files
    _fcntl = None
_OLD_ENOUGH: Final = 3600
"""Age in seconds after which a temporary file is removed on systems without file locks."""


@contextmanager
def _named(path: Path) -> Generator[None]:
    """Let the errors of the system name the path that was given, not a temporary name or an absolute path."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    For a symbolic link, its target is replaced. A pipe, a device or an open file such as ``/dev/stdout`` is written to
    directly.

    Raises:
        OSError: if the system cannot write the file; an existing file is then unchanged.
    """
    status = _status(path)
    if _OPEN_FILES.fullmatch(os.fspath(path)):
        with open(os.open(path, os.O_WRONLY | os.O_APPEND | _SAME_EVERYWHERE), "wb") as file:
            file.write(content)
        return
    if status is not None and not stat.S_ISREG(status.st_mode):
        path.write_bytes(content)
        return
    with _named(path):
        _replace_file(Path(os.path.realpath(path)), content, status)


def _replace_file(path: Path, content: bytes, status: os.stat_result | None) -> None:
    _remove_leftovers(path)
    mode = None if status is None else stat.S_IMODE(status.st_mode)
    with _beside(path, lambda beside: _create(beside, 0o666 if mode is None else mode)) as beside:
        with open(beside, "r+b") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(path)
    _sync_folder(path.parent)


def replace_folder(path: Path, members: Mapping[str, bytes], *, may_replace: Callable[[str], bool]) -> None:
    """Write a folder of files whole or not at all.

    Args:
        path: the folder.
        members: the files, by their names.
        may_replace: called with the name of each entry of an existing folder; the folder is replaced only if every
            call returns True.

    Raises:
        FileExistsError: if the path is a file, or a folder with an entry that may not be replaced.
        OSError: if the system cannot write the folder; an existing folder is then unchanged.
    """
    with _named(path):
        _replace_folder(Path(os.path.realpath(path)), members, may_replace)


def _replace_folder(path: Path, members: Mapping[str, bytes], may_replace: Callable[[str], bool]) -> None:
    _remove_leftovers(path)
    status = _status(path)
    if status is not None:
        if not stat.S_ISDIR(status.st_mode):
            raise FileExistsError(errno.EEXIST, "a file with this name exists", str(path))
        other = sorted(name for name in os.listdir(path) if not may_replace(name))
        if other:
            raise FileExistsError(errno.EEXIST, f"the folder is not empty: it contains {other[0]}", str(path))
    mode = 0o777 if status is None else stat.S_IMODE(status.st_mode)
    with _beside(path, lambda beside: beside.mkdir(mode | 0o700)) as beside:
        for name, content in members.items():
            with open(beside / name, "xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        _sync_folder(beside)
        if status is not None:
            beside.chmod(mode)
        _put_in_place(beside, path)
    _sync_folder(path.parent)


def folder_at(path: Path) -> Path | None:
    """Return the path of a folder, or its temporary path if a killed process left it there; None if not found."""
    if os.path.lexists(path) or "\0" in os.fspath(path):
        return path if os.path.isdir(path) else None
    old = _old(Path(os.path.realpath(path)))
    return old if os.path.isdir(old) else None


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


# -- temporary names


def _prefix(path: Path) -> str:
    return f".aseansc-{sha256(os.fsencode(path.name)).hexdigest()[:16]}-"


def _old(path: Path) -> Path:
    """Return the name under which the old folder is kept during a replacement that takes two steps."""
    return path.with_name(f"{_prefix(path)}old")


class _Lock:
    """A lock on a temporary file or folder while it is written, so that no other process removes it."""

    def __init__(self, path: Path, *, wait: bool) -> None:
        self._descriptor = -1
        if _fcntl is not None:
            self._descriptor = os.open(path, os.O_RDONLY | _SAME_EVERYWHERE | getattr(os, "O_NOFOLLOW", 0))
            try:
                _fcntl.flock(self._descriptor, _fcntl.LOCK_EX | (0 if wait else _fcntl.LOCK_NB))
            except OSError:  # another process holds the lock, or the file system has no locks
                self.close()
                if not wait:
                    raise

    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1


def _create(beside: Path, mode: int) -> None:
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAME_EVERYWHERE, (mode | 0o600) & 0o777))


@contextmanager
def _beside(path: Path, create: Callable[[Path], None]) -> Generator[Path]:
    """Create and lock a temporary file or folder in the same folder as a path; remove it at the end if still there."""
    beside = path.with_name(_prefix(path) + secrets.token_hex(8))
    lock = None
    try:
        while lock is None:
            create(beside)
            with suppress(FileNotFoundError):  # another process removed it before it was locked
                lock = _Lock(beside, wait=True)
            if lock is not None and not os.path.lexists(beside):
                lock.close()
                lock = None
        yield beside
    finally:
        if lock is not None:
            lock.close()
        _remove(beside)


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def _remove_leftovers(path: Path) -> None:
    """Remove temporary files that killed processes left for a path; restore a folder that one had renamed."""
    old = _old(path)
    if old.is_dir() and not os.path.lexists(path):
        old.rename(path)
    try:
        found = [path.with_name(name) for name in os.listdir(path.parent) if name.startswith(_prefix(path))]
    except OSError:  # the folder does not exist or may not be listed
        return
    for leftover in found:
        with suppress(OSError):
            if _fcntl is None and time.time() - leftover.lstat().st_mtime < _OLD_ENOUGH:
                continue
            lock = _Lock(leftover, wait=False)
            try:
                _remove(leftover)
            finally:
                lock.close()


def _sync_folder(path: Path) -> None:
    """Sync the entries of a folder to the disk if the system supports it."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


# -- folders


def _put_in_place(beside: Path, path: Path) -> None:
    """Rename a new folder to its final path, replacing the old folder."""
    try:
        beside.rename(path)  # on some systems this also replaces an empty folder
    except OSError:
        if not path.is_dir():
            raise
    else:
        return
    if _exchange(beside, path):
        return
    old = _old(path)
    path.rename(old)
    try:
        beside.rename(path)
    except BaseException:
        if not os.path.lexists(path):
            old.rename(path)
        raise
    _remove(old)


_EXCHANGE: Final = 2
"""The value of RENAME_EXCHANGE on Linux and of RENAME_SWAP on macOS."""
_HERE: Final = -100
"""The value of AT_FDCWD on Linux: paths are relative to the working directory."""


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two paths in one step; return whether the system could do it."""
    names = os.fsencode(first), os.fsencode(second)
    try:
        if sys.platform == "linux":
            failed = ctypes.CDLL(None).renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE)
        elif sys.platform == "darwin":
            failed = ctypes.CDLL(None).renamex_np(*names, _EXCHANGE)
        else:
            return False
    except (OSError, AttributeError):
        return False
    return not failed
