"""Second items, values at a limit, and words at their edges: faults there went unnoticed by other tests."""

from __future__ import annotations

import datetime as dt

import pytest

from aseansc import Absent, AsOf, MentionKind, Period, TimeCollection, Value
from aseansc.audit import CheckCode, Verdict, audit
from aseansc.audit._names import moment_in_words
from aseansc.audit._repair_questions import _shown
from aseansc.audit._repairs import _connected
from aseansc.audit._slips import _scaled, _with_other_digit, other_numbers
from aseansc.audit._table_rows import _native
from aseansc.authoring import ReportPart
from aseansc.datasets import annex
from aseansc.indicators import PriceBasis
from aseansc.units import VND, household, percent, percentage_point, person, person_turn
from aseansc.values import Change, RelativeChange
from tests.audit.cases import SPAN, Y2016, Y2017, Y2018, at
from tests.audit.figures import asked, flow, stock

NEW_YEAR, LAST_DAY = AsOf(date=dt.date(2018, 1, 1)), AsOf(date=dt.date(2018, 12, 31))


@pytest.mark.parametrize(
    ("time", "collection", "words"),
    [
        (LAST_DAY, TimeCollection.END, "end of 2018"),
        (NEW_YEAR, TimeCollection.BEGINNING, "start of 2018"),
        (LAST_DAY, TimeCollection.BEGINNING, "2018-12-31"),
        (NEW_YEAR, TimeCollection.END, "2018-01-01"),
        (AsOf(date=dt.date(2018, 12, 30)), TimeCollection.END, "2018-12-30"),
        (Y2018, TimeCollection.END, "end of 2018"),
        (Y2018, TimeCollection.TOTAL, "2018"),
        (Period.years(2016, 2018), TimeCollection.BEGINNING, "start of 2016-2018"),
        (Y2018, Absent.NOT_STATED, "2018"),
    ],
    ids=str,
)
def test_the_words_of_a_moment(time: Period | AsOf, collection: TimeCollection | Absent, words: str) -> None:
    assert moment_in_words(time, collection, "en") == words


def test_only_scalars_of_numpy_are_converted() -> None:
    class Other:
        def item(self) -> int:
            return 5

    other = Other()
    assert _native(other) is other
    assert _native("5") == "5"


def test_amounts_and_not_shares_may_be_off_by_a_word_of_their_scale() -> None:
    """A thousand for a million is a slip of amounts; a percentage has only a wrong decimal mark."""
    costs = {type(value).__name__ + value.unit.code: {slip.cost for slip in _scaled(value)} for value in (
        Value.exact("1200", household), Value.exact("12.5", percent), Change.exact("2.5", percentage_point),
        RelativeChange.exact("12.5", percent), Change.exact("25.0", person))}  # fmt: skip
    assert costs == {
        "Valuehousehold": {2, 3},
        "Valuepercent": {3},
        "Changepercentage_point": {3},
        "RelativeChangepercent": {3},
        "Changeperson": {2, 3},
    }


def codes(found: list[object], code: CheckCode) -> list[Verdict]:
    return [check.verdict for check in found if check.code is code]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("collection", "when", "compared"),
    [("at_end", Y2017, True), ("at_end", Period.parse("2017-06"), False), ("at_beginning", Y2017, False)],
)
def test_a_level_of_each_year_is_that_of_year_ends_only(collection: str, when: Period, compared: bool) -> None:
    def build(part: ReportPart) -> None:
        schools = stock(part, "schools")
        part.each(schools, Value.exact(91, person), Period.years(2016, 2017), at(part, 0))
        getattr(part, collection)(schools, Value.exact(95, person), when, at(part, 1))

    assert bool(codes(list(asked(build).checks), CheckCode.STOCK_EACH)) is compared


