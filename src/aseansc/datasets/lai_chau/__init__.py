"""Lai Châu province, Viet Nam: three years (2016-2018) of the goals of the ASEAN Socio-Cultural Community.

The reference instance of the model: a province's own review, in Vietnamese prose, of how it carried out Scheme 161.
So far it is encoded from its header to the end of its section on poverty.

>>> review = load()
>>> print(review.observation("poverty-rate.2018.end").value)
25.55 percent
>>> load() is review
True

**References.** "Sơ kết 3 năm thực hiện Đề án XD triển khai KH thực hiện các mục tiêu của Cộng đồng VH - XH ASEAN", a
page of the province's news site with the header date 15/11/2019, by Huy Dương. The text is fixed by its SHA-256; its
figures are cited by character, its sentences stay there. Hold the text, and ``load().verify(text)`` shows whether
every citation is right.

**Checked with.** A second reading of the same pages, made without sight of this one and compared by script. It had the
same spans, magnitudes, units, qualifiers, bases and collections, but for two, settled so: the forest area under
contract is a flow here, as the households who took it are, and was a stock within the period there; the ordinal XI is
cited without the word before it. Both readings take the second 24.737 and 25,55% to be of the year 2018, since only
the first pair is printed with its end.

**Limitations.** Where the text gives no time, the review's own is assumed, and `Observation.time_basis` says so: for
the broadcasts, the research projects, the yearly training and the share of trained workers. The classification codes
of indicators are ours, not the document's. The denominators of the poverty rate, and of the share of trained
workers, are named and never counted. Other doubts stand in the notes of the figures they touch.
"""

from __future__ import annotations

from functools import cache

from aseansc.datasets.lai_chau import (
    _dynamic,
    _employment,
    _engaging,
    _information,
    _outlook,
    _poverty,
    _resilient,
    _social_security,
    _sustainable,
)
from aseansc.datasets.lai_chau._source import DOCUMENT
from aseansc.encoding import assemble
from aseansc.reviews import Review
from aseansc.texts import Text

__all__ = ["load"]


@cache
def load() -> Review:
    """The review of Lai Châu: the same object each time."""
    return assemble(
        _information.part,
        _engaging.part,
        _poverty.part,
        _employment.part,
        _social_security.part,
        _sustainable.part,
        _resilient.part,
        _dynamic.part,
        _outlook.part,
        id="lai-chau",
        title=Text(
            en="Lai Châu: three-year review of the goals of the ASEAN Socio-Cultural Community",
            vi="Lai Châu: sơ kết ba năm thực hiện các mục tiêu Cộng đồng Văn hóa - Xã hội ASEAN",
        ),
        programme=Text(
            en="Scheme 161: goals of the ASEAN Socio-Cultural Community to 2025",
            vi="Đề án 161: các mục tiêu của Cộng đồng Văn hóa - Xã hội ASEAN đến năm 2025",
        ),
        documents=[DOCUMENT],
        note=Text(
            en="The list of other news under the author's name, with its dates, is no part of the review and is not "
            "encoded. Misprints of words stand in the passages that they are cited from: at 5171, 5386, 8653, 8809, "
            "17531, 19105 and 20085.",
            vi="Danh sách tin khác dưới tên tác giả, cùng các ngày của nó, không thuộc bản sơ kết nên không mã hóa. "
            "Lỗi in về chữ giữ nguyên trong đoạn được dẫn: ở 5171, 5386, 8653, 8809, 17531, 19105 và 20085.",
        ),
    )
