"""Citations of a review in another version of its text."""

from __future__ import annotations

from itertools import chain, product
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from aseansc import Absent, Review
from aseansc.datasets import lai_chau, skeleton
from aseansc.strategies import reviews_with_texts
from aseansc.verification import move_citations, move_in_python
from aseansc.verification._moved import _positions

SKELETON = Path(str(skeleton.__file__))
TEXT = SKELETON.with_suffix(".txt").read_bytes().decode()
REVIEW = skeleton.load()
ABSENT = Absent.NOT_STATED


@pytest.mark.parametrize("at", [0, 100, 3000, 8000, 15000])
def test_every_citation_of_a_review_moves_with_its_text(source_text: str, at: int) -> None:
    """Words that the review cites in several places move with the words around them."""
    review = lai_chau.load()
    for changed in (
        f"{source_text[:at]}\nMột đoạn mới.\n{source_text[at:]}",
        f"Thêm.{source_text[:at]} {source_text[at:]}",
    ):
        moved = move_citations(review, changed)
        assert moved.lost == ()
        assert moved.review.verify(changed).mismatches == ()
        assert move_citations(moved.review, source_text).review.observations == review.observations


def test_an_unchanged_text_moves_nothing(source_text: str) -> None:
    assert move_citations(lai_chau.load(), source_text).review == lai_chau.load()


def test_words_that_are_gone_are_lost_and_stay_where_they_are() -> None:
    moved = move_citations(REVIEW, "x" + TEXT.replace("12,7%", "12,8%"))
    assert [printed for _, printed in moved.lost] == ["12,7%"]
    assert moved.review.observation("poverty-rate.2023.end") == REVIEW.observation("poverty-rate.2023.end")


@pytest.mark.parametrize(("locator", "kept"), [("p4.s2", ABSENT), ("page 5", "page 5"), ("t1.r2c3", "t1.r2c3")])
def test_the_number_of_a_sentence_is_left_out_if_its_words_moved(locator: str, kept: str | Absent) -> None:
    first = REVIEW.observations[0]
    cited = evolve(first, citation=evolve(first.citation, locator=locator))
    one = evolve(REVIEW, observations=[cited, *REVIEW.observations[1:]])
    assert move_citations(one, TEXT).review == one
    assert move_citations(one, f"Thêm một câu. {TEXT}").review.observations[0].citation.locator == kept


def test_words_in_several_places_are_lost_if_nothing_shows_which() -> None:
    first = REVIEW.observations[0]
    one = evolve(REVIEW, observations=[first], claims=(), targets=(), mentions=())
    words = first.citation.printed
    assert words in [printed for _, printed in move_citations(one, f"{words} và {words} x").lost]


def test_repeated_words_move_as_far_as_the_nearest_words_before_or_after_them() -> None:
    found = _positions([(5, "5"), (10, "99")], "5 5 xx 5 yy 99")
    assert found == {(5, "5"): 7, (10, "99"): 12}
    found = _positions([(0, "99"), (8, "5")], "x 99 xx 5 5 yy 5 5")
    assert found == {(0, "99"): 2, (8, "5"): 10}


def test_all_words_of_a_text_move_as_far_as_the_text_before_them() -> None:
    for words in chain.from_iterable(product(("5", "99", "x"), repeat=size) for size in range(1, 6)):
        starts = [sum(len(word) + 1 for word in words[:number]) for number in range(len(words))]
        passages = list(zip(starts, words, strict=True))
        for before in ("", "yy "):
            found = _positions(passages, before + " ".join(words))
            assert found == {passage: passage[0] + len(before) for passage in passages}, (words, before)


def test_positions_in_python_are_replaced_and_nothing_else() -> None:
    source = SKELETON.read_text(encoding="utf-8")
    changed = f"Thêm một dòng.\n{TEXT}"
    new = move_in_python(source, move_citations(REVIEW, changed), REVIEW)
    assert new is not None
    namespace: dict[str, object] = {"__name__": "moved"}
    exec(compile(new, "moved", "exec"), namespace)
    review = namespace["load"]()  # type: ignore[operator]
    assert isinstance(review, Review)
    assert review.verify(changed).agrees
    assert move_in_python("x = 1\n", move_citations(REVIEW, changed), REVIEW) is None


def test_text_inside_a_finding_moves_its_end_in_python() -> None:
    source = SKELETON.read_text(encoding="utf-8")
    for finding in REVIEW.findings:
        middle = (finding.start + finding.end) // 2
        at = TEXT.index(" ", middle)
        moved = move_citations(REVIEW, f"{TEXT[:at]} x{TEXT[at:]}")
        new = move_in_python(source, moved, REVIEW)
        assert new is not None
        namespace: dict[str, object] = {"__name__": "moved"}
        exec(compile(new, "moved", "exec"), namespace)
        assert namespace["load"]() == moved.review  # type: ignore[operator]


def test_only_citations_of_the_document_and_findings_that_moved_are_changed() -> None:
    """The other document keeps its checksum, and text at the end changes only that of its document in Python."""
    first, last = REVIEW.documents[0], REVIEW.observations[-1]
    other = evolve(last, citation=evolve(last.citation, document="other"))
    both = evolve(
        REVIEW,
        documents=(first, evolve(first, id="other")),
        observations=(*REVIEW.observations[:-1], other),
    )
    moved = move_citations(both, f"x\n{TEXT}", first.id)
    assert (moved.review.observations[-1], moved.review.documents[1]) == (other, both.documents[1])
    starts = [
        (new.citation.start, old.citation.start + 2) for new, old in zip(moved.review.claims, both.claims, strict=True)
    ]
    assert all(new == old for new, old in starts)
    longer = move_citations(both, f"{TEXT}\nx", first.id)
    source = SKELETON.read_text(encoding="utf-8")
    assert first.sha256 in source
    assert move_in_python(source, longer, both) == source.replace(first.sha256, longer.review.documents[0].sha256)


@given(reviews_with_texts(), st.text(max_size=20), st.data())
def test_any_review_can_be_moved(drawn: tuple[Review, str], new: str, data: st.DataObject) -> None:
    review, text = drawn
    at = data.draw(st.integers(0, len(text)))
    changed = text[:at] + new + text[at:]
    moved = move_citations(review, changed)
    wrong = [item for item in moved.review.verify(changed).mismatches if not item.where.startswith("Finding")]
    assert len(wrong) <= 2 * len(moved.lost) * (1 + len(review.figures()))
