"""Fill the templates of pages."""

from __future__ import annotations

from functools import cache
from typing import Any

from aseansc._printable import printable_lines
from aseansc.pages._markup import Environment, PackageLoader, StrictUndefined
from aseansc.pages._texts import clipped


def render(template: str, **content: Any) -> str:
    """Return a page."""
    return _environment().get_template(template).render(**content)


@cache
def _environment() -> Environment:

    made = Environment(
        loader=PackageLoader("aseansc.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = made.filters
    filters["clipped"] = clipped
    return made


def _safe(thing: Any) -> Any:
    """Escape characters of a text that control its direction or cannot be printed; drawings are safe already."""
    return printable_lines(thing) if type(thing) is str else thing
