"""Abbreviations that a text defines have the meaning that it gives them."""

from __future__ import annotations

import pytest

from aseansc.vietnamese import find


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Xã tiếp nhận 45 hồ sơ (HS). Giải quyết sớm 31 HS.", ["dossier", "dossier"]),
        ("Trường có 31 HS. Xã tiếp nhận hồ sơ (HS).", ["dossier"]),
        ("Trường có 45 học sinh (HS), trong đó 31 HS giỏi.", ["person", "person"]),
        ("Trường có 31 HS giỏi (HSG).", ["person"]),
        ("Tiếp nhận 45 hồ sơ (HS) của 20 học sinh (HS), trả 31 HS.", ["dossier", "person", None]),
        ("Mua hồi sức (HS), có 31 HS.", [None]),
        ("Công ty khuyến mãi (KM) trên đường dài 31 km.", ["kilometre"]),
        ("Xã tiếp nhận 45 hồ sơ\n(HS). Trường có 31 HS.", ["dossier", "person"]),
    ],
)
def test_the_definition_of_the_text_wins(text: str, units: list[str | None]) -> None:
    assert [None if figure.unit is None else figure.unit.code for figure in find(text)] == units


def test_a_village_is_perhaps_a_document_in_a_text_that_counts_documents() -> None:
    """*Bản* is a village and a copy; *bản kê khai* is a declaration."""
    plain, counted = "Huyện có 12 xã, 105 bản.", "Thu 35 bản kê khai, trong đó 17 bản công khai."
    assert [str(one.unit) for one in find(plain)] == ["commune", "village"]
    assert [one.unit for one in find(counted)] == [None, None]
