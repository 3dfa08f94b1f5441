"""Invalid documents, made by mutations of valid ones."""

from __future__ import annotations

import json as plain_json
from typing import Any

from hypothesis import strategies as st

from aseansc.interchange import json
from aseansc.strategies import reviews

SCALARS: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-2, 10**17)
    | st.text(max_size=6)
    | st.sampled_from(
        [
            "exact", "over", "percent", "household", "percent/year", "no_such_unit", "", " a", "a ", "a\n", "\x00", "\ud800",
            "40.40", "-0", "-0.0", "0", "00", "1e3", "1E+3", "NaN", "Infinity", "0.5", "9" * 70, "1." + "0" * 61, "٣",
            "2018-02-29", "2016-02-29", "0000-01-01", "2018-12-31", "2018-12-31\n", "vi", "VN-01", "not_stated",
        ]
    )
)  # fmt: skip
"""Values that are invalid in most fields."""

VALUES: st.SearchStrategy[Any] = (
    SCALARS
    | st.lists(SCALARS, max_size=2)
    | st.dictionaries(
        st.sampled_from(["absent", "start", "end", "date", "en", "form", "type", "magnitude"]), SCALARS, max_size=2
    )
)


def places_in(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value in a document, as a tuple of keys and indices."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, item in inside for place in places_in(item, (*path, key)))]


@st.composite
def mutated(draw: st.DrawFn, *, times: int = 2) -> dict[str, Any]:
    """Draw the document of a review in which some values are replaced, removed or repeated, or fields added."""
    document: dict[str, Any] = plain_json.loads(json.dumps(draw(reviews(max_figures=3))))
    document.pop("extra", None)  # any data is valid there
    for _ in range(draw(st.integers(1, times))):
        path = draw(st.sampled_from(places_in(document)[1:]))
        around: Any = document
        for key in path[:-1]:
            around = around[key]
        action = draw(st.sampled_from(["put", "put", "take", "double", "field"]))
        if action == "put":
            around[path[-1]] = draw(VALUES)
        elif action == "take":
            del around[path[-1]]
        elif action == "double" and isinstance(around, list):
            around.append(around[path[-1]])
        elif isinstance(around[path[-1]], dict):
            around[path[-1]][draw(st.sampled_from(["id", "name", "upper", "per", "oddity"]))] = draw(VALUES)
    return document
