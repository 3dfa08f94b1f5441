"""Read XML from untrusted sources: without entities, document types or external files, and with limits on size."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, Final, Protocol, cast, overload

from aseansc.errors import DocumentError, FieldTypeError, MissingExtraError
from aseansc.interchange._recognize import advice, advice_on_bytes
from aseansc.limits import DEEPEST, in_force, require_depth, require_items, require_size

try:
    # lxml has no type hints; `Element` below declares the part that is used.
    _etree: Any = import_module("lxml.etree")
except ModuleNotFoundError as _error:
    if _error.name is None or _error.name.partition(".")[0] != "lxml":
        raise
    raise MissingExtraError(
        "XML formats need a package that is not installed",
        where="aseansc.interchange",
        got="lxml",
        hint='Install it: pip install "aseansc[xml]".',
    ) from None


class Element(Protocol):
    """The part of lxml's element class that is used here."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> MutableMapping[str, str]:
        """The attributes by name."""
        ...

    @property
    def sourceline(self) -> int | None:
        """The line where the element starts, if it was parsed."""
        ...

    def __iter__(self) -> Iterator[Element]: ...

    def __len__(self) -> int: ...

    @overload
    def get(self, key: str, /) -> str | None: ...

    @overload
    def get(self, key: str, default: str, /) -> str: ...

    def set(self, key: str, value: str, /) -> None:
        """Set an attribute."""
        ...

    def iter(self, tag: str = ..., /) -> Iterator[Element]:
        """Yield the element and all its descendants, or those with a given tag; the tag may be ``{namespace}*``."""
        ...

    def iterchildren(self, tag: str, /) -> Iterator[Element]:
        """Yield the children with a given tag; ``{*}name`` matches any namespace."""
        ...

    def getparent(self) -> Element | None:
        """Return the parent element."""
        ...

    def getprevious(self) -> Element | None:
        """Return the sibling before the element."""
        ...

    def remove(self, element: Element, /) -> None:
        """Remove a child, and the text after it."""
        ...

    def clear(self, *, keep_tail: bool) -> None:
        """Remove everything in the element."""
        ...

    def append(self, element: Element, /) -> None:
        """Add a child at the end."""
        ...


XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
"""The name of the attribute ``xml:lang``."""

_ENCODINGS: Final = {
    "utf-8": "utf-8",
    "us-ascii": "ascii",
    "iso-8859-1": "latin-1",
    "windows-1252": "cp1252",
    "utf-16": "utf-16",
}
"""The supported encodings: their names in XML and in Python."""

