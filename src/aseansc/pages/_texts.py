"""Texts of documents on pages: cleaned of characters that control the layout, and cut where there is no room."""

from __future__ import annotations

from aseansc._printable import printable


def clipped(text: str, room: int) -> str:
    """Return a text on one line, cut with an ellipsis if it has more characters than there is room for."""
    shown = printable(text)
    return shown if len(shown) <= room else f"{shown[: room - 1]}…"
