"""The pause of the garbage collector while a file or a text is read."""

from __future__ import annotations

import gc
from threading import Event, Thread

import pytest

from aseansc import vietnamese
from aseansc._collector import collector_paused
from aseansc.datasets import skeleton
from aseansc.errors import DocumentError, FieldTypeError
from aseansc.interchange import json


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
