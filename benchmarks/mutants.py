"""Measure how many small faults in the code the tests find (mutation testing).

``python benchmarks/mutants.py record`` runs the tests once and records which lines each of them runs, and for how long.
``python benchmarks/mutants.py run`` makes one small change at a time in a sample of 150 for each package, and runs only
the tests that run the changed line, the quickest first, until one fails. It can be stopped and started again.
``python benchmarks/mutants.py report`` prints the scores and what no test noticed.

A change in a function is made in a copy (``fork``) of a process that has loaded everything; a change in a table or a
class body needs a new process. Before the first one, a change that must be found and none at all show that this works.
"""

from __future__ import annotations

import argparse
import functools
import gc
import importlib
import json
import os
import pkgutil
import re
import resource
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.machinery import SourceFileLoader
from itertools import chain, zip_longest
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import _mutations
import pytest
from _mutations import Mutant

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/aseansc"
SAMPLE = 150
_VALUES = ("tests/test_values.py", "tests/test_bad_values.py")
_DRAFTS = ("tests/test_finished_drafts.py", "tests/test_changed_reports.py")
_LAWS = [
    "tests/laws",
    "tests/test_boundaries.py",
    "tests/test_operations.py",
    "tests/test_phrases.py",
    "tests/test_printing.py",
]
_TABLES_IN_VIETNAMESE = [
    f"tests/documents/test_{name}.py"
    for name in ("table_units", "table_rules", "table_sums", "statistical_tables", "times_above")
]
"""Tests of documents that call what reads the heads, units and titles of tables."""
PACKAGES = {
    "values": (["values"], [*_LAWS, *_VALUES, "tests/test_units.py", "tests/test_special_figures.py"]),
    "units": (["units"], [*_LAWS, *_VALUES, "tests/test_units.py"]),
    "periods": (["periods.py"], [*_LAWS, "tests/test_periods.py", "tests/test_reviews.py", "tests/test_trends.py"]),
    "intervals": (["intervals.py"], [*_LAWS, "tests/test_intervals.py", *_VALUES]),
    "attainment": (["attainment.py"], ["tests/test_attainment.py", "tests/test_attainment_of_changes.py"]),
    "audit": (["audit"], ["tests/audit", "tests/cases/test_audit_reports.py", "tests/test_two_reports.py"]),
    "verification": (["verification"], ["tests/verification", "tests/test_what_reports_print.py"]),
    "vietnamese": (
        ["vietnamese"],
        ["tests/vietnamese", "tests/cases/test_reader.py", "tests/test_phrases.py", *_TABLES_IN_VIETNAMESE],
    ),
    "interchange": (
        ["interchange"],
        ["tests/interchange", "tests/cases/test_formats.py", *_DRAFTS, "tests/test_limits.py"],
    ),
}
"""The source of each package, and the tests that are to notice changes in it; examples of its docstrings are added."""
LEFT_OUT = re.compile(r"tests/.*growth")
"""Tests that need a quiet processor."""
_OF_DECLARATIONS = "tests/test_declarations.py"
"""The tests of how classes are declared, which run no line of them; they come first for changes that run at import."""
SECONDS = 25.0
"""The most time of tests for one change, as it was recorded, which takes several times as long as a run; a third of it
for one in a new process. What is found then is the least that the tests find; ``again --seconds 500`` runs all tests
for the changes that none has found."""
_SECONDS_OF_A_START = 0.02
"""What a test takes besides its recorded time, about."""
_SECONDS_OF_A_PROCESS = 20.0
"""What a new process takes before its first test, at most."""
_WAITED = "waited"
"""The result of a change whose tests took too long on the clock, but not on the processor: nobody knows whether one of
them finds it. It counts as not found, and ``again`` tries it again."""
_CANARIES = {"function": "_attrs.py:as_tuple", "import": "units/_catalogue.py"}


