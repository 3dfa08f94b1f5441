"""Run the examples of the README, the documentation and the docstrings as tests."""

import os
import shutil
import sys
from doctest import ELLIPSIS
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

# Tests start many processes: without bytecode, each would compile the whole package again.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def _enter_folder(namespace: dict[str, Any]) -> None:
    """Run the examples of a page in a folder of their own, because some write files."""
    namespace["_folders"] = os.getcwd(), mkdtemp()
    os.chdir(namespace["_folders"][1])


def _leave_folder(namespace: dict[str, Any]) -> None:
    before, own = namespace["_folders"]
    os.chdir(before)
    shutil.rmtree(own)


_pages = Sybil(
    setup=_enter_folder,
    teardown=_leave_folder,
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md", "docs/**/**/*.md"],  # ** matches one folder here
)
_docstrings = Sybil(
    parsers=[DocTestParser(optionflags=ELLIPSIS)],
    patterns=["src/aseansc/*.py", "src/aseansc/**/*.py", "src/aseansc/**/**/*.py"],
)

_collect = (_pages + _docstrings).pytest()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the files with examples; to parse the others would take seconds."""
    mark = {".md": "```python", ".py": ">>>"}.get(file_path.suffix)
    if mark is None or mark not in file_path.read_text(encoding="utf-8"):
        return None
    return _collect(file_path, parent)  # type: ignore[no-any-return]