def test_an_average_without_totals_within_it_does_not_hide_the_next() -> None:
    def build(part: ReportPart) -> None:
        for number, (name, years) in enumerate((("alone", ()), ("visits", (Y2016, Y2017)))):
            visits = flow(part, name)
            part.average(visits, Value.exact(10, person_turn), SPAN, at(part, 3 * number))
            for place, year in enumerate(years):
                part.total(visits, Value.exact(100, person_turn), year, at(part, 3 * number + place + 1))

    assert Verdict.CONTRADICTED in codes(list(asked(build).checks), CheckCode.FLOW_AVERAGE)


def test_a_change_that_cannot_be_repeated_does_not_hide_the_next() -> None:
    def build(part: ReportPart) -> None:
        poor = stock(part, "poor", household)
        end = part.at_end(poor, Value.exact(100, household), Y2018, at(part, 0))
        nothing = Absent.NOT_STATED
        for number, value in enumerate((5, 7, 8)):
            last = end if number else nothing
            part.change(poor, nothing, last, Change.exact(-value, household), at(part, number + 1), time=SPAN)

    assert codes(list(asked(build).checks), CheckCode.RESTATEMENT) == [Verdict.CONTRADICTED]


def test_the_heading_of_a_group_has_a_number_or_says_none() -> None:
    found = audit(annex.load())
    for group in found.screen("en").groups:
        assert group.heading.endswith(f" ({len(group.items)})" if group.items else ": none."), group.heading


def test_another_digit_may_be_zero_except_the_first_of_several() -> None:
    assert {other for _, _, other in _with_other_digit((1, 5))} >= {(1, 0), (2, 5), (9, 5), (1, 9)}
    assert all(other[0] for _, _, other in _with_other_digit((1, 5)))
    assert (0,) in {other for _, _, other in _with_other_digit((5,))}


def test_a_second_average_is_compared_although_the_first_has_no_totals_within_it() -> None:
    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        part.average(visits, Value.exact(100, person_turn), Period.years(2014, 2015), at(part, 0))
        part.average(visits, Value.exact(100, person_turn), SPAN, at(part, 1))
        part.total(visits, Value.exact(400, person_turn), Y2017, at(part, 2))

    (check,) = (check for check in asked(build).checks if check.code is CheckCode.FLOW_AVERAGE)
    assert check.verdict is Verdict.CONTRADICTED
    assert check.figures == ("visits.2016-2018.average", "visits.2017.total")


def test_flows_of_a_stock_are_compared_although_others_are_no_totals() -> None:
    def build(part: ReportPart) -> None:
        new = flow(part, "new", household)
        poor = stock(part, "poor", household, inflows=(new.id,), flows_complete=True)
        part.each(new, Value.exact(5, household), SPAN, at(part, 0))
        part.at_end(poor, Value.exact(300, household), Y2017, at(part, 1))
        part.total(new, Value.exact(20, household), Y2018, at(part, 2))
        part.at_end(poor, Value.exact(330, household), Y2018, at(part, 3))

    (check,) = (check for check in asked(build).checks if check.code is CheckCode.STOCK_FLOWS)
    assert check.verdict is Verdict.CONTRADICTED


def test_a_percentage_a_year_may_be_claimed_twice_and_a_difference_may_not() -> None:
    """One percentage a year may be simple, and the other compound."""

    def build(part: ReportPart, *values: Change | RelativeChange) -> None:
        poor = stock(part, "poor", household)
        end = part.at_end(poor, Value.exact(300, household), Y2018, at(part, 0))
        for number, value in enumerate(values):
            part.change(poor, Absent.NOT_STATED, end, value, at(part, 1 + number), time=SPAN)

    def codes(*values: Change | RelativeChange) -> set[CheckCode]:
        found = asked(lambda part: build(part, *values))
        return {check.code for check in found.checks if check.verdict is Verdict.CONTRADICTED}

    assert CheckCode.RESTATEMENT in codes(Change.exact(-5, household), Change.exact(-6, household))
    yearly = (RelativeChange.parse("by -5 percent/year"), RelativeChange.parse("by -6 percent/year"))
    assert CheckCode.RESTATEMENT not in codes(*yearly)


