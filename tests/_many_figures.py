"""Readers and judgements for `tests/test_many_figures.py`, each with an input of a given number of figures.

``python -m tests._many_figures NAME SIZE...`` prints the seconds and the megabytes that one of them takes for each size.
With ``--allocated`` behind the sizes, the megabytes are those that Python allocates, and the seconds several times as many.
"""

from __future__ import annotations

import gc
import io
import os
import re
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from attrs import evolve

from aseansc import Absent, Citation, Review, documents, frames, pages, verification, vietnamese
from aseansc.audit import audit
from aseansc.datasets import annex
from aseansc.interchange import csv, excel, iati, json, sdmx
from aseansc.limits import Limits
from tests.documents._made import docx, paragraph, table, xlsx
from tests.documents.test_growth import HEADS, LINE, ROW, sheet
from tests.verification.test_bounded import a_report

UNLIMITED = Limits(size=2**32, items=2**32)

Work = Callable[[], object]


def annexes(figures: int) -> Review:
    """Return the annex for many districts, with 20 figures each."""
    sample = annex.load()
    made: dict[str, list[Any]] = {"observations": [], "targets": [], "claims": []}
    for number in range(figures // 20):
        for kind, records in made.items():
            records += [_moved(record, number) for record in getattr(sample, kind)]
    return evolve(sample, place="XX-0", **made)


def _moved(record: Any, number: int) -> Any:
    """Return a record of another district, whose ids end in its number, and that is cited in another copy of the text."""
    changes: dict[str, Any] = {"id": f"{record.id}.{number}", "place": f"XX-{number}"}
    for name in ("baseline", "start", "end", "actual", "target"):
        other = getattr(record, name, Absent.NOT_STATED)
        if not isinstance(other, Absent):
            changes[name] = f"{other}.{number}"
    if isinstance(record.citation, Citation):
        by = number * len(_text())
        spans = tuple(evolve(span, start=span.start + by, end=span.end + by) for span in record.citation.governed_by)
        cited = record.citation
        changes["citation"] = evolve(cited, start=cited.start + by, end=cited.end + by, governed_by=spans)
    return evolve(record, **changes)


def _text() -> str:
    return Path(annex.__file__).with_suffix(".txt").read_text(encoding="utf-8")


def _written(write: Callable[..., None], review: Review) -> io.BytesIO:
    file = io.BytesIO()
    write(review, file, limits=UNLIMITED)
    file.seek(0)
    return file


def _read_back(module: Any) -> Callable[[int], Work]:
    def prepare(figures: int) -> Work:
        file = _written(module.dump, annexes(figures))
        return lambda: module.load(file, limits=UNLIMITED)

    return prepare


def _judged(judge: Callable[[Review], object]) -> Callable[[int], Work]:
    def prepare(figures: int) -> Work:
        review = annexes(figures)
        return lambda: judge(review)

    return prepare


def _of_frame(judge: Callable[[Any, Review], object]) -> Callable[[int], Work]:
    def prepare(figures: int) -> Work:
        review = annexes(figures)
        frame = frames.to_frame(review)
        return lambda: judge(frame, review)

    return prepare


def _document(name: str, make: Callable[[int], bytes]) -> Callable[[int], Work]:
    def prepare(figures: int) -> Work:
        folder = tempfile.TemporaryDirectory()
        path = Path(folder.name, name)
        path.write_bytes(make(figures))

        def read() -> None:
            with folder:
                documents.read(path, limits=UNLIMITED)

        return read

    return prepare


def _drafted(figures: int) -> Work:
    rows = 25
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.docx")
        path.write_bytes(docx(*[table(HEADS, *[ROW] * rows)] * (figures // (3 * rows))))
        source = documents.read(path, limits=UNLIMITED)
    return lambda: documents.draft(source, place="VN-01")


def _verified(figures: int) -> Work:
    review, text = annexes(figures), _text() * (figures // 20)
    return lambda: verification.verify(review, text, limits=UNLIMITED)


def _claimed(figures: int) -> Work:
    text, claims = a_report(figures // 2)
    return lambda: verification.verify_claims(text, claims, limits=UNLIMITED)


WORKS: dict[str, Callable[[int], Work]] = {
    "construct": _judged(lambda review: evolve(review, id="again")),
    "audit": _judged(audit),
    "page": _judged(lambda review: pages.report(review, "vi")),
    "json": _read_back(json),
    "csv": _read_back(csv),
    "excel": _read_back(excel),
    "sdmx": _read_back(sdmx),
    "iati": _read_back(iati),
    "frame": _judged(frames.to_frame),
    "check of a frame": _of_frame(lambda frame, review: frames.check(frame, review.indicators)),
    "audit of a frame": _of_frame(lambda frame, review: frames.audit(frame, review.indicators)),
    "review from a frame": _of_frame(
        lambda frame, review: frames.from_frame(frame, review.indicators, limits=UNLIMITED)
    ),
    "document.docx": _document("a.docx", lambda figures: docx(*[paragraph(LINE)] * (figures // 2))),
    "tables.docx": _document("a.docx", lambda figures: docx(table(HEADS, *[ROW] * (figures // 3)))),
    "document.html": _document("a.html", lambda figures: f"<html>{f'<p>{LINE}' * (figures // 2)}".encode()),
    "document.txt": _document("a.txt", lambda figures: f"{LINE}\n".encode() * (figures // 2)),
    "document.xlsx": _document("a.xlsx", lambda figures: xlsx(sheet(figures // 3))),
    "prose": lambda figures: lambda: vietnamese.draft(f"{LINE}\n" * (figures // 2)),
    "draft of tables": _drafted,
    "verify": _verified,
    "verify claims": _claimed,
}


def _resident(field: str) -> float:
    """Return a size of this process in megabytes."""
    return int(re.search(rf"{field}:\s*([0-9]+)", Path("/proc/self/status").read_text())[1]) / 1024  # type: ignore[index]


def measured(name: str, figures: int, *, allocated: bool = False) -> tuple[float, float]:
    """Return the seconds and megabytes of a work in this process, which should do nothing else.

    The megabytes are those by which the process grows: too few for a small input, which fits into what its preparation
    left free. Those that Python allocates count this, too, but not what libraries in C allocate.
    """
    work = WORKS[name](figures)
    gc.collect()
    if allocated:
        start = process_time()
        tracemalloc.start()
        work()
        return process_time() - start, tracemalloc.get_traced_memory()[1] / 2**20
    can_reset = os.access("/proc/self/clear_refs", os.W_OK)
    if can_reset:
        Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from now on
    before, start = _resident("VmRSS") if can_reset else 0, process_time()
    work()
    return process_time() - start, _resident("VmHWM") - before if can_reset else 0


if __name__ == "__main__":
    measured(sys.argv[1], 300)  # imports
    for size in sys.argv[2:]:
        if size.isdecimal():
            print(*measured(sys.argv[1], int(size), allocated="--allocated" in sys.argv))
            tracemalloc.stop()
