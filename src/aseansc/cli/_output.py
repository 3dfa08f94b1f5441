"""Print so that nothing a document, a file name or an argument holds can act on the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from aseansc._printable import UNPRINTABLE, printable, printable_lines


def say(text: str, *, end: str = "\n", error: bool = False) -> None:
    """Print one line, its control characters escaped, on standard output or standard error."""
    print(printable(text), end=end, file=sys.stderr if error else sys.stdout, flush=error)


def as_json(document: object) -> str:
    """Return a document as JSON, sorted by key; what would be invisible on a screen is escaped as JSON does."""
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
    return UNPRINTABLE.sub(lambda found: "\n" if found[0] == "\n" else json.dumps(found[0])[1:-1], text)


class Line(Text):
    """A styled text, its control characters escaped before it is laid out."""

    def __init__(self, text: str = "", style: str | Style = "", **more: Any) -> None:
        super().__init__(printable_lines(text), style, **more)

    def append(self, text: Text | str, style: str | Style | None = None) -> Line:
        """Append a text, its control characters escaped."""
        super().append(printable_lines(text) if isinstance(text, str) else text, style)
        return self


class SafeConsole(Console):
    """A console that escapes control characters also in what others lay out, such as messages on wrong arguments."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render, with the control characters of texts escaped; those of the console itself stay."""
        for segment in super().render(renderable, options):
            text, style, control = segment
            yield segment if control else Segment(printable_lines(text), style)
