"""Which format a file is in, and how the command line reads and writes it."""

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
from aseansc.interchange._archives import is_clutter
from aseansc.interchange._atomic import folder_at
from aseansc.interchange._files import read_bytes, write_bytes
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
"""Formats that have a place for gaps."""

SUFFIXES: Final = (*_BY_SUFFIX, *(suffix for suffix in _AMBIGUOUS if suffix))
"""How the names of files end that hold a review."""


def _module(chosen: FileFormat) -> Any:
    """The module of a format; its libraries are loaded only when it is wanted."""
    return import_module(f"aseansc.interchange.{_MODULES[chosen]}")


def format_of(path: Path, to: FileFormat | None) -> FileFormat:
    """The format to write a file in: that which was asked for, or that of its suffix.

    Raises:
        FieldError: for a suffix that says too little, and a format that does not fit it.
    """
    suffix = path.suffix.lower()
    by_suffix = _BY_SUFFIX.get(suffix)
    fitting = _AMBIGUOUS.get(suffix, ()) if by_suffix is None else (by_suffix,)
    if to is None and by_suffix is not None:
        return by_suffix
    if to is None:
        raise FieldError(
            "the name does not say which format to write",
            where="aseansc convert",
            got=str(path),
            expected=f"a name that ends in {', '.join(_BY_SUFFIX)}, or --to",
            hint=f"Add --to {' or --to '.join(fitting or FileFormat)}.",
        )
    if suffix and fitting and to not in fitting:
        raise FieldError(
            "the name is that of another format",
            where="aseansc convert --to",
            got=f"{path} as {to}",
            expected=" or ".join(fitting),
        )
    return to


