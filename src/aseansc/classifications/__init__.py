"""Classifications: versioned code lists, including the ASCC Blueprint and places."""

from aseansc.classifications._codes import Classification, Code
from aseansc.classifications.ascc import ASCC_2025
from aseansc.classifications.places import PLACES

__all__ = ["ASCC_2025", "PLACES", "Classification", "Code"]
