"""Seed errors in the Lai Châu review, one at a time, and count how many of them a verification refutes.

Run ``ASEANSC_SOURCES=FOLDER python benchmarks/seeded_readings.py``. The folder contains the text of the review.

Every error changes one attribute of one figure and leaves its citation as it is, so that no comparison of characters
can find it. An error is *confirmed* if the verification still confirms the figure: there must be none. The true review
is verified as well.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import evolve

from aseansc import Absent, Observation, Period, Qualifier, RelativeChange, Review, Status, TimeBasis, Value
from aseansc.datasets import lai_chau
from aseansc.errors import AseanscError
from aseansc.periods import TimeCollection
from aseansc.units import (
    USD,
    VND,
    hectare,
    household,
    household_turn,
    month,
    percent,
    percentage_point,
    person,
    person_turn,
    square_kilometre,
    year,
)
from aseansc.values import Attainment, AttainmentForm, Change, RelativeForm
from aseansc.verification import ExtractedFigure, FigureVerdict, VerifiedFigure, verify_claims
from aseansc.verification._claims import kind_of
from aseansc.verification._verify import Reading

OTHER_UNITS = {
    VND: (USD,),
    USD: (VND,),
    hectare: (square_kilometre,),
    household_turn: (household, person_turn),
    household: (household_turn, person),
    person: (person_turn, household),
    person_turn: (person, household_turn),
    percent / year: (percent, percent / month),
}
SCALES = (10, 100, 1000, 1000000, Decimal("0.1"), Decimal("0.001"))


def with_value(value: Any, **changed: Any) -> Any:
    """Return the same statement with some fields changed."""
    more = {"form": value.form} if hasattr(value, "form") else {}
    given = {"magnitude": value.magnitude, "unit": value.unit, "qualifier": value.qualifier, "upper": value.upper}
    return type(value)(**{**given, **more, **changed})


def errors_in_value(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every kind of error in a statement, as functions that make the wrong statement."""
    for scale in SCALES:
        yield "scale", lambda scale=scale: with_value(value, magnitude=value.magnitude * scale)
    digits = value.magnitude.as_tuple().digits
    if len(digits) > 1 and digits[0] != digits[1]:
        swapped = Decimal(
            (value.magnitude.is_signed(), (digits[1], digits[0], *digits[2:]), value.magnitude.as_tuple().exponent)
        )
        yield "number", lambda: with_value(value, magnitude=swapped)
    step = Decimal((0, (1,), int(value.resolution.adjusted())))
    yield "number", lambda: with_value(value, magnitude=value.magnitude + step)
    for unit in OTHER_UNITS.get(value.unit, (person, hectare) if value.unit.is_additive else ()):
        yield "unit", lambda unit=unit: with_value(value, unit=unit)
    for qualifier in Qualifier:
        if qualifier not in (value.qualifier, Qualifier.BETWEEN):
            yield "qualifier", lambda qualifier=qualifier: with_value(value, qualifier=qualifier)
    yield "range", lambda: with_value(value, qualifier=Qualifier.BETWEEN, upper=value.magnitude + step)
    if not isinstance(value, Value):
        yield "sign", lambda: with_value(value, magnitude=-value.magnitude)
    if isinstance(value, Attainment):
        for form in AttainmentForm:
            if form is not value.form:
                yield "over or of a plan", lambda form=form: with_value(value, form=form)


def errors_of_kind(value: Any) -> Iterator[Any]:
    """Yield functions that make a statement of another kind with the same number."""
    number = value.magnitude
    if value.unit == percent and isinstance(value, Value):
        yield lambda: Value(magnitude=number, unit=percentage_point, qualifier=value.qualifier)
        yield lambda: Change(magnitude=number, unit=percentage_point, qualifier=value.qualifier)
    elif isinstance(value, Value):
        yield lambda: Change(magnitude=number, unit=value.unit, qualifier=value.qualifier)
    if isinstance(value, Change):
        yield lambda: RelativeChange(magnitude=number, unit=percent)
    if isinstance(value, RelativeChange):
        yield lambda: Value(magnitude=number, unit=percent, qualifier=value.qualifier)
        yield lambda: RelativeChange(magnitude=number, unit=value.unit, form=RelativeForm.TO)


