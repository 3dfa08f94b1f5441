"""The audit: can the figures of a review all be true?

`audit` asks every question that the structure of a review declares, and answers each over intervals, with a verdict
that a person can check by hand. The rules know the model, never an indicator of one review; a true report is never
contradicted.
"""

from aseansc.audit._audit import Audit, audit
from aseansc.audit._checks import (
    Assumption,
    AssumptionKind,
    Check,
    CheckCode,
    Computation,
    Evidence,
    Implied,
    Lang,
    Missing,
    MissingKind,
    Reading,
    ReadingKind,
    Relation,
    Verdict,
)
from aseansc.audit._conventions import USUAL, Convention

__all__ = [
    "USUAL",
    "Assumption",
    "AssumptionKind",
    "Audit",
    "Check",
    "CheckCode",
    "Computation",
    "Convention",
    "Evidence",
    "Implied",
    "Lang",
    "Missing",
    "MissingKind",
    "Reading",
    "ReadingKind",
    "Relation",
    "Verdict",
    "audit",
]
