"""The XML parts of a .docx or .xlsx file: bounded, without entities, and emptied while they are read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final, cast, final
from xml.etree.ElementTree import Element, ParseError as XMLError, XMLPullParser

from aseansc.errors import DocumentError
from aseansc.interchange import Archive
from aseansc.limits import require_depth, require_items

_CHUNK: Final = 1 << 16
_MACROS: Final = re.compile(r"vbaproject|vbadata|/macrosheets/", re.IGNORECASE)
_ENCODING: Final = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE)
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
)
_SAVE_AGAIN: Final = "Open the file in the program it was written with, and save it again."


@final
class Parts:
    """The parts of an Office file.

    Args:
        content: the file.
        where: the file, for errors.
        main: the part that it must have.

    Raises:
        DocumentError: if it is not a zip archive or too large, lacks the part, or contains macros.
    """

    def __init__(self, content: bytes, where: str, main: str) -> None:
        self._archive = Archive(content, where)
        self.names = self._archive.names
        for name in self.names:
            if _MACROS.search(name):
                raise DocumentError("the file contains macros", where=name[:200], hint="Save it without macros.")
        if main not in self.names:
            raise DocumentError("not a file of this format: a part is missing", where=where, got=main, hint=_SAVE_AGAIN)

    def _read(self, name: str) -> bytes:
        content = self._archive.read(name)
        if b"\x00" in content or _ENCODING.search(content[:200]):
            raise DocumentError("a part of the file is not UTF-8", where=name, hint=_SAVE_AGAIN)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise DocumentError("a part of the file declares a document type or entities", where=name, hint=_SAVE_AGAIN)
        require_items(content.count(b"<"), "tags", name)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        return content

    def root(self, name: str) -> Element | None:
        """Return a small part, or ``None`` if the file does not have it."""
        if name not in self.names:
            return None
        root: Element | None = None
        for element, _ in self._ends(name):
            root = element
        return root

    def elements(self, name: str, depth: int) -> Iterator[Element]:
        """Yield the elements of a part at a depth below its root; each is emptied after use."""
        for element, inside in self._ends(name):
            if inside == depth:
                yield element
                element.clear()

    def _ends(self, name: str) -> Iterator[tuple[Element, int]]:
        """Yield each element of a part when it ends, the root last, with the number of elements around it."""
        parser = cast("Any", XMLPullParser)(("start", "end"))
        inside = 0
        content = io.BytesIO(self._read(name))
        try:
            while chunk := content.read(_CHUNK):
                parser.feed(chunk)
                for event, element in parser.read_events():
                    if event == "start":
                        inside += 1
                        require_depth(inside, name)
                        continue
                    inside -= 1
                    yield element, inside
            parser.close()
        except XMLError as error:
            raise _malformed(error, name) from None

    def links(self) -> int:
        """Return the number of links to addresses outside the file."""
        names = [name for name in self.names if name.endswith(".rels")]
        return sum(self._read(name).count(b'TargetMode="External"') for name in names)


def _malformed(error: XMLError, name: str) -> DocumentError:
    return DocumentError(f"a part of the file is not well-formed XML: {error}", where=name, hint=_SAVE_AGAIN)
