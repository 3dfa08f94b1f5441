"""Write a file or a folder so that its name always leads to the whole old one or the whole new one.

The new one is written beside the old one, forced to the disk, and then put in its place in one step. A process that is
killed on the way leaves at most a file or folder whose name begins with ``.aseansc-``; the next write of the same name
removes it. Where a system cannot exchange two folders in one step, the old folder is moved aside first; `folder_at`
finds it there if the process is killed between the two steps.
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
"""Names of files that a process has open, such as the standard output."""

try:
    _fcntl: Any = import_module("fcntl")
except ModuleNotFoundError:  # Windows, where a file that is open cannot be removed
    _fcntl = None
_OLD_ENOUGH: Final = 3600
"""Seconds after which a leftover is removed where files have no locks."""


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Of a link, the file that it leads to is replaced. A pipe, a device or a file that a process has open is written to.

    Raises:
        OSError: when the system refuses; what was there is still there.
    """
    status = _status(path)
    if _OPEN_FILES.fullmatch(os.fspath(path)):
        with open(os.open(path, os.O_WRONLY | os.O_APPEND | _SAME_EVERYWHERE), "wb") as file:
            file.write(content)
        return
    if status is not None and not stat.S_ISREG(status.st_mode):
        path.write_bytes(content)
        return
    path = Path(os.path.realpath(path))
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
        may_replace: whether an existing folder may be replaced when it holds an entry with this name.

    Raises:
        FileExistsError: when a file has the name, or a folder that holds something else.
        OSError: when the system refuses; what was there is still there.
    """
    path = Path(os.path.realpath(path))
    _remove_leftovers(path)
    status = _status(path)
    if status is not None:
        if not stat.S_ISDIR(status.st_mode):
            raise FileExistsError(errno.EEXIST, "a file has this name", str(path))
        other = sorted(name for name in os.listdir(path) if not may_replace(name))
        if other:
            raise FileExistsError(errno.EEXIST, f"the folder is not empty: it holds {other[0]}", str(path))
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
    """Return the folder with this name, or where a process that was killed has put it; None where there is none."""
    if os.path.lexists(path) or "\0" in os.fspath(path):
        return path if os.path.isdir(path) else None
    old = _old(Path(os.path.realpath(path)))
    return old if os.path.isdir(old) else None


def _status(path: Path) -> os.stat_result | None:
    """The status of what a path leads to; None where nothing is there."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


# -- names beside the one that is written


def _prefix(path: Path) -> str:
    return f".aseansc-{sha256(os.fsencode(path.name)).hexdigest()[:16]}-"


def _old(path: Path) -> Path:
    """Where a folder is moved while another takes its place, on systems that cannot exchange the two."""
    return path.with_name(f"{_prefix(path)}old")


class _Lock:
    """A lock that says that a file or a folder is being written, and is no leftover."""

    def __init__(self, path: Path, *, wait: bool) -> None:
        self._descriptor = -1
        if _fcntl is not None:
            self._descriptor = os.open(path, os.O_RDONLY | _SAME_EVERYWHERE | getattr(os, "O_NOFOLLOW", 0))
            try:
                _fcntl.flock(self._descriptor, _fcntl.LOCK_EX | (0 if wait else _fcntl.LOCK_NB))
            except OSError:  # another process writes it, or the file system has no locks
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
    """Create a file or a folder beside a path, locked; what is still there in the end is removed."""
    beside = path.with_name(_prefix(path) + secrets.token_hex(8))
    lock = None
    try:
        while lock is None:
            create(beside)
            with suppress(FileNotFoundError):  # another process took it for a leftover before it was locked
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
    """Remove what processes that were killed left beside a path; bring back a folder that one had moved aside."""
    old = _old(path)
    if old.is_dir() and not os.path.lexists(path):
        old.rename(path)
    try:
        found = [path.with_name(name) for name in os.listdir(path.parent) if name.startswith(_prefix(path))]
    except OSError:  # a folder that may be written and not listed, or that is not there
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
    """Force the names in a folder to the disk, where the system can."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


# -- folders


def _put_in_place(beside: Path, path: Path) -> None:
    """Give a new folder its name; the old one is then beside it."""
    try:
        beside.rename(path)  # where the system can also over an empty folder
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
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""
_HERE: Final = -100
"""AT_FDCWD of Linux: a path begins at the working directory."""


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two names in one step; return whether the system can."""
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
