"""Compare every message that a test of the formats reads or expects with the recorded one, not only the part it names."""

from __future__ import annotations

import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from aseansc.errors import AseanscError
from tests._recorded import FOLDER

_FILE = FOLDER / "messages.txt"
_MOST = 12
"""The most messages of one test; a document with very many problems has no more kinds of them."""
_LONGEST = 500
_OF_OTHERS = re.compile(
    r"(not well-formed XML|not JSON|not CSV|not valid CSV|zip archive|cannot be (?:read|written)).*"
)
"""What follows comes from Python and other packages, and differs between their versions."""
_LEFT_OUT = ("test_recorded.py", "test_rewriters.py")
"""These tests have their own records, or depend on the versions of other programs."""
_OF_THIS_RUN = re.compile(r"pytest-of-|0x[0-9a-f]{6,}")
_RECORDS = bool(os.environ.get("ASEANSC_RECORD"))
_COMPARES = sys.version_info[:2] == (3, 11) and sys.platform == "linux"
"""The names of types and the texts of values in messages may differ in other versions of Python."""
_heard: dict[str, list[str]] = {}


@pytest.fixture(autouse=True)
def messages_are_as_recorded(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    found: dict[str, None] = {}
    original = AseanscError.__str__

    def heard(error: AseanscError) -> str:
        text = original(error)
        if not _OF_THIS_RUN.search(text):
            found[_OF_OTHERS.sub(r"\1", " ".join(text.split()))[:_LONGEST]] = None
        return text

    def left(raises: Any, kind: Any, error: BaseException | None, trace: Any) -> bool:
        if isinstance(error, AseanscError):
            str(error)
        return leave(raises, kind, error, trace)

    leave = pytest.RaisesExc.__exit__
    monkeypatch.setattr(AseanscError, "__str__", heard)
    monkeypatch.setattr(pytest.RaisesExc, "__exit__", left)
    yield
    name = request.node.nodeid.removeprefix("tests/interchange/")
    lines = list(found)[:_MOST]
    if hasattr(request.function, "hypothesis") or name.startswith(_LEFT_OUT) or not _COMPARES:
        return  # the examples of Hypothesis differ from run to run
    if _RECORDS:
        _heard[name] = lines
    elif lines != (known := _known().get(name, [])):
        pytest.fail(
            "the messages changed; if this is meant, run this file again with ASEANSC_RECORD=1 -n0, and read the "
            "differences:\n" + "\n".join([*(f"-  {line}" for line in known), *(f"+  {line}" for line in lines)])
        )


@cache
def _known() -> dict[str, list[str]]:
    """Return the recorded messages by the name of the test."""
    known: defaultdict[str, list[str]] = defaultdict(list)
    name = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines() if _FILE.exists() else ():
        if line.startswith("  "):
            known[name].append(line[2:])
        else:
            name = line
    return known


def pytest_sessionfinish() -> None:
    if not _heard:
        return
    files = {name.partition("::")[0] for name in _heard}
    kept = {name: lines for name, lines in _known().items() if name.partition("::")[0] not in files}
    with _FILE.open("w", encoding="utf-8") as file:
        for name, lines in sorted((kept | _heard).items()):
            if lines:
                file.write("".join([f"{name}\n", *(f"  {line}\n" for line in lines)]))
