"""Printed figures of real texts, compared with the readings of a human annotator."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "vietnamese_reading.py"


def test_nearly_all_samples_are_read_and_at_most_one_percent_is_silently_wrong() -> None:
    folder = os.environ.get("ASEANSC_SAMPLES")
    if not folder:
        pytest.skip("ASEANSC_SAMPLES does not name the folder with the annotated figures")
    against_samples = runpy.run_path(str(SCRIPT))["against_samples"]
    rows, right, kinds, silent = against_samples(Path(folder, "vi-figures.tsv"))
    assert rows > 300
    assert right >= 0.97 * rows
    assert kinds >= 0.9 * rows
    assert silent <= 0.01 * rows
