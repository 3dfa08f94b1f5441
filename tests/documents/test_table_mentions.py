"""Serial numbers, numbers of columns and times in the heads of tables: mentions of a draft, so that all is cited."""

from __future__ import annotations

from pathlib import Path

from aseansc import AsOf, Period
from aseansc.drafts import Draft, PartialRecord
from aseansc.mentions import MentionKind
from tests.documents._made import table
from tests.documents.test_tables import drafted

HEAD = ("TT", "Chỉ tiêu", "ĐVT", "TH 2022", "KH năm 2023", "TH đến 31/12/2023")


def mentions(found: Draft) -> dict[str, list[object]]:
    """Return the contents of the mentions whose kinds are known, by kind."""
    known: dict[str, list[object]] = {}
    for one in found.mentions:
        if isinstance(one, PartialRecord) and isinstance(one["kind"], MentionKind):
            known.setdefault(one["kind"], []).append(one["content"])
    return known


def test_serial_numbers_and_times_in_heads_are_mentions(tmp_path: Path) -> None:
    rows = (
        HEAD,
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        ("1", "Trồng rừng", "ha", "850", "900", "902"),
        ("1.1", "Rừng phòng hộ", "ha", "350", "400", "402"),
        ("II", "Số hộ nghèo", "hộ", "350", "300", "290"),
    )
    found = mentions(drafted(tmp_path, table(*rows)))
    assert found[MentionKind.ORDINAL] == [1, 2, 3, 4, 5, 6, 1, 1, 1]
    assert found[MentionKind.DATE] == [Period.year(2022), Period.year(2023), AsOf.parse("2023-12-31")]


def test_codes_of_rows_are_not_serial_numbers(tmp_path: Path) -> None:
    rows = (("Mã xã", "Tên xã", "Số hộ năm 2023 (hộ)"), ("03217", "Xã A", "850"), ("03218", "Xã B", "900"))
    found = drafted(tmp_path, table(*rows))
    assert 3217 not in mentions(found).get(MentionKind.ORDINAL, [])