def test_changes_to_one_level_whose_time_does_not_state_their_base_may_differ() -> None:
    """The month before and the year before are two bases."""

    def build(part: ReportPart, time: Period) -> None:
        poor = stock(part, "poor", household)
        end = part.at_end(poor, Value.exact(300, household), Y2018, at(part, 0))
        for number, value in enumerate((5, 7)):
            part.change(poor, Absent.NOT_STATED, end, Change.exact(-value, household), at(part, 1 + number), time=time)

    for time, found in ((Y2018, []), (SPAN, [Verdict.CONTRADICTED])):
        assert codes(list(asked(lambda part, time=time: build(part, time)).checks), CheckCode.RESTATEMENT) == found


def test_growth_of_money_in_prices_that_are_not_stated_may_be_claimed_twice() -> None:
    """In current prices by 9 %, and in constant ones by 5 %."""

    def build(part: ReportPart, prices: PriceBasis | Absent) -> None:
        output = flow(part, "output", VND, price_basis=PriceBasis.CURRENT)
        end = part.total(output, Value.exact("5E9", VND), Y2018, at(part, 0))
        for number, value in enumerate((9, 5)):
            by = RelativeChange.exact(value, percent)
            part.change(output, Absent.NOT_STATED, end, by, at(part, 1 + number), time=SPAN, price_basis=prices)

    for prices, found in ((Absent.NOT_STATED, []), (PriceBasis.CONSTANT, [Verdict.CONTRADICTED])):
        result = asked(lambda part, prices=prices: build(part, prices))
        assert codes(list(result.checks), CheckCode.RESTATEMENT) == found


def test_a_finding_is_about_the_figures_of_all_its_checks_and_its_plans() -> None:
    for finding in audit(annex.load()).findings():
        of_checks = {name for check in finding.checks for name in check.figures}
        assert finding.figures == tuple(sorted(of_checks | {*finding.targets}))
        assert finding.figures


def test_a_third_date_of_a_document_is_compared_although_the_second_repeats_the_first() -> None:
    def build(part: ReportPart) -> None:
        for number, day in enumerate(("2016-01-25", "2016-01-25", "2016-01-26")):
            part.mention(MentionKind.DOCUMENT_NUMBER, "161/QĐ-TTg", part.cite(40 * number, "xx"))
            part.mention(MentionKind.DATE, AsOf.parse(day), part.cite(40 * number + 8, "xx"))

    checks = [check for check in asked(build).checks if check.code is CheckCode.DOCUMENT_DATES]
    assert [check.computation.expression for check in checks] == ["2016-01-25, 2016-01-26"]


def test_ranges_and_zero_have_no_slips_in_their_number() -> None:
    assert list(other_numbers(Value.between(5, 7, household))) == []
    assert list(other_numbers(Value.exact(0, household))) == []
    assert list(other_numbers(Value.exact(15, household))) != []


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Value.exact(1, household), "1 household"),
        (Value.exact(2, household), "2 households"),
        (Value.between(1, 2, household), "1 to 2 households"),
        (Value.over(1, household), "over 1 household"),
        (Value.exact("12.5", percent), "12.5 percent"),
        (Change.exact(-3, household), "a decrease of 3 households"),
        (Change.between(-3, -2, household), "a decrease of 2 to 3 households"),
        (Change.exact(3, household), "an increase of 3 households"),
    ],
    ids=str,
)
def test_the_words_for_a_correction(value: Value | Change, shown: str) -> None:
    assert _shown(value, "en") == shown


def test_shares_are_glued_to_their_sign_in_vietnamese() -> None:
    assert _shown(Value.exact("12.5", percent), "vi") == "12,5%"
    assert _shown(Value.exact(5, household), "vi") == "5 hộ"


def test_checks_that_share_a_figure_through_others_are_connected() -> None:
    checks = audit(annex.load()).checks
    groups = _connected(checks)
    assert sorted(map(id, checks)) == sorted(id(check) for group in groups for check in group)
    names = [{name for check in group for name in check.figures} for group in groups]
    assert all(one.isdisjoint(other) for at, one in enumerate(names) for other in names[at + 1 :])
    assert max(map(len, groups)) > 1