@dataclass
class Recorded:
    """Which tests run which lines."""

    seconds: dict[str, float]
    lines: dict[str, dict[int, list[str]]]
    """For each file, relative to the package, the tests that run each line."""
    found: Counter[str] = field(default_factory=Counter)
    """How many changes each test has found so far."""
    most: float = SECONDS
    """The most time of tests for one change."""

    @classmethod
    def load(cls, folder: Path, most: float = SECONDS) -> Recorded:
        data = json.loads((folder / "recorded.json").read_text(encoding="utf-8"))
        names = data["tests"]
        lines = {
            file: {int(line): [names[test] for test in tests] for line, tests in by.items()}
            for file, by in data["lines"].items()
        }
        return cls(data["seconds"], lines, Counter(_unit_of(row["result"]) for row in results(folder).values()), most)

    def save(self, folder: Path) -> None:
        """Write the names of tests once: most of them run thousands of lines."""
        names = sorted({test for by in self.lines.values() for tests in by.values() for test in tests})
        number = {name: place for place, name in enumerate(names)}
        lines = {
            file: {line: [number[test] for test in tests] for line, tests in by.items()}
            for file, by in self.lines.items()
        }
        data = {"seconds": self.seconds, "tests": names, "lines": lines}
        (folder / "recorded.json").write_text(json.dumps(data), encoding="utf-8")

    def only_at_import(self, mutant: Mutant) -> bool:
        """Return whether the changed code runs, but only when modules are imported."""
        return mutant.at_import or self.lines.get(mutant.file, {}).get(mutant.line) == []

    def tests_of(self, mutant: Mutant, available: Container[str]) -> list[str]:
        """Return the available tests that may notice a change, within the limit of time."""
        lines = self.lines.get(mutant.file, {})
        at_import = self.only_at_import(mutant)
        if at_import:
            names = {test for tests in lines.values() for test in tests}
            if not names:  # a module with tables only
                folder = mutant.file.split("/")[0]
                names = {test for test in self.seconds if f"tests/{folder}" in test or folder in test}
        else:
            names = set(lines.get(mutant.line, ()))
        chosen, total = [], 0.0
        most = self.most / 3 if at_import else self.most
        if at_import:
            names |= {name for name in self.seconds if name.startswith(_OF_DECLARATIONS)}
        # A constant or a default is most likely noticed by tests that run much of its module; other code by tests of
        # little else.
        runs: dict[str, float] = dict(Counter(test for tests in lines.values() for test in tests))
        if not at_import:
            runs = {test: count / self.lines_of[test] for test, count in runs.items()}
        for test in self._in_order((name for name in names if name in available), runs):
            total += self.seconds[test]
            if chosen and total > most:
                break
            chosen.append(test)
        return chosen

    @functools.cached_property
    def lines_of(self) -> Counter[str]:
        """The number of lines that each test runs."""
        return Counter(test for by in self.lines.values() for tests in by.values() for test in tests)

    def _in_order(self, names: Iterable[str], runs: Mapping[str, float]) -> list[str]:
        """Return tests of declarations first, then those that found most changes, run most, or are the quickest.

        They are one of each function, then a second one, and so on.
        """
        seen: Counter[str] = Counter()
        ranks: dict[str, tuple[int, float, float, float, str]] = {}
        for name in sorted(names, key=lambda name: (-runs.get(name, 0), self.seconds[name], name)):
            function = name.partition("[")[0]
            rank = -1 if name.startswith(_OF_DECLARATIONS) or self.found[name] else seen[function]
            often = self.found[name] / (self.seconds[name] + _SECONDS_OF_A_START)
            ranks[name] = rank, -often, -runs.get(name, 0), self.seconds[name], name
            seen[function] += 1
        return sorted(ranks, key=ranks.__getitem__)


def _unit(item: pytest.Item) -> str:
    """Return what is run together: one test, or all examples of one file, which share their names."""
    return _unit_of(item.nodeid)


def _unit_of(name: str) -> str:
    return name if name.startswith("tests/") else name.partition("::")[0]


class _Plugin:
    """What recording and running have in common: the tests that are left out, and few examples."""

    def pytest_configure(self) -> None:
        from hypothesis import Phase, settings

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile(
            "mutants", settings.get_profile("ci"), max_examples=4, phases=phases, print_blob=False, deadline=None
        )
        settings.load_profile("mutants")

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        return True if LEFT_OUT.match(str(collection_path.relative_to(ROOT))) else None


