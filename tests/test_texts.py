"""Texts in several languages: look-up, fallback, invalid tags and texts."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from aseansc import Absent, LocalizedText, Text
from aseansc.errors import FieldError, FieldTypeError

NAME = Text(en="Poverty rate", vi="Tỷ lệ hộ nghèo", others={"zh-Hans": "贫困率"})
WORDS = {"en": NAME.en, "vi": NAME.vi, **dict(NAME.others)}


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
def test_look_up_falls_back_and_returns_the_language(lang: str, language: str) -> None:
    """RFC 4647 look-up: ignore case, shorten the tag from its end, and use English in the end."""
    found = NAME.lookup(lang)
    assert found == LocalizedText(WORDS[language], language)
    assert str(found) == found.text


def test_str_of_a_text_is_its_english() -> None:
    assert str(NAME) == "Poverty rate"
    assert Text(en="Rate").vi is Absent.NOT_STATED
    assert Text(en="Rate", others={"lo": "x", "fr": "Taux"}) == Text(en="Rate", others=(("fr", "Taux"), ("lo", "x")))
    assert Text(en="Rate", others={"pt-BR": "Taxa"}).lookup("pt-BR").text == "Taxa"
    assert evolve(NAME, vi="Tỷ lệ").lookup("vi").text == "Tỷ lệ"
    assert evolve(NAME) == NAME


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Text(en=""), FieldError),
        (lambda: Text(en=" "), FieldError),
        (lambda: Text(en="Rate "), FieldError),
        (lambda: Text(en="Rate", vi=""), FieldError),
        (lambda: Text(en="Rate", vi=" "), FieldError),
        (lambda: Text(en="Rate", vi=None), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(en="Rate", vi=Absent.QUALITATIVE), FieldError),
        (lambda: Text(en=5), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(en=Absent.NOT_STATED), FieldTypeError),
        (lambda: Text(en="Rate", others=(("lo", "x"), ("lo", "y"))), FieldError),
        (lambda: Text(en="Rate", others={"en": "Share"}), FieldError),
        (lambda: Text(en="Rate", others={"tiếng Việt": "Tỷ lệ"}), FieldError),
        (lambda: Text(en="Rate", others={"v": "Tỷ lệ"}), FieldError),
        (lambda: Text(en="Rate", others={"lo\n": "x"}), FieldError),
        (lambda: Text(en="Rate", others={"": "x"}), FieldError),
        (lambda: Text(en="Rate", others={5: "x"}), FieldError),  # type: ignore[dict-item]
        (lambda: Text(en="Rate", others={"lo": 5}), FieldTypeError),  # type: ignore[dict-item]
        (lambda: Text(en="Rate", others={"lo": ""}), FieldError),
        (lambda: Text(en="Rate", others="lo"), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(en="Rate", others=None), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(en="Rate", others=[("lo",)]), FieldTypeError),  # type: ignore[list-item]
        (lambda: Text(en="Rate", others=5), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(en="Rate", others=(("lo",),)), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(en="Rate", others=(("lo", "x", "y"),)), FieldTypeError),  # type: ignore[arg-type]
        (lambda: Text(en="Rate", others=(5,)), FieldTypeError),  # type: ignore[arg-type]
        (lambda: NAME.lookup(5), FieldTypeError),  # type: ignore[arg-type]
        (lambda: NAME.lookup(None), FieldTypeError),  # type: ignore[arg-type]
    ],
)
def test_bad_texts(make: Any, error: type[FieldError]) -> None:
    with pytest.raises(error) as refused:
        make()
    assert refused.value.where.startswith("Text")
    assert refused.value.expected
