"""A Sphinx extension that writes a page for every public module, and a directive that lists them.

A module is public if no part of its path has a leading underscore and it has names in `__all__`.
"""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import aseansc
from aseansc.classifications import Classification
from aseansc.units import Unit

FOLDER = "reference/api"


def public_modules() -> list[ModuleType]:
    """Return the public modules, in the order of their names. The package itself only repeats names of others."""
    names = (found.name for found in walk_packages(aseansc.__path__, "aseansc."))
    modules = [import_module(name) for name in names if not any(part.startswith("_") for part in name.split("."))]
    return [module for module in modules if getattr(module, "__all__", ())]


def own_names(module: ModuleType) -> list[str]:
    """Return the names that a module documents: not units, which have a table, and not names of another module."""
    others = {other.__name__ for other in public_modules()} - {module.__name__}
    names: list[str] = []
    for name in module.__all__:
        item: Any = getattr(module, name)
        is_code = inspect.isclass(item) or inspect.isfunction(item)
        if not isinstance(item, Unit | Classification | ModuleType) and not (is_code and item.__module__ in others):
            names.append(name)
    return names


def page_of(module: ModuleType) -> str:
    """Return the page of a module: its docstring, and its names with their signatures."""
    members = ", ".join(own_names(module))
    lines = [f".. automodule:: {module.__name__}", f"   :members: {members}", "   :inherited-members: object, Record"]
    return f"# {module.__name__}\n\n```{{eval-rst}}\n{chr(10).join(lines)}\n```\n"


def write_pages(app: Sphinx) -> None:
    """Write the pages that are new or have changed, and delete those of modules that do not exist any more."""
    folder = Path(app.srcdir, FOLDER)
    folder.mkdir(exist_ok=True)
    pages = {folder / f"{module.__name__}.md": page_of(module) for module in public_modules()}
    for path, text in pages.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for path in set(folder.glob("*.md")) - set(pages):
        path.unlink()


def outdated(_app: Sphinx, _env: object, _added: object, _changed: object, _removed: object) -> list[str]:
    """Return the page that lists the modules, which Sphinx has to read again whenever there may be a new one."""
    return ["reference/api"]


class ModuleList(SphinxDirective):
    """Insert a table of the public modules, each with the first sentence of its docstring, and their pages."""

    def run(self) -> list[nodes.Node]:
        rows = []
        for module in public_modules():
            first = (inspect.getdoc(module) or "").partition("\n\n")[0].replace("\n", " ").replace("``", "`")
            rows.append(f"| [`{module.__name__}`](api/{module.__name__}.md) | {first} |")
        pages = "\n".join(f"api/{module.__name__}" for module in public_modules())
        table = "\n".join(["| module | content |", "|---|---|", *rows])
        return self.parse_text_to_nodes(f"{table}\n\n```{{toctree}}\n:hidden:\n{pages}\n```\n")


def keep_colons(_app: Sphinx, what: str, _name: str, _item: object, _options: object, lines: list[str]) -> None:
    """Stop Napoleon from taking the words before a colon for the type of a property: it reads only the first line."""
    if what in ("property", "attribute", "data"):
        lines[:0] = ["..", ""]  # an empty comment


def setup(app: Sphinx) -> dict[str, object]:
    app.connect("builder-inited", write_pages)
    app.connect("env-get-outdated", outdated)
    app.connect("autodoc-process-docstring", keep_colons, priority=400)  # before Napoleon
    app.add_directive("module-list", ModuleList)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
