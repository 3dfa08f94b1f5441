"""Strategies for drafts: reviews with some fields replaced by gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from hypothesis import strategies as st

from aseansc.drafts import PARTIAL_TYPES, Draft, Gap, PartialRecord, fields_of
from aseansc.reviews import Review
from aseansc.strategies._composites import composite
from aseansc.strategies._records import citations, findings, mentions, observations, targets
from aseansc.strategies._reviews import reviews as any_reviews
from aseansc.strategies._vocabulary import periods, texts, words


def gaps() -> st.SearchStrategy[Gap]:
    """Draw gaps, each with a reason and at most two likely answers."""
    lines = words().map(lambda text: " ".join(text.split()))
    return st.builds(Gap, reason=texts(), choices=st.lists(lines, unique=True, max_size=2))


def paths_in(item: Any, where: str = "") -> Iterator[str]:
    """Yield the paths of the fields in a draft, or in a part of one, that may be missing."""
    if isinstance(item, tuple):
        for number, part in enumerate(cast("tuple[object, ...]", item)):
            yield from paths_in(part, f"{where}[{number}]")
        return
    for name, value in _fields(item).items():
        path = f"{where}.{name}" if where else name
        if not isinstance(value, tuple | Gap) and value is not None and name not in ("note", "extra"):
            yield path
        yield from paths_in(value, path)


def _fields(item: Any) -> Mapping[str, Any]:
    """Return the fields of a record; for a string or number, nothing."""
    if isinstance(item, PartialRecord):
        return item
    known = {Draft: Review, **{of: of for of in PARTIAL_TYPES}}.get(item.__class__)
    return {} if known is None else {name: getattr(item, name) for name in fields_of(known)}


@composite
def partials(draw: st.DrawFn) -> PartialRecord:
    """Draw incomplete records: some fields of a valid record are removed, others are gaps."""
    record: Any = draw(st.one_of(observations(), targets(), mentions(), findings(), citations(), periods(), texts()))
    of: type = record.__class__
    names = list(fields_of(of))
    kept = draw(st.lists(st.sampled_from(names), unique=True, max_size=len(names)))
    empty = draw(st.lists(st.sampled_from(names), unique=True, max_size=2))
    fields: dict[str, object] = {name: getattr(record, name) for name in kept}
    given = [name for name in kept if name not in empty]
    return PartialRecord(
        of,
        fields | {name: draw(gaps()) for name in empty},
        origin=draw(st.just("") | words()),
        context=draw(st.just("") | words()),
        proposed=draw(st.lists(st.sampled_from(given), unique=True, max_size=2)) if given else (),
    )


@composite
def drafts(draw: st.DrawFn, *, reviews: st.SearchStrategy[Review] | None = None, max_gaps: int = 3) -> Draft:
    """Draw reviews with gaps.

    Args:
        draw: supplied by Hypothesis.
        reviews: the complete reviews to start from.
        max_gaps: maximum number of gaps.

    >>> from hypothesis import find, strategies as st
    >>> from aseansc.datasets import skeleton
    >>> find(drafts(reviews=st.just(skeleton.load())), lambda draft: len(draft.gaps) == 1).gaps
    (('id', Gap(reason=Text(en='0'))),)
    """
    draft = Draft.of(draw(any_reviews(max_figures=3) if reviews is None else reviews))
    for _ in range(draw(st.integers(0, max_gaps))):
        draft = draft.fill(draw(st.sampled_from(list(paths_in(draft)) or ["id"])), draw(gaps()))
    return draft
