"""The pause of the garbage collector while a file or a text is read, or a review is made or judged."""

from __future__ import annotations

import gc
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from attrs import evolve

from aseansc import vietnamese
from aseansc._collector import collector_paused
from aseansc.audit import _audit, audit
from aseansc.datasets import skeleton
from aseansc.errors import DocumentError, FieldTypeError
from aseansc.interchange import json
from aseansc.reviews import _review
from aseansc.verification import _verify, verify


def test_the_collector_is_restored_after_reading_and_after_an_error() -> None:
    assert gc.isenabled()
    json.loads(json.dumps(skeleton.load()))
    assert gc.isenabled()
    with pytest.raises(DocumentError):
        json.loads("[]")
    assert gc.isenabled()


def test_the_collector_is_restored_after_reading_a_text_and_after_an_error() -> None:
    vietnamese.find("Toàn tỉnh còn 24.737 hộ nghèo.")
    assert gc.isenabled()
    with pytest.raises(FieldTypeError):
        vietnamese.find(b"5")  # type: ignore[arg-type]
    assert gc.isenabled()


def test_a_review_is_made_and_judged_without_the_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    review = skeleton.load()
    states: list[bool] = []
    for module, name in ((_review, "problems_of"), (_audit, "_checks"), (_verify, "Reading")):
        original = getattr(module, name)

        def watched(*args: Any, original: Any = original, **more: Any) -> Any:
            states.append(gc.isenabled())
            return original(*args, **more)

        monkeypatch.setattr(module, name, watched)
    assert evolve(review, id="again") != review
    audit(review)
    verify(review, Path(skeleton.__file__).with_suffix(".txt"))
    assert len(states) >= 3
    assert not any(states)
    assert gc.isenabled()


def test_a_collector_that_the_user_disabled_stays_disabled() -> None:
    gc.disable()
    try:
        json.loads(json.dumps(skeleton.load()))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_last_of_several_threads_restores_the_collector() -> None:
    entered, leave = Event(), Event()

    def read() -> None:
        with collector_paused, collector_paused:
            entered.set()
            leave.wait()

    thread = Thread(target=read)
    with collector_paused:
        thread.start()
        entered.wait()
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()


def test_repeated_references_are_kept_once() -> None:
    review = json.loads(json.dumps(skeleton.load()))
    places = {id(figure.place) for figure in (*review.observations, *review.targets)}
    assert len(places) == len({figure.place for figure in (*review.observations, *review.targets)})
