"""Citations: where in a document a figure is printed."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import (
    Record,
    as_tuple,
    day_or_absent,
    identifier,
    instance_or_absent,
    matching,
    not_blank,
    offset,
    text_or_absent,
    tuple_of,
)
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import Absent
from aseansc.errors import FieldError, require

__all__ = ["Citation", "Document", "Span", "sha256_of"]

_SENTENCE: Final = re.compile(r"(.+)\.s(\d{1,9})", re.DOTALL)
_CELL: Final = re.compile(r"(.+)\.r\d{1,9}c(\d{1,9})|(.+)!([A-Z]{1,3})\d{1,9}", re.DOTALL)


def split_locator(locator: str) -> tuple[str, int | None]:
    """Return a locator without the number of its sentence, and this number, if it has one.

    >>> split_locator("p4.s2"), split_locator("page 5")
    (('p4', 2), ('page 5', None))
    """
    found = _SENTENCE.fullmatch(locator)
    return (locator, None) if found is None else (found[1], int(found[2]))


def column_of(locator: str) -> str:
    """Return the table and the column of the cell that a locator names; an empty text for anything else.

    >>> column_of("t1.r4c5"), column_of("Sheet1!D6"), column_of("p4.s2")
    ('t1.5', 'Sheet1.D', '')
    """
    found = _CELL.fullmatch(locator)
    return "" if found is None else f"{found[1]}.{found[2]}" if found[2] else f"{found[3]}.{found[4]}"


def _wrong_extent(name: str, start: int, end: int, printed: str) -> FieldError:
    if start >= end:
        return FieldError("start is not before end", where=name, got=(start, end), expected="start < end")
    return FieldError(
        "the length of the printed text differs from end - start",
        where=name,
        got=f"{printed!r} at {start}:{end}",
        expected=f"{end - start} characters",
        hint="Positions are Python string indices into the text decoded as UTF-8.",
    )


_is_sha256: Final = matching(r"[0-9a-f]{64}", "64 hexadecimal digits in lower case")
_is_media_type: Final = matching(
    r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*", "a media type in lower case: application/pdf"
)
_is_reading: Final = matching(r"[a-z][a-z0-9_.-]*/[0-9][0-9.]*", "a name and a version, such as docx/1")
_is_language: Final = matching(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "a BCP 47 language tag such as vi")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Document(Record):
    """A document from which figures are cited, identified by a hash of its text.

    Args:
        id: unique id within the review.
        title: the printed title.
        sha256: the SHA-256 hash of the whole text as UTF-8, in lower-case hexadecimal.
        lang: the language, as a BCP 47 tag.
        date: the date printed in the document, if any.
        publisher: the publisher, if known.
        author: the printed author, if any.
        order: the number of this version among the versions of one document, from 1, if dates do not order them.
        file_sha256: the SHA-256 hash of the file that the text was read from, if it was not a text file.
        media_type: the media type of that file, such as ``application/pdf``.
        reading: the program and version by which the text was read from the file, such as ``docx/1``, because two
            programs read different texts from one file.
    """

    id: str = field(validator=identifier)
    title: str = field(validator=not_blank)
    sha256: str = field(validator=_is_sha256)
    lang: str = field(default="vi", validator=_is_language)
    date: dt.date | Absent = field(default=Absent.NOT_STATED, validator=day_or_absent(Absent.NOT_STATED))
    publisher: str | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(str, absent=(Absent.NOT_STATED,))
    )
    author: str | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(str, absent=(Absent.NOT_STATED,))
    )
    order: int | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(int, absent=(Absent.NOT_STATED,), stated=offset)
    )
    file_sha256: str | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=text_or_absent(_is_sha256, Absent.NOT_APPLICABLE)
    )
    media_type: str | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=text_or_absent(_is_media_type, Absent.NOT_APPLICABLE)
    )
    reading: str | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=text_or_absent(_is_reading, Absent.NOT_APPLICABLE)
    )

    def has_text(self, text: str) -> bool:
        """Return whether a text is exactly the text of this document.

        Raises:
            FieldTypeError: if `text` is not a string.
        """
        require(text, str, where="Document.has_text, text", expected="the whole text as a string")
        return sha256_of(text) == self.sha256


def sha256_of(text: str) -> str:
    """Return the SHA-256 hash of a text as UTF-8, in hexadecimal. Lone surrogates are allowed."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@final
@frozen(kw_only=True, order=True, repr=False)
class Span(Record):
    """A run of characters in a document.

    Args:
        start: position of the first character: a Python string index into the text decoded as UTF-8.
        end: position after the last character.
        printed: the characters.

    Raises:
        FieldError: if `start` is not before `end`, or the length of `printed` is not ``end - start``.
    """

    start: int = field(validator=offset)
    end: int = field(validator=offset)
    printed: str = field(validator=not_blank)

    def __attrs_post_init__(self) -> None:
        if self.end - self.start != len(self.printed):  # the text is never empty
            raise _wrong_extent("Span", self.start, self.end, self.printed)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Citation(Record):
    """The position in a document at which a figure is printed.

    The cited text contains the number, its qualifier and the counted noun, but not the rest of the sentence.

    Args:
        document: id of the document.
        start: position of the first character: a Python string index into the text decoded as UTF-8.
        end: position after the last character.
        printed: the characters.
        governed_by: words elsewhere that apply to the figure, such as *ước* (estimated) at the start of the sentence.
        locator: where a person finds it in the file, such as ``p4``, ``t1.r4c5``, ``page 5``, ``Sheet1!D6`` or
            ``note 2``; in a draft with the number of its sentence there, such as ``p4.s2``.

    Raises:
        FieldError: if `start` is not before `end`, or the length of `printed` is not ``end - start``.

    >>> Citation(document="review", start=4405, end=4424, printed="trên 60.000 lượt hộ").printed
    'trên 60.000 lượt hộ'
    """

    document: str = field(validator=identifier)
    start: int = field(validator=offset)
    end: int = field(validator=offset)
    printed: str = field(validator=not_blank)
    governed_by: tuple[Span, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Span, unique=True))
    locator: str | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(str, absent=(Absent.NOT_STATED,))
    )

    def __attrs_post_init__(self) -> None:
        if self.end - self.start != len(self.printed):  # the text is never empty
            raise _wrong_extent("Citation", self.start, self.end, self.printed)


offer(Citation, Document, Span)