class _Recorder(_Plugin):
    def __init__(self, coverage: Any) -> None:
        self.coverage = coverage
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.failed: set[str] = set()
        self.function = ""
        self.caches: list[Any] = []

    def pytest_collection_finish(self) -> None:
        _import_all()
        self.caches = _caches()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        function = item.nodeid.partition("[")[0]
        if function != self.function:  # otherwise only the first test would run what is remembered
            self.function = function
            for cache in self.caches:
                cache.cache_clear()
        self.coverage.switch_context(_unit(item))
        start = time.process_time()
        result = yield
        self.seconds[_unit(item)] += time.process_time() - start
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed |= {report.nodeid, report.nodeid.split("::")[0]}


def record(folder: Path, paths: list[str]) -> None:
    import coverage

    data_file = folder / "coverage"
    data_file.unlink(missing_ok=True)
    measured = coverage.Coverage(data_file=str(data_file), source=[str(SOURCE)], messages=False, config_file=False)
    measured.start()
    recorder = _Recorder(measured)
    pytest.main(_arguments(paths), plugins=[recorder])
    measured.stop()
    measured.save()
    data = measured.get_data()
    known = Recorded.load(folder) if (folder / "recorded.json").exists() else Recorded({}, {})
    lines = known.lines
    for name in data.measured_files():
        by_line = data.contexts_by_lineno(name)
        own = lines.setdefault(str(Path(name).relative_to(SOURCE)), {})
        for line, tests in by_line.items():
            own[line] = sorted({*own.get(line, ()), *tests} - {""} - recorder.failed)
    seconds = known.seconds | {
        test: round(spent, 5) for test, spent in recorder.seconds.items() if test not in recorder.failed
    }
    Recorded(seconds, lines).save(folder)
    print(f"{len(seconds):,} tests, {sum(seconds.values()):.0f} s; failed: {sorted(recorder.failed)}")


def _tests_of(names: list[str]) -> list[str]:
    paths = [_OF_DECLARATIONS, *(path for name in names for path in PACKAGES[name][1])]
    return list(dict.fromkeys([*paths, *(f"src/aseansc/{path}" for name in names for path in PACKAGES[name][0])]))


def _arguments(paths: list[str]) -> list[str]:
    return ["-q", "-p", "no:cacheprovider", "-n", "0", "--no-header", f"--rootdir={ROOT}", *paths]


