"""Draw docstrings and messages at random, to be read without the code.

Usage: ``python benchmarks/plain_words.py SEED [--docstrings 40] [--messages 20] [--where]``

Read what is drawn as a newcomer would, and write down what each thing does or what went wrong. Then draw the same seed
with ``--where`` and judge every note with the code open. A new seed each time: what was fixed must not be drawn again.
"""

from __future__ import annotations

import argparse
import ast
import random
import textwrap
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "aseansc"
LEAST = 4  # words of a text that is worth reading


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def docstrings() -> Iterator[tuple[str, str, str]]:
    """Yield name, docstring and location of everything that has a docstring."""
    for path, module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                text = ast.get_docstring(node)
                if text:
                    name = path.relative_to(SOURCE).as_posix() if isinstance(node, ast.Module) else node.name
                    if isinstance(node, ast.FunctionDef):
                        name += f"({', '.join(argument.arg for argument in node.args.args + node.args.kwonlyargs)})"
                    yield name, text, f"{path.relative_to(SOURCE)}:{getattr(node, 'lineno', 1)}"


def text_of(node: ast.expr) -> str:
    """Return a string literal as it reads; what a formatted string inserts is shown as ``{…}``."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) or "{…}" for part in node.values)
    if isinstance(node, ast.BinOp):
        return text_of(node.left) + text_of(node.right)
    return ""


def messages() -> Iterator[tuple[str, str, str]]:
    """Yield kind, text and location of the messages: the arguments of errors, and the tables of sentences."""
    for path, module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if called.endswith("Error"):
                    parts = [text_of(part) for part in (*node.args[:1], *(k.value for k in node.keywords))]
                    yield called, " | ".join(filter(None, parts)), f"{path.relative_to(SOURCE)}:{node.lineno}"
            elif isinstance(node, ast.Dict):
                for value in node.values:
                    yield "sentence", text_of(value), f"{path.relative_to(SOURCE)}:{value.lineno}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seed", type=int)
    parser.add_argument("--docstrings", type=int, default=40)
    parser.add_argument("--messages", type=int, default=20)
    parser.add_argument("--where", action="store_true", help="show where each text is")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    for title, found, count in (
        ("Docstrings", list(docstrings()), options.docstrings),
        ("Messages", list(messages()), options.messages),
    ):
        worth = sorted({item for item in found if len(item[1].split()) >= LEAST})
        print(f"# {title}: {count} of {len(worth)}, seed {options.seed}\n")
        for number, (name, text, where) in enumerate(dice.sample(worth, count), start=1):
            print(f"{number}. {name}" + (f"  [{where}]" if options.where else ""))
            print(textwrap.indent(text, "    ") + "\n")


if __name__ == "__main__":
    main()
