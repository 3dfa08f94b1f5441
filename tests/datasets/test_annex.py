"""The invented annex, whose targets have numbers."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

from aseansc import Absent
from aseansc.attainment import Outcome, assess
from aseansc.audit import audit
from aseansc.datasets import annex
from aseansc.values import Qualifier

REVIEW = annex.load()
TEXT = files("aseansc.datasets").joinpath("annex.txt").read_bytes().decode("utf-8")


def test_every_figure_means_what_the_text_states_and_every_number_is_cited() -> None:
    found = REVIEW.verify(TEXT)
    assert (found.refuted, found.undecided, found.mismatches, found.uncited) == ((), (), (), ())
    assert found.agrees


def test_every_target_has_its_number_and_they_are_met_not_met_or_open() -> None:
    assert not any(isinstance(target.value, Absent) for target in REVIEW.targets)
    outcomes = Counter(
        assess(target, actual, REVIEW).outcome
        for target in REVIEW.targets
        for actual in REVIEW.observations
        if actual.indicator == target.indicator and actual.time == target.time
    )
    assert outcomes == {Outcome.MET: 3, Outcome.NOT_MET: 3, Outcome.CANNOT_TELL: 1}


def test_a_figure_nearly_at_its_target_did_not_meet_it() -> None:
    target, actual = REVIEW.target("vaccination-rate.2023.target"), REVIEW.observation("vaccination-rate.2023.end")
    assert actual.value.qualifier is Qualifier.NEARLY
    assert assess(target, actual, REVIEW).outcome is Outcome.NOT_MET


def test_its_figures_are_consistent() -> None:
    result = audit(REVIEW)
    assert (result.contradicted, result.conditional) == ((), ())
    assert result.findings() == ()  # a target without a claim about it is not a figure that is missing
    assert len(REVIEW.figures()) == 20


def test_it_is_said_to_be_invented() -> None:
    assert "invented" in REVIEW.title.en
    assert "hư cấu" in REVIEW.title.lookup("vi").text
    assert "hư cấu" in TEXT
