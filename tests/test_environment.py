"""Results do not depend on decimal context, locale, time zone, hash seed, threads or pint registries of a user."""

from __future__ import annotations

import contextlib
import copy
import cProfile
import decimal
import importlib
import inspect
import json as plain_json
import locale
import os
import pickle
import pkgutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pint
import pytest
from attrs import evolve

import aseansc
from aseansc import (
    AsOf,
    Attainment,
    Change,
    Citation,
    Document,
    Interval,
    MonthDay,
    Period,
    Qualifier,
    RelativeChange,
    Span,
    Text,
    Unit,
    Value,
    remainder,
    total,
)
from aseansc.classifications import ASCC_2025, PLACES
from aseansc.units import VND, gram, hectare, month, percent, percentage_point, person, times, troy_ounce, year
from tests._profile import NIGHTLY
from tests._scenario import PARTS, outcomes

SCENARIO = Path(__file__).with_name("_scenario.py")
ROOT = Path(__file__).parent.parent

CALLED: set[CodeType] = set()
"""The functions that the scenario calls."""


FLAGS: dict[str, list[type[decimal.DecimalException]]] = {}
"""The flags of the ambient decimal context that each part of the scenario sets."""


@cache
def usual() -> dict[str, str]:
    """Return the results of all calls in the default environment."""
    found: dict[str, str] = {}
    profiler = cProfile.Profile(builtins=False)  # much faster than a trace function
    for part in MOST:
        with decimal.localcontext(decimal.DefaultContext) as ambient:
            ambient.clear_flags()
            found |= profiler.runcall(outcomes, part)
            FLAGS[part] = [signal for signal, raised in ambient.flags.items() if raised]
    CALLED.update(entry.code for entry in profiler.getstats() if isinstance(entry.code, CodeType))  # type: ignore[attr-defined]
    return found


ALL = tuple(PARTS)
MOST = ALL if NIGHTLY else tuple(part for part in PARTS if part != "large")
"""The parts of the scenario that this run compares."""
FEW = ALL if NIGHTLY else ("values", "vocabulary", "prose")
"""The parts that are fast."""

_SIGNALS = [
    decimal.Clamped,
    decimal.DivisionByZero,
    decimal.FloatOperation,
    decimal.Inexact,
    decimal.InvalidOperation,
    decimal.Overflow,
    decimal.Rounded,
    decimal.Subnormal,
    decimal.Underflow,
]
HOSTILE = {
    "three digits, rounded up, all traps": decimal.Context(prec=3, rounding=decimal.ROUND_UP, traps=_SIGNALS),
    "one digit, no exponents, rounded down, small e": decimal.Context(
        prec=1, rounding=decimal.ROUND_DOWN, Emin=0, Emax=0, clamp=1, capitals=0, traps=[]
    ),
    "one digit and no exponents, all traps": decimal.Context(prec=1, Emin=0, Emax=0, clamp=1, traps=_SIGNALS),
    "five digits, rounded away, no traps": decimal.Context(prec=5, rounding=decimal.ROUND_05UP, capitals=0, traps=[]),
}


