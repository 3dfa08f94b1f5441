"""Laws of verification: true claims, wrong digits, other claims, and text before."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import evolve

from aseansc import Attainment, Change, RelativeChange, Status, Value
from aseansc.verification import ExtractedFigure, FigureVerdict, VerifiedFigure, verify_claims
from aseansc.verification._claims import kind_of
from aseansc.vietnamese import find
from tests.verification.test_recorded import MIXED, ODD
from tests.vietnamese.test_golden import ROWS
from tests.vietnamese.test_sentences import SENTENCES
from tests.vietnamese.test_times import TIMES

TEXT = "\n\n".join([MIXED, ODD, *[*(text for text, _ in ROWS), *SENTENCES, *(text for text, _ in TIMES)][::6]])
CONFIRMED, REFUTED = FigureVerdict.CONFIRMED, FigureVerdict.REFUTED


@cache
def claims() -> list[ExtractedFigure]:
    """Return a true claim for each figure with a value."""
    return [
        ExtractedFigure(
            number=value.magnitude,
            upper=value.upper,
            unit=value.unit.code,
            kind=kind_of(value),
            qualifier=value.qualifier,
            statuses=figure.statuses,
            quote=figure.printed,
            start=figure.start,
        )
        for figure in find(TEXT)
        for value in [figure.value]
        if isinstance(value, Value | Change | RelativeChange | Attainment) and figure.mention is None
    ]


def with_errors(claim: ExtractedFigure) -> Iterator[ExtractedFigure]:
    """Yield a claim with one error, or with less to find it by."""
    number, start, quote = claim.number, claim.start or 0, claim.quote or ""
    yield from (evolve(claim, number=other, upper=None) for other in (number * 10, -number - 1, number + 1))
    yield evolve(claim, unit="hectare" if claim.unit != "hectare" else "person")
    yield evolve(claim, statuses=() if claim.statuses else (Status.PLANNED,))
    yield from (evolve(claim, start=start + more) for more in (1, 40))
    yield from (evolve(claim, quote=None, start=None, unit=unit) for unit in (claim.unit, None))
    yield evolve(claim, quote=None, end=start + len(quote))
    yield evolve(claim, kind=None, qualifier=None, statuses=None)


@cache
def mixed() -> list[ExtractedFigure]:
    """Return true claims, and others with one error each."""
    errors = [list(with_errors(claim))[number % 11] for number, claim in enumerate(claims())]
    return [*claims()[::3], *errors]


def answers(found: Iterable[VerifiedFigure], by: int = 0) -> list[tuple[object, ...]]:
    """Return verdicts and aspects, with positions moved back."""
    return [
        (
            result.verdict,
            result.compared,
            result.differs,
            result.uncertain,
            tuple((start - by, end - by) for start, end in result.places),
            None if result.read is None else (result.read.start - by, result.read.printed),
        )
        for result in found
    ]


def moved(claim: ExtractedFigure, by: int) -> ExtractedFigure:
    start, end = (None if at is None else at + by for at in (claim.start, claim.end))
    return evolve(claim, start=start, end=end)


def test_true_claims_are_confirmed_and_other_numbers_refuted() -> None:
    found = verify_claims(TEXT, claims(), lang="vi")
    assert [result.reason for result in found if result.verdict is not CONFIRMED] == []
    others = [evolve(claim, number=claim.number * 1000 + 1, upper=None) for claim in claims()]
    assert {result.verdict for result in verify_claims(TEXT, others, lang="vi")} == {REFUTED}


def test_the_order_of_claims_and_claims_that_are_repeated_change_no_answer() -> None:
    found = answers(verify_claims(TEXT, mixed(), lang="vi"))
    assert answers(verify_claims(TEXT, [*mixed()[::-1], *mixed()], lang="vi")) == [*found[::-1], *found]


def test_a_paragraph_before_moves_all_positions() -> None:
    before = "Xin chào.\n\n"
    one = verify_claims(TEXT, mixed(), lang="vi")
    other = verify_claims(before + TEXT, [moved(claim, len(before)) for claim in mixed()], lang="vi")
    assert answers(other, len(before)) == answers(one)
    assert [figure.start - len(before) for figure in other.missed] == [figure.start for figure in one.missed]


def test_line_ends_inside_sentences_refute_no_true_claim() -> None:
    count = itertools.count()
    wrapped = re.sub(r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ])", lambda _: " " if next(count) % 3 else "\n", TEXT)
    once = [claim for claim in claims() if TEXT.count(claim.quote or "") == 1]
    found = verify_claims(wrapped, once, lang="vi")
    assert [result.reason for result in found if result.verdict is REFUTED] == []
