"""Texts in several languages: look-up, falling back, bad tags and bad words."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from aseansc import LocalizedText, Text
from aseansc.errors import FieldError, FieldTypeError

NAME = Text(translations={"en": "Poverty rate", "vi": "Tỷ lệ hộ nghèo", "zh-Hans": "贫困率"})


@pytest.mark.parametrize(
    ("lang", "language"),
    [
        ("en", "en"),
        ("vi", "vi"),
        ("vi-VN", "vi"),
        ("VI", "vi"),
        ("vi-vn", "vi"),
        ("zh-Hans", "zh-Hans"),
        ("zh-Hans-SG", "zh-Hans"),
        ("zh-hans-sg", "zh-Hans"),
        ("zh", "en"),
        ("en-GB", "en"),
        ("lo", "en"),
        ("", "en"),
    ],
)
def test_look_up_falls_back_and_says_so(lang: str, language: str) -> None:
    """RFC 4647 look-up: without case, from the end of the tag, and English at last."""
    found = NAME.lookup(lang)
    assert found == LocalizedText(dict(NAME.translations)[language], language)
    assert str(found) == found.text


def test_a_text_in_english_is_its_text() -> None:
    assert str(NAME) == "Poverty rate"
    assert Text.of(en="Rate").translations == (("en", "Rate"),)
    assert Text.of(en="Rate", vi="") == Text.of(en="Rate")
    assert Text.of(en="Rate", vi="Tỷ lệ") == Text(translations=(("vi", "Tỷ lệ"), ("en", "Rate")))
    assert hash(Text.of(en="Rate", vi="Tỷ lệ")) == hash(Text(translations={"vi": "Tỷ lệ", "en": "Rate"}))
    assert Text.of(en="Rate", **{"pt-BR": "Taxa"}).lookup("pt-BR").text == "Taxa"
    assert evolve(NAME) == NAME


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Text(translations={}), FieldError),
        (lambda: Text(translations={"vi": "Tỷ lệ"}), FieldError),
        (lambda: Text.of(en=""), FieldError),
        (lambda: Text.of(en=" "), FieldError),
        (lambda: Text.of(en="Rate "), FieldError),
        (lambda: Text.of(en="Rate", vi=" "), FieldError),
        (lambda: Text.of(en="Rate", vi=None), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text.of(en="Rate", vi=0), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text.of(en=5), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(translations=(("en", "Rate"), ("en", "Share"))), FieldError),
        (lambda: Text(translations={"en": "Rate", "tiếng Việt": "Tỷ lệ"}), FieldError),
        (lambda: Text(translations={"en": "Rate", "v": "Tỷ lệ"}), FieldError),
        (lambda: Text(translations={"en": "Rate", "vi\n": "Tỷ lệ"}), FieldError),
        (lambda: Text(translations={"en": "Rate", "": "Tỷ lệ"}), FieldError),
        (lambda: Text(translations={"en": "Rate", 5: "Tỷ lệ"}), FieldTypeError),  # type: ignore[dict-item]
        (lambda: Text(translations="en"), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(translations=None), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(translations=[("en",)]), FieldTypeError),  # type: ignore[list-item]
        (lambda: Text(translations=5), FieldTypeError),  # type: ignore[arg-type]
        (lambda: NAME.lookup(5), FieldTypeError),  # type: ignore[arg-type]
        (lambda: NAME.lookup(None), FieldTypeError),  # type: ignore[arg-type]
    ],
)
def test_bad_texts(make: Any, error: type[FieldError]) -> None:
    with pytest.raises(error) as refused:
        make()
    assert refused.value.where.startswith("Text")
    assert refused.value.expected
