"""Which format a file is in, and how the command line reads and writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from aseansc.drafts import Draft
from aseansc.errors import DocumentError, DraftError, FieldError
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
            way_out=f"Add --to {' or --to '.join(fitting or FileFormat)}.",
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
        suffix = path.suffix.lower()
        chosen = FileFormat.SDMX_CSV if suffix == ".csv" else None
        if suffix == ".xml" and not path.is_dir():
            chosen = _format_of_xml(path)
        if structure is not None:
            if chosen not in _OF_SDMX:
                raise no_structure(path)
            return _loaded(FileFormat.SDMX_CSV, "load", path, structure=structure)
        if path.is_dir():
            return _loaded(FileFormat.CSV, "load", path)
        if suffix in (".json", ".xlsx"):
            draft = _loaded(_BY_SUFFIX[suffix], "load_draft", path)
            has_gaps = isinstance(draft, Draft) and draft.gaps
            return draft if has_gaps else _loaded(_BY_SUFFIX[suffix], "load", path)  # which tells faults by their cells
        if suffix == ".zip":
            return _loaded(FileFormat.CSV, "load", path)
        return _loaded(chosen or FileFormat.SDMX_CSV, "load", path)
    except OSError as error:
        raise FieldError(
            "the file cannot be read",
            where="file",
            got=str(error.filename or path),
            expected="a file",
            way_out=f"The system says: {error.strerror}.",
        ) from None


def _format_of_xml(path: Path) -> FileFormat:
    """The format of an XML file, by its root element: in which encoding it is, is only known when it was parsed.

    Raises:
        DocumentError: for what is not XML, or of neither format.
    """
    from aseansc.interchange._xml import parsed_xml
    from aseansc.interchange.sdmx._messages import DATA_MESSAGES

    root = parsed_xml(path.read_bytes(), str(path))
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
    from aseansc.interchange._files import write_bytes

    text: str = _module(FileFormat.SDMX_CSV).structure(review)
    try:
        write_bytes(text.encode(), path, "aseansc convert")
    except OSError as error:
        raise unwritable(path, error) from None


def _loaded(chosen: FileFormat, verb: str, path: Path, **options: object) -> Review | Draft:
    read: Callable[..., Review | Draft] = getattr(_module(chosen), verb)
    return read(path, **options)


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
    way_out = f"Fill it in: aseansc convert {name} draft.xlsx."
    if chosen is not None and chosen in _DRAFTS:
        way_out = "Fill it in, and ask again."
        try:
            _loaded(chosen, "load", path)
        except DocumentError as error:
            unfinished = error
    raise DocumentError(unfinished.problem, where=name, way_out=way_out, problems=unfinished.problems)


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


def write_file(loaded: Review | Draft, path: Path, chosen: FileFormat) -> None:
    """Write a review, or a draft, to a file or a new folder.

    Raises:
        FieldError: for a file that cannot be written; what stood there is still there.
    """
    try:
        _module(chosen).dump(loaded, path, **_OPTIONS.get(chosen, {}))
    except OSError as error:
        raise unwritable(path, error) from None


def write_template(path: Path) -> None:
    """Write an empty workbook to fill in.

    Raises:
        FieldError: for a file that cannot be written, or is there already.
    """
    refuse_existing(path)
    try:
        _module(FileFormat.EXCEL).template(path)
    except OSError as error:
        raise unwritable(path, error) from None


def refuse_existing(path: Path) -> None:
    """Refuse to write over a file.

    Raises:
        FieldError: when it is there.
    """
    if path.exists():
        raise FieldError(
            "the file is there already",
            where="file",
            got=str(path),
            expected="a new name",
            way_out="Nothing was written.",
        )


def unwritable(path: Path, error: OSError) -> FieldError:
    """The error for a file that the system would not write."""
    return FieldError(
        "the file cannot be written",
        where="file",
        got=str(path),
        expected="a place to write to",
        way_out=f"The system says: {error.strerror}.",
    )


def draft_format_of(path: Path) -> FileFormat | None:
    """The format of a draft that a name ends in, if it does."""
    chosen = _BY_SUFFIX.get(path.suffix.lower())
    return chosen if chosen in _DRAFTS else None


def takes_gaps(chosen: FileFormat) -> bool:
    """Whether a format has a place for the gaps of a draft."""
    return chosen in _DRAFTS
