"""An invented annex: the plan and the result of eight indicators of a district, from ``annex.txt``.

Its targets have numbers, which those of the Lai Châu review have not, so that `aseansc.attainment` and report pages
have something to show: targets that were met and not met, bounds and approximate figures that leave it open, an
estimate, a range, a change in points and one in percent. No figure is real.

>>> from aseansc.attainment import assess
>>> review = load()
>>> target, result = review.target("vaccination-rate.2023.target"), review.observation("vaccination-rate.2023.end")
>>> print(target.value, "|", result.value, "|", assess(target, result, review).outcome.value)
95 percent | nearly 95 percent | not_met
"""

from __future__ import annotations

from functools import cache
from typing import Final

from aseansc.authoring import DOWN, UP, ReportPart, assemble
from aseansc.citations import Document
from aseansc.mentions import MentionKind
from aseansc.periods import Period, TimeCollection
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.units import VND, hectare, percent, percentage_point, person, person_turn
from aseansc.values import Attainment, Change, RelativeChange, Value

__all__ = ["load"]


YEAR_2020: Final = Period.year(2020)
YEAR_2023: Final = Period.year(2023)


@cache
def load() -> Review:
    """Return the review; the same object each time.

    >>> load().id
    'ban-suong'
    """
    document = Document(
        id="ban-suong-2023",
        title="Phụ lục: kế hoạch và thực hiện năm 2023, huyện Bản Sương (số liệu hư cấu)",
        sha256="c394429ec779b5af8d731c0264391a89ccd453e34c1e96de095aa9a0e2687262",
        lang="vi",
    )
    part = ReportPart(document=document.id, place="XX-BS", period=Period.years(2021, 2023))
    part.section(
        "annex",
        part.cite(0, "Phụ lục: kế hoạch và thực hiện năm 2023, huyện Bản Sương"),
        en="Plan and results of 2023",
        vi="Kế hoạch và thực hiện năm 2023",
    )
    part.mention(MentionKind.DATE, YEAR_2023, part.cite(31, "năm 2023"))
    _poverty(part)
    _training_and_children(part)
    _environment(part)
    _health_and_income(part)
    return assemble(
        part,
        id="ban-suong",
        title=Text(
            en="Bản Sương district: plan and results of 2023 (invented figures)",
            vi="Huyện Bản Sương: kế hoạch và thực hiện năm 2023 (số liệu hư cấu)",
        ),
        programme=Text(en="An invented development plan", vi="Kế hoạch phát triển hư cấu"),
        documents=[document],
        note=Text(
            en="An invented district: all names and figures are examples.",
            vi="Huyện hư cấu: mọi tên gọi và số liệu chỉ là ví dụ.",
        ),
    )


def _poverty(part: ReportPart) -> None:
    """Add a level before and after, a change in points, and a target below which the rate should be."""
    part.mention(MentionKind.ORDINAL, 1, part.cite(104, "1"))
    part.mention(MentionKind.DATE, YEAR_2020, part.cite(123, "cuối năm 2020"))
    part.mention(MentionKind.DATE, YEAR_2023, part.cite(147, "cuối năm 2023"))
    rate = part.share("poverty-rate", better=DOWN, en="Poverty rate", vi="Tỷ lệ hộ nghèo")
    start = part.at_end(rate, Value.exact("18.4", percent), YEAR_2020, part.cite(140, "18,4%"))
    part.target(
        rate,
        Value.under(12, percent),
        YEAR_2023,
        TimeCollection.END,
        part.cite(164, "dưới 12%"),
        baseline=start,
    )
    end = part.at_end(rate, Value.exact("11.6", percent), YEAR_2023, part.cite(177, "11,6%"))
    part.change(rate, start, end, Change.exact("-6.8", percentage_point), part.cite(189, "6,8 điểm %"))


