"""Recognise the format of a file and read it."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from attrs import frozen

from aseansc.documents._assemble import assemble
from aseansc.documents._raw import RawSource
from aseansc.documents._source import Source
from aseansc.documents._text import read_text
from aseansc.errors import AseanscError, DocumentError, FieldTypeError
from aseansc.interchange import in_file, read_bytes, unreadable
from aseansc.limits import Limits, limited

_WHERE: Final = "documents.read"


@frozen
class _Format:
    """A format: its reader, its media type, and what its files begin with."""

    module: str
    function: str
    media_type: str
    kind: str


_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMATS: Final = {
    ".docx": _Format("_docx", "read_docx", _WORD, "zip"),
    ".xlsx": _Format("_xlsx", "read_xlsx", _SHEET, "zip"),
    ".xls": _Format("_xls", "read_xls", "application/vnd.ms-excel", "ole"),
    ".doc": _Format("_doc", "read_doc", "application/msword", "ole"),
    ".rtf": _Format("_rtf", "read_rtf", "application/rtf", "rtf"),
    ".pdf": _Format("_pdf", "read_pdf", "application/pdf", "pdf"),
    ".html": _Format("_html", "read_html", "text/html", "html"),
    ".htm": _Format("_html", "read_html", "text/html", "html"),
}
_SAVED_AS: Final = {(".doc", "rtf"): ".rtf", (".doc", "html"): ".html"}
"""What Word also saves under a suffix, by the kind of the content."""

_SIGNATURES: Final = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"%PDF-", "pdf"),
)
_KINDS: Final = {
    "zip": "a .docx, .xlsx or other zip file",
    "ole": "an old Word or Excel file",
    "rtf": "a .rtf file",
    "pdf": "a .pdf file",
    "html": "a .html file",
    "text": "text",
}


@limited
def read(path: str | os.PathLike[str], *, limits: Limits | None = None) -> Source:
    """Read a report from a file: its text with passages and tables, each with its place.

    The name of the file determines its format, and its content must agree; a name with any other suffix is that of a
    text file. A .doc file may contain RTF or HTML, which Word also saves under this name. Nothing in the file is
    executed, and nothing that it links to is fetched. ``losses`` lists what was left out, changed or not read.

    Args:
        path: a .docx, .doc, .rtf, .xlsx, .html, .xls or .pdf file, or a text file. The last three formats need an
            extra, which the error names if it is missing. The text of a text file in UTF-8 is not changed,
            but a byte order mark before it is left out.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldTypeError: if `path` is not a path.
        FieldError: if the file cannot be opened.
        DocumentError: if it is not what its name says, is damaged, encrypted, too large or a scan, or contains macros
            or XML entities.
        ParseError: if the encoding of a text file cannot be recognised.
        MissingExtraError: if the extra for this format is not installed.
    """
    if not isinstance(path, str) and not (isinstance(path, os.PathLike) and isinstance(os.fspath(path), str)):
        raise FieldTypeError("not a path", where=_WHERE, got=path, expected="the path of a file, as a string or Path")
    file = Path(path)
    suffix = file.suffix.lower()
    try:
        content = read_bytes(file, str(file))
    except OSError as error:
        raise unreadable(str(file), error, _WHERE) from None
    digest = sha256(content).hexdigest()
    suffix = _SAVED_AS.get((suffix, _kind_of(content)), suffix)
    _require_kind(content, suffix, str(file))
    name = file.stem.strip() or "report"
    if suffix not in _FORMATS:
        return read_text(content, f"{_WHERE}, {file}", file_sha256=digest, name=name)
    chosen = _FORMATS[suffix]
    module = import_module(f"aseansc.documents.{chosen.module}")
    reader = cast("Callable[[bytes, str], RawSource]", getattr(module, chosen.function))
    try:
        raw = reader(content, str(file))
        return assemble(raw, media_type=chosen.media_type, file_sha256=digest, name=name)
    except AseanscError as error:
        raise in_file(error, str(file)) from None


def _kind_of(content: bytes) -> str:
    """Return the kind of a file by how it begins."""
    for signature, kind in _SIGNATURES:
        if content.startswith(signature) or (kind == "pdf" and signature in content[:1024]):
            return kind
    beginning = content[:2048].lower()
    if b"<html" in beginning or b"<!doctype html" in beginning or b"<table" in beginning or b"<body" in beginning:
        return "html"
    return "text"


def _require_kind(content: bytes, suffix: str, where: str) -> None:
    """Raise an error for a file that is not what its name says."""
    wanted = _FORMATS[suffix].kind if suffix in _FORMATS else "text"
    found = _kind_of(content)
    if (
        (found == wanted and (content or wanted == "text"))
        or (wanted == "html" and found == "text")
        or (wanted == "text" and found == "html")
    ):
        return
    raise DocumentError(
        "the file is not what its name says",
        where=where,
        got=_KINDS[found] if content else "an empty file",
        expected=_KINDS[wanted],
        hint="Rename it to the suffix of its content, or save it again." if content else "",
    )
