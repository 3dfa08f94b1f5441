"""A template dataset: ten figures of an invented district, from ``skeleton.txt``, each encoded in a different way.

``aseansc template my_district.py`` copies both files. Replace, from top to bottom, the document, the sections, the
indicators and the figures with those of your report; `aseansc verify` lists what is missing and what does not match.
"""

from __future__ import annotations

from functools import cache

from aseansc.authoring import CARRIED, DOWN, UP, ReportPart, assemble
from aseansc.citations import Document
from aseansc.codelists import Absent
from aseansc.findings import InstrumentKind
from aseansc.indicators import Breakdown
from aseansc.mentions import MentionKind
from aseansc.periods import AsOf, Period, TimeCollection
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.units import VND, commune, household, percent, percentage_point, person, person_turn
from aseansc.values import Attainment, Change, Value

__all__ = ["load"]


@cache
def load() -> Review:
    """Return the review; the same object each time.

    >>> print(load().observation("poverty-rate.2023.end").value)
    12.7 percent
    """
    # -- the document, identified by the SHA-256 that `aseansc verify` prints, and the reporting period
    document = Document(
        id="suoi-may-2023",
        title="Huyện Suối Mây: kết quả xã hội năm 2023",
        sha256="f485244dca78a62b9f9c7d121414829ea46001796f4cb8669ea5cc0f400b4db6",
        lang="vi",
    )
    year_2022 = Period.year(2022)
    year_2023 = Period.year(2023)
    part = ReportPart(document=document.id, place="XX-SM", period=year_2023)
    cite, word = part.cite, part.word

    # -- numbers that are not figures: dates, document numbers, ordinals, durations, ages, names
    part.section("results", cite(0, "Huyện Suối Mây: kết quả xã hội năm 2023"), en="Results", vi="Kết quả")
    part.mention(MentionKind.DATE, year_2023, cite(31, "năm 2023"))
    part.instrument("plan-15", InstrumentKind.PLAN, cite(60, "15/KH-UBND"), date=AsOf.parse("2023-01-10"))
    part.mention(MentionKind.DOCUMENT_NUMBER, "15/KH-UBND", cite(60, "15/KH-UBND"))
    part.mention(MentionKind.DATE, AsOf.parse("2023-01-10"), cite(76, "10/01/2023"))
    part.mention(MentionKind.DATE, year_2023, cite(92, "cuối năm 2023"))
    part.mention(MentionKind.DATE, year_2022, cite(206, "cuối năm 2022"))
    part.mention(MentionKind.DATE, year_2023, cite(389, "hết năm 2023"))

    # -- indicators: a stock is measured at a moment, a flow over a period; a share is a rate in percent
    poor = part.stock("poor-households", household, better=DOWN, en="Poor households", vi="Số hộ nghèo")
    households = part.stock("households", household, en="Households", vi="Số hộ")
    rate = part.share("poverty-rate", of=poor, among=households, better=DOWN, en="Poverty rate", vi="Tỷ lệ hộ nghèo")
    trainees = part.flow("trainees", person, better=UP, en="Workers trained", vi="Lao động được dạy nghề")
    examinations = part.flow(
        "examinations", person_turn, better=UP, en="Medical examinations", vi="Lượt người khám bệnh"
    )
    school_funds = part.flow("school-funds", VND, en="Funds for building schools", vi="Vốn xây dựng trường học")
    new_rural = part.stock("new-rural-communes", commune, better=UP, en="New rural communes", vi="Xã nông thôn mới")
    communes = part.stock(
        "communes",
        commune,
        en="Communes",
        vi="Số xã",
        breakdowns=(Breakdown(parts=(new_rural.id,), complete=False, disjoint=True),),
    )

    # -- levels at the end of a year, and a change between two of them
    part.at_end(poor, Value.exact(1250, household), year_2023, cite(120, "1.250 hộ nghèo"))
    part.at_end(households, Value.exact(9860, household), year_2023, cite(148, "9.860 hộ"))
    rate_2023 = part.at_end(rate, Value.exact("12.7", percent), year_2023, cite(176, "12,7%"))
    part.change(
        rate,
        Absent.NOT_STATED,  # the level of 2022 is not printed
        rate_2023,
        Change.exact("-2.3", percentage_point),
        cite(188, "2,3 điểm %"),
        time=Period.years(2022, 2023),
    )

    # -- a lower bound for a yearly total, and its percent of a plan whose number is not printed
    in_the_year = word(221, "Trong năm")
    trained = part.total(
        trainees, Value.over(400, person), year_2023, cite(247, "trên 400 lao động", governed_by=in_the_year)
    )
    plan = part.target(trainees, Absent.NOT_STATED, year_2023, TimeCollection.TOTAL, time_basis=CARRIED)
    part.attainment(trained, plan, Attainment.exact(102, percent), cite(270, "102% kế hoạch"))

    # -- an approximate number with a scale word; it counts turns, not people
    part.total(
        examinations,
        Value.about("21E3", person_turn),
        year_2023,
        cite(313, "khoảng 21 nghìn lượt người", governed_by=in_the_year),
    )

    # -- a figure without a printed time: the reporting period is assumed and marked as assumed
    part.untimed(school_funds, Value.exact("6.4E9", VND), cite(368, "6,4 tỷ đồng"))

    # -- a part of a whole, governed by the word for an estimate before it
    estimate = word(381, "Ước")
    part.at_end(
        new_rural, Value.exact(7, commune), year_2023, cite(405, "7/11 xã", governed_by=estimate), estimated=True
    )
    part.at_end(
        communes,
        Value.exact(11, commune),
        year_2023,
        cite(407, "11 xã"),
        note=Text(en="the whole, which is not an estimate", vi="tổng số, không phải là số ước"),
    )

    # -- a statement of the report without numbers, in your own words
    part.difficulty(448, 475, en="Schools in the highlands lack teachers.", vi="Trường vùng cao chưa đủ giáo viên.")

    return assemble(
        part,
        id="suoi-may",
        title=Text(en="Suối Mây district: social results of 2023", vi="Huyện Suối Mây: kết quả xã hội năm 2023"),
        programme=Text(en="Plan 15 of the district", vi="Kế hoạch 15 của huyện"),
        documents=[document],
        note=Text(en="An invented district, to be copied.", vi="Huyện hư cấu, dùng làm mẫu."),
    )
