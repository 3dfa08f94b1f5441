"""Nothing depends on the ambient decimal context, locale, time zone, hash seed, threads or a user's pint registry."""

from __future__ import annotations

import contextlib
import copy
import decimal
import locale
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pint
import pytest
from attrs import evolve

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

PROGRAM = """
from decimal import Decimal
from aseansc import *
from aseansc.classifications import ASCC_2025
from aseansc.units import *
from aseansc.errors import AseanscError

BIG = Value.exact("123456789012345678901234567890.123456789", gram)
RANGE = Value.between("1234567.891", "7654321.987", gram)
WAYS = [
    lambda: Value.exact("123456.789", percent) * Decimal("1.23456789"),
    lambda: BIG * Decimal("-0") + BIG,
    lambda: BIG.to(troy_ounce),
    lambda: BIG.to(tonne),
    lambda: RANGE.to(troy_ounce) / 3,
    lambda: Value.over("1234567.891", gram).to(troy_ounce),
    lambda: Value.about("1234567.891", gram).to(troy_ounce) / Decimal("7.123456789"),
    lambda: Value.nearly("123456789E3", VND) * Decimal("0.333333333333"),
    lambda: BIG / RANGE,
    lambda: BIG / Value.exact("1234.56789", person),
    lambda: Value.exact("12.3456789", percent) * BIG,
    lambda: total([BIG, RANGE, Value.exact("0.000000001", gram)]),
    lambda: remainder(BIG, RANGE),
    lambda: Value.exact("25.5512345", percent) - Value.exact("40.4012345", percent),
    lambda: Change.exact("-4.951234567", percentage_point / year) * Value.exact("7.123456", month),
    lambda: RelativeChange.exact("102.123456789", percent, form="to").by,
    lambda: RelativeChange.exact("4.123456789", times, form="times").by,
    lambda: Attainment.exact("25.123456789", percent, form="under_plan").of_plan,
    lambda: BIG.compare(BIG.to(troy_ounce)),
    lambda: BIG.interval() * RANGE.interval() / Interval(lower="3.3333333333", upper="7.7777777777"),
    lambda: Interval(lower="1.23456789", upper="9.87654321") - Interval.point("0.000000000001"),
    lambda: Value.parse("over 123456789E3 household_turn"),
    lambda: Value.exact("0E5", VND),
    lambda: Value.exact(123456789012345, VND).interval(),
    lambda: Value.exact("1E60", VND) - Value.exact("1E-60", VND),
    lambda: Value.exact("12345.6789", percent).compare(Value.exact("12345.6788", percent)),
    lambda: Unit.parse("VND/person/month"),
    lambda: Unit.parse("househld"),
    lambda: Value.exact("1,5", percent),
    lambda: Value.exact(Decimal("1.23456789E-61"), percent),
    lambda: Value.exact("5", person) - Value.exact("5", household),
    lambda: Value.exact("3", person) / Value.exact("0", person),
    lambda: Period.parse("2016-01-01/P3Y").iso,
    lambda: AsOf.parse("2018-12-31"),
    lambda: Text(en="Rate", vi="Tỷ lệ").lookup("vi-VN"),
    lambda: ASCC_2025.code("B1"),
    lambda: [unit.code for unit in catalogue()],
]

def outcomes():
    found = []
    for way in WAYS:
        try:
            found.append(repr(way()))
        except AseanscError as error:
            found.append(f"{type(error).__name__}: {error}")
    return found
"""

_SCOPE: dict[str, Any] = {}
exec(PROGRAM, _SCOPE)  # the same program runs here and in processes of its own
USUAL: list[str] = _SCOPE["outcomes"]()

_SIGNALS = [
    decimal.Inexact,
    decimal.Rounded,
    decimal.Subnormal,
    decimal.Clamped,
    decimal.Overflow,
    decimal.Underflow,
    decimal.DivisionByZero,
    decimal.InvalidOperation,
    decimal.FloatOperation,
]
HOSTILE = {
    "five digits, rounded up, all traps": decimal.Context(prec=5, rounding=decimal.ROUND_UP, traps=_SIGNALS),
    "one digit, rounded down, no traps": decimal.Context(prec=1, rounding=decimal.ROUND_DOWN, traps=[]),
    "one digit and no exponents, all traps": decimal.Context(prec=1, Emin=0, Emax=0, clamp=1, traps=_SIGNALS),
    "five digits, rounded away, no traps": decimal.Context(prec=5, rounding=decimal.ROUND_05UP, capitals=0, traps=[]),
}