def _training_and_children(part: ReportPart) -> None:
    """Add a lower bound above its target, a figure *nearly* at its target, and a target that is a range."""
    part.mention(MentionKind.ORDINAL, 2, part.cite(201, "2"))
    part.mention(MentionKind.DATE, YEAR_2023, part.cite(227, "năm 2023"))
    trainees = part.flow("trainees", person, better=UP, en="Workers trained", vi="Lao động được dạy nghề")
    total = TimeCollection.TOTAL
    part.target(trainees, Value.exact(1200, person), YEAR_2023, total, part.cite(240, "1.200 lao động"))
    part.total(trainees, Value.over(1250, person), YEAR_2023, part.cite(259, "trên 1.250 lao động"))

    part.mention(MentionKind.ORDINAL, 3, part.cite(280, "3"))
    part.mention(MentionKind.DATE, YEAR_2023, part.cite(319, "cuối năm 2023"))
    vaccinated = part.share(
        "vaccination-rate", better=UP, en="Fully vaccinated children", vi="Tỷ lệ trẻ em được tiêm chủng đầy đủ"
    )
    end = TimeCollection.END
    part.target(vaccinated, Value.exact(95, percent), YEAR_2023, end, part.cite(337, "95%"))
    part.at_end(vaccinated, Value.nearly(95, percent), YEAR_2023, part.cite(345, "gần 95%"))

    part.mention(MentionKind.ORDINAL, 6, part.cite(482, "6"))
    part.mention(MentionKind.DATE, YEAR_2023, part.cite(513, "cuối năm 2023"))
    stunted = part.share("malnutrition-rate", better=DOWN, en="Malnourished children", vi="Tỷ lệ trẻ em suy dinh dưỡng")
    part.target(stunted, Value.between(15, 16, percent), YEAR_2023, end, part.cite(531, "15-16%"))
    part.at_end(stunted, Value.exact("16.3", percent), YEAR_2023, part.cite(542, "16,3%"))


def _environment(part: ReportPart) -> None:
    """Add an approximate figure near its target, and an estimate."""
    part.mention(MentionKind.ORDINAL, 4, part.cite(354, "4"))
    part.mention(MentionKind.DATE, YEAR_2023, part.cite(372, "năm 2023"))
    forest = part.flow("new-forest", hectare, better=UP, en="New forest planted", vi="Rừng trồng mới")
    total = TimeCollection.TOTAL
    part.target(forest, Value.exact(850, hectare), YEAR_2023, total, part.cite(385, "850 ha"))
    part.total(forest, Value.about(860, hectare), YEAR_2023, part.cite(396, "khoảng 860 ha"))

    part.mention(MentionKind.ORDINAL, 5, part.cite(411, "5"))
    part.mention(MentionKind.DATE, YEAR_2023, part.cite(445, "cuối năm 2023"))
    water = part.share(
        "clean-water-rate", better=UP, en="Households with safe water", vi="Tỷ lệ hộ dùng nước hợp vệ sinh"
    )
    part.target(water, Value.exact(90, percent), YEAR_2023, TimeCollection.END, part.cite(463, "90%"))
    estimate = part.word(468, "ước")
    part.at_end(
        water,
        Value.exact("91.2", percent),
        YEAR_2023,
        part.cite(475, "91,2%", governed_by=estimate),
        estimated=True,
    )


def _health_and_income(part: ReportPart) -> None:
    """Add an attainment with both of its numbers, and a change in percent."""
    part.mention(MentionKind.ORDINAL, 7, part.cite(549, "7"))
    part.mention(MentionKind.DATE, YEAR_2023, part.cite(568, "năm 2023"))
    examinations = part.flow(
        "examinations", person_turn, better=UP, en="Medical examinations", vi="Lượt khám, chữa bệnh"
    )
    plan = part.target(
        examinations,
        Value.exact("60E3", person_turn),
        YEAR_2023,
        TimeCollection.TOTAL,
        part.cite(581, "60 nghìn lượt người"),
    )
    done = part.total(examinations, Value.exact("58E3", person_turn), YEAR_2023, part.cite(605, "58 nghìn lượt người"))
    part.attainment(done, plan, Attainment.exact("96.7", percent), part.cite(630, "96,7% kế hoạch"))

    part.mention(MentionKind.ORDINAL, 8, part.cite(646, "8"))
    part.mention(MentionKind.DATE, YEAR_2020, part.cite(669, "năm 2020"))
    part.mention(MentionKind.DATE, YEAR_2023, part.cite(702, "năm 2023"))
    income = part.rate("income", VND / person, better=UP, en="Income per person", vi="Thu nhập bình quân đầu người")
    before = part.within(income, Value.exact("25E6", VND / person), YEAR_2020, part.cite(681, "25 triệu đồng/người"))
    after = part.within(income, Value.exact("28E6", VND / person), YEAR_2023, part.cite(714, "28 triệu đồng/người"))
    part.change(income, before, after, RelativeChange.exact(12, percent), part.cite(740, "12%"))
