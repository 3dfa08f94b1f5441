"""Determine the format of files, and read and write them for the command line."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from aseansc.drafts import Draft
from aseansc.errors import DocumentError, DraftError, FieldError
from aseansc.interchange import folder_at, is_clutter, read_bytes, root_of_xml, write_bytes
from aseansc.reviews import Review

if TYPE_CHECKING:
    from aseansc.interchange import Loss


class FileFormat(StrEnum):
    """A format that the command line writes."""

    JSON = "json"
    CSV = "csv"
    EXCEL = "excel"
    SDMX_CSV = "sdmx-csv"
    SDMX_ML = "sdmx-ml"
    IATI = "iati"


_BY_SUFFIX: Final = {".json": FileFormat.JSON, ".zip": FileFormat.CSV, ".xlsx": FileFormat.EXCEL}
_AMBIGUOUS: Final = {
    ".csv": (FileFormat.SDMX_CSV,),
    ".xml": (FileFormat.SDMX_ML, FileFormat.IATI),
    "": (FileFormat.CSV,),
}
_MODULES: Final = {
    FileFormat.JSON: "json",
    FileFormat.CSV: "csv",
    FileFormat.EXCEL: "excel",
    FileFormat.SDMX_CSV: "sdmx",
    FileFormat.SDMX_ML: "sdmx",
    FileFormat.IATI: "iati",
}
_OPTIONS: Final[dict[FileFormat, dict[str, str]]] = {
    FileFormat.SDMX_CSV: {"format": "csv"},
    FileFormat.SDMX_ML: {"format": "ml"},
}
_DRAFTS: Final = (FileFormat.JSON, FileFormat.EXCEL)
"""Formats that can represent gaps, and so drafts."""

SUFFIXES: Final = (*_BY_SUFFIX, *(suffix for suffix in _AMBIGUOUS if suffix))
"""The suffixes of files that the command line reads."""


def _module(chosen: FileFormat) -> Any:
    """Import the module of a format, which may import other libraries."""
    return import_module(f"aseansc.interchange.{_MODULES[chosen]}")


def format_of(path: Path, to: FileFormat | None) -> FileFormat:
    """Return the format to write a file in, from the option ``--to`` or the suffix.

    Raises:
        FieldError: if the suffix does not determine the format, or contradicts the option.
    """
    suffix = path.suffix.lower()
    by_suffix = _BY_SUFFIX.get(suffix)
    fitting = _AMBIGUOUS.get(suffix, ()) if by_suffix is None else (by_suffix,)
    if to is None and by_suffix is not None:
        return by_suffix
    if to is None:
        raise FieldError(
            "the format to write is not specified",
            where="aseansc convert",
            got=str(path),
            expected=f"a name that ends in {', '.join(_BY_SUFFIX)}, or the option --to",
            hint=f"Add --to {' or --to '.join(fitting or FileFormat)}.",
        )
    if suffix and fitting and to not in fitting:
        raise FieldError(
            "the suffix belongs to another format",
            where="aseansc convert --to",
            got=f"{path} as {to}",
            expected=" or ".join(fitting),
        )
    return to


def load_file(path: Path, structure: Path | None = None) -> Review | Draft:
    """Return the review in a file or folder, or the draft if it has gaps.

    Args:
        path: the file or folder.
        structure: file with the structure message, for SDMX only.

    Raises:
        DocumentError: if the file does not contain a review.
        FieldError: if the file cannot be read, or a structure message is given for another format.
    """
    try:
        if folder_at(path) is not None:
            if structure is not None:
                raise no_structure(path)
            return _loaded(FileFormat.CSV, "load", path)
        return _of_content(path, read_bytes(path, str(path)), structure)
    except OSError as error:
        raise FieldError(
            "the file cannot be read",
            where="file",
            got=str(error.filename or path),
            expected="an existing file",
            hint=f"The system says: {error.strerror or error}.",
        ) from None


def _of_content(path: Path, content: bytes, structure: Path | None) -> Review | Draft:
    """Return the review or the draft in a file; a file with an unknown suffix is read as SDMX-CSV."""
    suffix = path.suffix.lower()
    chosen = _BY_SUFFIX.get(suffix, FileFormat.SDMX_CSV)
    if suffix == ".xml":
        chosen = _format_of_xml(path, content)
    if structure is not None:
        if chosen not in _OF_SDMX:
            raise no_structure(path)
        return _loaded(chosen, "load_any", content, structure=structure)
    if chosen in _DRAFTS:
        draft = _loaded(chosen, "load_draft", content)
        if isinstance(draft, Draft) and draft.gaps:
            return draft
    verb = "load_any" if chosen in _OF_OTHERS else "load"  # `load` also reports the problems of a draft by their cells
    return _loaded(chosen, verb, content)


def _format_of_xml(path: Path, content: bytes) -> FileFormat:
    """Return the format of an XML file, from its root element.

    Raises:
        DocumentError: if it is not XML, or neither SDMX-ML nor IATI.
    """
    from aseansc.interchange.sdmx import DATA_MESSAGES

    root = root_of_xml(content, str(path))
    name = root.rpartition("}")[2]
    if root in ("iati-activities", "iati-activity", "iati-organisations"):
        return FileFormat.IATI
    if name in DATA_MESSAGES or name == "Structure":
        return FileFormat.SDMX_ML
    raise DocumentError(
        "the XML file is neither SDMX-ML nor IATI",
        where=str(path),
        got=name,
        expected=f"one of {', '.join(sorted(DATA_MESSAGES))} or Structure (SDMX-ML), or iati-activities (IATI)",
    )


_OF_SDMX: Final = (FileFormat.SDMX_CSV, FileFormat.SDMX_ML)
_OF_OTHERS: Final = (*_OF_SDMX, FileFormat.IATI)
"""Formats in which files of other publishers are read as drafts."""


def no_structure(path: Path) -> FieldError:
    """Return the error for a structure message that is given for a file that is not SDMX."""
    return FieldError(
        "only SDMX has a structure message",
        where="aseansc convert --structure",
        got=str(path),
        expected="an SDMX source in .csv or .xml",
    )


def structure_beside(path: Path) -> Path:
    """Return the path of the structure message of an SDMX-CSV file: ``review.structure.xml`` for ``review.csv``."""
    return path.with_name(f"{path.stem}.structure.xml")


def write_structure(review: Review, path: Path) -> None:
    """Write the SDMX structure message of a review.

    Raises:
        FieldError: if the file cannot be written; an existing file is kept.
    """
    text: str = _module(FileFormat.SDMX_CSV).structure(review)
    with writing(path):
        write_bytes(text.encode(), path, "aseansc convert")


def _loaded(chosen: FileFormat, verb: str, source: Path | bytes, **options: object) -> Review | Draft:
    read: Callable[..., Review | Draft] = getattr(_module(chosen), verb)
    return read(io.BytesIO(source) if isinstance(source, bytes) else source, **options)


def finished(loaded: Review | Draft, name: str) -> Review:
    """Return a review unchanged, or finish a draft.

    Raises:
        DocumentError: if the draft is not complete and valid; its problems have locations, such as cells of a workbook.
    """
    if isinstance(loaded, Review):
        return loaded
    try:
        return loaded.finish()
    except DraftError as error:
        unfinished: DocumentError | DraftError = error
    path = Path(name)
    chosen = _BY_SUFFIX.get(path.suffix.lower())
    hint = f"To fill in the gaps, create a workbook: aseansc convert {name} draft.xlsx."
    if chosen is not None and chosen in _DRAFTS:
        hint = "Fill in the gaps, and run the command again."
        try:
            _loaded(chosen, "load", path)
        except DocumentError as error:
            unfinished = error
    raise DocumentError(unfinished.problem, where=name, hint=hint, problems=unfinished.problems)


def same_file(first: str | Path, second: Path) -> bool:
    """Return whether two paths lead to the same existing file."""
    try:
        return Path(first).samefile(second)
    except OSError:
        return False


def losses_of(loaded: Review | Draft, chosen: FileFormat) -> Iterable[Loss]:
    """Return what a format cannot represent of a review or draft."""
    if chosen in _DRAFTS:
        return ()
    losses: Iterable[Loss] = _module(chosen).losses(loaded, **_OPTIONS.get(chosen, {}))
    return losses


def write_file(loaded: Review | Draft, path: Path, chosen: FileFormat, *, replace: bool = False) -> None:
    """Write a review or draft to a file or folder; an existing file is replaced.

    Args:
        loaded: the review or draft.
        path: the file or folder.
        chosen: the format.
        replace: whether to replace an existing folder with the CSV files of a review.

    Raises:
        FieldError: if the file cannot be written; an existing file is kept.
    """
    options: dict[str, object] = dict(_OPTIONS.get(chosen, {}))
    if chosen is FileFormat.CSV:
        options["replace"] = replace
    with writing(path):
        _module(chosen).dump(loaded, path, **options)


def write_template(path: Path) -> None:
    """Write an empty workbook to fill in.

    Raises:
        FieldError: if the file exists or cannot be written.
    """
    refuse_existing(path)
    with writing(path):
        _module(FileFormat.EXCEL).template(path)


def refuse_existing(path: Path, hint: str = "Nothing was written.") -> None:
    """Raise an error if a path is an existing file or a folder that is not empty; pipes and devices are allowed.

    Raises:
        FieldError: if it is.
    """
    is_dangling = os.path.islink(path) and not os.path.exists(path)  # writing would create the file that it names
    if (os.path.isfile(path) or is_dangling) and not is_standard_output(path):
        raise FieldError(
            "the file already exists", where="file", got=str(path), expected="the name of a new file", hint=hint
        )
    with suppress(OSError):  # if the folder cannot be listed, writing to it reports the error
        if os.path.isdir(path) and any(not is_clutter(name) for name in os.listdir(path)):
            raise FieldError(
                "the folder already exists and is not empty",
                where="file",
                got=str(path),
                expected="the name of a new or empty folder",
                hint=hint,
            )


def is_standard_output(path: Path) -> bool:
    """Return whether a path is the standard output of this process, such as ``/dev/stdout``."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False


@contextmanager
def writing(path: Path) -> Generator[None]:
    """Convert an operating system error while writing a file to a `FieldError`, except for a closed pipe.

    Raises:
        FieldError: if the file cannot be written.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FieldError(
            "the file cannot be written",
            where="file",
            got=str(path),
            expected="a path that can be written",
            hint=f"The system says: {error.strerror or error}.",
        ) from None


def draft_format_of(path: Path) -> FileFormat | None:
    """Return the format of a draft file from its suffix, or ``None``."""
    chosen = _BY_SUFFIX.get(path.suffix.lower())
    return chosen if chosen in _DRAFTS else None


def takes_gaps(chosen: FileFormat) -> bool:
    """Return whether a format can represent the gaps of a draft."""
    return chosen in _DRAFTS