_DECLARATION: Final = re.compile(r"<\?xml\s[^>]{0,200}?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_BLANKS: Final = re.compile(r"\s*")
_SHOWN: Final = 40
_BYTES_OF_ITEM: Final = 75
"""The memory that a document may take for each item of the limit. More is allowed up to `_BYTES_OF_CHARACTER` bytes for
each of its characters, which is enough for the files that this library writes."""
_BYTES_OF_TAG: Final = 130
_BYTES_OF_ATTRIBUTE: Final = 220
_BYTES_OF_CHARACTER: Final = 10
_EMPTY: Final = ((4, 40), (33, 10))
"""An element counts as the first number of items in a document with fewer characters for each than the second."""
_EACH_NAMESPACE: Final = 200


def parsed_xml(content: str | bytes, where: str) -> Element:
    """Parse an XML document from an untrusted source and return its root element.

    Comments and processing instructions are left out. If the document is a string, its encoding declaration is ignored.

    Args:
        content: the document.
        where: the calling function, shown in errors that have no line.

    Raises:
        DocumentError: if the document is not well formed, its encoding is not the declared one or not supported, it has
            a document type declaration (which may define entities), one text has
            more than 10 MB, or it has too many elements or attributes.
        LimitError: if it is larger than the limits.
        FieldTypeError: if `content` is neither a string nor bytes.
    """
    text = _bounded(content, where)
    try:
        root = cast("Element", _etree.fromstring(text.encode(), _etree.XMLParser(**_SAFE)))
    except _etree.XMLSyntaxError as error:
        raise _malformed(error, text) from None
    depth = in_force().depth
    require_depth(depth + bool(_etree.XPath(f"boolean({'/*' * (depth + 1)})")(root)), where)
    return root


def xml_events(content: str | bytes, where: str, names: Iterable[str]) -> Iterator[tuple[str, Element]]:
    """Parse an XML document as `parsed_xml`; yield ``end`` with some elements, at last ``root`` with the root.

    An element that has ended may be emptied, and then the whole document is never in memory.

    Args:
        content: the document.
        where: the calling function, shown in errors that have no line.
        names: the local names of the elements, which are yielded when their ends are parsed.

    Raises:
        DocumentError: as `parsed_xml`.
        FieldTypeError: as `parsed_xml`.
    """
    if in_force().depth < DEEPEST:
        parsed_xml(content, where)  # it counts the levels
    text = _bounded(content, where)
    parser = _etree.XMLPullParser(("end",), tag=[f"{{*}}{name}" for name in names], **_SAFE)
    try:
        for at in range(0, len(text), _CHUNK):
            parser.feed(text[at : at + _CHUNK].encode())
            yield from parser.read_events()
        root = parser.close()
    except _etree.XMLSyntaxError as error:
        raise _malformed(error, text) from None
    yield from parser.read_events()
    yield "root", root


_CHUNK: Final = 65_536
_SAFE: Final = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def _bounded(content: str | bytes, where: str) -> str:
    if isinstance(content, str | bytes):
        require_size(len(content), where, "bytes" if isinstance(content, bytes) else "characters")
    text = _decoded(content, where).removeprefix("\ufeff")
    _require_bounded(text)
    _refuse_document_type(text)
    return text


def _malformed(error: Any, text: str) -> DocumentError:
    line, column = error.position
    message = str(error).split(", line ")[0].replace("\n", " ").rstrip(" ,.")
    if "depth" in message:
        require_depth(DEEPEST + 1, f"line {line}, column {column}")
    return DocumentError(
        f"the document is not well-formed XML, or exceeds a limit: {message[:200]}",
        where=f"line {line}, column {column}",
        hint="" if text.lstrip().startswith("<") else advice(text, ""),
    )


def declared_encoding(text: str) -> str:
    """Return the encoding that a document declares, in lower case; ``utf-8`` if it declares none."""
    declared = _DECLARATION.match(text)
    return declared[1].lower() if declared else "utf-8"


def _decoded(content: str | bytes, where: str) -> str:
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
        encoding = "utf-8"
    elif not isinstance(content, bytes):
        raise FieldTypeError("not a document", where=where, got=content, expected="a string or bytes")
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = declared_encoding(content[:300].decode("latin-1").removeprefix("\xef\xbb\xbf"))
    if encoding not in _ENCODINGS:
        raise DocumentError(
            "the encoding is not supported", where="line 1", got=encoding, expected=f"one of {', '.join(_ENCODINGS)}"
        )
    try:
        return content.decode(_ENCODINGS[encoding])
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        raise DocumentError(
            f"the document is not valid {encoding}, the encoding that it declares",
            where=f"line {content.count(bytes([10]), 0, start) + 1}, byte {start}",
            got=content[start : start + 1],
            hint=advice_on_bytes(content) or "Save the file as UTF-8.",
        ) from None


def _refuse_document_type(text: str) -> None:
    """Refuse a document type declaration, which may define entities or name external files, before parsing."""
    at = 0
    while True:
        at = cast("re.Match[str]", _BLANKS.match(text, at)).end()
        closing = "?>" if text.startswith("<?", at) else "-->" if text.startswith("<!--", at) else ""
        if not closing:
            break
        found = text.find(closing, at)
        if found < 0:
            return  # the parser reports the missing end
        at = found + len(closing)
    if text.startswith("<!", at):
        raise DocumentError(
            "the document has a document type declaration, which may define entities or name other files",
            where=f"line {text.count(chr(10), 0, at) + 1}",
            got=text[at : at + _SHOWN],
            expected="a root element",
            hint=advice(text, "") or "Remove <!DOCTYPE …>.",
        )


def _require_bounded(text: str) -> None:
    """Refuse a document that would take much memory or time, before it is parsed."""
    tags = text.count("<") - text.count("</")
    attributes = text.count('="') + text.count("='")
    taken = tags * _BYTES_OF_TAG + attributes * _BYTES_OF_ATTRIBUTE
    namespaces = text.count("xmlns:")
    for each, shortest in _EMPTY:
        if len(text) < tags * shortest:
            require_items(tags, "elements that are nearly empty", "line 1", each=each)
    if taken > _BYTES_OF_CHARACTER * len(text):
        require_items(taken // _BYTES_OF_ITEM, "elements and attributes", "line 1")
    if namespaces > tags:
        require_items(namespaces, "declarations of namespaces", "line 1", each=_EACH_NAMESPACE)


def new_element(
    tag: str, attributes: Mapping[str, str] | None = None, *, prefixes: Mapping[str, str] | None = None
) -> Element:
    """Create an element; `prefixes` maps the prefixes of the namespaces in it to their URIs."""
    return cast("Element", _etree.Element(tag, attributes, nsmap=prefixes))


def add(parent: Element, tag: str, attributes: Mapping[str, str] | None = None, text: str = "") -> Element:
    """Create an element as the last child of another and return it."""
    child = cast("Element", _etree.SubElement(parent, tag, attributes))
    if text:
        child.text = text
    return child


def written_xml(root: Element) -> str:
    """Serialise a document; equal trees give the same string."""
    body: str = _etree.tostring(root, pretty_print=True, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'


def source_of(element: Element) -> str:
    """Return an element as an XML string, without the text that follows it."""
    alone: Any = element
    if alone.nsmap:  # remove namespaces that only its ancestors use
        alone = copy.deepcopy(alone)
        _etree.cleanup_namespaces(alone)
    return cast("str", _etree.tostring(alone, encoding="unicode", with_tail=False))


def size_of(root: Element) -> int:
    """Return the number of elements in a document."""
    return int(_etree.XPath("count(descendant-or-self::*)")(root))


def line_of(element: Element) -> str:
    """Return the location of an element in the document, such as ``line 12``."""
    return f"line {element.sourceline}"
