"""Read files with random faults in their structure, and check what is accepted.

``python benchmarks/fuzz.py MINUTES [SEED]`` starts from valid files of every format, and changes their parsed trees: it
drops, repeats, swaps and replaces fields, elements and cells. A reader must return a review or a draft, or raise an
`AseanscError`, in ten seconds. A review that is accepted must be audited, and come back equal from JSON, CSV, Excel and
SDMX. What breaks this is printed with its seed: ``python benchmarks/fuzz.py --one SEED`` repeats it.
"""

from __future__ import annotations

import csv as plain_csv
import io
import json as plain_json
import random
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

from lxml import etree

from aseansc import Review
from aseansc.audit import audit
from aseansc.datasets import annex, skeleton
from aseansc.errors import AseanscError
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx

_ODD: list[Any] = [
    *(
        "",
        " ",
        "0",
        "-1",
        "1E60",
        "1E999999999",
        "1.50",
        "=1+1",
        "2018-13",
        "2018",
        "percent",
        "household",
        "VND/person",
    ),
    *("ệ", "\u202e", "x" * 5000, "exact", "not_stated", "2018-02-30", None, True, 0, -1, 10**20, [], {}, [[]]),
    {"absent": "not_stated"},
]


def _changed_json(rng: random.Random, text: str) -> str:
    tree = plain_json.loads(text)
    for _ in range(rng.choice((1, 1, 2, 5))):
        places = list(_places(tree))
        holder, key = rng.choice(places)
        other, its_key = rng.choice(places)
        match rng.randrange(5):
            case 0:
                del holder[key]
            case 1:
                holder[key] = rng.choice(_ODD)
            case 2 if isinstance(holder, list):
                holder.insert(rng.randrange(len(holder) + 1), holder[key])
            case 3:
                holder[key] = plain_json.loads(plain_json.dumps(other[its_key]))
            case _ if isinstance(holder[key], str) and holder[key]:
                at = rng.randrange(len(holder[key]))
                holder[key] = holder[key][:at] + rng.choice("0159.,-% ~x") + holder[key][at + 1 :]
    return plain_json.dumps(tree, ensure_ascii=False)


def _places(tree: Any) -> Any:
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in items:
        yield tree, key
        if isinstance(value, dict | list):
            yield from _places(value)


def _changed_xml(rng: random.Random, text: str) -> str:
    root = etree.fromstring(text.encode())
    for _ in range(rng.choice((1, 1, 2, 5))):
        elements = list(root.iter(etree.Element))
        one, other = rng.choice(elements), rng.choice(elements)
        parent, odd = one.getparent(), str(rng.choice(_ODD)).replace("\x00", "")
        match rng.randrange(5):
            case 0 if parent is not None:
                parent.remove(one)
            case 1 if parent is not None:
                parent.append(etree.fromstring(etree.tostring(one, with_tail=False)))
            case 2 if one.attrib:
                one.set(rng.choice(list(one.attrib)), odd)
            case 3:
                one.text = odd
            case _ if other.attrib:
                name = rng.choice(list(other.attrib))
                one.set(name, other.get(name))
    return etree.tostring(root, encoding="unicode")


def _changed_csv(rng: random.Random, text: str) -> str:
    rows = list(plain_csv.reader(io.StringIO(text, newline="")))
    for _ in range(rng.choice((1, 1, 2, 5))):
        row, other = rng.choice(rows), rng.choice(rows)
        if not row:
            continue
        at = rng.randrange(len(row))
        match rng.randrange(4):
            case 0:
                row[at] = str(rng.choice(_ODD))
            case 1:
                row[at] = other[min(at, len(other) - 1)] if other else ""
            case 2:
                rows.append(list(row))
            case _:
                row.insert(at, row.pop())
    made = io.StringIO(newline="")
    plain_csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()


