"""A second, rule-based reading of the source text, compared with every figure of the dataset."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from aseansc import Absent, ChangeClaim, Qualifier
from aseansc.datasets import lai_chau

NUMBER = re.compile(
    r"(?:(?P<word>[Tt]rên|hơn|gần|khoảng) )?"
    r"(?P<digits>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
    r"(?: (?P<scale>nghìn|triệu|tỷ))?"
    r" ?(?P<unit>điểm %|%/năm|%|tin, bài|tiếng dân tộc|đề tài, dự án|dự án|lao động|công trình|lượt hộ|hộ|ha|huyện"
    r"|người|lượt đối tượng|đối tượng|suất|nhà ở|đồng|xã, phường|lượt người|giấy chứng nhận|giấy xác nhận|điểm mỏ"
    r"|giấy phép|hồ sơ|đề án|sổ đăng ký)?"
)
WORDS = {
    None: Qualifier.EXACT,
    "trên": Qualifier.OVER,
    "hơn": Qualifier.OVER,
    "gần": Qualifier.NEARLY,
    "khoảng": Qualifier.ABOUT,
}
SCALES = {None: 0, "nghìn": 3, "triệu": 6, "tỷ": 9}
UNITS = {
    "điểm %": "percentage_point",
    "%/năm": "percent/year",
    "%": "percent",
    "tin, bài": "news_item",
    "tiếng dân tộc": "language",
    "đề tài, dự án": "project",
    "dự án": "project",
    "lao động": "person",
    "công trình": "works",
    "lượt hộ": "household_turn",
    "hộ": "household",
    "ha": "hectare",
    "huyện": "district",
    "người": "person",
    "lượt đối tượng": "person_turn",
    "đối tượng": "person",
    "suất": "gift",
    "nhà ở": "dwelling",
    "đồng": "VND",
    "xã, phường": "commune",
    "lượt người": "person_turn",
    "giấy chứng nhận": "certificate",
    "giấy xác nhận": "certificate",
    "điểm mỏ": "mine_site",
    "giấy phép": "licence",
    "hồ sơ": "dossier",
    "đề án": "scheme",
    "sổ đăng ký": "register_book",
}


def mechanically(text: str) -> dict[int, tuple[Decimal, str | None, Qualifier, Decimal]]:
    """Return magnitude, unit, qualifier and resolution of every number of a text, by the position of its digits."""
    found: dict[int, tuple[Decimal, str | None, Qualifier, Decimal]] = {}
    for match in NUMBER.finditer(text):
        digits = match["digits"].replace(".", "").replace(",", ".")
        power = SCALES[match["scale"]]
        decimals = len(digits.partition(".")[2])
        word = match["word"]
        found[match.start("digits")] = (
            Decimal(digits).scaleb(power),
            UNITS.get(match["unit"]),
            WORDS[word.lower() if word else None],
            Decimal(1).scaleb(power - decimals),
        )
    return found


def test_the_rule_based_reading_agrees_on_every_figure(source_text: str) -> None:
    """Magnitude, qualifier and resolution agree, and so does the unit if a noun follows."""
    reading = mechanically(source_text)
    figures = lai_chau.load().figures()
    assert len(figures) == 78
    for figure in figures:
        assert not isinstance(figure.citation, Absent)
        assert not isinstance(figure.value, Absent)
        first = re.search(r"\d", figure.citation.printed)
        assert first is not None
        magnitude, unit, qualifier, resolution = reading[figure.citation.start + first.start()]
        value = figure.value
        assert (abs(value.magnitude), value.qualifier, value.resolution) == (magnitude, qualifier, resolution), (
            figure.id
        )
        assert unit in (value.unit.code, None), figure.id
        # Only decreases are printed without their sign.
        assert value.magnitude >= 0 or isinstance(figure, ChangeClaim)


def test_only_the_numerator_of_a_fraction_has_no_adjacent_noun(source_text: str) -> None:
    reading = mechanically(source_text)
    without = [
        figure.citation.printed
        for figure in lai_chau.load().figures()
        if not isinstance(figure.citation, Absent)
        and reading[figure.citation.start + re.search(r"\d", figure.citation.printed).start()][1] is None  # type: ignore[union-attr]
    ]
    assert without == ["36/108 xã, phường"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("trên 60.000 lượt hộ", (Decimal(60000), "household_turn", Qualifier.OVER, Decimal(1))),
        ("458,6 triệu đồng", (Decimal("458.6E6"), "VND", Qualifier.EXACT, Decimal("1E5"))),
        ("49,11 %", (Decimal("49.11"), "percent", Qualifier.EXACT, Decimal("0.01"))),
    ],
)
def test_the_rule_based_reader_reads_examples(words: str, expected: tuple[object, ...]) -> None:
    assert next(iter(mechanically(words).values())) == expected
