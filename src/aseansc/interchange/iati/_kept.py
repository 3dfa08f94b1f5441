"""What is read of a file that others wrote; all the rest is kept as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from aseansc.interchange._xml import Element, source_of

LONGEST_READ: Final = 100
"""An attribute of more characters is kept as it stands, too: the reason of a gap would not hold it whole."""


class Reading:
    """Marks what is read of a file, so that what is not can be kept: nothing is dropped in silence."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._entered: dict[int, Element] = {}  # an element that nothing holds gives its number to another
        self._attributes: set[tuple[int, str]] = set()
        self._texts: set[int] = set()

    def enter(self, element: Element) -> Element:
        """Look into an element: its attributes and elements are kept one by one, unless they are read."""
        self._entered[id(element)] = element
        return element

    def take(self, element: Element, name: str) -> str | None:
        """Read an attribute of an element that was entered."""
        value = element.get(name)
        if value is not None and len(value) <= LONGEST_READ:
            self._attributes.add((id(element), name))
        return value

    def text(self, element: Element) -> str:
        """Read the text of an element that was entered."""
        self._texts.add(id(element))
        return element.text or ""

    def children(self, element: Element, tag: str) -> list[Element]:
        """The elements of a name in an element."""
        return list(element.iterchildren(tag))

    def unread(self) -> list[dict[str, Any]]:
        """All that was not read, in the order of the file: attributes, texts, and whole elements as XML."""
        return list(self._unread(self._root, f"/{self._root.tag}"))

    def _unread(self, element: Element, path: str) -> Iterator[dict[str, Any]]:
        counts: dict[str, int] = {}
        place = {"line": element.sourceline, "element": path}
        for name, value in element.attrib.items():
            if (id(element), name) not in self._attributes:
                yield {**place, "attribute": name, "value": value}
        if (element.text or "").strip() and id(element) not in self._texts:
            yield {**place, "text": element.text}
        for child in element:
            number = counts[child.tag] = counts.get(child.tag, 0) + 1
            inside = f"{path}/{child.tag}[{number}]"
            if id(child) in self._entered:
                yield from self._unread(child, inside)
            else:
                yield {"line": child.sourceline, "element": inside, "xml": source_of(child)}
            if (child.tail or "").strip():
                yield {**place, "text": child.tail}
