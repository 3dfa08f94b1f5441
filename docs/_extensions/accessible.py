"""A Sphinx extension that completes the HTML for readers who use a keyboard or a screen reader."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

COMPLETED = (
    # Blocks that scroll sideways on a phone can be reached with the Tab key.
    (re.compile(r'(<div class="highlight"><pre)>'), r'\1 tabindex="0">'),
    (re.compile(r'(<div class="table-wrapper [^">]*")>'), r'\1 tabindex="0">'),
    # A heading of the navigation states its level.
    (re.compile('<p class="caption" role="heading">'), '<p class="caption" role="heading" aria-level="2">'),
)


def complete(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Complete the text and the navigation of a page."""
    for name in {"body", "furo_navigation_tree"} & set(context):
        for found, completed in COMPLETED:
            context[name] = found.sub(completed, context[name])


def setup(app: Sphinx) -> dict[str, object]:
    app.connect("html-page-context", complete, priority=900)  # after the theme
    return {"parallel_read_safe": True, "parallel_write_safe": True}