def _changed_package(rng: random.Random, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice([name for name in members if name.endswith((".csv", ".json", "sheet1.xml", "sheet6.xml"))])
    change = {"csv": _changed_csv, "json": _changed_json, "xml": _changed_xml}[name.rpartition(".")[2]]
    members[name] = change(rng, members[name].decode("utf-8-sig")).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for member, data in members.items():
            archive.writestr(member, data)
    return made.getvalue()


def _file(module: Any, review: Review) -> bytes:
    made = io.BytesIO()
    module.dump(review, made)
    return made.getvalue()


@cache
def _valid() -> dict[str, list[tuple[Any, Callable[..., Any], Callable[[Any], Any]]]]:
    """Return, for each reader, valid files with the function that changes them and the one that reads them."""
    found: dict[str, list[Any]] = {}
    for review in (skeleton.load(), annex.load()):
        for name, item in {
            "json": (json.dumps(review), _changed_json, json.loads),
            "json draft": (json.dumps(review), _changed_json, json.loads_draft),
            "sdmx-json": (sdmx.dumps(review, "json"), _changed_json, sdmx.loads),
            "sdmx-ml": (sdmx.dumps(review), _changed_xml, sdmx.loads),
            "sdmx-ml draft": (sdmx.dumps(review), _changed_xml, sdmx.loads_draft),
            "sdmx-csv": (sdmx.dumps(review, "csv"), _changed_csv, sdmx.loads_draft),
            "iati": (iati.dumps(review), _changed_xml, iati.loads),
            "iati draft": (iati.dumps(review), _changed_xml, iati.loads_draft),
            "csv": (_file(csv, review), _changed_package, lambda data: csv.load(io.BytesIO(data))),
            "excel": (_file(excel, review), _changed_package, lambda data: excel.load_draft(io.BytesIO(data))),
            "open-sdg": ("Year,Sex,Value\n2018,Male,5\n2019,,6.5\n", _changed_csv, open_sdg.loads_draft),
        }.items():
            found.setdefault(name, []).append(item)
    return found


def _check(review: Review) -> None:
    """Check what is accepted: it is audited, and comes back equal from other formats."""
    audit(review).summary()
    assert json.loads(json.dumps(review)) == review
    assert sdmx.loads(sdmx.dumps(review)) == review
    for module in (csv, excel):
        assert module.load(io.BytesIO(_file(module, review))) == review, module.__name__


def run(seed: int) -> tuple[str, str]:
    """Run one case; return the reader, and the result: refused, accepted, or what broke."""
    rng = random.Random(seed)
    name = rng.choice(sorted(_valid()))
    content, change, read = rng.choice(_valid()[name])
    signal.alarm(10)
    try:
        try:
            found = read(change(rng, content))
        except AseanscError as error:
            str(error)
            return name, "refused"
        if isinstance(found, Review) and rng.random() < 0.3:
            _check(found)
        return name, "accepted"
    except Exception:
        return name, traceback.format_exc(limit=-6)
    finally:
        signal.alarm(0)


def _too_slow(_number: int, _frame: object) -> None:
    raise TimeoutError("more than ten seconds")


def main() -> int:
    signal.signal(signal.SIGALRM, _too_slow)
    if sys.argv[1:2] == ["--one"]:
        print(*run(int(sys.argv[2])), sep="\n")
        return 0
    end, seed = time.monotonic() + 60 * float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    counts: dict[str, Counter[str]] = {name: Counter() for name in _valid()}
    broken: Counter[str] = Counter()
    while time.monotonic() < end:
        name, result = run(seed)
        counts[name][result if result in ("refused", "accepted") else "broken"] += 1
        if result not in ("refused", "accepted"):
            last = result.strip().splitlines()[-1][:150]
            broken[last] += 1
            if broken[last] == 1:
                print(f"seed {seed}, {name}:\n{result}", flush=True)
        seed += 1
    for name, count in counts.items():
        share = count["accepted"] / max(count.total(), 1)
        print(f"{name:15} {count.total():6} read, {share:4.0%} accepted, {count['broken']} broken")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
