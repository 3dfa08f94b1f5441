"""A Sphinx extension that completes the HTML for readers who use a keyboard or a screen reader."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

SCROLLING = ('<div class="highlight"><pre', '<div class="table-wrapper colwidths-auto docutils container"')
"""Blocks that scroll sideways on a phone, and must be in reach of the Tab key."""
COMPLETED = {f"{start}>": f'{start} tabindex="0">' for start in SCROLLING} | {
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
}


def complete(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Complete the text and the navigation of a page."""
    for name in ("body", "furo_navigation_tree"):
        for before, after in COMPLETED.items():
            if name in context:
                context[name] = context[name].replace(before, after)


def setup(app: Sphinx) -> dict[str, object]:
    app.connect("html-page-context", complete, priority=900)  # after the theme
    return {"parallel_read_safe": True, "parallel_write_safe": True}
