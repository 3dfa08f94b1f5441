"""Write the questions of an audit to a file, to be pasted into a letter: Markdown, or a Word document."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Final

from aseansc._printable import printable
from aseansc.cli._files import refuse_existing, writing
from aseansc.errors import FieldError

_SUFFIXES: Final = (".md", ".docx", ".toml")
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS: Final = {
    "[Content_Types].xml": (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="word/document.xml" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
}
_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part, so that the same questions give the same file."""


def write_list(title: str, questions: Sequence[str], path: Path, *, replace: bool) -> None:
    """Write a title and numbered questions to a file.

    Raises:
        FieldError: if the suffix is unknown, the file exists and must not be replaced, or it cannot be written.
    """
    if path.suffix.lower() not in _SUFFIXES:
        raise FieldError("unknown suffix", where="--questions", got=str(path), expected=" or ".join(_SUFFIXES))
    if not replace:
        refuse_existing(path, "Nothing was written. To replace it, add --force.")
    lines = [printable(title), *(f"{number}. {printable(text)}" for number, text in enumerate(questions, 1))]
    with writing(path):
        path.write_bytes(_docx(lines) if path.suffix.lower() == ".docx" else _markdown(lines))


def _markdown(lines: Sequence[str]) -> bytes:
    return "\n".join([f"# {lines[0]}", "", *lines[1:], ""]).encode()


def _docx(lines: Sequence[str]) -> bytes:
    """Return a Word document with one paragraph for each line, the first one in bold."""
    bold = "<w:rPr><w:b/></w:rPr>"
    paragraphs = "".join(
        f'<w:p><w:r>{bold * (number == 0)}<w:t xml:space="preserve">{escape(line, quote=False)}</w:t></w:r></w:p>'
        for number, line in enumerate(lines)
    )
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_PARTS, "word/document.xml": document}.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), text)
    return made.getvalue()