class _Runner(_Plugin):
    """Runs the tests of each change in a copy of this process."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items: defaultdict[str, list[pytest.Item]] = defaultdict(list)
        for item in session.items:
            self.items[_unit(item)].append(item)
        self.functions: defaultdict[tuple[object, ...], list[FunctionType]] = defaultdict(list)
        _import_all()
        self.caches = _caches()
        gc.unfreeze()
        for found in gc.get_objects():
            if isinstance(found, FunctionType) and found.__code__.co_filename.startswith(str(SOURCE)):
                self.functions[_key(found.__code__)].append(found)
        gc.freeze()
        self._prove()
        for mutant in self.work.pending():
            tests = self._tests_of(mutant)
            start = time.monotonic()
            if not tests:
                result = "not run by a test"
            elif self.work.recorded.only_at_import(mutant):
                result = _in_new_process(mutant, tests, self._seconds_of(tests))
            else:
                result = self._in_copy(mutant.compiled(SOURCE), tests)
            self.work.add(mutant, result, len(tests), time.monotonic() - start)
        return True

    def _tests_of(self, mutant: Mutant) -> list[str]:
        return self.work.recorded.tests_of(mutant, self.items)

    def _seconds_of(self, tests: list[str]) -> float:
        """Return the recorded time of tests, which is a few times that of a run without coverage."""
        return sum(self.work.recorded.seconds[test] for test in tests)

    def _prove(self) -> None:
        """Check that a change that must be found is found, and that the tests pass without a change."""
        canaries = {kind: _mutations.canary(SOURCE, place) for kind, place in _CANARIES.items()}
        mutant = canaries["function"]
        tests = self._tests_of(mutant)
        code = compile(
            (SOURCE / mutant.file).read_text(encoding="utf-8"), str(SOURCE / mutant.file), "exec", dont_inherit=True
        )
        unchanged = self._in_copy((code, code), tests)
        changed = self._in_copy(mutant.compiled(SOURCE), tests)
        mutant = canaries["import"]
        tests = self._tests_of(mutant)
        imported = _in_new_process(mutant, tests, self._seconds_of(tests))
        print(
            f"\nno change: {unchanged}; a function that raises: {changed}; a module that raises: {imported}", flush=True
        )
        if unchanged != "survived" or changed == "survived" or imported == "survived":
            pytest.exit("the method does not work", returncode=3)

    def _in_copy(self, codes: tuple[CodeType, CodeType], tests: list[str]) -> str:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                _limit(self._seconds_of(tests))
                name = self._first_failure(codes, tests)
                os.write(writing, name.encode())
            finally:
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            name = pipe.read().decode()
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return _WAITED if os.WTERMSIG(status) == signal.SIGALRM else "timeout"
        return name or "survived"

    def _first_failure(self, codes: tuple[CodeType, CodeType], tests: list[str]) -> str:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        self._swap(*codes)
        for cache in self.caches:
            cache.cache_clear()
        items = [item for test in tests for item in self.items[test]]
        from _pytest.runner import runtestprotocol

        for item, following in zip(items, [*items[1:], None], strict=True):
            for report in runtestprotocol(item, log=False, nextitem=following):
                if report.failed:
                    return item.nodeid
        return ""

    def _swap(self, old: CodeType, new: CodeType) -> None:
        """Replace the code of functions wherever they are used."""
        if old == new:
            return
        for function in self.functions.get(_key(old), ()):
            function.__code__ = new
        for one, other in zip(old.co_consts, new.co_consts, strict=False):
            if isinstance(one, CodeType) and isinstance(other, CodeType):
                self._swap(one, other)


def _import_all() -> None:
    """Import what functions import when they are called: only loaded functions can be changed."""
    import aseansc

    for module in pkgutil.walk_packages(aseansc.__path__, "aseansc."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _caches() -> list[Any]:
    """Return the functions of the package and its tests that remember their results."""
    gc.unfreeze()  # the tests froze what they hold, which get_objects leaves out
    found = [item for item in gc.get_objects() if isinstance(item, functools._lru_cache_wrapper)]
    gc.freeze()
    return [item for item in found if str(item.__module__).startswith(("aseansc", "tests"))]


def _key(code: CodeType) -> tuple[object, ...]:
    """Return what identifies a function; code that has run does not equal the same code that has not."""
    return code.co_filename, code.co_qualname, code.co_firstlineno, code.co_code, code.co_names


def _limit(seconds: float) -> None:
    """End this process when it takes longer than its tests were recorded to take, or when it waits for something."""
    resource.setrlimit(resource.RLIMIT_AS, (6 * 2**30, 6 * 2**30))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, 5 + seconds)
    signal.alarm(int(600 + 300 * seconds))  # the machine may be very busy


def _in_new_process(mutant: Mutant, tests: list[str], seconds: float) -> str:
    known = [test for test in tests if test.startswith("tests/")]
    seconds += _SECONDS_OF_A_PROCESS
    given = json.dumps({"mutant": mutant.key, "file": mutant.file, "tests": known, "seconds": seconds})
    command = [sys.executable, __file__, "one"]
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=6 * seconds)
    except subprocess.TimeoutExpired:
        return _WAITED
    found = re.search(r"^FAILED: (.*)$", done.stdout, re.M)
    if done.returncode == 0:
        return "survived"
    return found[1] if found else "import"


class _One(_Plugin):
    """Runs the given tests, in their order, until one fails."""

    def __init__(self, tests: list[str]) -> None:
        self.order = {test: number for number, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            print(f"\nFAILED: {report.nodeid}", flush=True)


def run_one() -> int:
    """Make the change that is given as JSON while its module is imported, and run tests."""
    given = json.load(sys.stdin)
    path = str(SOURCE / given["file"])
    changed = _mutations.find(SOURCE, given["file"], given["mutant"]).compiled(SOURCE)[1]
    original = SourceFileLoader.get_code
    SourceFileLoader.get_code = lambda self, name: changed if self.path == path else original(self, name)  # type: ignore
    signal.setitimer(signal.ITIMER_PROF, given["seconds"])
    files = list(dict.fromkeys(test.split("::")[0] for test in given["tests"]))
    return int(pytest.main([*_arguments(files), "-x", "-s"], plugins=[_One(given["tests"])]))


class Work:
    """The sample, and the results so far."""

    def __init__(self, folder: Path, samples: dict[str, list[Mutant]], seconds: float, *, again: bool = False) -> None:
        self.recorded = Recorded.load(folder, seconds)
        self.file = folder / "results.jsonl"
        self.sample = samples
        self.results = results(folder)
        self.again = again

    def pending(self) -> Iterator[Mutant]:
        """Yield what is left of each package in turn, so that a run that is stopped says something about each.

        Changes that need a new process come last, because they take twenty times as long.
        """
        turns = zip_longest(*self.sample.values())
        order = sorted(filter(None, chain.from_iterable(turns)), key=lambda mutant: mutant.at_import)
        for mutant in sorted(order, key=lambda mutant: mutant.key not in self.results):
            known = self.results.get(mutant.key, {}).get("result")
            if known is None or (self.again and known in _UNNOTICED):
                yield mutant

    def add(self, mutant: Mutant, result: str, tests: int, seconds: float) -> None:
        row = {"key": mutant.key, "file": mutant.file, "line": mutant.line, "change": mutant.change, "result": result}
        self.recorded.found[_unit_of(result)] += 1
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row | {"tests": tests, "seconds": round(seconds, 2)}, ensure_ascii=False) + "\n")


_UNNOTICED = ("survived", "not run by a test", _WAITED)


def results(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the last result of each change."""
    file = folder / "results.jsonl"
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines()) if file.exists() else ()
    return {row["key"]: row for row in rows}


