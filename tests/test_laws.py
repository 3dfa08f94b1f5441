"""The checks for other projects: they accept what this library has, and find each kind of fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from importlib.resources import files
from itertools import count
from typing import Any, NamedTuple

import pytest
from attrs import evolve

from aseansc import Absent, Period, Review, Status, Unit, Value, laws, vietnamese
from aseansc.datasets import annex, lai_chau, skeleton
from aseansc.errors import FieldError, FieldTypeError, LawError
from aseansc.interchange import json
from aseansc.units import VND, catalogue, hectare, person

END_OF_REPORT = 23002
"""The position of the first character after the report in the page that contains it."""


def text_of(name: str) -> str:
    return files("aseansc.datasets").joinpath(f"{name}.txt").read_bytes().decode("utf-8")


def broken_by(check: Callable[..., None], *arguments: object, **options: object) -> LawError:
    with pytest.raises(LawError) as caught:
        check(*arguments, **options)
    return caught.value


def test_the_datasets_of_the_library_satisfy_every_law() -> None:
    laws.check_dataset(skeleton.load, text_of("skeleton"))
    laws.check_dataset(annex.load, text_of("annex"))
    laws.check_dataset(lai_chau.load())


def test_the_review_of_lai_chau_agrees_with_its_text(source_text: str) -> None:
    laws.check_dataset(lai_chau.load, source_text, body_end=END_OF_REPORT)
    assert broken_by(laws.check_dataset, lai_chau.load(), source_text).law == "all-cited"


def test_every_unit_of_the_catalogue_satisfies_the_laws() -> None:
    for unit in (*catalogue(), VND / person, Unit.counting("pagoda", en="pagoda", vi="ngôi chùa") / hectare):
        laws.check_unit(unit)


@pytest.mark.parametrize(
    ("unit", "hint"),
    [
        (Unit.counting("dwelling", en="house of one family", vi="nhà một hộ"), "aseansc.units.dwelling"),
        (Unit.counting("ho", en="ho", vi="hộ"), "aseansc.units.household"),
        (Unit.counting("household", en="family", vi="gia đình") / hectare, "aseansc.units.household"),
    ],
)
def test_a_unit_that_the_catalogue_has_is_refused(unit: Unit, hint: str) -> None:
    error = broken_by(laws.check_unit, unit)
    assert (error.law, hint in error.hint) == ("own-meaning", True)


def test_the_units_of_a_dataset_must_satisfy_the_laws_of_units() -> None:
    with_unit = evolve(skeleton.load(), units=(Unit.counting("pagoda", en="pagoda", vi="ngôi chùa"),))
    laws.check_dataset(with_unit)
    error = broken_by(laws.check_dataset, evolve(with_unit, units=(Unit.counting("ho", en="ho", vi="hộ"),)))
    assert "Unit 'ho'" in str(error)


def test_a_dataset_that_does_not_agree_with_its_text_is_named_by_figure() -> None:
    text = text_of("skeleton")
    wrong = broken_by(laws.check_dataset, skeleton.load, text.replace("trên 400", "dưới 400"))
    assert (wrong.law, "'trainees.2023.total'" in wrong.problem) == ("as-printed", True)
    other_text = broken_by(laws.check_dataset, skeleton.load, f"{text} Có 5 xã.")
    assert (other_text.law, "SHA-256" in str(other_text.got)) == ("as-printed", True)


def test_a_number_without_a_citation_is_named() -> None:
    review = evolve(skeleton.load(), mentions=())
    error = broken_by(laws.check_dataset, review, text_of("skeleton"))
    assert (error.law, error.got) == ("all-cited", "2023")


def test_a_dataset_with_a_figure_that_is_not_published_satisfies_the_laws() -> None:
    first, *others = skeleton.load().observations
    hidden = evolve(first, value=Absent.NOT_STATED, statuses=(Status.SUPPRESSED,))
    laws.check_dataset(evolve(skeleton.load(), observations=[hidden, *others]))


def test_a_dataset_that_is_different_each_time_is_refused() -> None:
    numbers = count()
    error = broken_by(laws.check_dataset, lambda: evolve(skeleton.load(), id=f"suoi-may-{next(numbers)}"))
    assert (error.law, error.where) == ("loads-equal", "Review 'suoi-may-0', id")


@pytest.mark.parametrize("dataset", [3, lambda: 3, None])
def test_what_is_not_a_dataset_is_a_typed_error(dataset: Any) -> None:
    with pytest.raises(FieldTypeError):
        laws.check_dataset(dataset)


def test_codecs_that_lose_nothing_satisfy_the_law() -> None:
    laws.check_round_trip(json.dumps, json.loads, Review, examples=5)
    laws.check_round_trip(str, Period.parse, Period, examples=20)


def test_a_codec_that_drops_a_record_is_named_by_the_field_of_a_small_review() -> None:
    def read(document: str) -> Review:
        review = json.loads(document)
        return evolve(review, mentions=())

    error = broken_by(laws.check_round_trip, json.dumps, read, [skeleton.load()])
    assert (error.law, error.where) == ("round-trip", "Review, mentions, number of items")


def test_a_codec_that_raises_breaks_the_law() -> None:
    error = broken_by(laws.check_round_trip, str, Value.parse, Value)
    assert "no such unit" in error.problem  # custom units are not passed on
    assert error.__cause__ is not None


def test_a_codec_that_computes_in_the_ambient_context_is_found() -> None:
    error = broken_by(
        laws.check_round_trip,
        lambda value: str(value.magnitude * 1),
        lambda number: Value.exact(number, person),
        [Value.exact(12345, person)],
    )
    assert (error.law, error.got) == ("context-free", Decimal("12400"))


@pytest.mark.parametrize(
    ("check", "arguments"),
    [
        (laws.check_round_trip, (json.dumps, json.loads, 5)),
        (laws.check_round_trip, (json.dumps, None, [skeleton.load()])),
        (laws.check_round_trip, (json.dumps, json.loads, [])),
        (partial(laws.check_round_trip, examples=0), (json.dumps, json.loads, Review)),
        (laws.check_unit, (5,)),
        (laws.check_reader, (vietnamese.find, "5 hộ")),
        (laws.check_reader, (vietnamese.find, [])),
        (laws.check_reader, (None, ["5 hộ"])),
    ],
)
def test_arguments_with_nothing_to_check_are_typed_errors(
    check: Callable[..., None], arguments: tuple[Any, ...]
) -> None:
    with pytest.raises(FieldError):
        check(*arguments)


def test_a_dataset_that_cannot_be_loaded_breaks_a_law() -> None:
    assert broken_by(laws.check_dataset, lambda: 1 / 0).law == "loads-equal"


class Found(NamedTuple):
    start: int
    end: int
    printed: str


def by_pattern(text: str) -> list[Found]:
    return [Found(*match.span(), match.group()) for match in re.finditer(r"[0-9]+", text)]


def test_readers_of_the_library_satisfy_the_laws() -> None:
    texts = [text_of("skeleton"), text_of("annex"), "1.2.3 %%% 7", "\x00\u202e5 hộ", "năm\n\n\n2018"]
    laws.check_reader(vietnamese.find, texts)
    laws.check_reader(by_pattern, texts)


@pytest.mark.parametrize(
    ("find", "law"),
    [
        (lambda text: by_pattern(text.strip()), "moved"),
        (lambda text: by_pattern(text)[::-1], "positions"),
        (lambda text: [Found(0, len(text) + 1, text)], "positions"),
        (lambda text: [found._replace(printed=f"{found.printed}.0") for found in by_pattern(text)], "as-printed"),
        (lambda text: [Found(0, 1, text[0])], "typed-errors"),
        (lambda text: [], "finds-something"),
    ],
)
def test_each_fault_of_a_reader_breaks_a_law(find: Callable[[str], Iterable[Found]], law: str) -> None:
    assert broken_by(laws.check_reader, find, ["5 hộ, 12 xã"]).law == law


def test_a_reader_that_computes_in_the_ambient_context_is_found() -> None:
    def find(text: str) -> list[Found]:
        return by_pattern(text) if Decimal(1234) * 1 == 1234 else []

    assert broken_by(laws.check_reader, find, ["5 hộ, 12 xã"]).law == "repeatable"


def test_a_reader_may_refuse_a_text_with_a_value_error() -> None:
    def find(text: str) -> Iterable[Found]:
        if not text:
            raise ValueError("empty")
        return by_pattern(text)

    laws.check_reader(find, ["5 hộ, 12 xã"])


def test_figures_without_positions_are_a_typed_error() -> None:
    with pytest.raises(FieldTypeError):
        laws.check_reader(lambda text: [text], ["5"])  # type: ignore[list-item]
