"""The styles of a .docx file: fonts, heading levels, list levels and hidden text."""

from __future__ import annotations

from typing import Any, Final, final
from xml.etree.ElementTree import Element

from attrs import evolve

from aseansc.documents._looks import RAISED, Look, with_name

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = frozenset({"0", "false", "off"})


def is_on(element: Element | None) -> bool:
    """Return whether a switch such as ``w:b`` is present and not switched off."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def with_run(look: Look, properties: Element | None) -> Look:
    """Return formatting with the run properties of an element."""
    if properties is None or not len(properties):
        return look
    changes: dict[str, Any] = {}
    for part in properties:
        match part.tag.removeprefix(W):
            case "rFonts":
                font = part.get(f"{W}ascii") or part.get(f"{W}hAnsi")
                if font:
                    changes["font"] = font
            case "b":
                changes["bold"] = is_on(part)
            case "vanish":
                changes["hidden"] = is_on(part)
            case "vertAlign":
                changes["raised"] = part.get(f"{W}val") == "superscript"
            case "position":
                changes["raised"] = _number(part) >= RAISED
            case _:
                pass
    return evolve(look, **changes) if changes else look


def with_paragraph(look: Look, properties: Element | None) -> Look:
    """Return formatting with the outline and list level of paragraph properties."""
    if properties is None:
        return look
    outline, numbering = properties.find(f"{W}outlineLvl"), properties.find(f"{W}numPr")
    if outline is not None:
        level = _number(outline)
        look = evolve(look, heading=level + 1 if 0 <= level < 9 else 0)
    if numbering is not None:
        ident, depth = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
        is_listed = ident is None or ident.get(f"{W}val") != "0"
        look = evolve(look, listed=(1 if depth is None else _number(depth) + 1) if is_listed else 0)
    return look


def _number(element: Element) -> int:
    try:
        return int(element.get(f"{W}val", "0")[:9])
    except ValueError:
        return 0


@final
class Styles:
    """The formatting of each style, with that of the styles that it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._names: dict[str, str] = {}
        self.default = Look()
        if root is None:
            return
        for part in root.iter(f"{W}style"):
            self._elements[part.get(f"{W}styleId", "")] = part
            if part.get(f"{W}type") == "paragraph" and part.get(f"{W}default") in ("1", "true"):
                self._names[""] = part.get(f"{W}styleId", "")
        self.default = with_run(Look(), root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def of(self, ident: str, base: Look | None = None) -> Look:
        """Return the formatting of a style.

        Args:
            ident: the id of the style; empty for the default paragraph style.
            base: for a style of characters, the formatting around it; by default, that of the document.
        """
        ident = ident or self._names.get("", "")
        if base is not None:
            return self._applied(ident, base, frozenset())
        if ident not in self._looks:
            self._looks[ident] = self._applied(ident, self.default, frozenset())
        return self._looks[ident]

    def _applied(self, ident: str, base: Look, seen: frozenset[str]) -> Look:
        element = self._elements.get(ident)
        if element is None or ident in seen or len(seen) > 20:
            return base
        parent = element.find(f"{W}basedOn")
        if parent is not None:
            base = self._applied(parent.get(f"{W}val", ""), base, seen | {ident})
        look = with_paragraph(with_run(base, element.find(f"{W}rPr")), element.find(f"{W}pPr"))
        name = element.find(f"{W}name")
        return with_name(look, "" if name is None else name.get(f"{W}val", ""))
