"""Pause the garbage collector while a file or a text is read, or a review is made or judged."""

from __future__ import annotations

import gc
from contextlib import ContextDecorator
from threading import Lock
from typing import Final, final


@final
class _CollectorPaused(ContextDecorator):
    """A pause that may be nested, and shared by threads: the last one to leave restores the collector.

    Such work creates very many objects and hardly any garbage, so the collector only takes time: a third for JSON.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._was_enabled = False

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._was_enabled:
                gc.enable()


collector_paused: Final = _CollectorPaused()
"""The pause of this process: ``with collector_paused:`` or ``@collector_paused``."""
