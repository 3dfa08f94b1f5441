"""Hypothesis profiles, the mark of tests that measure growth, and the text of the Lai Châu review."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import HealthCheck, Phase, settings

# Files of tests are in memory where there is room: writers wait until the disk has a file, which may take half the time.
_MEMORY = "/dev/shm"
if "TMPDIR" not in os.environ and os.path.isdir(_MEMORY) and shutil.disk_usage(_MEMORY).free > 2_000_000_000:
    tempfile.tempdir = os.environ["TMPDIR"] = _MEMORY

# Skip the phase that explains failures, which takes a minute for `find` in the examples of docstrings.
_PHASES = [phase for phase in Phase if phase is not Phase.explain]
# Nor check how long it takes to draw: on a busy machine, that varies.
_CHECKS = [HealthCheck.too_slow]
settings.register_profile("default", deadline=None, max_examples=10, phases=_PHASES, suppress_health_check=_CHECKS)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, database=None, print_blob=True)
settings.register_profile("nightly", deadline=None, max_examples=1000, suppress_health_check=_CHECKS, print_blob=True)
settings.load_profile(os.environ.get("ASEANSC_PROFILE", "ci" if os.environ.get("CI") else "default"))


_MEASURING = {"slope", "shortest", "peak_megabytes", "process_time", "within_a_second", "within_seconds"}
"""Functions that measure: tests that call them need a quiet processor, and run on their own with ``-m growth``."""


def _measures(code: CodeType) -> bool:
    """Return whether a function, or one that is defined in it, calls a function that measures."""
    inner = (item for item in code.co_consts if isinstance(item, CodeType))
    return not _MEASURING.isdisjoint(code.co_names) or any(map(_measures, inner))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        code = getattr(getattr(item, "function", None), "__code__", None)
        if code is not None and _measures(code):
            item.add_marker(pytest.mark.growth)


gc.disable()  # while modules are loaded, which makes no garbage: a fifth of the time until the first test


def pytest_collection_finish() -> None:
    """Collect garbage seldom: what the tests and modules hold is never garbage, and looking through it takes a tenth."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes without coverage, which loads modules at the start and writes a file at the end."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture(scope="session")
def source_text() -> str:
    """Return the text of the Lai Châu review."""
    folder = os.environ.get("ASEANSC_SOURCES")
    if not folder:
        pytest.skip("ASEANSC_SOURCES is not set to the folder with the text of the review")
    # newline="" keeps the line ends, which positions count.
    with Path(folder, "000_0339637cced9afb6.txt").open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Write the example of ``aseansc template``, with its text."""
    from tests.test_cli import main_quietly

    main_quietly("template", str(tmp_path / "own.py"))
    return tmp_path / "own.py"
