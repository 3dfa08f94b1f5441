"""Determine the format of files to write, and write them for the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from aseansc.drafts import Draft
from aseansc.errors import FieldError
from aseansc.interchange import AMBIGUOUS, BY_SUFFIX, DRAFTS, FileFormat, format_module, is_clutter, write_bytes
from aseansc.losses import Loss
from aseansc.reviews import Review

_OPTIONS: Final[dict[FileFormat, dict[str, str]]] = {
    FileFormat.SDMX_CSV: {"format": "csv"},
    FileFormat.SDMX_ML: {"format": "ml"},
    FileFormat.SDMX_JSON: {"format": "json"},
}


def format_of(path: Path, to: FileFormat | None) -> FileFormat:
    """Return the format to write a file in, from the option ``--to`` or the suffix.

    Raises:
        FieldError: if the suffix does not determine the format, or contradicts the option.
    """
    suffix = path.suffix.lower()
    by_suffix = BY_SUFFIX.get(suffix)
    fitting = AMBIGUOUS.get(suffix) or (() if by_suffix is None else (by_suffix,))
    if to is None and by_suffix is not None:
        return by_suffix
    if to is None:
        raise FieldError(
            "the format to write is not specified",
            where="aseansc convert",
            got=str(path),
            expected=f"a name that ends in {', '.join(BY_SUFFIX)}, or the option --to",
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


def write_structure(review: Review, path: Path) -> None:
    """Write the SDMX structure message of a review.

    Raises:
        FieldError: if the file cannot be written; an existing file is kept.
    """
    text: str = format_module(FileFormat.SDMX_CSV).structure(review)
    with writing(path):
        write_bytes(text.encode(), path, "aseansc convert")


def same_file(first: str | Path, second: Path) -> bool:
    """Return whether two paths lead to the same existing file."""
    try:
        return Path(first).samefile(second)
    except OSError:
        return False


def losses_of(loaded: Review | Draft, chosen: FileFormat) -> Iterable[Loss]:
    """Return what a format cannot represent of a review or draft."""
    if chosen in DRAFTS:
        return ()
    losses: Iterable[Loss] = format_module(chosen).losses(loaded, **_OPTIONS.get(chosen, {}))
    return losses


def write_file(loaded: Review | Draft, path: Path, chosen: FileFormat, *, replace: bool = False) -> None:
    """Write a review or draft to a file or folder; an existing file is replaced.

    Args:
        loaded: the review or draft.
        path: the file or folder.
        chosen: the format.
        replace: whether to replace an existing folder that contains only files of the format.

    Raises:
        FieldError: if the file cannot be written; an existing file is kept.
    """
    options: dict[str, object] = dict(_OPTIONS.get(chosen, {}))
    if chosen in (FileFormat.CSV, FileFormat.OPEN_SDG):
        options["replace"] = replace
    with writing(path):
        format_module(chosen).dump(loaded, path, **options)


def write_template(path: Path) -> None:
    """Write an empty workbook to fill in.

    Raises:
        FieldError: if the file exists or cannot be written.
    """
    refuse_existing(path)
    with writing(path):
        format_module(FileFormat.EXCEL).template(path)


def no_output(example: str) -> FieldError:
    """Return the error for a command without the name of the file to write."""
    return FieldError(
        "the file to write is not given",
        where="--output",
        expected="-o and a name",
        hint=f"For example: {example}. Nothing was written.",
    )


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
    chosen = BY_SUFFIX.get(path.suffix.lower())
    return chosen if chosen in DRAFTS else None


def takes_gaps(chosen: FileFormat) -> bool:
    """Return whether a format can represent the gaps of a draft."""
    return chosen in DRAFTS
