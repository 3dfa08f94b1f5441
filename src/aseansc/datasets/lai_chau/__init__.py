"""Lai Châu province, Viet Nam: review of three years (2016-2018) of the goals of the ASEAN Socio-Cultural Community.

This is the reference dataset of the model: the province's own review, in Vietnamese prose, of how it implemented Scheme
161, encoded from the page header to the author's name. The modules follow the order of the text: `_information`
(characters 0 to 1411), `_engaging` (to 3517), `_poverty` (to 5098), `_employment` (to 6665), `_social_security` (to
9381), `_sustainable` (to 12656), `_resilient` (to 15292), `_dynamic` (to 16904), `_outlook` (to 23002).

>>> review = load()
>>> print(review.observation("poverty-rate.2018.end").value)
25.55 percent
>>> load() is review
True

**References.** "Sơ kết 3 năm thực hiện Đề án XD triển khai KH thực hiện các mục tiêu của Cộng đồng VH - XH ASEAN", a
page under the heading "Tình hình kinh tế - xã hội", with the header date 15/11/2019, by Huy Dương; it names no
publisher. The text is identified by its SHA-256. Its figures are cited by character; its sentences are not copied. With
the text, ``load().verify(text)`` checks every citation.

**Checked with.** Every run of digits from the header date to the author's name (187) and every Roman numeral (three) is
part of a citation of a figure or a mention, and every *ước* is cited for the figures that it governs. A rule-based
reading of the text, independent of the encoding, gives the same magnitude, qualifier and resolution for all 78 figures,
and the same unit. What no rule reads (spans, kinds, times, time bases, time collections, statuses) was read a second
time, in three parts, by people who had not seen the encoding, and compared by a script. All figures agreed in
magnitude, unit, qualifier, resolution and status. The differences, and their resolution:

- the workers sent abroad (6299) and the monthly allowances (6943) were read as a yearly average and as a total; the
  encoding keeps its reading, as described under *Open*;
- the rates of employment (6447 to 6664) were read with the time of the previous sentence; that is a period, and a rate
  needs a moment, so the end of 2018 is assumed;
- the forest area under contract is a flow here, like the households who took it (the other reading: a stock);
- the time of 91,77% (10527) is carried from the three years in its sentence, not stated as the end of 2018;
- a citation includes the counted noun without the words that narrow it ("05 điểm mỏ", not "05 điểm mỏ khoáng sản"), an
  attainment includes "vượt kế hoạch", a date with two ends ("29/4 - 6/5") is two mentions, "giai đoạn" belongs to its
  years, and the ordinal XI is cited without the word before it.

Later a third reader annotated the whole text again before seeing the encoding: every figure and mention with all
fields, the instruments, the findings by paragraph, and the misprints. All 78 figures agreed in magnitude, qualifier,
resolution, time, time basis, time collection, statuses and governing *ước*, and in unit except for 11 counted nouns,
whose unit that reader left open or named differently. The differences:

- "Đề án 161" (1443) was read as a name; it remains the number of the decision that the scheme is named after;
- "29/4 - 6/5" was again read as one mention;
- seven findings said slightly more or less than the text (2572, 2619, 10492, 13498, 15580, 16503, 18609), and one
  mentioned training in general where the text has vocational training (18940): these were corrected;
- five more misprints (149, 390, 4301, 16499, 16594), and the possible meanings of the date of the page: these were
  added to the notes.

**Open.** Where the wording allows two readings, one was chosen and the note names the other:

- *bình quân mỗi năm* at the head of a clause is read as applying to all persons treated for drug use (9043, 9156), but
  not to the workers sent abroad after the semicolon (6299), who are read as the total of 2016-2018;
- *hàng tháng* (6928) is read as a number of turns in each month;
- the value of the children's gifts (8194) is read as that of one year;
- "100% kế hoạch" (8515) is read as referring to the share just before it, not to the communes;
- 91,77% (10527) is read as the level at the end of the three years that raised it;
- the second statement of poverty in 2018 (5053, 5091) is read as the level on some day of the year; the end of the
  year may be meant again;
- *đến nay* (6704) is read as applying to the first sentence of its paragraph, not to later counts (6868 to 7095);
- the date of the page (35) may be that of publication or that of display.

**Limitations.** Where the text gives no time, the reporting period is assumed and `Observation.time_basis` is
``assumed``: for 42 of 70 observations. The classification codes of indicators were assigned by the encoders, not by the
document; some differ from the heading under which the document prints them, and indicators that serve only as
denominators (households, villages, land) have none. No denominator of a rate is printed, and some are not even named:
notes state where the usual definition was used. The text gives no date for two instruments (29-NQ/TW, 1668/QĐ-TTg) and
no subject for two (29-NQ/TW, 1418/KH-UBND), and none was looked up. Other doubts are in the notes of the figures that
they affect.
"""

from __future__ import annotations

from functools import cache

from aseansc.authoring import assemble
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
from aseansc.reviews import Review
from aseansc.texts import Text

__all__ = ["load"]


@cache
def load() -> Review:
    """Return the review of Lai Châu; the same object each time."""
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
            en="The list of other news below the author's name, with its dates, is not part of the review and is not "
            "encoded. Misprints are kept: a wrong letter, tone mark or word (149, 390, 5171, 8653, 16594, 19105), a "
            "missing or repeated word (5386, 17531), an extra comma (8809), a missing space (4301, 16499, 20085).",
            vi="Danh sách tin khác dưới tên tác giả, cùng ngày tháng của các tin đó, không thuộc bản sơ kết nên không "
            "mã hóa. Lỗi in được giữ nguyên: sai chữ, dấu hoặc từ (149, 390, 5171, 8653, 16594, 19105), thiếu hoặc "
            "lặp từ (5386, 17531), thừa dấu phẩy (8809), thiếu dấu cách (4301, 16499, 20085).",
        ),
    )