def report(folder: Path, samples: dict[str, list[Mutant]]) -> None:
    known = results(folder)
    print("| package | changes | found | score |\n|---|---|---|---|")
    survivors = []
    for name, mutants in samples.items():
        rows = [known[mutant.key] for mutant in mutants if mutant.key in known]
        unnoticed = [row for row in rows if row["result"] in _UNNOTICED]
        survivors += unnoticed
        score = (len(rows) - len(unnoticed)) / len(rows) if rows else 0
        print(f"| {name} | {len(rows)} | {len(rows) - len(unnoticed)} | {score:.1%} |")
    print()
    for row in survivors:
        print(f"{row['file']}:{row['line']}: {row['change']}  [{row['result']}, {row['tests']} tests]")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("action", choices=["record", "run", "again", "report", "one"])
    parser.add_argument("packages", nargs="*", help=f"some of {', '.join(PACKAGES)}; all by default")
    parser.add_argument("--tests", nargs="*", help="record only these files, which are new or have changed")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many changes to make in each package")
    parser.add_argument("--seed", default="", help="any text; each draws another sample")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="the most recorded time of tests for one change")
    parser.add_argument("--folder", type=Path, default=ROOT / ".mutants", help="where results are kept")
    args = parser.parse_args()
    os.chdir(ROOT)
    os.environ["CI"] = "true"
    sys.path.insert(0, str(ROOT))
    if args.action == "one":
        return run_one()
    names = args.packages or list(PACKAGES)
    samples = {name: _mutations.sample(SOURCE, PACKAGES[name][0], args.sample, args.seed) for name in names}
    args.folder.mkdir(parents=True, exist_ok=True)
    if args.action == "record":
        record(args.folder, args.tests or _tests_of(names))
    elif args.action == "report":
        report(args.folder, samples)
    else:
        work = Work(args.folder, samples, args.seconds, again=args.action == "again")
        return int(pytest.main(_arguments(_tests_of(names)), plugins=[_Runner(work)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
