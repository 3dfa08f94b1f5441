"""The document, and what all parts of the review share."""

from __future__ import annotations

import datetime as dt
from typing import Final

from aseansc.authoring import ReportPart
from aseansc.citations import Document
from aseansc.periods import Period

DOCUMENT: Final = Document(
    id="lai-chau-2019",
    title="Sơ kết 3 năm thực hiện Đề án XD triển khai KH thực hiện các mục tiêu của Cộng đồng VH - XH ASEAN",
    sha256="80c86f79f37be8d4b6e16deae672b9871f18b0efcbca6632eedc43da6bbff69e",
    lang="vi",
    date=dt.date(2019, 11, 15),
    author="Huy Dương",
)

PERIOD: Final = Period.years(2016, 2018)
YEAR_2016: Final = Period.year(2016)
YEAR_2018: Final = Period.year(2018)


def part(*codes: str) -> ReportPart:
    """Return a part of the review with default classification codes for its indicators."""
    return ReportPart(document=DOCUMENT.id, place="VN-01", period=PERIOD, codes=codes)
