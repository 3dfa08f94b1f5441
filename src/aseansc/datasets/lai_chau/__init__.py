"""Lai Châu province, Viet Nam: three years (2016-2018) of the goals of the ASEAN Socio-Cultural Community.

The reference instance of the model: a province's own review, in Vietnamese prose, of how it carried out Scheme 161,
encoded from the header to the author's name. Its modules are in the order of the text: `_information` (characters 0
to 1411), `_engaging` (to 3517), `_poverty` (to 5098), `_employment` (to 6665), `_social_security` (to 9381),
`_sustainable` (to 12656), `_resilient` (to 15292), `_dynamic` (to 16904), `_outlook` (to 23002).

>>> review = load()
>>> print(review.observation("poverty-rate.2018.end").value)
25.55 percent
>>> load() is review
True

**References.** "Sơ kết 3 năm thực hiện Đề án XD triển khai KH thực hiện các mục tiêu của Cộng đồng VH - XH ASEAN", a
page under the heading "Tình hình kinh tế - xã hội", with the header date 15/11/2019, by Huy Dương; it names no
publisher. The text is fixed by its SHA-256; its figures are cited by character, its sentences stay there. Hold the
text, and ``load().verify(text)`` shows whether every citation is right.

**Checked with.** Every run of digits from the header date to the author's name (187) and every Roman numeral (three)
stands in a citation of a figure or a mention; every *ước* governs what it governs. A reading of the text by rule, which
knows nothing of the encoding, gives the same magnitude, qualifier and resolution for all 78 figures, and the same unit.
What no rule reads (spans, kinds, times, bases, collections, statuses) was read again, in three parts, by others who had
not seen the encoding, and compared by script. All figures agreed in magnitude, unit, qualifier, resolution and status.
The differences, and how they were settled:

- the workers sent abroad (6299) and the monthly allowances (6943) were read as an average a year and as a total; they
  stay as *Open* says below;
- the rates of employment (6447 to 6664) were read with the time of the sentence before; that is a span, and a rate has
  a moment, so the end of 2018 is assumed;
- the forest area under contract is a flow here, as the households who took it are (the other reading: a stock);
- the time of 91,77% (10527) is carried from the sentence's three years, not stated as the end of 2018;
- a citation holds the counted noun without what narrows it ("05 điểm mỏ", not "05 điểm mỏ khoáng sản"), an attainment
  its "vượt kế hoạch", a date of two ends ("29/4 - 6/5") is two mentions, "giai đoạn" belongs to its years, and the
  ordinal XI stands without the word before it.

Later all of it was annotated once more, by a third reader, before looking at the encoding: every figure and mention
with all its fields, the instruments, the findings paragraph by paragraph, the misprints. All 78 figures agreed in
magnitude, qualifier, resolution, time, basis, collection, statuses and the *ước* above them, and in their unit but for
11 counted nouns whose unit that reader left open or named otherwise. What did not:

- "Đề án 161" (1443) was read as a name; it stays the number of the decision after which the scheme is called;
- "29/4 - 6/5" was again read as one mention;
- seven findings said a little more or less than the text (2572, 2619, 10492, 13498, 15580, 16503, 18609), and one
  spoke of training in general where the text has vocational training (18940): mended;
- five misprints more (149, 390, 4301, 16499, 16594), and what the date of the page may mean: added to the notes.

**Open.** Where the words allow two readings, one was taken and the note says which:

- *bình quân mỗi năm* at the head of a clause is taken to govern all persons treated for drugs (9043, 9156), and not the
  workers sent abroad after the semicolon (6299), who are taken as the total of 2016-2018;
- *hàng tháng* (6928) is taken as so many turns each month;
- the worth of the children's gifts (8194) is taken as that of a year;
- "100% kế hoạch" (8515) is taken of the share just before it, not of the communes;
- 91,77% (10527) is taken as of the end of the three years that raised it;
- the second statement of poverty in 2018 (5053, 5091) is taken as of some day of the year; its end may be meant again;
- *đến nay* (6704) is taken to govern the first sentence of its paragraph, not the counts after it (6868 to 7095);
- the date of the page (35) may be that of putting it up or of showing it.

**Limitations.** Where the text gives no time, the review's own is assumed, and `Observation.time_basis` says so: for 42
of 70 observations. The classification codes of indicators are ours, not the document's; some differ from the heading
under which it prints them, and what other things are only counted against (households, villages, land) has none. No
denominator of a rate is counted, and some are not even named: notes say where the usual definition was taken. The text
gives no date for two instruments (29-NQ/TW, 1668/QĐ-TTg) and no subject for two (29-NQ/TW, 1418/KH-UBND), and none was
looked up. Other doubts stand in the notes of the figures they touch.
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
            "encoded. Misprints are kept: a wrong letter, tone or word (149, 390, 5171, 8653, 16594, 19105), a word "
            "left out or printed twice (5386, 17531), a comma too many (8809), no blank (4301, 16499, 20085).",
            vi="Danh sách tin khác dưới tên tác giả, cùng các ngày của nó, không thuộc bản sơ kết nên không mã hóa. "
            "Lỗi in giữ nguyên: sai chữ, dấu hoặc từ (149, 390, 5171, 8653, 16594, 19105), thiếu hoặc lặp từ (5386, "
            "17531), thừa dấu phẩy (8809), thiếu khoảng trắng (4301, 16499, 20085).",
        ),
    )
