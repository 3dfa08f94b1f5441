"""The command line: ``aseansc show lai-chau``. Its libraries come with the extra ``cli``."""

from __future__ import annotations

import errno
import io
import os
import sys

TYPE_CHECKING = False  # what takes time is imported where Ctrl-C is caught already
if TYPE_CHECKING:
    from typing import Any, Final

    from cyclopts import App

    from aseansc.errors import AseanscError

_EXTRA: Final = ("cyclopts", "rich")
_INTERRUPTED: Final = 130
"""What a shell reports for a program that Ctrl-C ended."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line.

    Args:
        arguments: the words after the program's name; those of the process unless given.

    Raises:
        SystemExit: with status 0; 1 for an error of the library, told in one sentence, or for output that cannot be
            written; 2 for words that are off; 130 after Ctrl-C.
    """
    is_program = arguments is None
    if is_program:
        sys.unraisablehook = _on_unraisable
    try:
        _run(arguments)
    except KeyboardInterrupt:
        if is_program:
            _ignore_interrupts()
        _discard_output()
        _complain("interrupted")
        if is_program:  # Python would report another status where Ctrl-C fell into the running of generated code
            os._exit(_INTERRUPTED)
        raise SystemExit(_INTERRUPTED) from None
    finally:
        if is_program:  # nothing is left to interrupt but the end of Python
            _ignore_interrupts()


def _ignore_interrupts() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run(arguments: list[str] | None) -> None:
    from aseansc._printable import printable
    from aseansc.errors import AseanscError, MissingExtraError

    unheard = _open_streams()
    try:
        app = _load_app()
    except MissingExtraError as error:
        _complain(str(error))
        raise SystemExit(1) from None
    _write_utf8()
    try:
        try:
            app(arguments)
        finally:
            sys.stdout.flush()
            if unheard is not None and unheard.getvalue():
                raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    except AseanscError as error:
        _complain("\n".join([_told(error), *map(printable, getattr(error, "__notes__", ()))]))
        raise SystemExit(1) from None
    except BrokenPipeError:  # the reader, such as head, has seen enough
        _discard_output()
        raise SystemExit(0) from None
    except OSError as error:
        _discard_output()
        what = "the output cannot be written" if error.filename is None else f"{error.filename!r} cannot be used"
        _complain(f"{printable(what)}. The system says: {error.strerror or error}.")
        raise SystemExit(1) from None


def _complain(words: str) -> None:
    """Print an error, if there is anywhere to print it."""
    from contextlib import suppress

    with suppress(OSError):
        print(f"aseansc: {words}", file=sys.stderr, flush=True)


def _told(error: AseanscError) -> str:
    """An error with all of its problems: who mends a file wants them all, not the first of them."""
    from aseansc.errors import AseanscError, ManyProblemsError

    if not isinstance(error, ManyProblemsError):
        return str(error)
    return "\n".join([AseanscError.__str__(error), *(f"  - {problem}" for problem in error.problems)])


def _open_streams() -> io.StringIO | None:
    """Put something in the place of standard streams that are closed; return what is printed on the first of them."""
    if sys.stderr is None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stderr = io.StringIO()
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stdout = unheard = io.StringIO()
        return unheard
    return None


def _on_unraisable(unraisable: Any) -> None:
    """End the program where Ctrl-C falls into a step of Python's own that would only report it."""
    if unraisable.exc_type is KeyboardInterrupt:
        _complain("interrupted")
        os._exit(_INTERRUPTED)
    sys.__unraisablehook__(unraisable)


def _write_utf8() -> None:
    """Write UTF-8 also where the locale has an encoding that lacks the letters of Vietnamese; odd names escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Let nothing more be written, nor what Python still holds when it ends."""
    from contextlib import suppress

    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _load_app() -> App:
    from aseansc.errors import MissingExtraError

    try:
        from aseansc.cli._app import app
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _EXTRA:
            raise
        raise MissingExtraError(
            "the command line needs packages that are not installed",
            got=error.name,
            expected=" and ".join(_EXTRA),
            hint='Install them: pip install "aseansc[cli]".',
        ) from None
    return app