def load_file(path: Path, structure: Path | None = None) -> Review | Draft:
    """The review, or the draft with gaps, that a file or a folder holds.

    Args:
        path: the file, or the folder.
        structure: the structure message of a file of SDMX.

    Raises:
        DocumentError: for a file that holds none.
        FieldError: for a file that cannot be read, and for a structure beside a file that is not of SDMX.
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
            expected="a file",
            hint=f"The system says: {error.strerror or error}.",
        ) from None


def _of_content(path: Path, content: bytes, structure: Path | None) -> Review | Draft:
    """The review, or the draft with gaps, that a file holds; what is not of another format is taken for SDMX-CSV."""
    suffix = path.suffix.lower()
    chosen = _BY_SUFFIX.get(suffix, FileFormat.SDMX_CSV)
    if suffix == ".xml":
        chosen = _format_of_xml(path, content)
    if structure is not None:
        if chosen not in _OF_SDMX:
            raise no_structure(path)
        return _loaded(chosen, "_load_any", content, structure=structure)
    if chosen in _DRAFTS:
        draft = _loaded(chosen, "load_draft", content)
        if isinstance(draft, Draft) and draft.gaps:
            return draft
    verb = "_load_any" if chosen in _OF_OTHERS else "load"  # `load` also reports the problems of a draft by their cells
    return _loaded(chosen, verb, content)


def _format_of_xml(path: Path, content: bytes) -> FileFormat:
    """The format of an XML file, by its root element: in which encoding it is, is only known when it was parsed.

    Raises:
        DocumentError: for what is not XML, or of neither format.
    """
    from aseansc.interchange._xml import parsed_xml
    from aseansc.interchange.sdmx._messages import DATA_MESSAGES

    root = parsed_xml(content, str(path))
    name = root.tag.rpartition("}")[2]
    if root.tag in ("iati-activities", "iati-activity", "iati-organisations"):
        return FileFormat.IATI
    if name in DATA_MESSAGES or name == "Structure":
        return FileFormat.SDMX_ML
    raise DocumentError(
        "the XML is neither SDMX-ML nor IATI",
        where=str(path),
        got=name,
        expected=f"for SDMX-ML one of {', '.join(sorted(DATA_MESSAGES))}, Structure; for IATI iati-activities",
    )


_OF_SDMX: Final = (FileFormat.SDMX_CSV, FileFormat.SDMX_ML)
_OF_OTHERS: Final = (*_OF_SDMX, FileFormat.IATI)
"""Formats in which files of other publishers are read as drafts."""


def no_structure(path: Path) -> FieldError:
    """The error for a structure message that is given for a file of another format."""
    return FieldError(
        "only SDMX has a structure message",
        where="aseansc convert --structure",
        got=str(path),
        expected="a file of SDMX to read, in .csv or .xml",
    )


def structure_beside(path: Path) -> Path:
    """Where the structure message of a file of SDMX-CSV is written: ``review.structure.xml`` beside ``review.csv``."""
    return path.with_name(f"{path.stem}.structure.xml")


def write_structure(review: Review, path: Path) -> None:
    """Write the structure message of a review's data.

    Raises:
        FieldError: for a file that cannot be written; what stood there is still there.
    """
    text: str = _module(FileFormat.SDMX_CSV).structure(review)
    with writing(path):
        write_bytes(text.encode(), path, "aseansc convert")


def _loaded(chosen: FileFormat, verb: str, source: Path | bytes, **options: object) -> Review | Draft:
    read: Callable[..., Review | Draft] = getattr(_module(chosen), verb)
    return read(io.BytesIO(source) if isinstance(source, bytes) else source, **options)


def finished(loaded: Review | Draft, name: str) -> Review:
    """The review; of a draft, the one that it finishes to.

    Raises:
        DocumentError: with every gap of the draft, and its place: in a workbook its cell, in JSON its path.
    """
    if isinstance(loaded, Review):
        return loaded
    try:
        return loaded.finish()
    except DraftError as error:
        unfinished: DocumentError | DraftError = error
    path = Path(name)
    chosen = _BY_SUFFIX.get(path.suffix.lower())
    hint = f"Fill it in: aseansc convert {name} draft.xlsx."
    if chosen is not None and chosen in _DRAFTS:
        hint = "Fill it in, and ask again."
        try:
            _loaded(chosen, "load", path)
        except DocumentError as error:
            unfinished = error
    raise DocumentError(unfinished.problem, where=name, hint=hint, problems=unfinished.problems)


def same_file(first: str | Path, second: Path) -> bool:
    """Whether two names are of one file that is there."""
    try:
        return Path(first).samefile(second)
    except OSError:
        return False


def losses_of(loaded: Review | Draft, chosen: FileFormat) -> Iterable[Loss]:
    """What of a review, or of a draft, a format cannot carry."""
    if chosen in _DRAFTS:
        return ()
    losses: Iterable[Loss] = _module(chosen).losses(loaded, **_OPTIONS.get(chosen, {}))
    return losses


def write_file(loaded: Review | Draft, path: Path, chosen: FileFormat, *, replace: bool = False) -> None:
    """Write a review, or a draft, to a file or a folder.

    Args:
        loaded: the review, or the draft.
        path: the file or the folder.
        chosen: the format.
        replace: whether a folder that holds a package may be replaced.

    Raises:
        FieldError: for a file that cannot be written; what was there is still there.
    """
    options: dict[str, object] = dict(_OPTIONS.get(chosen, {}))
    if chosen is FileFormat.CSV:
        options["replace"] = replace
    with writing(path):
        _module(chosen).dump(loaded, path, **options)


def write_template(path: Path) -> None:
    """Write an empty workbook to fill in.

    Raises:
        FieldError: for a file that cannot be written, or exists.
    """
    refuse_existing(path)
    with writing(path):
        _module(FileFormat.EXCEL).template(path)


def refuse_existing(path: Path, hint: str = "Nothing was written.") -> None:
    """Refuse to write over a file, or a folder that is not empty; a pipe or a device is written to.

    Raises:
        FieldError: when it is there.
    """
    if os.path.isfile(path) and not is_standard_output(path):
        problem = "the file is there already"
        raise FieldError(problem, where="file", got=str(path), expected="a new name", hint=hint)
    with suppress(OSError):  # of a folder that cannot be listed, the write says why
        if os.path.isdir(path) and any(not is_clutter(name) for name in os.listdir(path)):
            raise FieldError(
                "the folder is there already, and not empty",
                where="file",
                got=str(path),
                expected="a new name",
                hint=hint,
            )


def is_standard_output(path: Path) -> bool:
    """Return whether a path leads to where this process prints."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False


@contextmanager
def writing(path: Path) -> Generator[None]:
    """Raise the error for a file that the system does not write; a reader that is gone is not an error of the file.

    Raises:
        FieldError: for such a file.
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
            expected="a place to write to",
            hint=f"The system says: {error.strerror or error}.",
        ) from None


def draft_format_of(path: Path) -> FileFormat | None:
    """The format of a draft that a name ends in, if it does."""
    chosen = _BY_SUFFIX.get(path.suffix.lower())
    return chosen if chosen in _DRAFTS else None


def takes_gaps(chosen: FileFormat) -> bool:
    """Whether a format has a place for the gaps of a draft."""
    return chosen in _DRAFTS
