"""A progress bar on standard error, for work that can take more than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from threading import Lock, Timer
from typing import Final, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from aseansc._printable import printable
from aseansc.cli._output import SafeConsole, full_message
from aseansc.errors import AseanscError
from aseansc.interchange import in_file

T = TypeVar("T")
_DELAY: Final = 1.0
"""Seconds of work before the bar appears."""


class _DelayedBar:
    """A bar that appears after a second of work, unless the work has ended by then."""

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
        self.progress = Progress(*columns, console=console, transient=True)
        self._lock, self._has_ended = Lock(), False
        self._timer = Timer(_DELAY, self._appear)
        self._timer.daemon = True

    def start(self) -> None:
        self._timer.start()

    def _appear(self) -> None:
        with self._lock:
            if not self._has_ended:
                self.progress.start()

    def end(self) -> None:
        self._timer.cancel()
        with self._lock:
            self._has_ended = True
            self.progress.stop()


@contextmanager
def progress(work: str, total: int | None = None) -> Generator[Callable[[int], None]]:
    """Show a progress bar after a second, if standard error is a terminal, and remove it at the end.

    Print nothing on standard output meanwhile: both may be the same terminal.

    Args:
        work: what is being done, such as "reading report.txt".
        total: the amount of work, or `None` if it is not known.

    Yields:
        A function that takes the amount of work that is done.
    """
    console = SafeConsole(stderr=True)
    if not console.is_terminal:
        yield lambda _done: None
        return
    bar = _DelayedBar(console)
    task = bar.progress.add_task(printable(work), total=total)
    bar.start()
    try:
        yield lambda done: bar.progress.update(task, completed=done)
    finally:
        bar.end()


def for_each(work: str, names: Sequence[str], do: Callable[[str], T]) -> list[T]:
    """Return the result of a function for each name, with a progress bar.

    Raises:
        AseanscError: if one of them fails; the others that fail are reported on standard error.
    """
    results, errors = _attempt(work, names, do)
    if errors:
        _report(errors[:-1], names)
        raise errors[-1]
    return results


def for_each_good(work: str, names: Sequence[str], do: Callable[[str], T]) -> tuple[list[T], bool]:
    """Return the results for the names for which a function succeeds, and whether it fails for others.

    Those that fail are reported on standard error.

    Raises:
        AseanscError: if all of them fail.
    """
    results, errors = _attempt(work, names, do)
    if not results and errors:
        _report(errors[:-1], names)
        raise errors[-1]
    _report(errors, names)
    return results, bool(errors)


def _attempt(work: str, names: Sequence[str], do: Callable[[str], T]) -> tuple[list[T], list[AseanscError]]:
    """Call a function for each name; each error names the file."""
    results: list[T] = []
    errors: list[AseanscError] = []
    with progress(work, len(names) if len(names) > 1 else None) as at:
        for number, name in enumerate(names, 1):
            try:
                results.append(do(name))
            except AseanscError as error:
                errors.append(in_file(error, name))
            at(number)
    return results, errors


def _report(errors: Sequence[AseanscError], names: Sequence[str]) -> None:
    runs_python = any(name.endswith(".py") for name in names)
    for error in errors:
        print(f"aseansc: {full_message(error, runs_python=runs_python)}", file=sys.stderr, flush=True)
