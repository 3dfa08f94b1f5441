"""The words of the language are in the lexicon; the grammar that reads them contains none."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from aseansc import vietnamese

PACKAGE = Path(vietnamese.__file__).parent
WITH_WORDS = {
    "_characters.py",
    "_doubts.py",
    "_drafting.py",
    "_format.py",
    "_questions.py",
    "_related_doubts.py",
    "_units.py",
    "encodings.py",
}
"""Letters of the alphabet; questions and printed forms; words that are part of a unit."""
GRAMMAR = [path for path in sorted(PACKAGE.rglob("*.py")) if "_lexicon" not in path.parts]


def literals(path: Path) -> list[str]:
    """Return the string literals of a file without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in alone]
    return [node.value for node in found if isinstance(node.value, str)]


@pytest.mark.parametrize("path", [path for path in GRAMMAR if path.name not in WITH_WORDS], ids=lambda path: path.name)
def test_the_grammar_contains_no_words_of_the_language(path: Path) -> None:
    foreign = [text for text in literals(path) if any(one.isalpha() and not one.isascii() for one in text)]
    assert [text for text in foreign if text.strip("23²³")] == []


def test_files_with_words_still_have_them() -> None:
    assert all(any(not text.isascii() for text in literals(PACKAGE / name)) for name in WITH_WORDS)
