"""The command line: ``aseansc show lai-chau``. It needs the extra ``cli``."""

from __future__ import annotations

import errno
import io
import os
import sys

TYPE_CHECKING = False  # slow imports are inside functions, where Ctrl-C is handled
if TYPE_CHECKING:
    from typing import Any, Final

    from cyclopts import App

    from aseansc.limits import Limits

__all__ = ["main"]

_EXTRA: Final = ("cyclopts", "rich")
_INTERRUPTED: Final = 130
"""The exit status of a program that was ended with Ctrl-C."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line.

    Args:
        arguments: the arguments after the program name; by default, those of the process.

    Raises:
        SystemExit: always, with the exit status: 0 for success; 1 for an error of the library, output that cannot be
            written, or a command that found differences or contradictions; 2 for wrong arguments; 130 after Ctrl-C.
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
        _print_error("interrupted")
        if is_program:  # otherwise Python may report another status, if Ctrl-C interrupted generated code
            os._exit(_INTERRUPTED)
        raise SystemExit(_INTERRUPTED) from None
    finally:
        if is_program:  # do not interrupt the shutdown of Python
            _ignore_interrupts()


def _ignore_interrupts() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run(arguments: list[str] | None) -> None:
    from aseansc._printable import printable
    from aseansc.errors import AseanscError, FieldError
    from aseansc.limits import within

    discarded = _open_streams()
    try:
        arguments, limits = _take_limits(sys.argv[1:] if arguments is None else arguments)
        app = _load_app()
    except AseanscError as error:
        _print_error(str(error))
        raise SystemExit(2 if isinstance(error, FieldError) else 1) from None
    _write_utf8()
    try:
        try:
            with within(limits):
                app(arguments)
        finally:
            _flush(discarded)
    except AseanscError as error:
        from aseansc.cli._output import full_message

        _print_error(full_message(error, runs_python=any(argument.endswith(".py") for argument in arguments)))
        raise SystemExit(1) from None
    except BrokenPipeError:  # the reader of the output, such as head, has closed it
        _discard_output()
        raise SystemExit(0) from None
    except OSError as error:
        _discard_output()
        what = "the output cannot be written" if error.filename is None else f"{error.filename!r} cannot be accessed"
        _print_error(f"{printable(what)}. The system says: {error.strerror or error}.")
        raise SystemExit(1) from None


def _take_limits(arguments: list[str]) -> tuple[list[str], Limits | None]:
    """Return the arguments after those for limits, which stand before the command, and the limits.

    Raises:
        FieldError: for an unknown limit, or one that is not a number in its range.
    """
    if arguments[:1] != ["--limit"]:
        return arguments, None
    from attrs import evolve, fields_dict

    from aseansc.errors import FieldError
    from aseansc.limits import Limits

    limits = Limits()
    while arguments[:1] == ["--limit"]:
        name, _, number = "".join(arguments[1:2]).partition("=")
        if name not in fields_dict(Limits) or not (number.isascii() and number.isdecimal() and len(number) < 16):
            expected = f"{' or '.join(fields_dict(Limits))}, = and a number, such as items=4000000"
            raise FieldError("not a limit", where="aseansc --limit", got="".join(arguments[1:2]), expected=expected)
        limits = evolve(limits, **{name: int(number)})
        arguments = arguments[2:]
    return arguments, limits


def _print_error(words: str) -> None:
    """Print an error message, if standard error can be written."""
    from contextlib import suppress

    with suppress(OSError):
        print(f"aseansc: {words}", file=sys.stderr, flush=True)


def _open_streams() -> io.StringIO | None:
    """Replace closed standard streams; return the replacement of standard output, or ``None`` if it is open."""
    if sys.stderr is None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stderr = io.StringIO()
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stdout = discarded = io.StringIO()
        return discarded
    return None


def _flush(discarded: io.StringIO | None) -> None:
    """Write what is buffered; fail if standard output was closed and there was something to write."""
    sys.stdout.flush()
    if discarded is not None and discarded.getvalue():
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _on_unraisable(unraisable: Any) -> None:
    """End the program if Ctrl-C interrupts a function from which Python cannot raise an exception."""
    if unraisable.exc_type is KeyboardInterrupt:
        _print_error("interrupted")
        os._exit(_INTERRUPTED)
    sys.__unraisablehook__(unraisable)


def _write_utf8() -> None:
    """Write UTF-8 whatever the encoding of the locale; escape undecodable bytes of file names."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Discard all further output, including what Python has buffered."""
    from contextlib import suppress

    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _load_app() -> App:
    from aseansc.errors import MissingExtraError

    try:
        from aseansc.cli._commands import app
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
