"""Report pages of reviews with rare figures: without a section, a number or a second level, or as a range."""

from __future__ import annotations

import re

from attrs import evolve

from aseansc import Absent, Change, Review, Status, Value
from aseansc.datasets import annex, skeleton
from aseansc.extras import Extra
from aseansc.pages import losses, report
from aseansc.pages._words import WORDS
from aseansc.units import percentage_point, person_turn
from tests.test_pages import section


def test_indicators_and_claims_without_a_section_are_other_figures() -> None:
    review = skeleton.load()
    claim = next(item for item in review.claims if item.id.startswith("trainees"))
    loose = evolve(
        review,
        sections=(),
        indicators=[evolve(item, section=Absent.NOT_STATED) for item in review.indicators],
        findings=[evolve(item, section=Absent.NOT_STATED) for item in review.findings],
        claims=[evolve(claim, actual=Absent.NOT_STATED, target=Absent.NOT_STATED)],
    )
    goals = section(report(loose, "en"), "goals")
    assert f'id="f-{claim.id}"' in goals
    assert all(f'id="f-{item.id}"' in goals for item in review.observations)
    assert re.findall(r"<h3[^>]*>(.*?)</h3>", goals, re.S) == [WORDS["en"]["other"]]


def test_a_place_in_a_document_is_as_a_person_finds_it() -> None:
    review = skeleton.load()
    first = review.observations[0]
    cited = evolve(first, citation=evolve(first.citation, locator="page 5, table 2"))
    html = report(evolve(review, observations=[cited, *review.observations[1:]]), "en")
    assert "page 5, table 2" in section(html, "goals")


def test_data_of_other_programs_is_not_on_the_page() -> None:
    review = evolve(skeleton.load(), extra=Extra({"example.org": 1}))
    assert [loss.what for loss in losses(review) if loss.why == "data of other programs"] == [
        "Review 'suoi-may', extra"
    ]


def test_changes_without_two_levels_that_can_be_compared_are_not_drawn() -> None:
    """Of a level that is not stated and does not follow, a level that is missing, and levels of other kinds of times."""
    review = skeleton.load()
    (claim,) = (item for item in review.claims if item.id.startswith("poverty-rate"))
    before = {"claims": [claim], "targets": (), "mentions": ()}
    assert "2,3 điểm %" in section(report(evolve(review, **before), "en"), "changes")
    missing = {"value": Absent.NOT_STATED, "statuses": [Status.SUPPRESSED]}
    rate = review.observation("poverty-rate.2023.end")
    for observations, changed in (
        (review.observations, evolve(claim, start=Absent.NOT_STATED, end=Absent.NOT_STATED)),
        ([evolve(item, **missing) if item.id == rate.id else item for item in review.observations], claim),
    ):
        html = report(evolve(review, **{**before, "observations": observations, "claims": [changed]}), "en")
        assert "<svg" not in section(html, "changes")
        assert f'id="f-{claim.id}"' in section(html, "goals")


def annex_with(**changes: dict[str, object]) -> Review:
    """Return the annex with other fields of the observations and targets with these ids, with ``_`` for ``.`` and ``-``."""
    sample = annex.load()
    observations, targets = (
        [evolve(item, **changes.get(re.sub("[.-]", "_", item.id), {})) for item in items]
        for items in (sample.observations, sample.targets)
    )
    return evolve(sample, observations=observations, targets=targets)


def drawn_targets(review: Review) -> dict[str, str]:
    """Return the drawings of targets by the names of their indicators."""
    targets = section(report(review, "en"), "targets")
    return {found[0]: found[1] for found in re.findall(r'aria-label="([^;]+);.*?">(.*?)</svg>', targets)}


def test_a_result_that_is_planned_and_a_planned_change_are_not_drawn_beside_a_target() -> None:
    every = drawn_targets(annex.load())
    change = Change.exact("-6.8", percentage_point)
    planned = annex_with(trainees_2023_total={"statuses": [Status.PLANNED]}, poverty_rate_2023_target={"value": change})
    assert every.keys() - drawn_targets(planned).keys() == {"Workers trained", "Poverty rate"}


def test_a_result_that_is_a_range_has_no_bar_but_its_ends() -> None:
    found = annex_with(examinations_2023_total={"value": Value.between(57000, 58000, person_turn)})
    name = next(name for name in drawn_targets(found) if "xamination" in name)
    assert 'class="bar' in drawn_targets(annex.load())[name]
    assert 'class="bar' not in drawn_targets(found)[name]
