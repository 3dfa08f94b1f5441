"""The public names and their signatures, compared with those that were last published.

After a change that is meant, run ``python -m tests.test_public_names`` and describe the change in the changelog.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path
from types import ModuleType

import attrs
import pytest

import aseansc

PUBLISHED = Path(__file__).parent / "golden" / "public-names.txt"
LEFT_OUT = ("aseansc.datasets.", "aseansc.cli", "aseansc.__main__")


def modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(aseansc.__path__, "aseansc."):
        if "._" not in info.name and not info.name.startswith(LEFT_OUT):
            yield importlib.import_module(info.name)


def signature(thing: object) -> str:
    """Return the names, kinds and defaults of the parameters; without annotations, which depend on the version."""
    try:
        parameters = inspect.signature(thing).parameters.values()  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return ""
    shown = [
        parameter.replace(
            annotation=inspect.Parameter.empty,
            default=parameter.empty if parameter.default is parameter.empty else ...,
        )
        for parameter in parameters
    ]
    return str(inspect.Signature(shown)).replace("=Ellipsis", "=…")


def described(name: str, thing: object) -> Iterator[str]:
    if not isinstance(thing, type):
        # a generic alias such as a pair of strings has a signature in some versions of Python
        yield f"{name}{signature(thing) if callable(thing) and inspect.isroutine(inspect.unwrap(thing)) else ''}"
        return
    parents = [parent.__name__ for parent in thing.__bases__ if parent.__name__[0] != "_" and parent is not object]
    fields = [field.alias or field.name for field in attrs.fields(thing) if field.init] if attrs.has(thing) else []
    yield f"{name}({', '.join(fields)}) is a {', '.join(parents) or 'class'}"
    for member, content in sorted(vars(thing).items()):
        if not member.startswith("_") and member not in fields:
            content = getattr(content, "__func__", content)
            yield f"{name}.{member}{signature(content) if inspect.isfunction(content) else ''}"


def public_names() -> list[str]:
    return [
        line
        for module in modules()
        for name in sorted(getattr(module, "__all__", ()))
        for line in described(f"{module.__name__}.{name}", getattr(module, name))
    ]


def test_public_names_and_signatures_are_those_that_are_published() -> None:
    published, present = PUBLISHED.read_text(encoding="utf-8").splitlines(), public_names()
    changes = [line for line in ndiff(published, present) if line[0] in "+-"]
    if changes:
        pytest.fail(
            "public names changed; if this is meant, run python -m tests.test_public_names and write it in the "
            "changelog:\n" + "\n".join(changes)
        )


if __name__ == "__main__":
    PUBLISHED.write_text("\n".join(public_names()) + "\n", encoding="utf-8")
