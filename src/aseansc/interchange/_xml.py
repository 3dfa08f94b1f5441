"""XML, read without trust: no entities, no document types, nothing fetched, nothing deep, nothing huge."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, Final, Protocol, cast, overload

from aseansc.errors import DocumentError, FieldTypeError, MissingExtraError

try:
    # lxml has no types of its own: `Element` below says what is used of it.
    _etree: Any = import_module("lxml.etree")
except ModuleNotFoundError as _error:
    if _error.name is None or _error.name.partition(".")[0] != "lxml":
        raise
    raise MissingExtraError(
        "formats in XML need a package that is not installed",
        where="aseansc.interchange",
        got="lxml",
        hint='Install it: pip install "aseansc[xml]".',
    ) from None


class Element(Protocol):
    """What is used of an element of lxml."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> MutableMapping[str, str]:
        """The attributes, by name."""
        ...

    @property
    def sourceline(self) -> int | None:
        """The line that it begins on, of one that was read."""
        ...

    def __iter__(self) -> Iterator[Element]: ...

    def __len__(self) -> int: ...

    @overload
    def get(self, key: str, /) -> str | None: ...

    @overload
    def get(self, key: str, default: str, /) -> str: ...

    def set(self, key: str, value: str, /) -> None:
        """Give it an attribute."""
        ...

    def iter(self, tag: str = ..., /) -> Iterator[Element]:
        """The element and all below it; those of a name, which may be ``{namespace}*``."""
        ...

    def iterchildren(self, tag: str, /) -> Iterator[Element]:
        """The elements of a name in it; ``{*}name`` is one of any namespace."""
        ...

    def getparent(self) -> Element | None:
        """The element that it is in."""
        ...

    def append(self, element: Element, /) -> None:
        """Put an element at its end."""
        ...


XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute ``xml:lang``."""

_ENCODINGS: Final = {
    "utf-8": "utf-8",
    "us-ascii": "ascii",
    "iso-8859-1": "latin-1",
    "windows-1252": "cp1252",
    "utf-16": "utf-16",
}
"""The encodings that are read, as XML and as Python call them."""

_DECLARATION: Final = re.compile(r"<\?xml\s[^>]{0,200}?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_BLANKS: Final = re.compile(r"\s*")
_SHOWN: Final = 40
_MOST_BYTES: Final = 150_000_000
"""What a document may take in memory, or else ten bytes for each of its characters, as files of our own do."""
_BYTES_OF_TAG: Final = 130
_BYTES_OF_ATTRIBUTE: Final = 220
_BYTES_OF_CHARACTER: Final = 10
_TAGS: Final = ((500_000, 40), (50_000, 10))
"""Of more elements than these, each takes so many characters at least: otherwise nearly all are empty."""
_MOST_NAMESPACES: Final = 10_000


def parsed_xml(content: str | bytes, where: str) -> Element:
    """The root of a document, read without trust.

    Comments and processing instructions are left out. In a text, what the document says of its encoding is ignored.

    Args:
        content: the document.
        where: who reads it, for errors without a line.

    Raises:
        DocumentError: when it is not well formed, is in another encoding than it says or in one that is not read,
            has a document type (and so perhaps entities), is nested deeper than 256, or holds a text of 10 MB.
        FieldTypeError: for anything but a text or bytes.
    """
    text = _decoded(content, where).removeprefix("\ufeff")
    _require_bounded(text)
    _refuse_document_type(text)
    parser = _etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return cast("Element", _etree.fromstring(text.encode(), parser))
    except _etree.XMLSyntaxError as error:
        line, column = error.position
        message = str(error).split(", line ")[0].replace("\n", " ").rstrip(" ,.")
        raise DocumentError(
            f"the document is not XML, or is not read: {message[:200]}", where=f"line {line}, column {column}"
        ) from None


def declared_encoding(text: str) -> str:
    """The encoding that a document says it is in, in lower case; UTF-8 where it says nothing."""
    declared = _DECLARATION.match(text)
    return declared[1].lower() if declared else "utf-8"


def _decoded(content: str | bytes, where: str) -> str:
    """The text of a document."""
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
        encoding = "utf-8"
    elif not isinstance(content, bytes):
        raise FieldTypeError("not a document", where=where, got=content, expected="a text, or its bytes")
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = declared_encoding(content[:300].decode("latin-1").removeprefix("\xef\xbb\xbf"))
    if encoding not in _ENCODINGS:
        raise DocumentError(
            "an encoding that is not read", where="line 1", got=encoding, expected=f"one of {', '.join(_ENCODINGS)}"
        )
    try:
        return content.decode(_ENCODINGS[encoding])
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        raise DocumentError(
            f"the document is not in {encoding}, which it is said to be",
            where=f"line {content.count(bytes([10]), 0, start) + 1}, byte {start}",
            got=content[start : start + 1],
            hint="Save it as UTF-8.",
        ) from None


def _refuse_document_type(text: str) -> None:
    """Refuse a document type before the parser sees one: entities are declared in it, and outside files named."""
    at = 0
    while True:
        at = cast("re.Match[str]", _BLANKS.match(text, at)).end()
        closing = "?>" if text.startswith("<?", at) else "-->" if text.startswith("<!--", at) else ""
        if not closing:
            break
        found = text.find(closing, at)
        if found < 0:
            return  # the parser says that it does not end
        at = found + len(closing)
    if text.startswith("<!", at):
        raise DocumentError(
            "the document has a document type, which may declare entities or name other files",
            where=f"line {text.count(chr(10), 0, at) + 1}",
            got=text[at : at + _SHOWN],
            expected="a root element",
            hint="Take the <!DOCTYPE …> out.",
        )


def _require_bounded(text: str) -> None:
    """Refuse what would take much memory or time before the parser builds it."""
    tags = text.count("<") - text.count("</")
    attributes = text.count('="') + text.count("='")
    taken = tags * _BYTES_OF_TAG + attributes * _BYTES_OF_ATTRIBUTE
    namespaces = text.count("xmlns:")
    for most, shortest in _TAGS:
        if tags > most and len(text) < tags * shortest:
            problem, got = "nearly all elements of the document are empty", f"{tags} in {len(text)} characters"
            expected = f"at most {most}, or at least {shortest} characters for each"
            break
    else:
        if taken > max(_MOST_BYTES, _BYTES_OF_CHARACTER * len(text)):
            problem, got = "the document has too many elements", f"{tags} with {attributes} attributes"
            expected = "about 250000 with two attributes each"
        elif namespaces > max(_MOST_NAMESPACES, tags):
            problem, got = "the document declares too many namespaces", str(namespaces)
            expected = f"at most {_MOST_NAMESPACES}, or one for each element"
        else:
            return
    raise DocumentError(
        problem, where="line 1", got=got, expected=expected, hint="Split it, and load each part by itself."
    )


def new_element(
    tag: str, attributes: Mapping[str, str] | None = None, *, prefixes: Mapping[str, str] | None = None
) -> Element:
    """A new element; ``prefixes`` are the prefixes of the namespaces in it."""
    return cast("Element", _etree.Element(tag, attributes, nsmap=prefixes))


def add(parent: Element, tag: str, attributes: Mapping[str, str] | None = None, text: str = "") -> Element:
    """A new element at the end of another."""
    child = cast("Element", _etree.SubElement(parent, tag, attributes))
    if text:
        child.text = text
    return child


def written_xml(root: Element) -> str:
    """The document of a root element; equal trees have the same characters."""
    body: str = _etree.tostring(root, pretty_print=True, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'


def source_of(element: Element) -> str:
    """An element as XML, without what follows it."""
    alone: Any = element
    if alone.nsmap:  # those of what stands around it are not its own
        alone = copy.deepcopy(alone)
        _etree.cleanup_namespaces(alone)
    return cast("str", _etree.tostring(alone, encoding="unicode", with_tail=False))


def size_of(root: Element) -> int:
    """How many elements a document has."""
    return int(_etree.XPath("count(descendant-or-self::*)")(root))


def line_of(element: Element) -> str:
    """The place of an element in the document: ``line 12``."""
    return f"line {element.sourceline}"
