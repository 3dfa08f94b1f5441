"""Give eight small tasks with figures of reports to aseansc, pandas, pint, an SDMX reader and the IATI schema.

    python benchmarks/alternatives.py

Prints the table of docs/explanation/why-not.md. Each cell is the result of a run, in a few words. It needs the extra
``test``, which contains the libraries.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

LIBRARIES = ("aseansc", "pandas", "pint", "SDMX (pysdmx)", "IATI (okfn-iati)")


# -- aseansc


def with_aseansc() -> Iterator[str]:
    from aseansc import Attainment, Citation, Observation, Period, TimeCollection, Value
    from aseansc.classifications.places import compare_places
    from aseansc.classifications.provinces import find_province
    from aseansc.datasets import lai_chau
    from aseansc.trends import trend
    from aseansc.units import household, household_turn, percent, person

    def jobs(number: int, time: Period) -> Observation:
        return Observation(
            id=f"new-jobs.{time.start}",
            indicator="new-jobs",
            place="VN-01",
            value=Value.exact(number, person),
            time=time,
            time_collection=TimeCollection.TOTAL,
            citation=Citation(document="report", start=0, end=4, printed=str(number)),
        )

    review = lai_chau.load()
    yield f"{Value.exact('25.55', percent) - Value.exact('40.40', percent):en}"
    yield refused(lambda: Value.exact(60_000, household_turn) + Value.exact(24_737, household))
    yield str(Value.over("60000", household_turn).interval())
    yield review.observation("poverty-rate.2018.end").statuses[0].value
    yield refused(lambda: trend(jobs(7350, Period.year(2017)), jobs(6210, Period.parse("2018-01-01/P9M")), review))
    yield f"{Attainment.exact('25.5', percent, form='over_plan').of_plan:en}"
    yield kept(*(f"{Value.exact(digits, percent):en}" for digits in ("12.0", "12")))
    places = [find_province("Quảng Trị", day).id for day in (date(2024, 12, 31), date(2025, 12, 31))]
    yield "joined" if compare_places(*places).comparable else "refused"


def refused(do: Callable[[], object]) -> str:
    """Return "refused" if the library refuses to compute something, otherwise the result."""
    from aseansc.errors import OperandError

    try:
        return str(do())
    except OperandError:
        return "refused"


def kept(first: str, second: str) -> str:
    return f"{first} and {second}" if first != second else f"{first} twice"


# -- pandas


def with_pandas() -> Iterator[str]:
    import pandas

    table = pandas.read_csv(io.StringIO("figure,value\nrate,25.55\nrate,40.40\nturns,60000\nhouseholds,24737\n"))
    value = table["value"]
    yield f"{value[0] - value[1]:.2f}, without a unit"
    yield f"{value[2] + value[3]:.0f}"
    yield f"{pandas.Interval(60_000, float('inf'), closed='neither')}, if you build it"
    table["status"] = "estimated"
    yield f"{table['status'][0]}, in a column that you add"
    jobs = pandas.Series({"2017": 7350, "2018-01/09": 6210})
    yield f"{jobs.diff().iloc[-1]:.0f}"
    plans = pandas.read_csv(io.StringIO("percent_of_plan\n25.5\n"))
    yield f"{plans['percent_of_plan'].max():.1f}"
    digits = pandas.read_csv(io.StringIO("value\n12.0\n12\n"))["value"]
    yield kept(*map(str, digits))
    sides = [pandas.DataFrame({"province": ["Quảng Trị"], "population": [number]}) for number in (650_000, 1_860_000)]
    joined = sides[0].merge(sides[1], on="province")
    yield "joined" if len(joined) else "refused"


# -- pint


def with_pint() -> Iterator[str]:
    import pint

    registry = pint.UnitRegistry(non_int_type=Decimal)
    registry.define("household = [household]")
    registry.define("household_turn = [household_turn]")
    registry.define("person = [person]")

    def quantity(number: str, unit: str) -> Any:
        return registry.Quantity(Decimal(number), unit)

    yield str(quantity("25.55", "percent") - quantity("40.40", "percent"))

    def add() -> str:
        try:
            return str(quantity("60000", "household_turn") + quantity("24737", "household"))
        except pint.DimensionalityError:
            return "refused, with units that you define"

    yield add()

    def bound() -> str:
        try:
            return str(registry.Quantity("over 60000 household_turn"))
        except pint.UndefinedUnitError:
            return "not possible"

    yield bound()
    yield "not possible" if not hasattr(quantity("25.55", "percent"), "status") else "possible"
    yield str(quantity("6210", "person") - quantity("7350", "person"))
    yield str(quantity("25.5", "percent"))
    yield kept(*(str(quantity(digits, "percent")) for digits in ("12.0", "12")))
    yield "not possible" if not hasattr(quantity("1", "person"), "place") else "possible"


# -- SDMX

SDMX = """\
STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,QUALIFIER
dataflow,ME:FIGURES(1.0),I,RATE,VN-01,2018,12.0,PT,E,exact
dataflow,ME:FIGURES(1.0),I,RATE,VN-01,2017,12,PT,A,exact
dataflow,ME:FIGURES(1.0),I,TURNS,VN-01,2018,60000,HH_TURN,A,over
dataflow,ME:FIGURES(1.0),I,JOBS,VN-01,2018-01-01/P9M,6210,PS,A,exact
dataflow,ME:FIGURES(1.0),I,OVER_PLAN,VN-01,2018,25.5,PT,A,exact
dataflow,ME:FIGURES(1.0),I,POPULATION,QUANG_TRI,2024,650000,PS,A,exact
dataflow,ME:FIGURES(1.0),I,POPULATION,QUANG_TRI,2025,1860000,PS,A,exact
"""


def with_sdmx() -> Iterator[str]:
    import pysdmx.io

    (found,) = pysdmx.io.read_sdmx(SDMX, validate=False).data
    table = found.data
    values = table["OBS_VALUE"]

    def operation() -> str:
        """Subtract two values as the reader returns them."""
        try:
            return str(values[0] - values[1])
        except TypeError:
            return "no operations"

    yield operation()
    yield operation()
    yield f"{table['QUALIFIER'][2]}, in an attribute that you define"
    yield f"{table['OBS_STATUS'][0]}, a standard code"
    yield f"{operation()}; keeps {table['TIME_PERIOD'][3]}"
    yield f"{values[4]}, with a concept that you define"
    yield kept(*values[:2])
    series = table[table["INDICATOR"] == "POPULATION"].groupby("REF_AREA").size()
    yield "joined, unless your code list has two codes" if series.max() == 2 else "refused"


# -- IATI

IATI = """\
<iati-activities version="2.03"><iati-activity default-currency="VND">
<iati-identifier>XX-ME-1</iati-identifier>
<reporting-org ref="XX-ME" type="10"><narrative>Me</narrative></reporting-org>
<title><narrative>A review</narrative></title>
<description><narrative>Its figures</narrative></description>
<participating-org role="4" ref="XX-ME" type="10"><narrative>Me</narrative></participating-org>
<activity-status code="4"/><activity-date type="2" iso-date="2016-01-01"/>
<result type="9"><title><narrative>Results</narrative></title>
<indicator measure="2"><title><narrative>Rate</narrative></title>
<period><period-start iso-date="2018-01-01"/><period-end iso-date="2018-09-30"/>{actual}</period>
</indicator></result></iati-activity></iati-activities>
"""


def with_iati() -> Iterator[str]:
    from lxml import etree
    from okfn_iati import IatiValidator

    validator = IatiValidator()

    def is_valid(actual: str) -> bool:
        return bool(validator.validate_xml(IATI.format(actual=actual))[0])

    def values(*actual: str) -> list[Any]:
        root = etree.fromstring(IATI.format(actual="".join(f'<actual value="{number}"/>' for number in actual)))
        return [item.get("value") for item in root.iter("actual")]

    def operation() -> str:
        one, other = values("25.55", "40.40")
        try:
            return str(one - other)
        except TypeError:
            return "no operations"

    def attribute(name: str, value: str) -> str:
        """Return where a property of a figure can be kept."""
        comment = f'<actual value="60000"><comment><narrative>{value}</narrative></comment></actual>'
        if is_valid(f'<actual value="60000" {name}="{value}"/>'):
            return value
        return "only in a comment" if is_valid(comment) else "not possible"

    yield operation()
    yield operation()
    yield attribute("qualifier", "over")
    yield attribute("status", "estimated")
    yield f"{operation()}; keeps the dates" if is_valid('<actual value="6210"/>') else "not possible"
    yield attribute("over-plan", "25.5")
    yield kept(*values("12.0", "12"))
    place = '<actual value="650000"><location ref="QUANG_TRI"/></actual>'
    yield "joined, unless you describe two places" if is_valid(place) else "not possible"


TASKS = (
    "25.55 % − 40.40 %",
    "60,000 household-turns + 24,737 households",
    "*over 60,000*, as a bound",
    "that a figure is *estimated*",
    "nine months of 2018 compared with 2017",
    "*25.5 % over plan*, as a percentage of the plan",
    "12.0 and 12, as printed",
    "Quảng Trị before and after the merger",
)


def table() -> list[list[str]]:
    """Return the rows of the table: the task, and what each library does."""
    columns = (with_aseansc(), with_pandas(), with_pint(), with_sdmx(), with_iati())
    return [list(row) for row in zip(TASKS, *columns, strict=True)]


def main() -> None:
    print("|", " | ".join(("task", *LIBRARIES)), "|")
    print("|" + "---|" * (len(LIBRARIES) + 1))
    for row in table():
        print("|", " | ".join(row), "|")


if __name__ == "__main__":
    main()
