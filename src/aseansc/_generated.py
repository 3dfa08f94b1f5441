"""Run source code that is made for a class, so that tracebacks and debuggers show its lines."""

from __future__ import annotations

import linecache
from typing import Any


def run_generated(source: str, cls: type, known: dict[str, Any], name: str) -> Any:
    """Return the function of a name that some source code defines.

    Args:
        source: the code.
        cls: the class that it is made for.
        known: the names that it uses.
        name: the name of the function.
    """
    file = f"<aseansc generated {name} of {cls.__module__}.{cls.__qualname__}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec"), known)
    return known[name]
