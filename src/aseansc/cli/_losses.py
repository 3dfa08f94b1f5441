"""List what other readers of a format do not get, one line for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from aseansc.interchange import FileFormat
from aseansc.losses import Loss

OF_SDMX: Final = (FileFormat.SDMX_CSV, FileFormat.SDMX_JSON, FileFormat.SDMX_ML)
"""Formats whose structure message may be in a file of its own."""

READ_BACK: Final = (FileFormat.SDMX_ML,)
"""Formats of which a file contains all that this library reads, also what others do not get."""

_SHOWN: Final = 3


def loss_lines(losses: Iterable[Loss], chosen: FileFormat | None, *, in_full: bool) -> Iterator[str]:
    """Yield a line for each kind of losses, with their number and the first records, or a line for each loss.

    Args:
        losses: the losses.
        chosen: the format that is written; ``None`` for a table of observations.
        in_full: whether every loss has a line of its own.
    """
    kinds: dict[tuple[str, str], list[Loss]] = {}
    for loss in losses:
        if in_full:
            yield f"lost: {loss.what}: {loss.why}{_kept(loss, chosen)}"
        else:
            kinds.setdefault((loss.kind or loss.what, loss.kept_in), []).append(loss)
    for (kind, _), group in kinds.items():
        first = group[0]
        what = first.what if len(group) == 1 else f"{kind}: {len(group)} ({_first_records(group)})"
        same = len({loss.why for loss in group}) == 1
        yield f"lost: {what}: {first.why if same else f'for example, {first.why}'}{_kept(first, chosen)}"


def _first_records(group: list[Loss]) -> str:
    shown = ", ".join(loss.record for loss in group[:_SHOWN])
    return shown if len(group) <= _SHOWN else f"{shown}, …"


def _kept(loss: Loss, chosen: FileFormat | None) -> str:
    if chosen in OF_SDMX:
        return "; to keep it, add --with-structure"
    return f"; kept in {loss.kept_in}" if loss.kept_in else ""
