"""Read the files of a package from an archive or a folder; ignore the files that operating systems add."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection
from itertools import islice
from pathlib import Path

from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._archives import Archive, is_clutter
from aseansc.interchange._files import read_bytes
from aseansc.interchange._tables import not_a_review
from aseansc.interchange.csv._data_package import DESCRIPTOR
from aseansc.limits import EACH_FILE, in_force, require_items, require_size


def read_archive(content: bytes, wanted: Collection[str], optional: Collection[str]) -> dict[str, bytes]:
    """Return the files of a package in an archive, by name; they may be in a folder inside the archive.

    Args:
        content: the archive.
        wanted: the names of the files.
        optional: the names of those files that may be missing.

    Raises:
        DocumentError: if a file is missing or the archive contains other files.
    """
    archive = Archive(content, "csv.load")
    names = [(name.replace("\\", "/"), name) for name in archive.names]  # some Windows programs write backslashes
    names = [(name, raw) for name, raw in names if not name.endswith("/") and not is_clutter(name)]
    folder = _folder_of([name for name, _ in names])
    files = [(name.removeprefix(folder), raw) for name, raw in names]
    twice = [name for name, count in Counter(name for name, _ in files).items() if count > 1]
    if twice:
        raise DocumentError(
            "the archive contains a file name twice",
            where="csv.load",
            got=", ".join(sorted(twice)),
            expected="each name once",
            hint="Create the archive again from the folder.",
        )
    _require_names([name for name, _ in files], "the archive", wanted, optional)
    return {name: archive.read(raw) for name, raw in files}


def read_folder(path: Path, wanted: Collection[str], optional: Collection[str]) -> dict[str, bytes]:
    """Return the files of a package in a folder, by name.

    Raises:
        DocumentError: if a file is missing or the folder contains other files.
        OSError: if the system cannot read a file.
    """
    with os.scandir(path) as found:
        entries = list(islice(found, in_force().items // EACH_FILE + 1))
    require_items(len(entries), "files", str(path), each=EACH_FILE, is_whole=False)
    entries = [entry for entry in entries if not is_clutter(entry.name)]
    names = [entry.name if entry.is_file() else f"{entry.name}/" for entry in entries]
    _require_names(names, "the folder", wanted, optional)
    require_size(sum(entry.stat().st_size for entry in entries), "csv.load")
    return {entry.name: read_bytes(entry, "csv.load") for entry in entries}


def _folder_of(names: Collection[str]) -> str:
    """Return the folder of the package inside the archive, with a slash at the end; "" for the top level."""
    folders = [name.removesuffix(DESCRIPTOR) for name in names if name.rpartition("/")[2] == DESCRIPTOR]
    if len(folders) != 1 or folders[0].startswith("/") or ".." in folders[0].split("/"):
        return ""
    return folders[0]


def _require_names(names: Collection[str], where: str, wanted: Collection[str], optional: Collection[str]) -> None:
    """Require all wanted files, except optional ones, and no others.

    Raises:
        DocumentError: with each missing file and each file that does not belong to the package.
    """
    problems: list[AseanscError] = [
        FieldError(
            "the file does not belong to the package",
            where=where,
            got=name,
            expected="only the files of the package",
            hint="Remove it.",
        )
        for name in sorted({*names} - {*wanted})
    ]
    problems.extend(
        FieldError("a file of the package is missing", where=where, expected=name)
        for name in sorted({*wanted} - {*names} - {*optional})
    )
    if problems:
        raise not_a_review(problems)
