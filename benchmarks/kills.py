"""Kill a process while it writes, and count how often the file or folder is damaged.

Run ``python benchmarks/kills.py [kills] [folder]``. It needs ``fork``. Each writer is a fork of this process. It writes
two reviews in turn until it is killed. After each kill, the path must contain one of the two reviews, complete. There
are five ways to write: a file, a file through a link, an archive, a folder that is exchanged with the new one, and a
folder that is moved aside, as on systems that cannot exchange two names. Finally, one more write must remove all
temporary files.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve

from aseansc import Review, Text
from aseansc.datasets import skeleton
from aseansc.errors import AseanscError
from aseansc.interchange import _atomic, csv, json
from aseansc.interchange._archives import packed
from aseansc.interchange._atomic import replace_file, replace_folder
from aseansc.interchange.csv import files_of

OLD = skeleton.load()
NEW = evolve(OLD, note=Text(en="the new one"))
WAYS = ("file", "link", "archive", "folder", "folder moved aside")


def main(kills: int, base: Path) -> int:
    """Kill this number of writers; return how many paths were damaged."""
    damaged: Counter[str] = Counter()
    between: Counter[str] = Counter()
    chance = random.Random(11)
    started = time.perf_counter()
    for number in range(kills):
        way = WAYS[number % len(WAYS)]
        place = base / way.replace(" ", "-")
        path = prepared(place, way)
        kill_a_writer(path, way, chance.uniform(0, 0.02))
        found = read(path, way)
        if found not in (OLD, NEW):
            damaged[way] += 1
            print(f"damaged: {way}, kill {number}: {found}", flush=True)
        between[way] += not os.path.lexists(path)
        if (number + 1) % 1000 == 0:
            print(
                f"{number + 1} kills, {time.perf_counter() - started:.0f} s, damaged {sum(damaged.values())}",
                flush=True,
            )
    left = 0
    for way in WAYS:
        place = base / way.replace(" ", "-")
        write(prepared(place, way), way, CONTENTS[way][0])
        left += len([name for name in os.listdir(place) if name.startswith(".")])
    print(f"{kills} kills: {sum(damaged.values())} damaged, {left} leftovers after the last write")
    print(f"kills that left nothing at the path, so that the reader had to look beside it: {dict(between)}")
    return sum(damaged.values()) + left


def prepared(place: Path, way: str) -> Path:
    """Return the path to write; create the folder and write the first review if it does not exist."""
    name = {"archive": "review.zip", "file": "review.json", "link": "link.json"}.get(way, "review")
    if not place.exists():
        place.mkdir()
        if way == "link":
            (place / name).symlink_to("review.json")
        write(place / name, way, CONTENTS[way][0])
    return place / name


def contents(way: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the content of the two reviews, made in advance so that kills interrupt only the writing."""
    if way in ("file", "link"):
        return {"": json.dumps(OLD).encode()}, {"": json.dumps(NEW).encode()}
    both = files_of(OLD), files_of(NEW)
    return both if way.startswith("folder") else ({"": packed(both[0])}, {"": packed(both[1])})


def write(path: Path, way: str, members: dict[str, bytes]) -> None:
    """Write a review in one of the five ways."""
    if way.startswith("folder"):
        replace_folder(path, members, may_replace=lambda name: name in members)
    else:
        replace_file(path, members[""])


def kill_a_writer(path: Path, way: str, seconds: float) -> None:
    """Start a writer in another process, and kill it after some time."""
    both = CONTENTS[way]
    child = os.fork()
    if not child:
        if way.endswith("aside"):
            _atomic._exchange = _cannot_exchange
        try:
            while True:
                write(path, way, both[1])
                write(path, way, both[0])
        finally:
            os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _cannot_exchange(_first: Path, _second: Path) -> bool:
    return False


def read(path: Path, way: str) -> Review | str:
    """Return the review at the path, or the message of the error."""
    try:
        return json.load(path) if way in ("file", "link") else csv.load(path)
    except (AseanscError, OSError) as error:
        return str(error)


CONTENTS = {way: contents(way) for way in WAYS}


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        sys.exit(1 if main(count, Path(folder)) else 0)
