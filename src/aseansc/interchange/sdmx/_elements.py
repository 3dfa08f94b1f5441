"""Find elements of SDMX-ML by their local names, without regard to namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from aseansc.errors import DocumentError

if TYPE_CHECKING:
    from aseansc.interchange._xml import Element

XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def root_of(text: str) -> Element:
    """Parse an XML document and return its root element.

    Raises:
        DocumentError: if the document is not well formed, exceeds a limit, or declares an encoding other than UTF-8,
            US-ASCII and UTF-16.
        MissingExtraError: if lxml is not installed; SDMX-CSV can be read without it.
    """
    from aseansc.interchange._xml import declared_encoding, parsed_xml

    if declared_encoding(text) not in ("utf-8", "us-ascii", "utf-16"):
        raise DocumentError(
            "the encoding that the document declares is not supported",
            where="line 1",
            got=declared_encoding(text),
            expected="UTF-8, or UTF-16 with a byte-order mark",
            hint="Save the file as UTF-8.",
        )
    return parsed_xml(text, "sdmx.loads")


def local(element: Element) -> str:
    """Return the local name of an element."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of an element that have one of the given local names."""
    for child in element:
        if local(child) in names:
            yield child


def within(element: Element, *names: str) -> Iterator[Element]:
    """Yield the element itself and its descendants, if they have one of the given local names."""
    for inner in element.iter():
        if local(inner) in names:
            yield inner


def text_of(element: Element) -> str:
    """Return the text of an element before its first child, or an empty string."""
    return element.text or ""


def line_of(element: Element, first: int = 1) -> str:
    """Return the line of an element, such as ``line 12``; `first` is the line where its document starts."""
    return f"line {(element.sourceline or 1) + first - 1}"
