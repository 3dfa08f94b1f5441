"""Read files with random faults in their structure, and check what is accepted.

``python benchmarks/fuzz.py --minutes N`` uses N minutes of processor time. It starts from valid input of every reader
and from the corpus in ``fuzz-corpus.tar.xz``, and changes its structure: it drops, repeats, swaps and replaces fields,
elements, cells, tags and words. A reader must return something, or raise an `AseanscError`, within ten seconds of
processor time. A review that is accepted must be equal after it was written in another format and read again; it must
be possible to audit, compare, verify and show it. Figures that are read from prose must obey the laws of
`aseansc.laws.check_reader`.

With atheris installed (``pip install atheris``), input that reaches new code is kept and changed again; without it,
only the corpus is changed. Input that breaks a rule is printed and kept: ``--one FILE`` repeats it. ``--keep`` writes
the input that reaches the most code into the corpus.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import os
import pkgutil
import random
import signal
import sys
import tarfile
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    import _fuzz_targets

CORPUS = Path(__file__).with_name("fuzz-corpus.tar.xz")
_SECONDS = 10
_LONGEST = 80_000
"""The most bytes of an input; longer ones only take longer."""
_FRESH = 0.5
"""How often a valid input is changed instead of a known one: otherwise, readers with much code get all the time."""
_MOST_KEPT = 1_500_000
"""The most bytes of the corpus in this project; compressed, it takes less than a tenth."""


def _load() -> Any:
    """Import everything that is to be tested, with counters of its branches if atheris is installed."""
    try:
        import atheris
    except ModuleNotFoundError:
        atheris = None
    watched = atheris.instrument_imports(include=["aseansc"]) if atheris else contextlib.nullcontext()
    with watched, open(os.devnull, "w") as null, contextlib.redirect_stderr(null):
        import aseansc

        for module in pkgutil.walk_packages(aseansc.__path__, "aseansc."):
            if "__main__" not in module.name:
                importlib.import_module(module.name)
        global _fuzz_targets
        import _fuzz_targets
    return atheris


class Fuzzer:
    """Runs inputs, and counts what becomes of them."""

    def __init__(self, folder: Path, end: float) -> None:
        self.folder = folder
        self.end = end
        self.start = self.shown = time.process_time()
        self.targets = _fuzz_targets.targets()
        self.names = sorted(self.targets)
        self.counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.seconds: Counter[str] = Counter()
        self.slowest: dict[str, float] = {}
        self.broken: Counter[str] = Counter()

    def seeds(self) -> Iterator[bytes]:
        """Yield valid input of each reader, and the corpus."""
        for name, target in self.targets.items():
            for content in target.seeds:
                yield f"{name}\n".encode() + content
        if CORPUS.exists():
            with tarfile.open(CORPUS) as archive:
                yield from (file.read() for member in archive if (file := archive.extractfile(member)))

    def change(self, data: bytes, size: int, seed: int) -> bytes:
        """Change an input; its first line is the name of the reader."""
        rng = random.Random(seed)
        head, _, content = data.partition(b"\n")
        name = head.decode("latin-1")
        if name not in self.targets or rng.random() < _FRESH:
            name = rng.choice(self.names)
            content = rng.choice(self.targets[name].seeds)
        target = self.targets[name]
        try:
            changed = target.change(rng, content)
        except Exception:  # the input is already too damaged to have a structure
            content = rng.choice(target.seeds)
            changed = target.change(rng, content)
        if rng.random() < 0.03 and changed:
            at = rng.randrange(len(changed))
            changed = changed[:at] + bytes([rng.randrange(256)]) + changed[at + rng.randrange(3) :]
        return (f"{name}\n".encode() + (changed if len(changed) <= _LONGEST else content))[:size]

    def run(self, data: bytes) -> str:
        """Read one input and check what was accepted; return the result."""
        head, _, content = data.partition(b"\n")
        name = head.decode("latin-1")
        if name not in self.targets:
            return "no reader"
        start = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
        try:
            result = self._run(name, content)
        except Exception:
            result = traceback.format_exc(limit=-8)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        spent = time.process_time() - start
        self.seconds[name] += spent
        self.slowest[name] = max(self.slowest.get(name, 0), spent)
        known = result in ("refused", "accepted")
        self.counts[name][result if known else "broken"] += 1
        if not known:
            self._keep(name, result, data)
        return result

    def _run(self, name: str, content: bytes) -> str:
        from aseansc.errors import AseanscError

        target = self.targets[name]
        try:
            found = target.read(content)
        except (AseanscError, _fuzz_targets.NotReadError) as error:
            str(error)
            return "refused"
        target.check(random.Random(_fuzz_targets.number_of(content)), found)
        return "accepted"

    def _keep(self, name: str, result: str, data: bytes) -> None:
        lines = result.strip().splitlines()
        places = [line.strip().split(",")[1] for line in lines if line.lstrip().startswith("File ")][-1:]
        same = f"{name}: {lines[-1].split(':')[0]} {places}"
        self.broken[same] += 1
        if self.broken[same] <= 3:
            path = self.folder / f"broken-{len(self.broken)}-{self.broken[same]}"
            path.write_bytes(data)
            print(f"\n{path}, {name}:\n{result}", flush=True)

    def step(self, data: bytes) -> None:
        """Run one input, and report at the end and each ten minutes."""
        self.run(data)
        now = time.process_time()
        if now > self.end:
            self.report()
            sys.stdout.flush()
            os._exit(bool(self.broken))
        if now > self.shown + 600:
            self.shown = now
            self.report()

    def report(self) -> None:
        """Print what was run."""
        total = sum(count.total() for count in self.counts.values())
        print(f"\n{total:,} inputs in {(time.process_time() - self.start) / 60:.1f} minutes of processor time")
        print("| reader | inputs | accepted | broken | ms each | slowest, s |\n|---|---|---|---|---|---|")
        for name in self.names:
            count = self.counts[name]
            number = max(count.total(), 1)
            print(
                f"| {name} | {count.total():,} | {count['accepted'] / number:.0%} | {count['broken']} "
                f"| {1000 * self.seconds[name] / number:.1f} | {self.slowest.get(name, 0):.2f} |"
            )
        for same, number in self.broken.most_common():
            print(f"{number:6} {same}")
        sys.stdout.flush()


def _too_slow(_number: int, _frame: object) -> NoReturn:
    raise TimeoutError(f"more than {_SECONDS} seconds")


def guided(fuzzer: Fuzzer, atheris: Any, seed: int) -> None:
    """Change input that reaches new code again; ends the process."""
    for number, data in enumerate(fuzzer.seeds()):
        (fuzzer.folder / f"seed-{number:04}").write_bytes(data)
    options = ["-timeout=600", "-rss_limit_mb=0", "-print_final_stats=0", "-handle_int=0", "-reload=0", "-print_pcs=0"]
    options += [
        f"-max_len={_LONGEST + 100}",
        f"-seed={seed or 1}",
        "-len_control=0",
        "-verbosity=0",
        "-use_value_profile=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(fuzzer.folder)], fuzzer.step, custom_mutator=fuzzer.change)
    atheris.Fuzz()


def unguided(fuzzer: Fuzzer, seed: int) -> None:
    """Change valid input and the corpus at random; ends the process."""
    known = list(fuzzer.seeds())
    while True:
        rng = random.Random(seed)
        seed += 1
        fuzzer.step(fuzzer.change(rng.choice(known), _LONGEST + 100, seed))


def keep(fuzzer: Fuzzer) -> None:
    """Write the shortest input that together reaches all lines that any input of the folder reaches."""
    source, seen = os.path.join("src", "aseansc", ""), set[tuple[str, int]]()

    def traced(frame: Any, event: str, _argument: object) -> Any:
        if source not in frame.f_code.co_filename:
            return None
        if event == "line":
            seen.add((frame.f_code.co_filename, frame.f_lineno))
        return traced

    known: set[tuple[str, int]] = set()
    chosen: list[bytes] = []
    inputs = [*fuzzer.seeds(), *(path.read_bytes() for path in fuzzer.folder.iterdir() if path.is_file())]
    seeds = {
        data for name, target in fuzzer.targets.items() for data in (f"{name}\n".encode() + s for s in target.seeds)
    }
    for data in sorted(set(inputs), key=lambda item: (item not in seeds, len(item), item)):
        seen.clear()
        sys.settrace(traced)
        try:
            fuzzer.run(data)
        finally:
            sys.settrace(None)
        if data not in seeds and not seen <= known:
            chosen.append(data)
        known |= seen
    _write_corpus(sorted(chosen, key=lambda data: data.partition(b"\n")[0]))
    print(f"{len(chosen)} inputs reach {len(known):,} lines; {CORPUS.stat().st_size:,} bytes")


def _write_corpus(inputs: list[bytes]) -> None:
    with tarfile.open(CORPUS, "w:xz", preset=9) as archive:
        written = 0
        for number, data in enumerate(inputs):
            written += len(data)
            if written < _MOST_KEPT:
                member = tarfile.TarInfo(f"{number:04}")
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=10, help="how much processor time to use")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where input is kept; a new temporary folder by default")
    parser.add_argument("--one", type=Path, metavar="FILE", help="run one input")
    parser.add_argument("--keep", action="store_true", help="write the corpus from the input in --folder")
    args = parser.parse_args()
    atheris = None if args.one or args.keep else _load()
    if atheris is None:
        _load() if args.one or args.keep else None
    folder = args.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    fuzzer = Fuzzer(folder, time.process_time() + 60 * args.minutes)
    signal.signal(signal.SIGVTALRM, _too_slow)
    if args.one:
        print(fuzzer.run(args.one.read_bytes()))
        return bool(fuzzer.broken)
    if args.keep:
        keep(fuzzer)
        return 0
    if atheris is None:
        print("atheris is not installed: the corpus is changed at random")
        unguided(fuzzer, args.seed)
    guided(fuzzer, atheris, args.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
