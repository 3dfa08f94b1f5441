"""Read a text file: its characters unchanged if they are Unicode, because citations count them."""

from __future__ import annotations

import codecs
import re
from typing import Final

from aseansc.citations import Document, sha256_of
from aseansc.documents._source import Passage, PassageKind, Source
from aseansc.errors import ParseError
from aseansc.losses import Loss
from aseansc.vietnamese.encodings import decode, guess, has_unicode_letters

READING: Final = "text/1"
_LINE: Final = re.compile(r"[^\S\n]*(\S(?:.*\S)?)")
_HEADING: Final = re.compile(r"(?:[IVXLC]+|[A-Z])[.)]\s+\S")
_ITEM: Final = re.compile(r"[-+*•–]\s*\S")
_LONGEST_HEADING: Final = 150
_MARK: Final = Loss(what="the byte order mark of the file", why="left out before positions were counted")
_BOMS: Final = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(content: bytes, where: str, *, file_sha256: str, name: str) -> Source:
    """Return the source for a text file.

    Raises:
        ParseError: if it is in no encoding that can be recognised.
    """
    text, losses = _decoded(content, where)
    passages = tuple(_passages(text))
    heading = next((each.text for each in passages if each.kind is PassageKind.HEADING), name)
    title = " ".join(heading.split())[:200] or name
    if not losses:
        document = Document(id="report", title=title, sha256=sha256_of(text))
    else:
        document = Document(
            id="report",
            title=title,
            sha256=sha256_of(text),
            file_sha256=file_sha256,
            media_type="text/plain",
            reading=READING,
        )
    return Source(text=text, passages=passages, tables=(), losses=losses, document=document)


def _decoded(content: bytes, where: str) -> tuple[str, tuple[Loss, ...]]:
    """Return the text of a file, and what was converted."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), (Loss(what="text in UTF-16", why="converted to Unicode characters"),)
            except UnicodeDecodeError:
                break
    marks = (_MARK,) if content.startswith(codecs.BOM_UTF8) else ()
    try:
        text = content.decode("utf-8-sig")
        is_utf8, problem = True, 0
    except UnicodeDecodeError as error:
        text, is_utf8, problem = content.decode("cp1252", "replace"), False, error.start
    encoding_found = guess(text)
    if encoding_found is None:
        if is_utf8:
            return text, marks
        raise ParseError(
            "the file is not UTF-8",
            where=f"{where}, byte {problem}",
            expected="a text file in UTF-8",
            hint="Save it as UTF-8 without other changes.",
        )
    lines = [line if has_unicode_letters(line) else decode(line, encoding_found) for line in text.split("\n")]
    what = f"text in the old encoding {encoding_found.value.upper()}"
    return "\n".join(lines), (*marks, Loss(what=what, why="converted to Unicode before positions were counted"))


def _passages(text: str) -> list[Passage]:
    found: list[Passage] = []
    start = 0
    for line in text.split("\n"):
        match = _LINE.match(line)
        if match is not None:
            words = match[1]
            kind = PassageKind.LIST_ITEM if _ITEM.match(words) else PassageKind.PARAGRAPH
            short = len(words) <= _LONGEST_HEADING and words[-1] not in ".;:,"
            if short and (_HEADING.match(words) or words.isupper()):
                kind = PassageKind.HEADING
            begin = start + match.start(1)
            found.append(
                Passage(kind=kind, start=begin, end=begin + len(words), text=words, locator=f"p{len(found) + 1}")
            )
        start += len(line) + 1
    return found
