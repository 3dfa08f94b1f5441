"""Where a figure stands: the document, the characters, and the distant words that govern it."""

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
    tuple_of,
)
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import Absent
from aseansc.errors import FieldError, FieldTypeError


def _check_extent(name: str, start: int, end: int, printed: str) -> None:
    if start >= end:
        raise FieldError(f"a {name} ends before it starts", where=name, got=(start, end), expected="start < end")
    if end - start != len(printed):
        raise FieldError(
            "the characters do not fill the span",
            where=name,
            got=f"{printed!r} at {start}:{end}",
            expected=f"{end - start} characters, as many as the span has",
            way_out="Offsets are Python string indices into the text read as UTF-8.",
        )


_is_sha256: Final = matching(re.compile(r"[0-9a-f]{64}"), "64 hexadecimal digits in lower case")
_is_language: Final = matching(re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"), "a BCP 47 language tag such as vi")


@final
@frozen(kw_only=True, repr=False)
class Document(Record):
    """A document that figures are cited from, fixed by the SHA-256 of its UTF-8 text.

    Args:
        id: names it within a review.
        title: as printed.
        sha256: of the whole text as UTF-8, in lower-case hexadecimal.
        lang: its language, a BCP 47 tag.
        date: the day it gives for itself, where it does.
        publisher: who published it, where that is known.
        author: who wrote it, as printed, where it says.
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

    def has_text(self, text: str) -> bool:
        """Whether a text is this document, to the character.

        Raises:
            FieldTypeError: for anything but a text.
        """
        if not isinstance(text, str):
            raise FieldTypeError("not a text", where="Document.has_text", got=text, expected="the whole text as str")
        return sha256_of(text) == self.sha256


def sha256_of(text: str) -> str:
    """The SHA-256 of a text as UTF-8; a lone surrogate, which UTF-8 has no bytes for, counts as itself."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@final
@frozen(kw_only=True, order=True, repr=False)
class Span(Record):
    """Some characters of a document: where they start and end, and what they are.

    Offsets are Python string indices into the document's text read as UTF-8.
    """

    start: int = field(validator=offset)
    end: int = field(validator=offset)
    printed: str = field(validator=not_blank)

    def __attrs_post_init__(self) -> None:
        _check_extent("Span", self.start, self.end, self.printed)


@final
@frozen(kw_only=True, repr=False)
class Citation(Record):
    """Where a figure is printed, and how: with its qualifier and its counted noun, and no more of the sentence.

    Args:
        document: id of the document.
        start: index of the first character.
        end: index after the last character.
        printed: the characters, exactly.
        governed_by: distant words that the figure stands under, such as the *ước* at the head of its sentence.

    Raises:
        FieldError: when it ends before it starts, or the characters do not fill the span.

    >>> Citation(document="review", start=4405, end=4424, printed="trên 60.000 lượt hộ").printed
    'trên 60.000 lượt hộ'
    """

    document: str = field(validator=identifier)
    start: int = field(validator=offset)
    end: int = field(validator=offset)
    printed: str = field(validator=not_blank)
    governed_by: tuple[Span, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Span, unique=True))

    def __attrs_post_init__(self) -> None:
        _check_extent("Citation", self.start, self.end, self.printed)


offer(__name__)
