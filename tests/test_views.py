"""Views in notebooks and on terminals: complete, escaped, and small."""

from __future__ import annotations

import io
from html import unescape
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st
from rich.console import Console

import aseansc
from aseansc import Attainment, Change, Interval, Period, RelativeChange, Text, Value
from aseansc.audit import Audit, audit
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft
from aseansc.errors import FieldTypeError
from aseansc.strategies import reviews
from aseansc.views import as_html, as_rich

LAI_CHAU = lai_chau.load()
SKELETON = skeleton.load()
EMPTY = attrs.evolve(SKELETON, observations=(), targets=(), claims=(), mentions=(), findings=())
KINDS = [kind for name in aseansc.__all__ if attrs.has(kind := getattr(aseansc, name)) and hasattr(kind, "_repr_html_")]
SEEN = [
    LAI_CHAU,
    EMPTY,
    audit(LAI_CHAU),
    Audit(review="none", checks=()),
    Draft.of(LAI_CHAU),
    LAI_CHAU.series("poverty-rate"),
    *LAI_CHAU.figures()[:20],
    *(figure.value for figure in LAI_CHAU.figures()[:20]),
]


def printed(item: Any, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(item)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


class Checker(HTMLParser):
    """Require that tags are closed in order, and are only those of a plain table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert tag in {"div", "p", "b", "table", "thead", "tbody", "tr", "th", "td"}
        assert {name for name, _ in attrs} <= {"scope", "style", "dir"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def text_in(html: str) -> str:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert not checker.open
    return checker.text


@given(st.one_of([st.from_type(kind) for kind in KINDS]))
def test_every_record_and_value_has_a_view(item: Any) -> None:
    assert text_in(item._repr_html_())
    assert item._repr_html_() == as_html(item)
    assert printed(as_rich(item)) == printed(item)


def test_values_observations_series_reviews_audits_and_drafts_have_one() -> None:
    assert {Value, Change, RelativeChange, Attainment} < set(KINDS)
    for item in SEEN:
        assert hasattr(type(item), "_repr_html_")
        assert hasattr(type(item), "__rich__")


def test_a_time_and_an_interval_are_shown_as_text() -> None:
    assert text_in(as_html(Period.years(2016, 2018))).endswith("2016-01-01/P3Y")
    assert "[5, ∞)" in printed(as_rich(Interval(lower=5)))


@given(reviews())
def test_a_review_shows_each_figure_as_printed_up_to_50(review: Any) -> None:
    text = text_in(as_html(review))
    for figure in review.figures()[:50]:
        if figure.citation and figure.citation.printed.isprintable():
            assert figure.citation.printed[:1000] in text
    left = len(review.figures()) - 50
    assert (f"{left:,} more rows are not shown." in text) is (left > 0)


def test_a_view_of_an_audit_starts_with_what_is_contradicted() -> None:
    text = text_in(as_html(audit(LAI_CHAU)))
    assert "verdictcheckmessage\ncontradicted" in text
    for check in audit(LAI_CHAU).checks:
        assert check.message()[:900] in text


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "a & b", "[bold]b[/bold]", '" onload="x', "</table>"])
def test_markup_is_shown_as_text(name: str) -> None:
    review = attrs.evolve(SKELETON, title=Text(en=name))
    assert name in text_in(as_html(review))
    assert name in printed(review)
    assert unescape(as_html(review)).count("<script") == name.count("<script")


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u061c"])
def test_direction_marks_are_visible(mark: str) -> None:
    review = attrs.evolve(SKELETON, title=Text(en=f"a{mark}b"))
    for text in (text_in(as_html(review)), printed(review)):
        assert mark not in text
        assert f"a\\u{ord(mark):04x}b" in text


def test_long_texts_and_many_rows_are_cut_and_stated() -> None:
    long = attrs.evolve(SKELETON, title=Text(en="x" * 10_000))
    assert text_in(as_html(long)).count("x" * 1000 + "…") == 1
    many = attrs.evolve(audit(LAI_CHAU), checks=audit(LAI_CHAU).checks * 100)
    for text in (text_in(as_html(many)), printed(many)):
        assert f"{len(many.checks) - 50:,} more rows are not shown." in text
    assert len(as_html(many)) < 100_000


def test_an_empty_review_audit_and_series_have_a_view() -> None:
    assert "0 figures" in text_in(as_html(EMPTY))
    assert "0 contradicted" in text_in(as_html(Audit(review="none", checks=())))


def test_other_things_are_refused() -> None:
    wrong: Any
    for wrong in (5, None, "x", [LAI_CHAU]):
        for view in (as_html, as_rich):
            with pytest.raises(FieldTypeError):
                view(wrong)
