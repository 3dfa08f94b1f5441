"""The Hypothesis entry point: it works in every import order, without manual imports and without import cost."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points

import pytest

from tests._profile import NIGHTLY

INSTALLED = any(point.value.startswith("aseansc.") for point in entry_points(group="hypothesis"))
needs_entry_point = pytest.mark.skipif(not INSTALLED, reason="the package is not installed, so its entry point is not")


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


DRAW = """
strategy = st.from_type(Observation)
print(strategy)
@settings(max_examples=2, database=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Observation), st.from_type(Value))
def draw(observation, value):
    assert Value.parse(str(value), units=value.unit.parts or [value.unit]) == value
draw()
"""
TOOLS = "from hypothesis import HealthCheck, given, settings, strategies as st"
TYPES = "from aseansc import Observation, Review, Value"


@needs_entry_point
@pytest.mark.parametrize(
    "first",
    [
        f"{TYPES}\n{TOOLS}",
        f"{TOOLS}\n{TYPES}",
        f"from aseansc import Value\n{TOOLS}\nfrom aseansc import Observation, Review",
        *(
            [
                f"import hypothesis\n{TYPES}\n{TOOLS}",
                f"import aseansc\n{TOOLS}\n{TYPES}",
                f"import aseansc.strategies\n{TYPES}\n{TOOLS}",
                f"from aseansc.datasets import lai_chau\n{TOOLS}\n{TYPES}",
            ]
            if NIGHTLY
            else []
        ),
    ],
)
def test_types_are_known_in_every_import_order(first: str) -> None:
    assert run(f"{first}\n{DRAW}") == "observations()"


def test_types_are_known_without_the_entry_point_if_the_model_is_imported_last() -> None:
    both = DRAW.replace("st.from_type(Value))", "st.from_type(Value), st.from_type(Review))").replace(
        "(observation, value)", "(observation, value, review)"
    )
    assert run(f"{TOOLS}\n{TYPES}\n{both}", HYPOTHESIS_NO_PLUGINS="1") == "observations()"


@needs_entry_point
def test_importing_hypothesis_loads_only_the_plugin_module() -> None:
    loaded = run("import hypothesis, sys; print(*sorted(n for n in sys.modules if n.startswith(('aseansc', 'pint'))))")
    assert loaded.split() == ["aseansc", "aseansc._hypothesis_plugin"]


def test_the_model_does_not_load_hypothesis() -> None:
    assert (
        run("import aseansc.reviews, aseansc._hypothesis_plugin as p, sys; print('hypothesis' in sys.modules)")
        == "False"
    )


def test_the_hook_registers_only_loaded_modules() -> None:
    code = f"""
from aseansc import Value
{TOOLS}
from aseansc._hypothesis_plugin import _hypothesis_setup_hook
_hypothesis_setup_hook()
print(st.from_type(Value))
"""
    assert run(code, HYPOTHESIS_NO_PLUGINS="1") == "values()"


def test_every_offered_type_has_a_strategy() -> None:
    code = """
import importlib, pkgutil, aseansc
from aseansc._hypothesis_plugin import _OFFERED
for found in pkgutil.walk_packages(aseansc.__path__, "aseansc."):
    if ".strategies" not in found.name and "__main__" not in found.name:
        importlib.import_module(found.name)
from aseansc.strategies import STRATEGIES
print({*_OFFERED} ^ {*STRATEGIES})
"""
    assert run(code, HYPOTHESIS_NO_PLUGINS="1") == "set()"
