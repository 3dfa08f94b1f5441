"""Indicators that the structures of other publishers define, and the drafts that have them."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

from aseansc.codelists import Absent
from aseansc.drafts import Draft, Numbered, PartialRecord
from aseansc.errors import AseanscError, FieldError
from aseansc.extras import Extra
from aseansc.indicators import Indicator
from aseansc.interchange._document.problems import refusal
from aseansc.interchange.sdmx._data_structure import UNREADABLE
from aseansc.interchange.sdmx._foreign_cells import (
    CODE,
    NO_KIND,
    NO_NAME,
    NO_PLACE,
    NO_REVIEW,
    NO_UNIT,
    identifier,
    note_of,
)
from aseansc.interchange.sdmx._foreign_columns import INDICATORS, Structure
from aseansc.interchange.sdmx._read_structure import Definition, name_of, no_language
from aseansc.texts import Text

_SCHEME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_MOST_INDICATORS: Final = 20_000
"""How many indicators a draft of one document has; each takes about two kilobytes."""


def coded(component: str, code: str) -> dict[str, object]:
    """Return the code of an indicator, or a note if no scheme can have the id, such as ``MEASURE@1``."""
    if CODE.fullmatch(code) and _SCHEME.fullmatch(component):
        return {"codes": (f"{component}:{code}",)}
    return {"note": note_of(f"{component}={code}".strip())}


def require_few_indicators(count: int) -> None:
    """Refuse more indicators than a draft is made for.

    Raises:
        DocumentError: for more than `_MOST_INDICATORS`.
    """
    if count > _MOST_INDICATORS:
        problem = FieldError("too many indicators", got=count, expected=f"at most {_MOST_INDICATORS} in one document")
        problem.hint = "Split it, and load each part by itself."
        raise refusal(UNREADABLE, [problem], where="sdmx.loads")


@contextmanager
def refused() -> Generator[None]:
    """Let a text that no draft may have, such as a name with a control character, be a problem of the document."""
    try:
        yield
    except AseanscError as error:
        raise refusal(UNREADABLE, [error], where="sdmx.loads") from None


def name_of_structure(definition: Structure | None, name: str) -> Text | PartialRecord | None:
    """Return the name of a structure from its message, or else from the data, which does not state its language."""
    defined = definition.name() if definition is not None else None
    return defined or (text_without_language(name) if name else None)


def text_without_language(words: str) -> PartialRecord:
    return PartialRecord(Text, {"en": no_language(words)})


def draft_from_structure(definition: Definition) -> Draft:
    """Return a draft with the indicators that a structure message of another publisher defines, without figures."""
    component = next((name for name in (*INDICATORS, definition.measure_dimension) if definition.count(name)), "")
    require_few_indicators(definition.count(component))
    ids = Numbered()
    with refused():
        fields = [
            {
                "id": ids.once(identifier(code)),
                "name": name_of(element) or NO_NAME,
                "unit": NO_UNIT,
                "kind": NO_KIND,
                **coded(component, code),
            }
            for code, element in definition.codes(component).items()
        ]
        indicators = [PartialRecord(Indicator, known, origin=f"{component} {known['id']}") for known in fields]
        return draft_of({}, definition.name(), indicators=indicators, observations=[], place=NO_PLACE)


def draft_of(kept: dict[str, Any], name: Text | PartialRecord | None, **known: Any) -> Draft:
    return Draft(
        id=NO_REVIEW,
        title=name or NO_NAME,
        programme=NO_REVIEW,
        period=NO_REVIEW,
        note=Absent.NOT_APPLICABLE,
        extra=Extra({"sdmx": kept} if kept else {}),
        **known,
    )
