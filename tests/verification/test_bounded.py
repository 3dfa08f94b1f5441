"""Time and memory of verifications."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from aseansc.datasets import lai_chau
from aseansc.verification import move_citations, verify_claims
from tests.growth import slope


def a_report(size: int) -> tuple[str, list[dict[str, object]]]:
    """Return a report of some sentences, with a claim for each."""
    numbers = [1000 + 7 * number for number in range(size)]
    text = "\n".join(
        f"Năm 2018 toàn tỉnh hỗ trợ trên {number} lượt hộ, giảm {number / 100:.2f}%." for number in numbers
    )
    text = text.replace("0.", "0,")
    return text, [{"number": number, "unit": "lượt hộ", "quote": f"trên {number} lượt hộ"} for number in numbers]


def test_the_time_grows_with_the_text_and_the_claims_of_unknown_places() -> None:
    def work(size: int) -> Callable[[], object]:
        text, claims = a_report(size)
        return lambda: verify_claims(text, [{"number": claim["number"]} for claim in claims])

    assert slope(work, (400, 800, 1600)) < 1.3


def test_the_time_of_many_claims_with_one_quote_is_bounded() -> None:
    """Only some places of a quote are compared."""

    def work(size: int) -> Callable[[], object]:
        text = "Có 5 xã. " * size
        return lambda: verify_claims(text, [{"number": 5, "quote": "5 xã"}] * 20)

    assert slope(work, (1000, 2000, 4000)) < 1.3


def test_the_time_of_many_claims_without_a_quote_is_bounded() -> None:
    """Only some places of a number are compared, and a number is looked for once in each unit."""

    def work(size: int) -> Callable[[], object]:
        text = "Có 5 xã, 7 ha theo mẫu 9A. " * size
        claims = [{"number": number, "unit": unit} for number in (5, 9, 70000) for unit in ("xã", "hộ", "m²")]
        return lambda: verify_claims(text, claims * 10)

    assert slope(work, (1000, 2000, 4000)) < 1.3


def test_the_time_of_quotes_over_many_lines_is_bounded() -> None:
    def work(size: int) -> Callable[[], object]:
        text = "Hỗ trợ trên\n60.000\nlượt hộ. " * size
        return lambda: verify_claims(text, [{"number": 60000, "quote": "60.000\nlượt"}] * 5)

    assert slope(work, (200, 400, 800)) < 1.3


def test_a_report_with_100_claims_takes_less_than_a_fifth_of_a_second(source_text: str) -> None:
    """The text has 25,000 characters; the time is that of the processor."""
    review = lai_chau.load()
    text = source_text[:25_000]
    claims = [
        {"number": figure.value.magnitude, "unit": figure.value.unit.code, "quote": figure.citation.printed}
        for figure in review.figures()
    ]
    claims = [*claims, *claims[:22]]

    assert len(claims) == 100
    for work in (lambda: verify_claims(text, claims, units=review.units), lambda: review.verify(source_text)):
        times = []
        for _ in range(5):
            start = process_time()
            work()
            times.append(process_time() - start)
        assert min(times) < 0.2


def test_the_time_of_moving_citations_does_not_explode(source_text: str) -> None:
    review = lai_chau.load()

    def work(size: int) -> Callable[[], object]:
        text = source_text * size
        return lambda: move_citations(review, text)

    assert slope(work, (4, 8, 16)) < 1.3
