"""Plain words: a short list of words that once made sentences hard to read is refused everywhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
OLD = re.compile(
    r"\b(tells?|told|mend(?:s|ed|ing)?|(?:hang|hold)s? together|one's own|of ours|so (?:much|many)|way out"
    r"|stands? (?:in|at|for|there|behind|beside|with)|unlike|(?<!there )(?<!There )(?:is|are) (?:no|none)\b(?! longer))\b"
)
JOINED = re.compile(r"""["']\s*\n\s*[fr]?["']""")
"""The place where two literals become one."""
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
CODE = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("benchmarks/*.py")])


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every literal and comment of a Python file, and of every line of a page."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield from enumerate(text.splitlines(), start=1)
        return
    if not OLD.search(JOINED.sub("", text)):
        return  # much faster than to parse it
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for offset, line in enumerate(node.value.splitlines()):
                yield node.lineno + offset, line
    for number, line in enumerate(text.splitlines(), start=1):
        if "#" in line:
            yield number, line.partition("#")[2]


def test_sentences_use_plain_words() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in (*PAGES, *CODE)
        for number, line in sentences(path)
        if OLD.search(line)
    ]
    assert not found
