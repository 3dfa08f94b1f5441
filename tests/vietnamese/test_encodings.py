"""Text in old encodings is refused; text without diacritics is reported."""

from __future__ import annotations

import pytest

from aseansc import vietnamese
from aseansc.errors import ParseError


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Tû lÖ hé nghÌo gi¶m cßn 12,5%, toµn tØnh cã 345 hé.", "TCVN3"),
        ("N¨m 2018 thu ng©n s¸ch ®¹t 1.250 tû ®ång.", "TCVN3"),
        ("n\xadíc s¹ch cho 345 hé d©n n«ng th«n", "TCVN3"),
        ("Tyû leä hoä ngheøo giaûm coøn 12,5%, toaøn tænh coù 345 hoä.", "VNI"),
        ("Naêm 2018 thu ngaân saùch ñaït 1.250 tyû ñoàng", "VNI"),
    ],
)
def test_an_old_encoding_is_refused_with_its_name(text: str, encoding: str) -> None:
    for read in (vietnamese.find, vietnamese.parse, vietnamese.draft):
        with pytest.raises(ParseError, match=f"{encoding}.*Convert the text to Unicode"):
            read(text)
    with pytest.raises(ParseError, match=encoding):
        vietnamese.find(f"Có 5 hộ nghèo.\n{text}\nCó 6 hộ nghèo.")


@pytest.mark.parametrize(
    "text",
    [
        "Có 345 hộ nghèo ở Köln, München, Düsseldorf.",
        "Köln, München, Düsseldorf, Nürnberg: 345 persons",
        "Diện tích 345 km² · 12 «nhà» ½ ® Ðảng",
        "Naïve Citroën Moët: 12 %",
    ],
)
def test_foreign_names_and_signs_are_not_taken_for_an_old_encoding(text: str) -> None:
    assert vietnamese.find(text)


@pytest.mark.parametrize("text", ["Ty le ho ngheo giam con 12,5%.", "Toan huyen co 345 ho, tang 5% so voi nam 2018."])
def test_text_without_diacritics_gives_no_values(text: str) -> None:
    figures = [one for one in vietnamese.find(text) if one.mention is None]
    assert figures
    assert all(one.value is None and "no diacritics" in one.note for one in figures)
    assert "no diacritics" not in vietnamese.find("The total was 345 in the year 2018.")[0].note


def test_a_soft_hyphen_inside_a_word_is_dropped() -> None:
    text = "Có 345 hộ nghè\xado và 1.2\xad50 người dân."
    figures = vietnamese.find(text)
    assert [str(one.value) for one in figures] == ["345 household", "1250 person"]
    assert [one.printed for one in figures] == ["345 hộ nghè\xado", "1.2\xad50 người dân"]
    assert all(text[one.start : one.end] == one.printed for one in figures)
