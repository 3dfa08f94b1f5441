"""Documents, citations and spans: checksum, positions, printed text."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import Any

import pytest
from attrs import evolve

from aseansc import Absent, Citation, Document, Span
from aseansc.errors import FieldError, FieldTypeError

SHA = sha256("trên 60.000 lượt hộ".encode()).hexdigest()
DOCUMENT = Document(id="review", title="Báo cáo", sha256=SHA)
CITATION = Citation(document="review", start=4405, end=4424, printed="trên 60.000 lượt hộ")


def test_a_document_recognises_its_exact_text() -> None:
    assert DOCUMENT.has_text("trên 60.000 lượt hộ")
    assert not DOCUMENT.has_text("trên 60.000 lượt hộ ")
    assert not DOCUMENT.has_text("tre\u0302n 60.000 lượt hộ")
    assert not DOCUMENT.has_text("\ud800")
    assert (DOCUMENT.lang, DOCUMENT.date, DOCUMENT.publisher) == ("vi", Absent.NOT_STATED, Absent.NOT_STATED)


def test_a_citation_keeps_the_figure_as_printed() -> None:
    estimated = Span(start=10, end=13, printed="ước")
    citation = evolve(CITATION, governed_by=[estimated])
    assert citation.governed_by == (estimated,)
    assert citation.printed == "trên 60.000 lượt hộ"
    assert hash(evolve(citation)) == hash(citation)
    assert sorted([Span(start=9, end=10, printed="x"), Span(start=2, end=3, printed="y")])[0].start == 2


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"start": 5, "end": 5, "printed": "x"}, FieldError),
        ({"start": 6, "end": 5, "printed": "x"}, FieldError),
        ({"end": 4425}, FieldError),
        ({"printed": "60.000"}, FieldError),
        ({"start": -1}, FieldError),
        ({"start": True}, FieldTypeError),
        ({"start": 4405.0}, FieldTypeError),
        ({"start": "4405"}, FieldTypeError),
        ({"start": None}, FieldTypeError),
        ({"start": 0, "end": 0, "printed": ""}, FieldError),
        ({"start": 0, "end": 1, "printed": " "}, FieldError),
        ({"start": 0, "end": 2, "printed": "5 "}, FieldError),
        ({"printed": None}, FieldTypeError),
        ({"document": ""}, FieldError),
        ({"document": "The Review"}, FieldError),
        ({"document": "review\n"}, FieldError),
        ({"document": None}, FieldTypeError),
        ({"document": Absent.NOT_STATED}, FieldTypeError),
        ({"governed_by": "ước"}, FieldTypeError),
        ({"governed_by": [CITATION]}, FieldTypeError),
        ({"governed_by": Span(start=0, end=1, printed="x")}, FieldTypeError),
        ({"governed_by": [Span(start=0, end=1, printed="x")] * 2}, FieldError),
    ],
    ids=str,
)
def test_bad_citations(change: dict[str, Any], error: type[FieldError]) -> None:
    with pytest.raises(error) as refused:
        evolve(CITATION, **change)
    assert refused.value.where.startswith("Citation")
    assert refused.value.expected


def test_the_error_for_a_citation_that_ends_before_it_starts_shows_both() -> None:
    with pytest.raises(FieldError, match=r"\(6, 5\); expected start < end"):
        evolve(CITATION, start=6, end=5)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"start": 1, "end": 1}, FieldError),
        ({"end": 9}, FieldError),
        ({"start": -1}, FieldError),
        ({"printed": ""}, FieldError),
        ({"start": False}, FieldTypeError),
    ],
    ids=str,
)
def test_bad_spans(change: dict[str, Any], error: type[FieldError]) -> None:
    with pytest.raises(error):
        evolve(Span(start=0, end=1, printed="5"), **change)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"id": ""}, FieldError),
        ({"id": "Review"}, FieldError),
        ({"title": ""}, FieldError),
        ({"title": " Báo cáo"}, FieldError),
        ({"title": None}, FieldTypeError),
        ({"sha256": SHA.upper()}, FieldError),
        ({"sha256": SHA[:-1]}, FieldError),
        ({"sha256": SHA + "\n"}, FieldError),
        ({"sha256": ""}, FieldError),
        ({"sha256": bytes.fromhex(SHA)}, FieldTypeError),
        ({"lang": "Vietnamese"}, FieldError),
        ({"lang": ""}, FieldError),
        ({"date": "2018-12-31"}, FieldTypeError),
        ({"date": datetime(2018, 12, 31)}, FieldTypeError),
        ({"date": None}, FieldTypeError),
        ({"date": Absent.QUALITATIVE}, FieldError),
        ({"publisher": ""}, FieldError),
        ({"publisher": None}, FieldTypeError),
        ({"author": " "}, FieldError),
    ],
    ids=str,
)
def test_bad_documents(change: dict[str, Any], error: type[FieldError]) -> None:
    with pytest.raises(error) as refused:
        evolve(DOCUMENT, **change)
    assert refused.value.where.startswith("Document.")


@pytest.mark.parametrize("text", [None, 5, b"text"])
def test_anything_but_a_string_is_an_error(text: Any) -> None:
    with pytest.raises(FieldTypeError):
        DOCUMENT.has_text(text)


def test_a_document_may_have_a_date() -> None:
    assert evolve(DOCUMENT, date=date(2018, 12, 31)).date == date(2018, 12, 31)
