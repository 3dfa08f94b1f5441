"""Report pages of reviews with rare figures: without a section, a number or a second level, or as a range."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve

from aseansc import Absent, Attainment, Change, Period, Review, Status, Text, TimeCollection, Value
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.datasets import annex, skeleton
from aseansc.extras import Extra
from aseansc.pages import comparison, losses, report
from aseansc.pages._words import WORDS
from aseansc.units import household, percent, percentage_point, person, person_turn
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


def made(state: Callable[[ReportPart], object], name: str = "report") -> Review:
    """Return a review with the figures that a function states."""
    part = ReportPart(document="report", place="XX-SM", period=Period.years(2022, 2024))
    state(part)
    document = Document(id="report", title="Report", sha256=sha256_of(""))
    return assemble(part, id=name, title=Text(en=name), programme=Text(en="Plan"), documents=[document])


def test_levels_that_are_not_comparable_have_no_change() -> None:
    """A total of a year and an average of two years: the page shows both, and draws nothing between them."""

    def state(part: ReportPart) -> None:
        visits = part.flow("visits", person_turn, en="Visits", vi="Lượt khám")
        part.total(visits, Value.exact(100, person_turn), Period.year(2022), part.cite(0, "x"))
        part.average(visits, Value.exact(200, person_turn), Period.years(2023, 2024), part.cite(2, "x"))

    html = report(made(state), "en")
    assert "<svg" not in section(html, "changes")
    assert "200 person-turns" in section(html, "goals")


def test_a_level_that_is_worked_back_to_one_side_is_drawn_with_its_end() -> None:
    def state(part: ReportPart) -> None:
        homes = part.stock("homes", household, en="Homes", vi="Nhà")
        first = part.at_beginning(homes, Value.over(100, household), Period.year(2022), part.cite(0, "x"))
        by = Change.exact(20, household)
        part.change(homes, first, Absent.NOT_STATED, by, part.cite(2, "x"), time=Period.year(2022))

    assert "worked back: at least 121" in section(report(made(state), "en"), "changes")


def test_a_net_flow_that_rose_between_two_reports_is_listed_but_not_drawn() -> None:
    def state(part: ReportPart, number: int, year: int) -> None:
        net = part.flow("net", person, en="Net migration", vi="Di cư thuần", net=True)
        part.total(net, Change.exact(number, person), Period.year(year), part.cite(0, "x"))

    first, second = (
        made(lambda part, n=number: state(part, *n), f"r{number[1]}") for number in ((100, 2022), (150, 2023))
    )  # type: ignore[misc]
    html = comparison(first, second, "en")
    assert "+50 persons; +50.0%" in html
    assert 'class="slopes' not in html


def test_a_target_for_another_year_than_its_claim_is_not_drawn() -> None:
    def state(part: ReportPart) -> None:
        homes = part.stock("homes", household, en="Homes", vi="Nhà")
        plan = part.target(homes, Value.exact(5, household), Period.year(2022), TimeCollection.END, part.cite(4, "x"))
        actual = part.at_end(homes, Value.exact(5, household), Period.year(2023), part.cite(0, "x"))
        part.attainment(actual, plan, Attainment.exact(100, percent), part.cite(2, "x"))

    html = report(made(state), "en")
    assert "<svg" not in section(html, "targets")
    assert "100%" in section(html, "goals")
