"""Where the command line finds a review, by a dataset's name, or in a file; and the skeleton of a new one."""

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
from aseansc.cli._files import SUFFIXES, finished, load_file, no_structure, refuse_existing, write_template, writing
from aseansc.drafts import Draft
from aseansc.errors import AseanscError, FieldError, FieldTypeError, UnknownNameError, nearest_names
from aseansc.interchange._atomic import folder_at
from aseansc.interchange._files import write_bytes
from aseansc.reviews import Review

_SKELETON: Final = Path(datasets.__path__[0], "skeleton.py")


def load_review(name: str) -> Review:
    """The review of a dataset of ours, of a Python file with ``load()``, or of a file in one of the formats."""
    return finished(load_any(name), name)


def load_any(name: str, structure: Path | None = None) -> Review | Draft:
    """The same, or the draft that a file holds; of SDMX perhaps with its structure message."""
    if name.lower().endswith(SUFFIXES) or (folder_at(Path(name)) is not None and not name.endswith(".py")):
        return load_file(Path(name), structure)
    if structure is not None:
        raise no_structure(Path(name))
    if name.endswith(".py"):
        return _of_file(Path(name))
    names = {module.name.replace("_", "-"): module.name for module in iter_modules(datasets.__path__)}
    if name not in names:
        raise UnknownNameError(
            "no such dataset",
            where="dataset",
            got=name,
            nearest=nearest_names(name, names),
            expected=f"{', '.join(sorted(names))}, or a file that ends in .py, {', '.join(SUFFIXES)}",
        )
    review = import_module(f"aseansc.datasets.{names[name]}").load()
    assert isinstance(review, Review)
    return review


def _of_file(path: Path) -> Review:
    file = os.path.realpath(path) if os.path.isfile(path) else ""
    spec = spec_from_file_location(path.stem, file)
    if not file or spec is None or spec.loader is None:
        raise FieldError("there is no such file", where="dataset", got=str(path), expected="a Python file")
    module = module_from_spec(spec)
    sys.path.insert(0, os.path.dirname(file))  # a dataset of several files imports the others
    try:
        with _without_bytecode():
            spec.loader.exec_module(module)
        load = getattr(module, "load", None)
        review = load() if callable(load) else load
    except AseanscError as error:
        error.add_note(f"in {_last_place(path, error)}")
        raise
    except Exception as error:  # a slip in Python is the file's, and is told as one
        raise FieldError(
            "the dataset does not run",
            where=f"dataset {_last_place(path, error)}",
            expected="Python with a function load() that takes nothing",
            hint=f"Python says: {type(error).__name__}: {error.msg if isinstance(error, SyntaxError) else error}.",
        ) from error
    if not isinstance(review, Review):
        raise FieldTypeError(
            "the file gives no review",
            where=f"dataset {path}",
            got=review,
            expected="a function load() that returns a Review",
            hint="Start from a skeleton: aseansc template my_district.py.",
        )
    return review


@contextmanager
def _without_bytecode() -> Generator[None]:
    """Keep no compiled copy beside a dataset: Python would take it for a file changed within the same second."""
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = kept


def _last_place(path: Path, error: Exception) -> str:
    """The last line that ran of a dataset's file, or of one beside it; the file alone where none did."""
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        places = [(Path(error.filename), error.lineno)]
    else:
        places = [(Path(frame.filename), frame.lineno or 0) for frame in extract_tb(error.__traceback__)]
    folder = Path(os.path.realpath(path)).parent
    own = [(file, line) for file, line in places if file.parent == folder]
    if not own:
        return str(path)
    file, line = own[-1]
    return f"{path.parent / file.name}, line {line}"


def write_skeleton(file: Path) -> tuple[Path, ...]:
    """Copy the skeleton and its text, or write an empty workbook; nothing is written over."""
    if file.suffix.lower() == ".xlsx":
        write_template(file)
        return (file,)
    if file.suffix != ".py":
        raise FieldError(
            "a skeleton is a Python file or a workbook",
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
