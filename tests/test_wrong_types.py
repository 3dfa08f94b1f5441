"""Arguments of the wrong type are refused by every public function, with an error that names the parameter."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, Final

import pytest

from aseansc.audit import audit
from aseansc.claims import AttainmentClaim
from aseansc.comparability import Basis
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft
from aseansc.errors import AseanscError
from aseansc.interchange import json
from aseansc.intervals import Interval
from aseansc.observations import Status
from aseansc.units import person
from aseansc.verification import MovedReview

MODULES: Final = [
    "attainment",
    "comparability",
    "audit",
    "comparison",
    "documents",
    "frames",
    "interchange",
    "interchange.csv",
    "interchange.excel",
    "interchange.iati",
    "interchange.json",
    "interchange.open_sdg",
    "interchange.sdmx",
    "laws",
    "pages",
    "plots",
    "trends",
    "verification",
    "vietnamese",
    "views",
]
WRONG: Final = (5, None, [5], object(), b"x")
IGNORED: Final = {"session", "named", "replace", "body_end", "examples", "progress", "locate", "leave_out"}
"""Parameters that only some calls use, that are only tested for truth, or that other modules pass."""


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    for module in MODULES:
        found = import_module(f"aseansc.{module}")
        for name in found.__all__:
            function = getattr(found, name)
            if inspect.isfunction(inspect.unwrap(function)):
                yield f"{module}.{name}", function


FUNCTIONS: Final = dict(functions())


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return an argument of the right type for every parameter without a default, by its name."""
    review, folder = skeleton.load(), tmp_path_factory.mktemp("files")
    figure, indicator = review.observations[0], review.indicators[0]
    path = folder / "review.json"
    json.dump(review, path)
    claim = next(claim for claim in lai_chau.load().claims if isinstance(claim, AttainmentClaim))
    return {
        **dict.fromkeys(("review", "dataset", "objects", "first", "second", "old", "record"), review),
        **dict.fromkeys(("actual", "start", "end", "observation"), figure),
        **dict.fromkeys(("one", "other"), Basis()),
        **dict.fromkeys(("frame", "table"), review.to_frame()),
        **dict.fromkeys(("source", "path"), path),
        **dict.fromkeys(("text", "what"), "12 hộ"),
        "audit": audit(review),
        "categories": (),
        "claim": claim,
        "claims": [],
        "content": json.dumps(review),
        "find": lambda text: [],
        "indicator": indicator,
        "indicators": review.indicators,
        "interval": Interval.point(1),
        "moved": MovedReview(review=review),
        "new": Draft.of(review),
        "objects": [review],
        "problems": (),
        "read": json.loads,
        "result": audit(review),
        "reviews": [review],
        "series": review.series(indicator.id),
        "status": Status.PLANNED,
        "target": folder / "written",
        "targets": review.targets,
        "texts": ["12 hộ"],
        "unit": person,
        "write": json.dumps,
    }


@pytest.mark.parametrize("name", FUNCTIONS)
def test_an_argument_of_a_wrong_type_is_refused_by_its_name(name: str, valid: dict[str, Any]) -> None:
    parameters = inspect.signature(FUNCTIONS[name]).parameters.values()
    given = {item.name: valid[item.name] for item in parameters if item.default is item.empty}
    for parameter in parameters:
        if parameter.name in IGNORED:
            continue
        for wrong in WRONG:
            if wrong is None and parameter.default is None:
                continue
            arguments = {**given, parameter.name: wrong}
            positional = [arguments.pop(item.name) for item in parameters if item.kind is item.POSITIONAL_ONLY]
            with pytest.raises(AseanscError):
                FUNCTIONS[name](*positional, **arguments)
