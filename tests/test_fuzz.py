"""The fuzzer of ``benchmarks/fuzz.py`` runs, and every reader withstands some of its corpus."""

from __future__ import annotations

import sys
import time
from itertools import groupby
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import _fuzz_targets
import fuzz

_EACH = 4
"""How many inputs of the corpus each reader gets in this test; the night's run reads all."""


@pytest.fixture
def fuzzer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> fuzz.Fuzzer:
    monkeypatch.setattr(fuzz, "_fuzz_targets", _fuzz_targets, raising=False)
    monkeypatch.setattr(fuzz.signal, "setitimer", lambda *_: None)
    return fuzz.Fuzzer(tmp_path, time.process_time() + 60)


def test_the_corpus_breaks_no_rule(fuzzer: fuzz.Fuzzer) -> None:
    known = [data for data in fuzzer.seeds() if len(data) < 4000]
    for _, inputs in groupby(sorted(known), key=lambda data: data.partition(b"\n")[0]):
        for data in list(inputs)[:: max(1, len(known) // 200)][:_EACH]:
            fuzzer.run(data)
    assert fuzzer.broken == {}


def test_each_reader_accepts_some_changed_files_and_refuses_others(fuzzer: fuzz.Fuzzer) -> None:
    results = set()
    for seed, name in enumerate(fuzzer.names):
        results.add(fuzzer.run(fuzzer.change(f"{name}\n".encode() + fuzzer.targets[name].seeds[0], 10**5, seed)))
    assert results == {"accepted", "refused"}


def test_an_input_that_breaks_a_rule_is_kept(
    fuzzer: fuzz.Fuzzer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(content: bytes) -> object:
        raise KeyError(content)

    monkeypatch.setitem(fuzzer.targets, "json", _fuzz_targets.Target(lambda _, content: content, broken, [b"{}"]))
    assert "KeyError" in fuzzer.run(b"json\n{}")
    (kept,) = fuzzer.folder.iterdir()
    assert kept.read_bytes() == b"json\n{}"
    assert str(kept) in capsys.readouterr().out