@pytest.mark.parametrize("context", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_ambient_decimal_context_changes_nothing(context: decimal.Context) -> None:
    with decimal.localcontext(context) as ambient:
        found = _SCOPE["outcomes"]()
        assert not any(ambient.flags.values())
    assert found == USUAL


@pytest.mark.parametrize("context", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_ambient_decimal_context_changes_nothing_on_the_way_to_pint(context: decimal.Context) -> None:
    registry = pint.UnitRegistry(non_int_type=Decimal)
    value = Value.exact("1234567.12345", hectare)
    with decimal.localcontext(context):
        quantity = value.to_pint(registry)
        assert Value.from_pint(quantity) == value
    assert quantity.magnitude == value.magnitude


def test_the_ambient_context_is_left_as_it_was() -> None:
    before = decimal.getcontext().copy()
    _SCOPE["outcomes"]()
    after = decimal.getcontext()
    assert (after.prec, after.rounding, after.Emin, after.Emax) == (
        before.prec,
        before.rounding,
        before.Emin,
        before.Emax,
    )
    assert after.flags == before.flags


def run(script: Path, preamble: str, environment: dict[str, str]) -> list[str]:
    """The outcomes of the program in a process of its own."""
    script.write_text(f"{preamble}\n{PROGRAM}\nprint('\\n'.join(outcomes()))", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


HOSTILE_FROM_THE_START = """
import decimal
decimal.setcontext(decimal.Context(prec=5, rounding=decimal.ROUND_UP, traps=[decimal.Inexact, decimal.Rounded]))
decimal.DefaultContext.prec = 3
"""
OTHER_APPLICATION_REGISTRY = """
import pint
registry = pint.UnitRegistry(non_int_type=float)
registry.define("household = 3 * kilogram")
registry.define("troy_ounce = 7 * kilogram")
registry.define("percent = 5")
pint.set_application_registry(registry)
"""


@pytest.mark.parametrize(
    ("preamble", "environment"),
    [
        ("", {"PYTHONHASHSEED": "0"}),
        ("", {"PYTHONHASHSEED": "4242", "TZ": "America/New_York"}),
        ("", {"LC_ALL": "C", "TZ": "Asia/Ho_Chi_Minh", "PYTHONUTF8": "0"}),
        ("import locale\nlocale.setlocale(locale.LC_ALL, '')", {"LC_ALL": "C.UTF-8", "LANG": "vi_VN.UTF-8"}),
        (HOSTILE_FROM_THE_START, {}),
        (OTHER_APPLICATION_REGISTRY, {}),
        ("import sys\nsys.set_int_max_str_digits(640)", {"PYTHONOPTIMIZE": "2"}),
    ],
    ids=["hash seed", "another hash seed and time zone", "C locale", "locale", "context", "pint registry", "optimised"],
)
def test_the_environment_of_the_process_changes_nothing(
    preamble: str, environment: dict[str, str], tmp_path: Path
) -> None:
    assert run(tmp_path / "program.py", preamble, environment) == USUAL


def test_a_locale_with_a_decimal_comma_changes_nothing() -> None:
    before = locale.setlocale(locale.LC_ALL)
    tried = 0
    try:
        for name in ("vi_VN.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8"):
            with contextlib.suppress(locale.Error):
                locale.setlocale(locale.LC_ALL, name)
                tried += 1
                assert _SCOPE["outcomes"]() == USUAL
    finally:
        locale.setlocale(locale.LC_ALL, before)
    if not tried:
        pytest.skip("no locale with a decimal comma is installed")


def test_threads_change_nothing() -> None:
    """Eight threads, each with a context of its own, the first conversions among them."""
    own = [Unit.counting(f"thing_{number}", en="thing", vi="cái") for number in range(8)]

    def work(number: int) -> tuple[list[str], list[Value]]:
        decimal.setcontext(list(HOSTILE.values())[number % len(HOSTILE)].copy())
        values = [Value.exact("12.3456789", hectare / unit).to(Unit.parse("square_metre") / unit) for unit in own]
        return _SCOPE["outcomes"](), values

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(work, range(8)))
    assert all(outcomes == USUAL for outcomes, _ in found)
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
def test_pickle_and_copies_give_the_same_thing_back(sample: Any) -> None:
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


def test_a_pickle_from_another_process_is_the_same_thing(tmp_path: Path) -> None:
    """A hash of another process, with another seed, does not travel along."""
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


def test_an_unpickled_unit_works_with_the_one_it_was() -> None:
    value = pickle.loads(pickle.dumps(Value.exact("50", percent)))
    assert (value * Value.exact(10, person)).magnitude == 5
    assert (value - Value.exact("40", percent)).unit == percentage_point
    assert value.compare(Value.exact("50", percent)) == Value.exact("50", percent).compare(value)
    assert total([Value.exact(1, person), pickle.loads(pickle.dumps(Value.exact(1, person)))]).magnitude == 2
    assert remainder(pickle.loads(pickle.dumps(Value.exact(3, person))), Value.exact(1, person)).magnitude == 2


# -- pint


def test_our_work_leaves_no_trace_in_pint() -> None:
    """Neither the application registry nor the user's own learns anything, and ours reads nothing of theirs."""
    registry = pint.UnitRegistry(non_int_type=Decimal)
    units_before, application_before = set(registry), pint.get_application_registry().get()
    Value.exact("1.5", gram).to(troy_ounce)
    Value.exact("1.5", hectare).to_pint(registry)
    with pytest.raises(KeyError):
        Value.exact(5, person).to_pint(registry)
    assert set(registry) == units_before
    assert pint.get_application_registry().get() is application_before
    assert "person" not in registry


def test_a_users_definitions_do_not_reach_ours() -> None:
    registry = pint.UnitRegistry(non_int_type=Decimal, on_redefinition="ignore")
    registry.define("hectare = 7 * meter ** 2")
    assert Value.exact(1, hectare).to(Unit.parse("square_metre")).magnitude == 10000
