"""Track which parts of a file are read, and keep all others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from aseansc.interchange._xml import Element, source_of

LONGEST_READ: Final = 100
"""A longer attribute is kept in ``extra`` even if it is read, because the reason of a gap shows only a part of it."""


class Reading:
    """A tracker of the attributes, texts and elements of an XML file that are read; `unread` returns all others.

    Args:
        root: the root element of the file.
    """

    def __init__(self, root: Element) -> None:
        self._root = root
        self._entered: dict[int, Element] = {}  # keeps the elements alive, so that their ids are not reused
        self._attributes: set[tuple[int, str]] = set()
        self._texts: set[int] = set()

    def enter(self, element: Element) -> Element:
        """Mark an element as entered: its attributes and children are tracked one by one. Return the element."""
        self._entered[id(element)] = element
        return element

    def take(self, element: Element, name: str) -> str | None:
        """Return an attribute of an entered element and mark it as read."""
        value = element.get(name)
        if value is not None and len(value) <= LONGEST_READ:
            self._attributes.add((id(element), name))
        return value

    def text(self, element: Element) -> str:
        """Return the text of an entered element and mark it as read."""
        self._texts.add(id(element))
        return element.text or ""

    def children(self, element: Element, tag: str) -> list[Element]:
        """Return the children of an element with a given tag."""
        return list(element.iterchildren(tag))

    def unread(self) -> list[dict[str, Any]]:
        """Return everything that was not read, in file order: attributes, texts, and whole elements as XML."""
        return list(self._unread(self._root, f"/{self._root.tag}"))

    def _unread(self, element: Element, path: str) -> Iterator[dict[str, Any]]:
        counts: dict[str, int] = {}
        location = {"line": element.sourceline, "element": path}
        for name, value in element.attrib.items():
            if (id(element), name) not in self._attributes:
                yield {**location, "attribute": name, "value": value}
        if (element.text or "").strip() and id(element) not in self._texts:
            yield {**location, "text": element.text}
        for child in element:
            number = counts[child.tag] = counts.get(child.tag, 0) + 1
            inside = f"{path}/{child.tag}[{number}]"
            if id(child) in self._entered:
                yield from self._unread(child, inside)
            else:
                yield {"line": child.sourceline, "element": inside, "xml": source_of(child)}
            if (child.tail or "").strip():
                yield {**location, "text": child.tail}
