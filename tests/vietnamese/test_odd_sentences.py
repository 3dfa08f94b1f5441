"""Sentences with odd words, each of which shows a condition of the reader or of drafts that no other one needs.

They are sentences of other tests in which words were left out, added or replaced until a small change of the code changed
what is read. To add one, write it at the end of the recorded file, and run this test with ``ASEANSC_RECORD=1``.
"""

from __future__ import annotations

import json as plain_json
from collections.abc import Iterator

from aseansc import Period
from aseansc.interchange import json
from aseansc.vietnamese import draft, find
from tests._recorded import FOLDER, require_recorded
from tests.vietnamese.test_neighbours import stated

FILE = "odd-sentences.txt"


def records(text: str) -> Iterator[str]:
    """Yield the records of a draft without their contexts."""
    found = plain_json.loads(json.dumps(draft(text, id="r", place="VN-01", period=Period.year(2018))))
    for name in ("sections", "indicators", "observations", "targets", "claims"):
        for record in found.get(name, ()):
            shown = {
                key: part for key, part in record.items() if key not in ("context", "origin", "partial", "citation")
            }
            yield f"{name} {plain_json.dumps(shown, ensure_ascii=False)}"


def test_odd_sentences_are_read_and_drafted_as_recorded() -> None:
    """Sentences that begin with a star are drafted, too."""
    lines: list[str] = []
    for known in (FOLDER / FILE).read_text(encoding="utf-8").splitlines():
        if known.startswith("  "):
            continue
        text = known.removeprefix("* ").replace("⏎", "\n")
        lines += [known, *(f"  {one.start} {one.printed}: {'; '.join(stated(one))}" for one in find(text))]
        if known.startswith("* "):
            lines += [f"  {line}" for line in records(text)]
    require_recorded(FILE, lines)
