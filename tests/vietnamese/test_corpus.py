"""Thousands of texts, most of them odd, with a digest of everything that is read in each, or of its draft.

They are texts of other tests and examples in the comments of the reader (`like-examples`), whole or with words left
out, doubled, added, replaced or in another order, so that they take ways through the reader that nobody thought of. A
digest does not say what is right: it shows that a change of the code reads texts in another way than before. The
message shows how they are read now, and the same test at the last commit, with the new file, how they were read. To
add a text, write it below `tests/recorded/corpus` after any eight characters, and run this test with
``ASEANSC_RECORD=1``.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from aseansc.vietnamese import find
from tests._recorded import FOLDER
from tests.vietnamese.test_odd_sentences import records

FILES: Final = sorted((FOLDER / "corpus").glob("*.txt"))
_MOST: Final = 5
"""The most texts in a message."""


def read(text: str) -> list[str]:
    return [repr(figure) for figure in find(text)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_texts_are_read_and_drafted_as_recorded(file: Path) -> None:
    result = records if file.stem.startswith("drafted") else read
    lines, changed = [], []
    for known in file.read_text(encoding="utf-8").splitlines():
        text = known[9:].replace("⏎", "\n")
        found = [*result(text)]
        digest = sha256("\n".join(found).encode()).hexdigest()[:8]
        lines.append(f"{digest} {known[9:]}")
        if lines[-1] != known:
            changed.append("\n  ".join([text, *found]))
    if os.environ.get("ASEANSC_RECORD"):
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    elif changed:
        pytest.fail(
            f"{len(changed):,} texts of {file.name} are read in another way than before; if this is meant, run this test "
            "again with ASEANSC_RECORD=1. They are read now as:\n" + "\n".join(changed[:_MOST])
        )
