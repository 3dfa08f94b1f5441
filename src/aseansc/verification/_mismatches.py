"""Comparison of the citations of a review with the text of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import Record, instance_of, instance_or_absent
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation, Document, Span, sha256_of
from aseansc.codelists import Absent
from aseansc.errors import FieldError, require
from aseansc.reviews import Review
from aseansc.verification._locate import MOST_SEARCHED

_FIRST_REACH: Final = 256
_DIGITS: Final = re.compile(r"\d+")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_ITEM: Final = re.compile(r"^[ \t]*(?:[-+•*][ \t]*)?\(?(\d{1,2}(?:\.\d{1,2})*)[.)/][ \t]+(?=[^\W\d_])", re.MULTILINE)
"""The number of a heading or an item of a list, at the start of a line."""
_WRAPPED: Final = 60
"""A longer line in which no sentence ends may go on in the next line."""


@final
@frozen(kw_only=True, eq=False, repr=False)
class Mismatch(Record):
    """A difference between a citation of a review and the text of its document.

    Args:
        where: the record that has the citation.
        document: id of the document.
        start: position of the first character; 0 if the checksum of the whole document differs.
        end: position after the last character.
        expected: the text of the citation.
        found: the text of the document at this position.
        nearest: position in the document, nearest to ``start``, at which the expected text is found;
            ``Absent.NOT_APPLICABLE`` if it is not in the document or was not searched for, because the checksum or a
            finding differs or because too many citations do.
    """

    where: str = field(validator=instance_of(str))
    document: str = field(validator=instance_of(str))
    start: int = field(validator=instance_of(int))
    end: int = field(validator=instance_of(int))
    expected: str = field(validator=instance_of(str))
    found: str = field(validator=instance_of(str))
    nearest: int | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(int, absent=(Absent.NOT_APPLICABLE,))
    )


def mismatches(review: Review, text: str, document: str | None) -> tuple[Mismatch, ...]:
    """Return the differences between a text and the citations of a review."""
    cited = cited_document(review, text, document, "Review.verify")
    found: list[Mismatch] = []
    digest = sha256_of(text)
    if digest != cited.sha256:
        found.append(
            Mismatch(
                where=f"Document {cited.id!r}",
                document=cited.id,
                start=0,
                end=len(text),
                expected=f"SHA-256 {cited.sha256}",
                found=f"SHA-256 {digest}",
            )
        )
    left = MOST_SEARCHED
    for where, start, end, printed in _spans(review, cited.id):
        if text[start:end] != printed:
            nearest, searched = _nearest(text, printed, start) if left > 0 else (Absent.NOT_APPLICABLE, 0)
            left -= searched
            found.append(
                Mismatch(
                    where=where,
                    document=cited.id,
                    start=start,
                    end=end,
                    expected=printed,
                    found=text[start:end],
                    nearest=nearest,
                )
            )
    found.extend(
        Mismatch(
            where=f"Finding {finding.id!r}",
            document=cited.id,
            start=finding.start,
            end=finding.end,
            expected=f"{finding.end} characters",
            found=f"{len(text)} characters",
        )
        for finding in review.findings
        if finding.document == cited.id and finding.end > len(text)
    )
    return tuple(found)


def passages_of(review: Review, document: str | None) -> set[tuple[int, int]]:
    """Return start and end of each passage that a review cites of a document, or of its only document."""
    return {(start, end) for _, start, end, _ in _spans(review, document or review.documents[0].id)}


def uncited_numbers(review: Review, text: str, document: str | None) -> tuple[Span, ...]:
    """Return the numbers in a text that no correct citation of a figure or a mention contains.

    The numbers of headings and items of lists (*9. Health*) are left out. A number with separators, such as *4,95*, is
    one; if a citation has a part of it, only its other digits count.
    """
    cited = cited_document(review, text, document, "Review.uncited")
    held = bytearray(len(text))
    for start, end in _numbers_of_items(text):
        held[start:end] = b"\1" * (end - start)
    for record in (*review.observations, *review.targets, *review.claims, *review.mentions):
        span = record.citation
        if not isinstance(span, Absent) and span.document == cited.id and text.startswith(span.printed, span.start):
            held[span.start : span.end] = b"\1" * len(span.printed)
    left = (part for number in _NUMBER.finditer(text) for part in _uncited_parts(text, number, held))
    return tuple(Span(start=one.start(), end=one.end(), printed=one.group()) for one in left)


def _numbers_of_items(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the numbers of headings and items are: after a whole sentence, or after the number before them."""
    seen: set[tuple[int, ...]] = set()
    for item in _ITEM.finditer(text):
        number = tuple(map(int, item[1].split(".")))
        goes_on = number[-1] == 1 or (*number[:-1], number[-1] - 1) in seen
        seen.add(number)
        before = text[text.rfind("\n", None, item.start() - 1) + 1 : item.start()].rstrip()
        if not before or before[-1] in ".;:!?" or (goes_on and len(before) < _WRAPPED):
            yield item.span(1)


def _uncited_parts(text: str, number: re.Match[str], held: bytearray) -> Iterator[re.Match[str]]:
    """Yield a number, or those of its runs of digits that are not in a citation if others are."""
    if not any(held[number.start() : number.end()]):
        yield number
        return
    for run in _DIGITS.finditer(text, number.start(), number.end()):
        if not all(held[run.start() : run.end()]):
            yield run


def cited_document(review: Review, text: str, document: str | None, where: str) -> Document:
    """Return the document of a review that a text is compared with: the named one, or its only one."""
    require(text, str, where=where, expected="the text of the document as a string")
    if document is None:
        if len(review.documents) != 1:
            raise FieldError(
                "the document is not specified",
                where=where,
                got=[item.id for item in review.documents],
                expected="the id of one of the documents of the review",
            )
        document = review.documents[0].id
    return review.document(document)


def _nearest(text: str, printed: str, start: int) -> tuple[int | Absent, int]:
    """Return the position of ``printed`` nearest to ``start`` (or absent), and about how much text was searched."""
    reach, size = _FIRST_REACH, len(printed)
    while True:
        before = text.rfind(printed, max(0, start - reach), start + size)
        after = text.find(printed, start, start + reach + size)
        positions = [position for position in (before, after) if position >= 0]
        if positions or reach >= len(text) + start:
            return min(positions, key=lambda position: abs(position - start), default=Absent.NOT_APPLICABLE), reach
        reach += reach


def _spans(review: Review, document: str) -> list[tuple[str, int, int, str]]:
    """Return location, start, end and printed text of each citation of a document, in the order of the text."""
    cited: list[tuple[str, Citation | Absent]] = [
        (f"{type(record).__name__} {record.id!r}", record.citation)
        for record in (*review.sections, *review.instruments, *review.figures())
    ]
    cited += [(f"Mention {mention.citation.printed!r}", mention.citation) for mention in review.mentions]
    spans: list[tuple[str, int, int, str]] = []
    for where, citation in cited:
        if isinstance(citation, Absent) or citation.document != document:
            continue
        spans.append((where, citation.start, citation.end, citation.printed))
        spans += [(f"{where}, governed_by", word.start, word.end, word.printed) for word in citation.governed_by]
    return sorted(spans, key=lambda span: span[1:])


offer(Mismatch)
