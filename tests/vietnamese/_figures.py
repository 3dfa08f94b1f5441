"""The figures of a draft, as a person sees them: with the times that follow from other figures."""

from __future__ import annotations

from typing import Any

from aseansc.drafts import Draft
from aseansc.drafts._following_times import with_times

_TABLES = ("observations", "targets", "claims")


def figures_in(found: Draft) -> list[Any]:
    """Return the figures of a draft by tables, with the times of those whose own is left out."""
    fields, _ = with_times({name: getattr(found, name) for name in _TABLES})
    return [record for name in _TABLES for record in fields[name]]
