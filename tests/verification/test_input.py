"""Input of a verification that is refused, or that states no number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from aseansc import Absent, Status
from aseansc.datasets import skeleton
from aseansc.errors import DocumentError, FieldError, FieldTypeError, ParseError
from aseansc.verification import ExtractedFigure, loads_claims, verify, verify_claims


@pytest.mark.parametrize("name", ["report.txt", "docs/report.md", "C:\\report.docx"])
def test_the_name_of_a_file_is_no_text(name: str) -> None:
    with pytest.raises(FieldError, match="Path"):
        verify_claims(name, [{"number": 1}])
    with pytest.raises(FieldError, match="Path"):
        verify(skeleton.load(), name)


@pytest.mark.parametrize(("content", "at"), [(b"12 x\xe3", 4), (b"12 \xe1\xbb", 3), (b"\xff", 0)])
def test_the_first_byte_that_is_not_utf_8_is_located(tmp_path: Path, content: bytes, at: int) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(content)
    with pytest.raises(ParseError, match=f"verify, byte {at}: the file is not UTF-8"):
        verify_claims(file, [{"number": 1}])


@pytest.mark.parametrize("text", ["", "350.000", "12 xã.", "Tăng 2,5%.\nGiảm.txt"])
def test_short_texts_are_read(text: str) -> None:
    assert len(verify_claims(text, [{"number": 1}])) == 1


@pytest.mark.parametrize("units", [["x"], "x", [None], 3])
def test_units_are_units(units: Any) -> None:
    with pytest.raises(FieldTypeError, match="unit"):
        verify_claims("12 xã", [], units=units)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"unit": ""}, "unit is blank"),
        ({"unit": " "}, "unit is blank"),
        ({"upper": 9}, "below the number"),
        ({"end": 5}, "start is missing"),
        ({"start": 5, "end": 5}, "start is not before end"),
    ],
)
def test_fields_that_contradict_each_other_are_refused(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(FieldError, match=words):
        ExtractedFigure(number=10, **fields)
    with pytest.raises(DocumentError, match=words):
        verify_claims("10 xã", [{"number": 10, **fields}])


def test_a_key_is_given_once() -> None:
    with pytest.raises(DocumentError, match="a key twice; got 'number'"):
        loads_claims('[{"number": 1, "number": 2}]')
    with pytest.raises(DocumentError, match="a key twice; got 'claims'"):
        loads_claims('{"claims": [], "claims": []}')


def test_a_figure_without_a_value_is_not_confirmed() -> None:
    text = "Số hộ nghèo: không công bố."
    review = skeleton.load()
    first = review.observations[0]
    assert not isinstance(first.citation, Absent)
    cited = evolve(first.citation, start=text.index("không"), end=len(text) - 1, printed="không công bố")
    hidden = evolve(first, value=Absent.NOT_STATED, statuses=[Status.SUPPRESSED], citation=cited)
    (result,) = verify(evolve(review, observations=[hidden], claims=(), targets=()), text)
    assert result.verdict.value == "undecided"
    assert "no number was compared" in result.reason
