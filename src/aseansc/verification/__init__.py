"""Compare figures with the text that they come from: each is confirmed, refuted or undecided.

`verify` compares the figures of a review with its document, `verify_claims` compares figures that a program, a language
model or a person extracted. Both compare meaning, not only digits: "trên 60.000 lượt hộ" refutes 60,000 households.

>>> text = "Đến cuối năm 2018, tỷ lệ hộ nghèo còn 25,55%, giảm bình quân 4,95%/năm."
>>> claims = [
...     {"number": 25.55, "unit": "%", "kind": "share", "time": "2018", "quote": "25,55%"},
...     {"number": 4.95, "unit": "%/năm", "kind": "relative_change", "quote": "4,95%/năm"},
... ]
>>> for result in verify_claims(text, claims):
...     print(result.verdict.value, list(map(str, result.differs)))
confirmed []
refuted ['sign']
"""

from __future__ import annotations

from aseansc.verification._claims import ExtractedFigure, ExtractedKind, Scale, claims_schema, loads_claims
from aseansc.verification._mismatches import Mismatch, passages_of as passages_of, uncited_numbers as uncited_numbers
from aseansc.verification._moved import MovedReview, move_citations, move_in_python
from aseansc.verification._results import Aspect, FigureVerdict, Verification, VerifiedFigure
from aseansc.verification._verify import verify, verify_claims

__all__ = [
    "Aspect",
    "ExtractedFigure",
    "ExtractedKind",
    "FigureVerdict",
    "Mismatch",
    "MovedReview",
    "Scale",
    "Verification",
    "VerifiedFigure",
    "claims_schema",
    "loads_claims",
    "move_citations",
    "move_in_python",
    "verify",
    "verify_claims",
]
