"""Helpers for the tests of the tabular formats."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from aseansc import Review, Text
from aseansc.datasets import skeleton
from aseansc.extras import Extra
from aseansc.interchange._archives import packed

HARD_TEXTS = [
    "=1+1", "+84", "-5", "@SUM(A1)", "'quoted", '"quoted"', "a;b", "a; b", ";", ";;", r"a\;b", "\\", r"\not_stated",
    "not_stated", "not_applicable", "qualitative", "?", "? why", "??", "?json {}", "→", "→1", "#REF!", "TRUE", "1e5",
    "00123", "2018-12-31", "40,40%", "a\nb", "a\r\nb", "a\rb", "a\tb", "a,b", "_x000D_", "a_x0041_b",
    "en: words", "4380-4383: ước", "Tỷ lệ hộ nghèo, ước đạt", "𝄞", "<b>&amp;</b>",
]  # fmt: skip
"""Texts that a program or a reader might confuse with formulas, numbers, marks or markup."""


def with_hard_texts(text: str, others: str = "x") -> Review:
    """Return a review with a text in every field that may have any text."""
    review = skeleton.load()
    words = Text(en=text, others={"lo": text, "zh-Hans": others})
    first = evolve(review.observations[0], note=words, lists=(text, others) if text != others else (text,))
    publisher = text if text not in ("not_stated",) else "not applicable"
    return evolve(
        review,
        title=words,
        note=words,
        observations=(first, *review.observations[1:]),
        documents=tuple(evolve(document, title=text, publisher=publisher) for document in review.documents),
        instruments=tuple(evolve(item, number=text, issuer=words) for item in review.instruments),
        extra=Extra({text: [text, {"inner": 0.1}]}),
    )


def members_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(members: Mapping[str, bytes], **changed: bytes | None) -> bytes:
    kept = {**members, **changed}
    return packed({name: content for name, content in kept.items() if content is not None})


@contextmanager
def within_a_second() -> Iterator[None]:
    started = time.process_time()
    yield
    assert time.process_time() - started < 1


def dumped(dump: Callable[..., None], review: Any) -> bytes:
    file = io.BytesIO()
    dump(review, file)
    return file.getvalue()


DAMAGES = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "insert", "zero"]), st.floats(0, 1, exclude_max=True), st.integers(0, 255)
    ),
    min_size=1,
    max_size=3,
)
"""Damages of a file, each as the kind, the relative position, and a byte."""


def damaged(content: bytes, damages: list[tuple[str, float, int]]) -> bytes:
    for how, where, byte in damages:
        at = int(where * len(content))
        if how == "flip":
            content = content[:at] + bytes([byte]) + content[at + 1 :]
        elif how == "cut":
            content = content[:at]
        elif how == "insert":
            content = content[:at] + bytes([byte]) * 3 + content[at:]
        else:
            content = content[:at] + bytes(8) + content[at + 8 :]
    return content
