"""Draw docs/explanation/model.svg: the types of the model, and the references between them.

    python docs/_pictures/draw_model.py

The picture is narrow, so that its texts can be read on a phone.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).parents[1] / "explanation" / "model.svg"
WIDTH, HEIGHT = 460, 592
GREY, BLUE, GREEN, BROWN = "#595959", "#1f5f8b", "#3f6130", "#8a4412"


class Box(NamedTuple):
    """A box with the names of types, and what they contain."""

    x: int
    y: int
    width: int
    colour: str
    names: tuple[str, ...]
    content: str

    @property
    def height(self) -> int:
        return 30 + 18 * len(self.names)


class Arrow(NamedTuple):
    """An arrow from one point to another, with a word beside its middle."""

    x1: int
    y1: int
    x2: int
    y2: int
    word: str
    dx: int = 6


BOXES = (
    Box(10, 10, 440, BLUE, ("Review",), "one report; checks all its records"),
    Box(10, 102, 280, BLUE, ("Indicator",), "what is measured: unit, kind, structure"),
    Box(310, 102, 140, GREEN, ("Document",), "the text, its SHA-256"),
    Box(10, 194, 130, BLUE, ("Observation",), "place, time, status"),
    Box(160, 194, 130, BLUE, ("Target",), "a planned level"),
    Box(310, 194, 140, GREEN, ("Citation",), "words and position"),
    Box(10, 286, 280, BLUE, ("ChangeClaim", "AttainmentClaim", "ShareClaim"), "derived by the report itself"),
    Box(310, 286, 140, GREEN, ("Mention", "Finding", "Section"), "not figures"),
    Box(10, 426, 130, BROWN, ("Value",), "25.55 percent"),
    Box(160, 426, 130, BROWN, ("Change", "RelativeChange", "Attainment"), "−14.85 points"),
    Box(310, 426, 140, BROWN, ("Period", "AsOf"), "2016-01-01/P3Y"),
    Box(10, 534, 440, BROWN, ("Interval",), "all quantities that a statement allows: (60000, ∞)"),
)
ARROWS = (
    Arrow(150, 102, 150, 58, "in"),
    Arrow(380, 102, 380, 58, "in"),
    Arrow(75, 194, 75, 150, "of"),
    Arrow(225, 194, 225, 150, "of"),
    Arrow(380, 194, 380, 150, "in"),
    Arrow(290, 212, 310, 212, "", 0),
    Arrow(75, 286, 75, 242, "from, to, actual"),
    Arrow(225, 286, 225, 242, "plan"),
    Arrow(380, 286, 380, 242, "cited"),
    Arrow(75, 370, 75, 426, "value"),
    Arrow(225, 370, 225, 426, "value"),
    Arrow(75, 474, 75, 534, "interval()"),
)


def text(x: int, y: int, words: str, colour: str, *, size: int = 13, bold: bool = False, anchor: str = "middle") -> str:
    weight = ' font-weight="bold"' if bold else ""
    place = f'x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}"'
    return f'<text {place}{weight} fill="{colour}">{escape(words)}</text>'


def drawn(box: Box) -> list[str]:
    middle = box.x + box.width // 2
    shape = f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="6"'
    lines = [f'{shape} fill="#fafafa" stroke="{box.colour}" stroke-width="1.5"/>']
    for number, name in enumerate(box.names):
        lines.append(text(middle, box.y + 20 + 18 * number, name, box.colour, bold=True))
    return [*lines, text(middle, box.y + box.height - 10, box.content, box.colour, size=12)]


def arrow(item: Arrow) -> list[str]:
    place = f'x1="{item.x1}" y1="{item.y1}" x2="{item.x2}" y2="{item.y2}"'
    line = f'<line {place} stroke="{GREY}" stroke-width="1.3" marker-end="url(#tip)"/>'
    middle = (item.y1 + item.y2) // 2 + 4
    word = [text(item.x1 + item.dx, middle, item.word, GREY, size=12, anchor="start")] if item.word else []
    return [line, *word]


def picture() -> str:
    """Return the picture as SVG."""
    tip = '<path d="M0 0 8 4 0 8z" fill="#595959"/>'
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="system-ui, sans-serif" role="img" aria-label="The types of the model">',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f"{tip}</marker></defs>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="8" fill="#fff"/>',
    ]
    body = [line for item in ARROWS for line in arrow(item)] + [line for box in BOXES for line in drawn(box)]
    return "\n".join([*head, *body, "</svg>"]) + "\n"


if __name__ == "__main__":
    TARGET.write_text(picture(), encoding="utf-8")
