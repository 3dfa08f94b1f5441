"""Load a review by the name of a dataset or from a file, and write the template of a new review."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from pkgutil import iter_modules
from traceback import extract_tb
from typing import Final

from aseansc import datasets
from aseansc.cli._files import refuse_existing, write_template, writing
from aseansc.drafts import Draft
from aseansc.errors import AseanscError, FieldError, FieldTypeError, UnknownNameError, bug, nearest_names
from aseansc.interchange import (
    SUFFIXES,
    finished,
    folder_at,
    load_any as load_file,
    no_structure,
    write_bytes,
)
from aseansc.reviews import Review

_REPORTS: Final = (".docx", ".html", ".htm", ".txt", ".pdf", ".xls", ".doc", ".rtf")
"""The suffixes of reports, which only ``aseansc draft`` reads."""
_SKELETON: Final = Path(datasets.__path__[0], "skeleton.py")


def load_review(name: str, *, allow_untranslated: bool = False, command: str = "") -> Review:
    """Return the review of an included dataset, a Python file with ``load()``, or a file in one of the formats.

    Args:
        name: what `load_any` accepts.
        allow_untranslated: use the Vietnamese of a text also in place of English that is not given.
        command: the command that does so, for the hint; by default one that converts the file.

    Raises:
        AseanscError: if there is none, or if it is a draft that is not complete.
    """
    return finished(load_any(name), name, allow_untranslated=allow_untranslated, command=command)


def load_any(name: str, structure: Path | None = None) -> Review | Draft:
    """Return the review or draft in a file, or an included dataset.

    Args:
        name: the path of a file or folder in a supported format, the path of a Python file that defines ``load``, or
            the name of an included dataset. A name is a path if it has the suffix of a format or is such a folder.
        structure: the path of the structure message; for SDMX files only.
    """
    is_folder = name != "" and folder_at(Path(name)) is not None and not name.endswith(".py")
    if name.lower().endswith(SUFFIXES) or is_folder:
        return load_file(Path(name), structure)
    if structure is not None:
        raise no_structure(Path(name))
    if name.endswith(".py"):
        return _of_file(Path(name))
    names = {module.name.replace("_", "-"): module.name for module in iter_modules(datasets.__path__)}
    if name not in names and os.path.isfile(name):
        if Path(name).suffix.lower() in _REPORTS:
            raise FieldError(
                "a report, not a review",
                where="dataset",
                got=name,
                expected="a review or a draft",
                hint=f"Read its figures into a draft first: aseansc draft {name} -o draft.xlsx.",
            )
        return load_file(Path(name), structure)  # recognized by its content
    if name not in names:
        raise UnknownNameError(
            "there is no such dataset or file",
            where="dataset",
            got=name,
            nearest=nearest_names(name, names),
            expected=f"{', '.join(sorted(names))}, or a file that ends in .py, {', '.join(SUFFIXES)}",
        )
    review = import_module(f"aseansc.datasets.{names[name]}").load()
    if not isinstance(review, Review):
        raise bug(review)
    return review


def _of_file(path: Path) -> Review:
    file = os.path.realpath(path) if os.path.isfile(path) else ""
    spec = spec_from_file_location(path.stem, file)
    if not file or spec is None or spec.loader is None:
        raise FieldError("there is no such file", where="dataset", got=str(path), expected="a Python file")
    module = module_from_spec(spec)
    sys.path.insert(0, os.path.dirname(file))  # so that a dataset can import other files in its folder
    try:
        with _without_bytecode():
            spec.loader.exec_module(module)
        load = getattr(module, "load", None)
        review = load() if callable(load) else load
    except AseanscError as error:
        error.add_note(f"in {_last_line(path, error)}")
        raise
    except Exception as error:  # report any mistake in the file without a traceback
        raise FieldError(
            "the file cannot be run",
            where=f"dataset {_last_line(path, error)}",
            expected="Python code with a function load() without arguments",
            hint=f"Python says: {type(error).__name__}: {error.msg if isinstance(error, SyntaxError) else error}.",
        ) from error
    if not isinstance(review, Review):
        raise FieldTypeError(
            "the file does not define a review",
            where=f"dataset {path}",
            got=review,
            expected="a function load() that returns a Review",
            hint="Start from an example: aseansc template my_district.py.",
        )
    return review


@contextmanager
def _without_bytecode() -> Generator[None]:
    """Write no bytecode: Python would use it even after the file has changed within the same second."""
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = kept


def _last_line(path: Path, error: Exception) -> str:
    """Return file and line of the error, in the dataset or another file of its folder; else only the file."""
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        lines = [(Path(error.filename), error.lineno)]
    else:
        lines = [(Path(frame.filename), frame.lineno or 0) for frame in extract_tb(error.__traceback__)]
    folder = Path(os.path.realpath(path)).parent
    own = [(file, line) for file, line in lines if file.parent == folder]
    if not own:
        return str(path)
    file, line = own[-1]
    return f"{path.parent / file.name}, line {line}"


def write_skeleton(file: Path) -> tuple[Path, ...]:
    """Write the example with its text, or an empty workbook, and return the paths written.

    Raises:
        FieldError: if a file exists or cannot be written, or the name has another suffix.
    """
    if file.suffix.lower() == ".xlsx":
        write_template(file)
        return (file,)
    if file.suffix != ".py":
        raise FieldError(
            "a template is a Python file or a workbook",
            where="file",
            got=str(file),
            expected="a name that ends in .py or .xlsx",
        )
    copies = {file: _SKELETON, file.with_suffix(".txt"): _SKELETON.with_suffix(".txt")}
    for path in copies:
        refuse_existing(path)
    written: list[Path] = []
    try:
        for path, original in copies.items():
            with writing(path):
                write_bytes(original.read_bytes(), path, "aseansc template")
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return file, file.with_suffix(".txt")
