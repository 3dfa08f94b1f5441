"""Check whether the figures of a review can all be true.

`audit` runs every check that the declared structure of a review allows (breakdowns, rates, changes, plans, shares) and
gives each a verdict that a person can repeat by hand. It computes with intervals: the range of values that each printed
figure allows. No rule is specific to one review. A contradiction has a `Nature`: figures that are all true, as reports
usually state them, never contradict each other in their arithmetic.
"""

from aseansc.audit._answers import Answer, answer_form, load_answers
from aseansc.audit._audit import audit, rule_checks
from aseansc.audit._bounds import Bound
from aseansc.audit._codes import (
    AssumptionKind,
    CheckCode,
    FindingGroup,
    MissingKind,
    Nature,
    ReadingKind,
    Relation,
    Verdict,
)
from aseansc.audit._conventions import USUAL, Convention
from aseansc.audit._findings import AuditFinding
from aseansc.audit._groups import disjoint_categories
from aseansc.audit._repair_results import Correction, Repair, RepairKind, Repairs
from aseansc.audit._results import (
    Assumption,
    Audit,
    Check,
    Computation,
    Evidence,
    Implied,
    Missing,
    Reading,
)
from aseansc.audit._screen_results import AuditScreen, ScreenGroup, ScreenItem
from aseansc.audit._table import audit_table
from aseansc.labels import Lang

__all__ = [
    "USUAL",
    "Answer",
    "Assumption",
    "AssumptionKind",
    "Audit",
    "AuditFinding",
    "AuditScreen",
    "Bound",
    "Check",
    "CheckCode",
    "Computation",
    "Convention",
    "Correction",
    "Evidence",
    "FindingGroup",
    "Implied",
    "Lang",
    "Missing",
    "MissingKind",
    "Nature",
    "Reading",
    "ReadingKind",
    "Relation",
    "Repair",
    "RepairKind",
    "Repairs",
    "ScreenGroup",
    "ScreenItem",
    "Verdict",
    "answer_form",
    "audit",
    "audit_table",
    "disjoint_categories",
    "load_answers",
    "rule_checks",
]