def errors_in(figure: Any) -> Iterator[tuple[str, Any]]:
    """Yield the attribute and the figure for every error in a figure of a review."""
    for name, wrong in errors_in_value(figure.value):
        yield name, lambda wrong=wrong: evolve(figure, value=wrong())
    for wrong in errors_of_kind(figure.value):
        yield "kind", lambda wrong=wrong: evolve(figure, value=wrong())
    for status in (Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST):
        changed = set(figure.statuses) ^ {status}
        yield "status", lambda changed=changed: evolve(figure, statuses=tuple(changed))
    if figure.time_basis is TimeBasis.STATED and isinstance(figure.time, Period):
        start, end = figure.time.start.year, figure.time.end.year
        for first, last in ((start + 1, end + 1), (start - 1, end - 1), (start - 1, end), (start, end + 1)):
            yield "stated time", lambda first=first, last=last: evolve(figure, time=Period.years(first, last))
    if isinstance(figure, Observation):
        yield from errors_in_collection(figure)


def errors_in_collection(figure: Observation) -> Iterator[tuple[str, Any]]:
    """Yield the errors beginning for end, and total for a yearly figure."""
    ends = {TimeCollection.BEGINNING: TimeCollection.END, TimeCollection.END: TimeCollection.BEGINNING}
    other = ends.get(figure.time_collection)
    if other is not None and figure.time_basis is TimeBasis.STATED:
        yield "beginning or end", lambda: evolve(figure, time_collection=other)
    words = " ".join(word.printed.lower() for word in figure.citation.governed_by)
    if figure.time_collection.is_repeated and any(word in words for word in ("mỗi", "hàng")):
        yield "total for each", lambda: evolve(figure, time_collection=TimeCollection.TOTAL, per=Absent.NOT_APPLICABLE)


def errors_of_parts(figure: Any) -> Iterator[tuple[str, Any]]:
    """Yield the errors in 36/108: the whole for the part, and the part for the whole."""
    other = {"drug-free-communes.2018.end": 108, "communes.2018.end": 36}.get(figure.id)
    if other is not None:
        yield "parts", lambda: evolve(figure, value=Value.exact(other, figure.value.unit))


def seeded(review: Review) -> Iterator[tuple[str, Any]]:
    """Yield the attribute and the wrong figure for every error that the model can express."""
    for figure in review.figures():
        for name, wrong in (*errors_in(figure), *errors_of_parts(figure)):
            try:
                yield name, wrong()
            except AseanscError:
                continue  # such as a negative count


def as_claim(figure: Any) -> ExtractedFigure:
    """Return a figure of a review as a program would extract it, with all that it states."""
    value, time = figure.value, figure.time
    return ExtractedFigure(
        number=value.magnitude,
        upper=value.upper,
        unit=value.unit.code,
        qualifier=value.qualifier,
        kind=kind_of(value),
        statuses=figure.statuses,
        time=time if figure.time_basis is TimeBasis.STATED else None,
        quote=figure.citation.printed,
        start=figure.citation.start,
    )


def main() -> None:
    """Seed the errors, verify each as a figure of the review and as an extracted figure, and print the counts."""
    (file,) = Path(os.environ["ASEANSC_SOURCES"]).glob("*.txt")
    text = file.read_bytes().decode("utf-8")
    review = lai_chau.load()
    print("the true review:", review.verify(text).summary)
    print("as claims:", verify_claims(text, map(as_claim, review.figures()), units=review.units).summary)
    errors = list(seeded(review))
    reading = Reading(text, review.units, "vi")  # of the verification itself: a review with a wrong unit is not valid
    report("figures of a review", [(name, reading.of_figure(figure, review)) for name, figure in errors])
    claimed = [(name, figure) for name, figure in errors if name not in ("beginning or end", "total for each")]
    results = verify_claims(text, [as_claim(figure) for _, figure in claimed], units=review.units)
    report("extracted figures", [(name, result) for (name, _), result in zip(claimed, results, strict=True)])


def report(title: str, results: list[tuple[str, VerifiedFigure]]) -> None:
    """Print how many errors of each attribute were refuted, undecided and confirmed, and those not refuted."""
    order = (FigureVerdict.REFUTED, FigureVerdict.UNDECIDED, FigureVerdict.CONFIRMED)
    counts = Counter((name, result.verdict) for name, result in results)
    print(f"\n{title:22}" + "".join(f"{verdict.value:>10}" for verdict in order))
    for name in dict.fromkeys(name for name, _ in results):
        print(f"{name:22}" + "".join(f"{counts[name, verdict]:10}" for verdict in order))
    total = Counter(result.verdict for _, result in results)
    print(f"{'all':22}" + "".join(f"{total[verdict]:10}" for verdict in order))
    for name, result in results:
        if result.verdict is not FigureVerdict.REFUTED:
            print(f"{result.verdict.value}: {name}: {result.figure!r}: {result.reason}"[:600])


if __name__ == "__main__":
    main()
