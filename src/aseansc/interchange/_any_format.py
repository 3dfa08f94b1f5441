"""Read a review from a file of any format, which is recognized by its name and its content."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from aseansc._paths import as_path
from aseansc.drafts import Draft
from aseansc.errors import AseanscError, DocumentError, DraftError, FieldError, require
from aseansc.interchange._atomic import folder_at
from aseansc.interchange._files import in_file, read_bytes, unreadable
from aseansc.interchange._recognize import advice
from aseansc.limits import Limits, limited
from aseansc.reviews import Review


class FileFormat(StrEnum):
    """A format that the command line writes."""

    JSON = "json"
    CSV = "csv"
    EXCEL = "excel"
    SDMX_CSV = "sdmx-csv"
    SDMX_JSON = "sdmx-json"
    SDMX_ML = "sdmx-ml"
    IATI = "iati"
    OPEN_SDG = "open-sdg"


BY_SUFFIX: Final = {".json": FileFormat.JSON, ".zip": FileFormat.CSV, ".xlsx": FileFormat.EXCEL}
AMBIGUOUS: Final = {
    ".json": (FileFormat.JSON, FileFormat.SDMX_JSON),
    ".csv": (FileFormat.SDMX_CSV, FileFormat.OPEN_SDG),
    ".xml": (FileFormat.SDMX_ML, FileFormat.IATI),
    "": (FileFormat.CSV, FileFormat.OPEN_SDG),
}
_MODULES: Final = {
    FileFormat.JSON: "json",
    FileFormat.CSV: "csv",
    FileFormat.EXCEL: "excel",
    FileFormat.SDMX_CSV: "sdmx",
    FileFormat.SDMX_JSON: "sdmx",
    FileFormat.SDMX_ML: "sdmx",
    FileFormat.IATI: "iati",
    FileFormat.OPEN_SDG: "open_sdg",
}
DRAFTS: Final = (FileFormat.JSON, FileFormat.EXCEL)
"""Formats that can represent gaps, and so drafts."""

SUFFIXES: Final = (*BY_SUFFIX, *(suffix for suffix in AMBIGUOUS if suffix and suffix not in BY_SUFFIX))
"""The suffixes of files that the command line reads."""


def format_module(chosen: FileFormat) -> Any:
    """Import the module of a format, which may import other libraries."""
    return import_module(f"aseansc.interchange.{_MODULES[chosen]}")


@limited
def load(path: str | os.PathLike[str], *, limits: Limits | None = None) -> Review:
    """Return the review in a file or folder of any format of this library.

    The format is recognized by the suffix of the name, and for other names by the content: JSON, a folder or archive
    of CSV files, an Excel workbook, SDMX-CSV, SDMX-ML, SDMX-JSON, IATI. Files of Open SDG are recognized, but never
    complete. An SDMX file is read with the structure message beside it, ``review.structure.xml`` for ``review.csv``,
    if there is one. No file is run as a program.

    Args:
        path: the file or folder.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if it does not contain a review, or one with gaps; lists every problem and every gap.
        FieldError: if it cannot be read, or is a Python file.
        FieldTypeError: if `path` is not a path.
        MissingExtraError: if the format needs a library that is not installed.

    >>> from tempfile import TemporaryDirectory
    >>> from aseansc.datasets import skeleton
    >>> from aseansc.interchange import csv
    >>> with TemporaryDirectory() as folder:
    ...     csv.dump(skeleton.load(), f"{folder}/review.zip")
    ...     load(f"{folder}/review.zip") == skeleton.load()
    True
    """
    require(path, str, os.PathLike, where="aseansc.load, path", expected="the path of a file or folder")
    file = as_path(path, "aseansc.load")
    if file.suffix.lower() == ".py":
        raise FieldError(
            "a Python file is not run",
            where="aseansc.load",
            got=str(file),
            expected="a file in JSON, CSV, Excel, SDMX or IATI",
            hint="Import the module, and call its load(). The command line runs it: aseansc show FILE.py.",
        )
    return finished(load_any(file), str(file))


_TABLES: Final = (".parquet", ".duckdb")


def load_any(path: Path, structure: Path | None = None) -> Review | Draft:
    """Return the review in a file or folder, or the draft if it has gaps.

    Args:
        path: the file or folder.
        structure: file with the structure message, for SDMX only.

    Raises:
        DocumentError: if the file does not contain a review; it names the file.
        FieldError: if the file cannot be read, or a structure message is given for another format.
    """
    if path.suffix.lower() in _TABLES and path.exists():
        raise FieldError(
            "a table of figures is not a review: it has no indicators, documents and sections",
            where="file",
            got=str(path),
            expected="a file in JSON, CSV, Excel, SDMX or IATI",
            hint=f"Check it with the review of its indicators: aseansc check {path.name} --indicators REVIEW. "
            "Read its figures with aseansc.frames.from_frame.",
        )
    try:
        folder = folder_at(path)
        if folder is not None:
            if structure is not None:
                raise no_structure(path)
            if _is_of_open_sdg(folder):
                return _loaded(FileFormat.OPEN_SDG, "load_any", path)
            return _loaded(FileFormat.CSV, "load", path)
        content = read_bytes(path, str(path))
        chosen = _format_of(path, content)
        beside = structure_beside(path)
        if structure is None and chosen in _OF_SDMX and beside.is_file():
            structure = beside
        return _of_content(path, content, chosen, structure)
    except AseanscError as error:
        raise in_file(error, str(path)) from None
    except OSError as error:
        raise unreadable(str(error.filename or path), error) from None


def _is_of_open_sdg(folder: Path) -> bool:
    """Return whether a folder has no description of a package, and a data file of Open SDG."""
    names = os.listdir(folder)
    return "datapackage.json" not in names and any(name.startswith("indicator_") for name in names)


def _format_of_table(content: bytes) -> FileFormat:
    """Return Open SDG for a table with the columns Year and Value, and SDMX-CSV for others."""
    header = content[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    columns = {column.strip().strip('"') for column in header.split(",")}
    return FileFormat.OPEN_SDG if {"Year", "Value"} <= columns else FileFormat.SDMX_CSV


def _format_of(path: Path, content: bytes) -> FileFormat:
    """Return the format of a file, by its suffix or else by its first bytes; other text is a table."""
    suffix = path.suffix.lower()
    if suffix == ".json":
        return _format_of_json(content)
    if suffix in BY_SUFFIX:
        return BY_SUFFIX[suffix]
    start = content[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip()
    if suffix == ".xml" or (suffix != ".csv" and start.startswith(b"<")):
        return _format_of_xml(path, content)
    if suffix == ".csv":
        return _format_of_table(content)
    if start.startswith(b"PK"):
        return FileFormat.EXCEL if b"xl/workbook.xml" in content else FileFormat.CSV
    return _format_of_json(content) if start.startswith(b"{") else _format_of_table(content)


def _format_of_json(content: bytes) -> FileFormat:
    """Return SDMX-JSON for a document with data sets that does not name a schema of this library."""
    is_sdmx = b'"dataSets"' in content and b'"aseansc/' not in content
    return FileFormat.SDMX_JSON if is_sdmx else FileFormat.JSON


_BEGINNING: Final = 10_000


def _of_content(path: Path, content: bytes, chosen: FileFormat, structure: Path | None) -> Review | Draft:
    if structure is not None:
        if chosen not in _OF_SDMX:
            raise no_structure(path)
        return _loaded(chosen, "load_any", content, structure=structure)
    if chosen in DRAFTS:
        draft = _loaded(chosen, "load_draft", content)
        if isinstance(draft, Draft) and (draft.gaps or draft.untranslated):
            return draft
    verb = "load_any" if chosen in _OF_OTHERS else "load"  # `load` also reports the problems of a draft by their cells
    if chosen is FileFormat.OPEN_SDG:
        return _loaded(chosen, verb, content, name=path.name)
    return _loaded(chosen, verb, content)


def _format_of_xml(path: Path, content: bytes) -> FileFormat:
    """Return the format of an XML file, from its root element.

    Raises:
        DocumentError: if it is not XML, or neither SDMX-ML nor IATI.
    """
    from aseansc.interchange._xml import parsed_xml

    sdmx = format_module(FileFormat.SDMX_ML)
    root = parsed_xml(content, str(path))
    if root.tag.startswith("iati-"):
        return FileFormat.IATI
    if sdmx.is_sdmx(root):
        return FileFormat.SDMX_ML
    messages = sdmx.DATA_MESSAGES
    raise DocumentError(
        "the XML file is neither SDMX-ML nor IATI",
        where=str(path),
        got=root.tag.rpartition("}")[2],
        expected=f"one of {', '.join(sorted(messages))} or Structure (SDMX-ML), or iati-activities (IATI)",
        hint=advice(content.decode("utf-8", "replace"), ""),
    )


_OF_SDMX: Final = (FileFormat.SDMX_CSV, FileFormat.SDMX_ML, FileFormat.SDMX_JSON)
_OF_OTHERS: Final = (*_OF_SDMX, FileFormat.IATI, FileFormat.OPEN_SDG)
"""Formats in which files of other publishers are read as drafts."""


def no_structure(path: Path) -> FieldError:
    """Return the error for a structure message that is given for a file that is not SDMX."""
    return FieldError(
        "only SDMX has a structure message",
        where="aseansc convert --structure",
        got=str(path),
        expected="an SDMX source in .csv, .xml or .json",
    )


def structure_beside(path: Path) -> Path:
    """Return the path of the structure message beside an SDMX file: ``review.structure.xml`` for ``review.csv``."""
    return path.with_name(f"{path.stem}.structure.xml")


def _loaded(chosen: FileFormat, verb: str, source: Path | bytes, **options: object) -> Review | Draft:
    read: Callable[..., Review | Draft] = getattr(format_module(chosen), verb)
    return read(io.BytesIO(source) if isinstance(source, bytes) else source, **options)


def finished(loaded: Review | Draft, name: str, *, allow_untranslated: bool = False, command: str = "") -> Review:
    """Return a review unchanged, or finish a draft. Missing English is a problem only once all gaps are filled in.

    Args:
        loaded: what was read from the file.
        name: the path of the file.
        allow_untranslated: use the Vietnamese of a text also in place of English that is not given.
        command: the command that does so, for the hint; by default one that converts the file.

    Raises:
        DocumentError: if the draft is not complete and valid; its problems have locations, such as cells of a workbook.
    """
    if isinstance(loaded, Review):
        return loaded
    try:
        return loaded.finish(allow_untranslated=allow_untranslated or bool(loaded.gaps))
    except DraftError as error:
        unfinished = error
    chosen = _format_of_draft(name)
    hint = f"To fill in the gaps, create a workbook: aseansc convert {name} draft.xlsx."
    if chosen is not None:
        hint = f"{'Fill in the gaps' if loaded.gaps else 'Correct this'}, and run the command again."
    if loaded.untranslated and not loaded.gaps and not allow_untranslated:
        hint = (
            "Fill in the English names, or use the Vietnamese for both languages: "
            f"{command or f'aseansc convert {name} review.json --untranslated'}."
        )
    raise DocumentError(unfinished.problem, where=name, hint=hint, problems=located(name, unfinished.problems))


def located(name: str, problems: Iterable[AseanscError]) -> tuple[AseanscError, ...]:
    """Return the problems of a draft with their locations in its file, such as cells of a workbook.

    Args:
        name: the path of the file.
        problems: the problems, with their locations in the draft.
    """
    chosen = _format_of_draft(name)
    return tuple(problems if chosen is None else format_module(chosen).located(Path(name), problems))


def _format_of_draft(name: str) -> FileFormat | None:
    """Return the format of a file, if it is one for drafts."""
    path = Path(name)
    chosen = BY_SUFFIX.get(path.suffix.lower())
    if chosen is FileFormat.JSON:
        chosen = _format_of_json(read_bytes(path, name))
    return chosen if chosen in DRAFTS else None
