"""Compare figures with the text that they come from: each is confirmed, refuted or undecided.

`verify` compares the figures of a review with its document, `verify_claims` compares figures that a program, a language
model or a person extracted. Both compare meaning, not only digits: "trên 60.000 lượt hộ" refutes 60,000 households.

>>> text = "Đến cuối năm 2018, tỷ lệ hộ nghèo còn 25,55%, giảm bình quân 4,95%/năm."
>>> claims = [
...     {"number": 25.55, "unit": "%", "kind": "share", "time": "2018", "quote": "25,55%"},
...     {"number": 4.95, "unit": "%/năm", "kind": "relative_change", "quote": "4,95%/năm"},
... ]
>>> for result in verify_claims(text, claims):
...     print(result.verdict.value, result.reason)
confirmed
refuted sign: the text states a decrease, and the number is 4.95
"""

from __future__ import annotations

from aseansc.verification._claims import ExtractedFigure, ExtractedKind, Scale, claims_schema, loads_claims
from aseansc.verification._results import Aspect, FigureVerdict, Verification, VerifiedFigure
from aseansc.verification._verify import verify, verify_claims

__all__ = [
    "Aspect",
    "ExtractedFigure",
    "ExtractedKind",
    "FigureVerdict",
    "Scale",
    "Verification",
    "VerifiedFigure",
    "claims_schema",
    "loads_claims",
    "verify",
    "verify_claims",
]
