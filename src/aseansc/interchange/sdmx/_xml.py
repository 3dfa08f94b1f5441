"""How the elements of SDMX-ML are walked: by the names that they have without their namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from aseansc.errors import DocumentError

if TYPE_CHECKING:
    from aseansc.interchange._xml import Element

XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def root_of(text: str) -> Element:
    """The root element of an XML document; lxml is loaded when the first is read, for SDMX-CSV can do without.

    Raises:
        DocumentError: for what is not well formed, not to be trusted, or says that it is in another encoding than the
            one it was read in.
        MissingExtraError: when lxml is not installed.
    """
    from aseansc.interchange._xml import declared_encoding, parsed_xml

    if declared_encoding(text) not in ("utf-8", "us-ascii", "utf-16"):
        raise DocumentError(
            "the document says that it is in another encoding",
            where="line 1",
            got=declared_encoding(text),
            expected="UTF-8, or UTF-16 with a byte-order mark",
            hint="Save it as UTF-8.",
        )
    return parsed_xml(text, "sdmx.loads")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """The elements directly inside one that have one of some names, whatever their namespace."""
    for child in element:
        if local(child) in names:
            yield child


def within(element: Element, *names: str) -> Iterator[Element]:
    """The elements anywhere inside one that have one of some names, whatever their namespace."""
    for inner in element.iter():
        if local(inner) in names:
            yield inner


def text_of(element: Element) -> str:
    """The characters that stand directly in an element."""
    return element.text or ""


def line_of(element: Element, first: int = 1) -> str:
    """Where an element starts: ``line 12``; ``first`` is the line at which its document begins."""
    return f"line {(element.sourceline or 1) + first - 1}"
