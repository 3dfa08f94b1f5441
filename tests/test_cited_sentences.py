"""The sentences that the figures of a draft cite: their times follow from the sentence, in the order of its text."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from aseansc import Absent, Citation, Period
from aseansc.drafts import Draft, PartialRecord
from aseansc.interchange import excel, json
from aseansc.periods import TimeBasis
from aseansc.vietnamese import draft

TEXT = """Báo cáo giảm nghèo
Năm 2018, huyện có 36 trường học và 12 trạm y tế. Toàn huyện có 900 hộ nghèo.
  \nHuyện có 45 bác sĩ. Huyện có 17 dự án."""


def _drafted(text: str, **more: Any) -> Draft:
    return draft(text, place="XX-SM", **more)


def _locators(found: Draft) -> dict[str, str | Absent]:
    figures = (*found.observations, *found.targets, *found.claims)
    cited = [one["citation"] for one in figures if isinstance(one, PartialRecord)]
    return {one.printed: one.locator for one in cited if isinstance(one, Citation)}


def test_a_figure_of_a_text_cites_its_paragraph_and_sentence() -> None:
    assert _locators(_drafted(TEXT)) == {
        "36 trường học": "p2.s1",
        "12 trạm y tế": "p2.s1",
        "900 hộ nghèo": "p2.s2",
        "45 bác sĩ": "p3.s1",
        "17 dự án": "p3.s2",
    }


def test_a_place_with_several_paragraphs_leaves_out_a_number_between_them() -> None:
    found = _locators(_drafted(TEXT, locate=lambda _: "page 5"))
    numbers = [found[one] for one in ("36 trường học", "900 hộ nghèo", "45 bác sĩ")]
    assert numbers == ["page 5.s3", "page 5.s4", "page 5.s6"]


def test_a_sentence_may_begin_and_end_at_two_places() -> None:
    text = "Toàn huyện còn 900 hộ nghèo,\ncó 36 trường học. Huyện có 45 bác sĩ."
    found = _locators(_drafted(text, locate=lambda at: f"line {text.count(chr(10), 0, at) + 1}"))
    assert [*found.values()] == ["line 1-line 2.s1", "line 1-line 2.s1", "line 2.s1"]


LONG = f"Năm 2018, {'với sự tham gia của các ban, ngành, đoàn thể, ' * 12}huyện có 36 trường học, 45 bác sĩ."


def _without(found: Draft, printed: str, *names: str) -> Draft:
    """Return a draft without some fields of one observation."""

    def left(record: Any) -> Any:
        fields = {name: value for name, value in record.items() if name not in names}
        return record.with_fields(fields) if record["citation"].printed == printed else record

    return evolve(found, observations=[left(record) for record in found.observations])


def _basis(found: Draft, printed: str) -> object:
    """Return how the time of a figure is known, or a set of what is asked about it."""
    known = {
        one.citation.printed: one for one in found.known().review.observations if isinstance(one.citation, Citation)
    }
    if printed in known:
        return known[printed].time_basis
    (at,) = [at for at, one in enumerate(found.observations) if _printed(one) == printed]
    return {where.rpartition(".")[2] for where, _ in found.gaps if where.startswith(f"observations[{at}]")}


def _printed(record: Any) -> str:
    return str(record["citation"].printed)


def _in_workbook(found: Draft) -> Draft:
    written = io.BytesIO()
    excel.dump(found, written)
    return excel.load_draft(io.BytesIO(written.getvalue()))


SAME: list[Callable[[Draft], Draft]] = [
    lambda found: found,
    lambda found: json.loads_draft(json.dumps(found)),
    _in_workbook,
]


@pytest.mark.parametrize("again", SAME)
def test_a_time_is_stated_anywhere_in_a_long_sentence(again: Callable[[Draft], Draft]) -> None:
    found = again(_without(_drafted(LONG, period=Period.year(2018)), "45 bác sĩ", "time_basis"))
    assert _basis(found, "45 bác sĩ") is TimeBasis.STATED


@pytest.mark.parametrize("again", SAME)
def test_a_time_of_another_sentence_is_carried(again: Callable[[Draft], Draft]) -> None:
    found = again(_without(_drafted(TEXT, period=Period.year(2018)), "900 hộ nghèo", "time_basis"))
    assert _basis(found, "900 hộ nghèo") is TimeBasis.CARRIED


def test_a_figure_takes_the_answer_for_the_sentence_before_only_in_its_paragraph() -> None:
    for between, is_asked in ((" ", False), ("\n", True)):
        text = f"Toàn huyện còn 900 hộ nghèo.{between}Huyện có 45 bác sĩ."
        for locate in (None, lambda _: "page 5"):
            found = _without(_drafted(text, locate=locate), "45 bác sĩ", "time", "time_basis")
            assert ("observations[1].time" in dict(found.gaps)) is is_asked, (between, locate)


def test_what_follows_from_the_sentence_is_asked_if_a_draft_does_not_have_it() -> None:
    """A draft of an earlier version has only the place of the paragraph, or none."""
    for locator in ("p2", Absent.NOT_STATED):
        found = _without(_drafted(TEXT, period=Period.year(2018)), "12 trạm y tế", "time_basis")
        old = [
            one.with_fields({**one, "citation": evolve(one["citation"], locator=locator)}) for one in found.observations
        ]
        assert _basis(evolve(found, observations=old), "12 trạm y tế") == {"time_basis"}


def test_a_time_that_is_taken_from_the_sentence_before_is_carried() -> None:
    found = _drafted("Toàn huyện có 900 hộ nghèo. Huyện có 45 bác sĩ.", period=Period.year(2018))
    first, last = "900 hộ nghèo", "45 bác sĩ"
    found = _without(_without(found, first, "time", "time_basis"), last, "time", "time_basis")
    found = found.fill("observations[0].time", Period.year(2017))
    assert [_basis(found, one) for one in (first, last)] == [TimeBasis.CARRIED] * 2
    assert {one.time for one in found.known().review.observations} == {Period.year(2017)}


def test_a_row_of_a_table_that_cites_a_sentence_takes_no_time_from_the_row_before() -> None:
    found = _without(_drafted(TEXT, period=Period.year(2018)), "12 trạm y tế", "time", "time_basis")
    rows = [
        PartialRecord(one.record_type, one, origin="line 2")
        for one in found.observations
        if isinstance(one, PartialRecord)
    ]
    assert "observations[1].time" not in dict(found.gaps)
    assert "observations[1].time" in dict(evolve(found, observations=rows).gaps)
