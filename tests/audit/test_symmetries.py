"""Laws of audits: the order of records, and reports beside each other, change no answer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from itertools import chain
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given

from aseansc import Review
from aseansc.audit import Audit, CheckCode, audit
from aseansc.audit._components import Component, components
from aseansc.claims import Claim
from aseansc.codelists import Absent
from aseansc.indicators import Direction
from aseansc.periods import days_of
from aseansc.strategies import reviews
from aseansc.units import Unit
from tests.audit.cases import CASES, less_is_better, made
from tests.cases import reports_false, reports_true  # noqa: F401  # they register the reports
from tests.cases.report import REPORTS

RECORDS = ("documents", "sections", "instruments", "indicators", "observations", "targets", "claims", "mentions",
           "findings")  # fmt: skip
_PREFIX = re.compile(r"(?:other|r\d+)-")


@cache
def audited() -> list[tuple[Review, Audit]]:
    """Return reports that pass and that fail each check, and reports of other tests, with their audits."""
    cases = [
        made(case.build, *numbers, date=date)
        for case in CASES.values()
        for numbers, date in zip((case.passes, case.fails), case.dates, strict=True)
    ]
    return [(review, audit(review)) for review in (*cases, *(report.build() for report in REPORTS.values()))]


def renamed(item: Any, names: Mapping[str, str]) -> Any:
    """Return a record in which strings that are names are replaced, also inside its parts."""
    if type(item) is str:
        return names.get(item, item)
    if isinstance(item, tuple):
        return tuple(renamed(part, names) for part in item)
    if not attrs.has(type(item)) or isinstance(item, Unit):
        return item
    parts = {field.alias: getattr(item, field.name) for field in attrs.fields(type(item)) if field.init}
    changed = {name: new for name, part in parts.items() if (new := renamed(part, names)) != part}
    return evolve(item, **changed) if changed else item


def ids_of(review: Review, *without: str) -> list[str]:
    return [item.id for name in RECORDS if name not in without for item in getattr(review, name) if hasattr(item, "id")]


def joined(*reviews: Review) -> Review:
    """Return the first review with the records of all; those that are equal once."""
    every: dict[str, Any] = {
        name: tuple(dict.fromkeys(item for review in reviews for item in getattr(review, name))) for name in RECORDS
    }
    return evolve(reviews[0], **every)


def checks(*audits: Audit, without: Container[CheckCode] = ()) -> Counter[tuple[object, ...]]:
    """Return the answers of some audits, without prefixes. A list of figures gives one answer for each."""
    found: Counter[tuple[object, ...]] = Counter()
    for check in chain.from_iterable(result.checks for result in audits):
        numbers = {str(check.computation.computed), str(check.computation.stated)}
        names = tuple(sorted(_PREFIX.sub("", name, count=1) for name in check.figures))
        together = [names] if len(numbers) > 1 else [(name,) for name in names]
        if check.code not in without:
            found.update((check.code, check.verdict, check.nature, names, frozenset(numbers)) for names in together)
    return found


def bounds(review: Review, result: Audit) -> set[tuple[object, ...]]:
    """Return what follows for each quantity; nothing if some figures contradict each other."""
    by_indicator = [] if result.contradicted else [result.bounds(indicator) for indicator in review.indicators]
    for found in by_indicator:
        days = [days_of(item.time)[::-1] for item in found]
        assert days == sorted(days)
    every = chain.from_iterable(by_indicator)
    return {(item.indicator, item.place, item.breakdown, item.time, item.statuses, item.interval) for item in every}


def in_components(review: Review) -> Iterator[Component]:
    """Divide even a small review as far as possible; otherwise only large ones are divided."""
    return components(review, enough=0)


@contextmanager
def divided() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("aseansc.audit._audit.components", in_components)
        patch.setattr("aseansc.audit._bounds.components", in_components)
        yield


def test_the_order_of_records_changes_no_answer() -> None:
    for review, found in audited():
        turned = evolve(review, **{name: getattr(review, name)[::-1] for name in RECORDS})
        other = audit(turned)
        assert checks(other) == checks(found), review.title
        assert bounds(turned, other) == bounds(review, found), review.title


def test_reports_of_other_things_beside_each_other_have_the_answers_of_each() -> None:
    beside: defaultdict[object, list[tuple[Review, Audit]]] = defaultdict(list)
    for number, (review, found) in enumerate(audited()):
        other = renamed(review, {name: f"r{number}-{name}" for name in ids_of(review)})
        beside[review.period].append((other, found))
    for pairs in beside.values():
        together = joined(*(review for review, _ in pairs))
        answers = checks(*(found for _, found in pairs))
        assert checks(audit(together)) == answers
        with divided():
            assert checks(audit(together)) == answers
            assert len(list(in_components(together))) > len(pairs) / 2


def test_components_have_the_answers_of_the_whole() -> None:
    for review, found in audited():
        limits = bounds(review, found)
        with divided():
            other = audit(review)
            assert checks(other) == checks(found), review.title
            assert bounds(review, other) == limits, review.title


def test_a_revision_is_in_the_component_of_what_it_revises() -> None:
    review = made(less_is_better, "of_plan 105.7 percent", "of_plan 110.0 percent")
    indicators = [evolve(item, better=Direction.UP) for item in review.indicators]
    old, new = review.claims

    def number_of_claims(claims: list[Claim]) -> list[int]:
        return [len(part.claims) for part in in_components(evolve(review, indicators=indicators, claims=claims))]

    assert number_of_claims([old, new]) == [1, 1, 0]
    assert number_of_claims([old, evolve(new, revises=old.id)]) == [2, 0]
    nothing: dict[str, Any] = dict.fromkeys(("actual", "target"), Absent.NOT_STATED)
    assert number_of_claims([old, evolve(new, revises=old.id, **nothing)])[0] == 2
    assert number_of_claims([evolve(old, revises=new.id, **nothing), new])[:2] == [0, 2]
    of_plan = evolve(old, actual=Absent.NOT_STATED)  # a claim that names only its plan is beside it
    assert number_of_claims([of_plan, new]) == [1, 1, 0]


@given(review=reviews(max_figures=8))
def test_components_of_any_review_have_the_answers_of_the_whole(review: Review) -> None:
    found = audit(review)
    with divided():
        assert checks(audit(review)) == checks(found)


def test_another_place_has_the_same_answers_and_changes_none() -> None:
    """Except words about a review, documents, which are the same everywhere, and the known number of districts."""
    without = (CheckCode.CHANGE_WORDS, CheckCode.DOCUMENT_DATES, CheckCode.PLACE_SUM)
    for review, found in audited():
        names = {name: f"other-{name}" for name in ids_of(review, "indicators")}
        places = {item.place for item in (*review.observations, *review.targets, *review.claims)}
        moved = renamed(review, names | {place: place.replace("VN-01", "VN-02") for place in places})
        together = checks(audit(joined(review, moved)), without=without)
        assert together == checks(found, found, without=without), review.title
