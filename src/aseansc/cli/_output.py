"""Print text from documents, file names and arguments without letting it control the terminal."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from aseansc._printable import UNPRINTABLE, printable, printable_lines
from aseansc.codelists import Absent
from aseansc.errors import AseanscError, ManyProblemsError
from aseansc.interchange import without_python
from aseansc.intervals import Interval
from aseansc.units import Unit


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: "1 figure", "2 figures"."""
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


def say(text: str, *, end: str = "\n", error: bool = False, style: str = "") -> None:
    """Print one line on standard output or standard error, with control characters escaped.

    Args:
        text: the line, which is never wrapped.
        end: what is printed after it.
        error: whether to print it on standard error.
        style: its style on a terminal, such as "bold red".
    """
    stream = sys.stderr if error else sys.stdout
    if style and stream.isatty():
        SafeConsole(stderr=error).print(Line(printable(text), style), end=end, soft_wrap=True, highlight=False)
    else:
        print(printable(text), end=end, file=stream, flush=error)


def full_message(error: AseanscError, *, runs_python: bool) -> str:
    """Return the message of an error with all its problems, not only the first 50, and its notes.

    Args:
        error: the error.
        runs_python: whether the command read a Python file; if not, hints show no Python.
    """
    if not runs_python:
        without_python(error)
    problems = error.problems if isinstance(error, ManyProblemsError) else ()
    first = AseanscError.__str__(error) if problems else str(error)
    notes = map(printable, getattr(error, "__notes__", ()))
    return "\n".join([first, *(f"  - {problem}" for problem in problems), *notes])


def as_json(document: object) -> str:
    """Return a document as JSON, sorted by key, with invisible characters escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True, default=str)
    return re.sub(UNPRINTABLE, lambda found: "\n" if found[0] == "\n" else json.dumps(found[0])[1:-1], text)


def serialised(_instance: object, _attribute: object, value: Any) -> Any:
    """Return a field of a result for JSON: intervals and times as text, codes of units, null if not applicable."""
    if value is Absent.NOT_APPLICABLE:
        return None
    if isinstance(value, Unit):
        return value.code
    if isinstance(value, Interval) or hasattr(value, "iso") or hasattr(value, "date"):
        return str(value)
    return value.value if isinstance(value, Absent) or hasattr(value, "value") else value


class Line(Text):
    """A styled text with control characters escaped."""

    def __init__(self, text: str = "", style: str | Style = "", **more: Any) -> None:
        super().__init__(printable_lines(text), style, **more)

    def append(self, text: Text | str, style: str | Style | None = None) -> Line:
        """Append a text with control characters escaped."""
        super().append(printable_lines(text) if isinstance(text, str) else text, style)
        return self


class SafeConsole(Console):
    """A console that escapes control characters in everything it prints, such as messages about wrong arguments."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render, with control characters of texts escaped, but not those of the console itself."""
        for segment in super().render(renderable, options):
            text, style, control = segment
            yield segment if control else Segment(printable_lines(text), style)
