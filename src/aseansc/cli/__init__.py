"""The command line: ``aseansc show lai-chau``. Its libraries come with the extra ``cli``."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from aseansc._printable import printable
from aseansc.errors import AseanscError, ManyProblemsError, MissingExtraError

if TYPE_CHECKING:
    from cyclopts import App

_EXTRA = ("cyclopts", "rich")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line.

    Args:
        arguments: the words after the program's name; those of the process unless given.

    Raises:
        SystemExit: with status 0; 1 for an error of the library, told in one sentence, or for output that cannot be
            written; 2 for words that are off.
    """
    try:
        app = _load_app()
    except MissingExtraError as error:
        print(f"aseansc: {error}", file=sys.stderr)
        raise SystemExit(1) from None
    _write_utf8()
    try:
        try:
            app(arguments)
        finally:
            sys.stdout.flush()
    except AseanscError as error:
        print(f"aseansc: {_told(error)}", *map(printable, getattr(error, "__notes__", ())), sep="\n", file=sys.stderr)
        raise SystemExit(1) from None
    except BrokenPipeError:  # the reader, such as head, has seen enough
        _discard_output()
        raise SystemExit(0) from None
    except OSError as error:  # files are read and written with errors of ours; only the output is left
        _discard_output()
        print(f"aseansc: the output cannot be written. The system says: {error.strerror}.", file=sys.stderr)
        raise SystemExit(1) from None


def _told(error: AseanscError) -> str:
    """An error with all of its problems: who mends a file wants them all, not the first of them."""
    if not isinstance(error, ManyProblemsError):
        return str(error)
    return "\n".join([AseanscError.__str__(error), *(f"  - {problem}" for problem in error.problems)])


def _write_utf8() -> None:
    """Write UTF-8 also where the locale has an encoding that lacks the letters of Vietnamese; odd names escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Let nothing more be written, nor what Python still holds when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _load_app() -> App:
    try:
        from aseansc.cli._app import app
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _EXTRA:
            raise
        raise MissingExtraError(
            "the command line needs packages that are not installed",
            got=error.name,
            expected=" and ".join(_EXTRA),
            way_out='Install them: pip install "aseansc[cli]".',
        ) from None
    return app
