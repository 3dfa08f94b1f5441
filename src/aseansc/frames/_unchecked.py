"""The checks of an audit that frames do not have the data for."""

from __future__ import annotations

from typing import Final

from aseansc.audit import CheckCode

UNCHECKED: Final = {
    **dict.fromkeys(
        (CheckCode.CHANGE_LEVELS, CheckCode.CHANGE_BOUNDS, CheckCode.CHANGE_CHAIN, CheckCode.CHANGE_WORDS),
        "a frame has no claims about changes, and no findings",
    ),
    **dict.fromkeys(
        (CheckCode.PLAN_ATTAINMENT, CheckCode.PLAN_WAYS, CheckCode.PLAN_PARTS, CheckCode.PLAN_ACTUAL),
        "a frame has no targets: see aseansc.frames.attainment",
    ),
    **dict.fromkeys(
        (CheckCode.SHARE_CLAIM, CheckCode.SHARE_UNIT, CheckCode.SHARE_BOUNDS), "a frame has no claims about shares"
    ),
    CheckCode.DURATION_PERIOD: "a frame has no mentions of durations",
    **dict.fromkeys(
        (CheckCode.ESTIMATE_OVER, CheckCode.TIME_OUTSIDE, CheckCode.TIME_AHEAD, CheckCode.DOCUMENT_DATES),
        "a frame has neither the dates of documents nor the period of the review",
    ),
    CheckCode.JOINT_BOUNDS: "it needs all figures of a place at once, as objects",
}
"""The checks of an audit that `aseansc.frames.audit` does not make, each with the reason."""