def differences(found: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return name, result and usual result of each call whose result differs."""
    assert found.keys() <= usual().keys()
    return [(name, found[name][:200], usual()[name][:200]) for name in found if found[name] != usual()[name]]


GENERATED = {
    "__attrs_init__",
    "__delattr__",
    "__eq__",
    "__hash__",
    "__init_subclass__",
    "__iter__",
    "__len__",
    "__reduce__",
    "__setattr__",
}
"""Methods that attrs generates, or that do not compute."""


def public_functions() -> dict[CodeType, str]:
    """Return the names of all public functions, and methods of public classes, by their code."""
    found: dict[CodeType, str] = {}
    for info in pkgutil.walk_packages(aseansc.__path__, "aseansc."):
        if "._" in info.name or info.name.startswith(("aseansc.datasets", "aseansc.cli")):
            continue
        module = importlib.import_module(info.name)
        own = [
            name
            for name, thing in vars(module).items()
            if getattr(thing, "__module__", "") == info.name and name[0] != "_"
        ]
        for thing in (getattr(module, name) for name in getattr(module, "__all__", own)):
            if not getattr(thing, "__module__", "").startswith("aseansc"):
                continue
            members = (
                {name: inspect.getattr_static(thing, name) for name in dir(thing)} if isinstance(thing, type) else {}
            )
            for name, member in members.items() or [(thing.__class__.__name__, thing)]:
                function = inspect.unwrap(getattr(member, "__func__", getattr(member, "fget", member)))
                if isinstance(function, FunctionType) and (not name.startswith("_") or name.startswith("__")):
                    found[function.__code__] = f"{info.name} {function.__qualname__}"
    return found


def test_the_scenario_calls_every_public_function_and_method() -> None:
    usual()
    left = [name for code, name in public_functions().items() if code not in CALLED and "aseansc" in code.co_filename]
    assert not [name for name in left if name.rpartition(".")[2] not in GENERATED]


@pytest.mark.parametrize("context", HOSTILE.values(), ids=HOSTILE.keys())
def test_results_do_not_depend_on_the_ambient_decimal_context_and_it_stays_unchanged(context: decimal.Context) -> None:
    with decimal.localcontext(context) as ambient:
        found = outcomes(*FEW)
        assert repr(ambient).partition("flags")[0] == repr(context).partition("flags")[0]
    assert not differences(found)


def test_no_flag_of_the_ambient_decimal_context_is_set() -> None:
    usual()
    assert {part: FLAGS[part] for part in ("values", "vocabulary", "judgement", "prose") if FLAGS[part]} == {}


@pytest.mark.usefixtures("unmeasured")
def test_no_file_computes_in_the_ambient_decimal_context() -> None:
    """All methods of decimals are watched, so this also finds calls that did not change the results."""
    parts = ALL if NIGHTLY else ("values", "vocabulary", "judgement", "prose", "files")
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "_watched_decimals.py"), *parts],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stdout


def test_conversion_to_pint_does_not_depend_on_the_ambient_decimal_context() -> None:
    registry = pint.UnitRegistry(non_int_type=Decimal)
    value = Value.exact("1234567.12345", hectare)
    for name, context in HOSTILE.items():
        own = copy.deepcopy(registry)  # pint keeps what it has computed
        with decimal.localcontext(context):
            quantity = value.to_pint(own)
            assert Value.from_pint(quantity) == value, name
        assert quantity.magnitude == value.magnitude, name


def run(parts: tuple[str, ...], options: list[str], preamble: str, environment: dict[str, str]) -> dict[str, str]:
    """Run the scenario in a new process, and return its results.

    What Hypothesis draws is left out: it depends on the modules that are loaded, whose constants it tries.
    """
    parts = tuple(part for part in parts if part != "drawn")
    scenario = (
        f"import runpy, sys\nsys.argv[1:] = {list(parts)}\nrunpy.run_path({str(SCENARIO)!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, *options, "-c", f"{preamble}\n{scenario}"],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = plain_json.loads(done.stdout)
    return found


HOSTILE_DEFAULT_CONTEXT = """
import decimal
decimal.DefaultContext.prec = 3
decimal.DefaultContext.rounding = decimal.ROUND_UP
decimal.DefaultContext.capitals = 0
decimal.setcontext(decimal.Context(prec=5, rounding=decimal.ROUND_UP, traps=[decimal.Inexact, decimal.Rounded]))
"""
OTHER_APPLICATION_REGISTRY = """
import pint
registry = pint.UnitRegistry(non_int_type=float)
registry.define("household = 3 * kilogram")
registry.define("troy_ounce = 7 * kilogram")
registry.define("percent = 5")
pint.set_application_registry(registry)
"""

ENVIRONMENTS: dict[str, tuple[list[str], str, dict[str, str]]] = {
    "no docstrings, no asserts, C locale, another seed, time zone, decimal context and pint registry": (
        ["-OO"],
        f"{OTHER_APPLICATION_REGISTRY}{HOSTILE_DEFAULT_CONTEXT}"
        "import sys\nsys.set_int_max_str_digits(640)\n"
        "signals = list(decimal.getcontext().traps)\n"
        "decimal.setcontext(decimal.Context(prec=3, rounding=decimal.ROUND_UP, traps=signals))",
        {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "TZ": "America/New_York", "PYTHONUTF8": "0", "LANG": ""},
    )
}
"""By day one process has all that may change a result; at night, others have them apart."""
if NIGHTLY:
    ENVIRONMENTS["no asserts, UTF-8 mode, hash seed, locale, context, pint registry"] = (
        ["-O"],
        f"import locale\nlocale.setlocale(locale.LC_ALL, '')\n{OTHER_APPLICATION_REGISTRY}{HOSTILE_DEFAULT_CONTEXT}",
        {
            "LC_ALL": "C.UTF-8",
            "LANG": "vi_VN.UTF-8",
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "TZ": "Asia/Ho_Chi_Minh",
        },
    )
    ENVIRONMENTS["all warnings are errors, development mode"] = (
        ["-W", "error", "-X", "dev"],
        "",
        {"PYTHONHASHSEED": "7"},
    )


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_results_do_not_depend_on_the_environment_of_the_process(name: str) -> None:
    assert not differences(run(MOST, *ENVIRONMENTS[name]))


def test_results_do_not_depend_on_the_decimal_comma_of_the_locale() -> None:
    before = locale.setlocale(locale.LC_ALL)
    tried = 0
    try:
        for name in ("vi_VN.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8"):
            with contextlib.suppress(locale.Error):
                locale.setlocale(locale.LC_ALL, name)
                tried += 1
                assert not differences(outcomes(*FEW))
    finally:
        locale.setlocale(locale.LC_ALL, before)
    if not tried:
        pytest.skip("no locale with a decimal comma is installed")


def test_results_do_not_depend_on_threads() -> None:
    """Each of four threads has its own decimal context, and computes some conversions for the first time."""
    own = [Unit.counting(f"thing_{number}", en="thing", vi="cái") for number in range(8)]
    parts = [part for part in FEW if part not in ("interfaces", "drawn")]  # what is printed has no thread of its own

    def work(number: int) -> tuple[list[tuple[str, str, str]], list[Value]]:
        decimal.setcontext(list(HOSTILE.values())[number % len(HOSTILE)].copy())
        values = [Value.exact("12.3456789", hectare / unit).to(Unit.parse("square_metre") / unit) for unit in own]
        return differences(outcomes(*parts)), values

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(work, range(4)))
    assert not any(different for different, _ in found)
    assert all(values == found[0][1] for _, values in found)


# -- pickle and copy

SAMPLES: list[Any] = [
    percent,
    VND / person / month,
    Unit.counting("ladder", en="ladder", vi="thang"),
    Qualifier.OVER,
    Value.exact("25.50", percent),
    Value.between("5", "7.5", VND / person),
    Value.exact(5, month).to(year),
    Change.exact("-4.95", percentage_point / year),
    RelativeChange.nearly("4", times, form="times"),
    Attainment.exact("25.5", percent, form="over_plan"),
    Value.exact("1.5", gram).to(troy_ounce).interval(),
    Interval(),
    Value.exact(5, person).compare(Value.over(5, person)),
    Period.years(2016, 2018),
    AsOf(date=date(2018, 12, 31)),
    MonthDay(month=2, day=29),
    Text(en="Rate", vi="Tỷ lệ"),
    Text(en="Rate").lookup("vi"),
    Span(start=0, end=1, printed="5"),
    Citation(document="d", start=0, end=1, printed="5", governed_by=[Span(start=3, end=6, printed="ước")]),
    Document(id="d", title="Báo cáo", sha256="0" * 64),
    ASCC_2025,
    PLACES.code("VN-01"),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{type(sample).__name__}: {str(sample)[:30]}")
def test_copies_and_unpickled_objects_are_equal(sample: Any) -> None:
    copies = [copy.copy(sample), copy.deepcopy(sample)]
    copies += [pickle.loads(pickle.dumps(sample, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)]
    for again in copies:
        assert type(again) is type(sample)
        assert again == sample
        assert hash(again) == hash(sample)
        assert repr(again) == repr(sample)
    if hasattr(sample, "__attrs_attrs__"):
        assert evolve(sample) == sample
        assert hash(evolve(sample)) == hash(sample)


def test_an_object_pickled_in_another_process_is_equal(tmp_path: Path) -> None:
    """Hashes, which depend on the seed of the process, are not pickled."""
    path = tmp_path / "values.pickle"
    program = (
        "import pickle, sys\nfrom aseansc import *\nfrom aseansc.units import *\n"
        "things = [Value.exact('25.50', percent), Period.year(2018), VND / person, Text(en='a', vi='b')]\n"
        "[hash(thing) for thing in things]\n"
        "pickle.dump(things, open(sys.argv[1], 'wb'))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "12345"}
    subprocess.run([sys.executable, "-W", "ignore", "-c", program, str(path)], env=environment, check=True)
    things = {Value.exact("25.50", percent), Period.year(2018), VND / person, Text(en="a", vi="b")}
    assert set(pickle.loads(path.read_bytes())) == things


def test_an_unpickled_unit_works_with_the_original() -> None:
    value = pickle.loads(pickle.dumps(Value.exact("50", percent)))
    assert (value * Value.exact(10, person)).magnitude == 5
    assert (value - Value.exact("40", percent)).unit == percentage_point
    assert value.compare(Value.exact("50", percent)) == Value.exact("50", percent).compare(value)
    assert total([Value.exact(1, person), pickle.loads(pickle.dumps(Value.exact(1, person)))]).magnitude == 2
    assert remainder(pickle.loads(pickle.dumps(Value.exact(3, person))), Value.exact(1, person)).magnitude == 2


# -- pint


def test_conversions_do_not_change_pint_registries() -> None:
    """Conversions change neither the application registry nor the registry of the user, and do not read them."""
    registry = pint.UnitRegistry(non_int_type=Decimal)
    units_before, application_before = set(registry), pint.get_application_registry().get()
    Value.exact("1.5", gram).to(troy_ounce)
    Value.exact("1.5", hectare).to_pint(registry)
    with pytest.raises(KeyError):
        Value.exact(5, person).to_pint(registry)
    assert set(registry) == units_before
    assert pint.get_application_registry().get() is application_before
    assert "person" not in registry


def test_definitions_in_a_users_registry_do_not_change_conversions() -> None:
    registry = pint.UnitRegistry(non_int_type=Decimal, on_redefinition="ignore")
    registry.define("hectare = 7 * meter ** 2")
    assert Value.exact(1, hectare).to(Unit.parse("square_metre")).magnitude == 10000
