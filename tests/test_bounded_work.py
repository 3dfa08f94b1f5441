"""Running time is linear in the size of the input, also for hostile input."""

from __future__ import annotations

import io
import json as plain_json
from collections.abc import Callable
from functools import cache
from time import process_time
from typing import Any

import attrs
import pytest

from aseansc import Review, vietnamese
from aseansc.datasets import skeleton
from aseansc.drafts import Draft
from aseansc.errors import AseanscError, ReviewError, nearest_names
from aseansc.interchange import json
from tests.growth import peak_megabytes, slope

STEEPEST = 1.3
"""Linear time has a slope of about 1, quadratic time about 2; a busy machine and caches change both a little."""

BASE: dict[str, Any] = plain_json.loads(json.dumps(skeleton.load()))
INDICATOR, OBSERVATION = BASE["indicators"][0], BASE["observations"][0]
GAP = {"gap": {"en": "not printed"}}


@pytest.mark.parametrize("limit", [10_000, 100_000])
def test_the_slope_of_quadratic_time_is_found_also_where_larger_input_is_refused(limit: int) -> None:
    def work(count: int) -> Callable[[], object]:
        return lambda: count <= limit and [number in range(0) for number in range(count * count // 1000)]

    assert slope(work, (2000, 4000, 8000)) > 1.7


def sections(count: int, *, broader: Callable[[int], int | None] = lambda _: None) -> dict[str, Any]:
    made = [
        {"id": f"s{number}", "name": {"en": "x"}}
        | ({} if (above := broader(number)) is None else {"broader": f"s{above}"})
        for number in range(count)
    ]
    return {**BASE, "sections": [*BASE["sections"], *made]}


def indicators(count: int) -> list[dict[str, Any]]:
    return [{**INDICATOR, "id": f"ind-{number}-poverty-rate-long-name"} for number in range(count)]


def observations(count: int, **changes: Any) -> list[dict[str, Any]]:
    return [{**OBSERVATION, "id": f"o{number}"} | changes for number in range(count)]


def misspelt_indicators(count: int) -> dict[str, Any]:
    misspelt = [{**OBSERVATION, "id": f"o{n}", "indicator": f"ind-{n}-poverty-rate-long-nome"} for n in range(count)]
    return {
        **BASE,
        "indicators": BASE["indicators"] + indicators(count),
        "observations": BASE["observations"] + misspelt,
    }


def misspelt_units(count: int) -> dict[str, Any]:
    codes = [f"thing_{chr(97 + number % 26)}{number}" for number in range(count)]
    own = [{"code": c, "kind": "count", "dimension": c, "en": "x", "plural": "xs", "vi": "y"} for c in codes]
    used = [
        {**OBSERVATION, "id": f"o{number}", "value": {"magnitude": "5", "unit": f"{code}x"}}
        for number, code in enumerate(codes)
    ]
    return {**BASE, "units": own, "observations": used}


def parts_of_one(count: int) -> dict[str, Any]:
    made = indicators(count)
    made[0] = {**made[0], "breakdowns": [{"parts": [i["id"] for i in made[1:]], "complete": True, "disjoint": True}]}
    return {**BASE, "indicators": BASE["indicators"] + made}


def draft_with_gaps(count: int) -> dict[str, Any]:
    open_fields = dict.fromkeys(("indicator", "place", "value", "time", "time_collection", "citation"), GAP)
    made = [{"partial": "Observation", "id": f"o{number}", **open_fields} for number in range(count // 6)]
    return {**BASE, "schema": json.DRAFT_SCHEMA, "observations": made}


DOCUMENTS: dict[str, tuple[Callable[[int], dict[str, Any]], int]] = {
    "flat sections": (sections, 500),
    "a chain of sections": (lambda n: sections(n, broader=lambda i: i + 1 if i < n - 1 else None), 500),
    "a cycle of sections": (lambda n: sections(n, broader=lambda i: (i + 1) % n), 500),
    "many cycles of sections": (lambda n: sections(n - n % 2, broader=lambda i: i ^ 1), 500),
    "an indicator with many parts": (parts_of_one, 500),
    "misspelt indicators": (misspelt_indicators, 100),
    "misspelt units": (misspelt_units, 100),
    "one id for all": (lambda n: {**BASE, "observations": observations(n, id="o")}, 300),
    "many observations": (lambda n: {**BASE, "observations": BASE["observations"] + observations(n)}, 300),
    "gaps of a draft": (draft_with_gaps, 500),
}


def read(text: str) -> Callable[[], None]:
    def run() -> None:
        try:
            json.loads(text)
        except AseanscError as refused:
            str(refused)

    return run


@pytest.mark.parametrize("name", DOCUMENTS)
def test_reading_a_document_takes_linear_time(name: str) -> None:
    make, size = DOCUMENTS[name]
    assert slope(lambda n: read(plain_json.dumps(make(n))), (size, 2 * size, 4 * size)) < STEEPEST


def big(count: int) -> Review:
    """Return a review with many observations and a chain of nested sections."""
    review = skeleton.load()
    more = tuple(attrs.evolve(review.observations[0], id=f"o{number}") for number in range(count))
    chain = json.loads(plain_json.dumps(sections(count, broader=lambda i: i + 1 if i < count - 1 else None)))
    return attrs.evolve(review, observations=(*review.observations, *more), sections=chain.sections)


@pytest.mark.parametrize(
    "ask",
    [
        lambda review: attrs.evolve(review, id="again"),
        lambda review: review.select(indicator=review.observations[0].indicator, place=review.place),
        lambda review: review.select(section="s0"),
        lambda review: review.series(review.observations[0].indicator, collection=None),
        lambda review: review.sections_within(review.sections[-1].id),
        lambda review: review.figures(),
        lambda review: Draft.of(review).finish(),
    ],
)
def test_queries_of_a_review_take_linear_time(ask: Callable[[Review], object]) -> None:
    made = cache(big)

    def work(count: int) -> Callable[[], object]:
        review = made(count)
        return lambda: ask(review)

    assert slope(work, (500, 1000, 2000)) < STEEPEST


def test_only_the_first_of_many_misspelt_names_get_suggestions() -> None:
    with pytest.raises(AseanscError) as refused:
        json.loads(plain_json.dumps(misspelt_indicators(200)))
    problems: Any = refused.value.problems  # type: ignore[attr-defined]
    assert problems[0].nearest[0] == "ind-0-poverty-rate-long-name"
    assert len(problems) == 200
    assert sum(bool(problem.nearest) for problem in problems) == 50


def test_suggestions_are_the_most_similar_of_many_and_of_few_names() -> None:
    many = [f"name-{number}" for number in range(5000)]
    assert nearest_names("naem-4711", many)[0] == "name-4711"
    assert nearest_names("x" * 10**6, ["y" * 10**6, "x" * 10**6]) == ("x" * 10**6,)
    assert nearest_names("households", ["household", "person"]) == ("household",)
    assert nearest_names("HOUSEHOLD", [*many[:20], "household"]) == ("household",)


@pytest.mark.parametrize("length", [1, 2, 3, 1500])
def test_a_cycle_of_sections_is_an_error_that_names_it(length: int) -> None:
    with pytest.raises(AseanscError) as refused:
        json.loads(plain_json.dumps(sections(length, broader=lambda i: (i + 1) % length)))
    (problem,) = refused.value.problems  # type: ignore[attr-defined]
    assert "cycle" in problem.problem
    assert problem.got.startswith("s0 -> ")
    assert problem.got.endswith("s0")
    assert problem.where.endswith(".broader")


def test_sections_below_a_cycle_are_not_reported_again() -> None:
    with pytest.raises(AseanscError) as refused:
        json.loads(plain_json.dumps(sections(9, broader=lambda i: (i + 1) % 3 if i < 3 else i - 1)))
    assert len(refused.value.problems) == 1  # type: ignore[attr-defined]


def test_a_cycle_of_indicators_is_an_error() -> None:
    made = indicators(3)
    for number in range(3):
        part = made[(number + 1) % 3]["id"]
        made[number] = {**made[number], "breakdowns": [{"parts": [part], "complete": True, "disjoint": True}]}
    with pytest.raises(AseanscError, match="indicators are parts of each other in a cycle") as refused:
        json.loads(plain_json.dumps({**BASE, "indicators": BASE["indicators"] + made}))
    assert len(refused.value.problems) == 1  # type: ignore[attr-defined]


def test_a_part_may_belong_to_two_wholes() -> None:
    made = indicators(4)
    for whole, parts in ((0, (1, 2)), (1, (3,)), (2, (3,))):
        ids = [made[part]["id"] for part in parts]
        made[whole] = {**made[whole], "breakdowns": [{"parts": ids, "complete": False, "disjoint": False}]}
    json.loads(plain_json.dumps({**BASE, "indicators": BASE["indicators"] + made}))


def test_a_long_chain_of_sections_can_be_shown() -> None:
    from rich.console import Console

    from aseansc.cli._show_review import show_review

    chain = sections(1500, broader=lambda i: i + 1 if i < 1499 else None)
    chain["indicators"] = [{**INDICATOR, "id": "deep", "section": "s0"}, *BASE["indicators"]]
    out = io.StringIO()
    show_review(json.loads(plain_json.dumps(chain)), Console(file=out, width=100), "en")
    assert "[deep]" in out.getvalue()
    assert "[s1499]" in out.getvalue()
    assert max(map(len, out.getvalue().splitlines())) <= 100


def test_a_review_with_many_problems_is_refused_quickly() -> None:
    review = skeleton.load()
    repeated = (review.observations[0],) * 3000
    with pytest.raises(ReviewError) as refused:
        attrs.evolve(review, observations=repeated)
    assert len(refused.value.problems) >= 2999


# -- prose

PATTERNS = [
    "5g ", "1% ", "2 xã, ", "a 1 b 2 ", "9", "9.", "9,", ".", ",", "(", "[", "[1] ", "[1]", " ", "\u0301", "e\u0301", "a",
    "ậ ", "1 ((((((((((((((", "(024) 3825 1234; ", "tăng 5% ", "từ 1 đến ", "1/2 ", "năm 2018 ", "ước ", "một ", "1\n", "-1 ",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_reading_a_repeated_pattern_takes_linear_time(pattern: str) -> None:
    def work(count: int) -> Callable[[], object]:
        text = (pattern * count)[:count]
        return lambda: sum(1 for _ in vietnamese.iterate(text))

    assert slope(work, (1000, 2000, 4000), runs=2) < STEEPEST


@pytest.mark.parametrize(
    "pattern", ["5g ", "2 xã, ", "9", "[1] ", "một ", "(", "từ tháng 3 đến tháng 9, ", "quý I 5 ha, "]
)
def test_drafting_and_parsing_take_linear_time(pattern: str) -> None:
    def drafted(count: int) -> Callable[[], object]:
        text = (pattern * count)[:count]
        return lambda: vietnamese.draft(text)

    def parsed(count: int) -> Callable[[], object]:
        text = (pattern * count)[:count]

        def run() -> None:
            try:
                vietnamese.parse(text)
            except AseanscError as refused:
                str(refused)

        return run

    assert slope(drafted, (500, 2000, 8000), runs=2) < STEEPEST
    assert slope(parsed, (1000, 2000, 4000), runs=2) < STEEPEST


def test_a_number_of_very_many_groups_takes_little_memory() -> None:
    """The pattern does not remember each group to try fewer of them."""
    code = "from aseansc import vietnamese\nfor mark in '.,':\n    vietnamese.find(f'1{mark}' * 500_000)"
    assert peak_megabytes(code) < 128


@pytest.mark.parametrize("pattern", ["5g ", "5\n", "5g\n", "12 hộ, ", "1%; ", "tăng 5 ha "])
def test_repeated_short_figures_take_little_longer_than_prose(pattern: str) -> None:
    size, sentence = 60_000, "Toàn huyện có 1.245 hộ nghèo, giảm so với cùng kỳ năm 2017 và bằng với kế hoạch giao.\n"
    prose = "".join(f"{number} {sentence}" for number in range(size // len(sentence)))

    def seconds(text: str) -> float:
        started = process_time()
        for _ in vietnamese.iterate(text):
            pass
        return process_time() - started

    usual = min(seconds(prose) for _ in range(3))
    assert min(seconds(pattern * (5 * size // len(pattern))) for _ in range(3)) < 5 * 12 * usual


@pytest.mark.parametrize("pattern", ["(", "%", "1-", "_", "a1", "5hộ,", "5g ", "5\n", "\u0301", "e\u0301"])
def test_text_without_blanks_takes_little_memory(pattern: str) -> None:
    code = "import sys\nfrom aseansc import vietnamese\nfor _ in vietnamese.iterate(sys.argv[1] * 500_000): pass"
    assert peak_megabytes(code, pattern) < 64
