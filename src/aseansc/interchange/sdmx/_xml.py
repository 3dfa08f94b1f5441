"""XML from anywhere, parsed without trusting it: no document types, no entities, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, Final, Protocol, Self

from aseansc.errors import DocumentError, MissingExtraError

_PROLOG: Final = re.compile(r"(?:\s++|<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->)*+")
_ENCODING: Final = re.compile(r"<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_READ_AS_UTF_8: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class Element(Protocol):
    """What is used of an element of lxml, which comes without types."""

    tag: Any
    text: str | None
    sourceline: int | None

    @property
    def attrib(self) -> Mapping[str, str]:
        """Its attributes."""
        ...

    def get(self, key: str, default: str = "") -> str:
        """An attribute."""
        ...

    def iter(self) -> Iterator[Self]:
        """It and all elements within."""
        ...

    def __iter__(self) -> Iterator[Self]: ...


def root_of(text: str, where: str) -> Element:
    """The root element of an XML document.

    Raises:
        DocumentError: for what is not well formed, has a document type, says another encoding, is nested too deeply or
            holds one text of more than ten million characters.
        MissingExtraError: when lxml is not installed.
    """
    prolog = _PROLOG.match(text)
    if text[prolog.end() if prolog else 0 :].lstrip()[:9].upper() == "<!DOCTYPE":
        raise DocumentError(
            "the document declares a document type",
            where=where,
            expected="XML without DOCTYPE",
            way_out="Entities and external references are refused; SDMX-ML has no use for them.",
        )
    encoding = _ENCODING.match(text)
    if encoding is not None and encoding[1].lower() not in _READ_AS_UTF_8:
        raise DocumentError(
            "the document says that it is in another encoding",
            where=where,
            got=encoding[1],
            expected="UTF-8",
            way_out="Save it as UTF-8.",
        )
    etree = _etree()
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise DocumentError(
            "the document is not XML", where=f"{where}, line {line}, column {column}", got=str(error.msg)
        ) from None
    return root


def _etree() -> ModuleType:
    try:
        return import_module("lxml.etree")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "lxml":
            raise
        raise MissingExtraError(
            "reading SDMX-ML needs a package that is not installed",
            where="aseansc.interchange.sdmx",
            got="lxml",
            way_out='Install it: pip install "aseansc[xml]".',
        ) from None


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """The elements directly inside one that have one of some names, whatever their namespace."""
    for child in element:
        if local(child) in names:
            yield child


def within(element: Element, name: str) -> Iterator[Element]:
    """The elements anywhere inside one that have a name, whatever their namespace."""
    for inner in element.iter():
        if local(inner) == name:
            yield inner


def text_of(element: Element) -> str:
    """The characters that stand directly in an element."""
    return element.text or ""


def line_of(element: Element, first: int = 1) -> str:
    """Where an element starts: ``line 12``; ``first`` is the line at which its document begins."""
    return f"line {(element.sourceline or 1) + first - 1}"
