"""The packages of the extra ``report``: MarkupSafe for drawings, and Jinja2 for templates."""

from __future__ import annotations

from aseansc.errors import MissingExtraError

try:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup
except ModuleNotFoundError as error:
    raise MissingExtraError(
        "report pages need a package that is not installed",
        where="aseansc.pages",
        got=error.name,
        hint='Install it: pip install "aseansc[report]".',
    ) from None

__all__ = ["Environment", "Markup", "PackageLoader", "StrictUndefined"]
