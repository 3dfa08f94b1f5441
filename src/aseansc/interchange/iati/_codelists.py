"""Code lists of IATI.

References: the embedded code lists of IATI 2.03 (ActivityDateType, ActivityStatus, IndicatorMeasure,
OrganisationRole, OrganisationType, ResultType) and the list IndicatorVocabulary, which IATI keeps apart from the
standard's versions (as of 2024), in the repositories IATI/IATI-Codelists and IATI/IATI-Codelists-NonEmbedded.
"""

from __future__ import annotations

from typing import Final, final

from aseansc.codelists import CodeList

VERSION: Final = "2.03"
"""The version of IATI that `dumps` writes."""

VERSIONS: Final = ("2.01", "2.02", "2.03")
"""The versions that can be read."""


@final
class ResultType(CodeList):
    """The type of a result (IATI 2.03: ResultType)."""

    OUTPUT = "1"
    OUTCOME = "2"
    IMPACT = "3"
    OTHER = "9"


@final
class Measure(CodeList):
    """The type of the values of an indicator (IATI 2.03: IndicatorMeasure); IATI has no other field for the unit.

    IATI requires values for all measures except ``qualitative``, for which they are left out.
    """

    UNIT = "1"
    PERCENTAGE = "2"
    NOMINAL = "3"
    ORDINAL = "4"
    QUALITATIVE = "5"


@final
class IndicatorVocabulary(CodeList):
    """The vocabulary of the code of an indicator (IATI: IndicatorVocabulary)."""

    WHO_REGISTRY = "1"
    SPHERE_HANDBOOK = "2"
    US_FOREIGN_ASSISTANCE = "3"
    WORLD_DEVELOPMENT_INDICATORS = "4"
    MILLENNIUM_DEVELOPMENT_GOALS = "5"
    HUMANITARIAN_RESPONSE = "6"
    HIV_AIDS_REGISTRY = "7"
    PRIVATE_SECTOR_OPERATIONS = "8"
    SUSTAINABLE_DEVELOPMENT_GOALS = "9"
    REPORTING_ORGANISATION = "99"


@final
class OrganisationType(CodeList):
    """The type of an organisation (IATI 2.03: OrganisationType)."""

    GOVERNMENT = "10"
    LOCAL_GOVERNMENT = "11"
    OTHER_PUBLIC_SECTOR = "15"
    INTERNATIONAL_NGO = "21"
    NATIONAL_NGO = "22"
    REGIONAL_NGO = "23"
    PARTNER_COUNTRY_NGO = "24"
    PUBLIC_PRIVATE_PARTNERSHIP = "30"
    MULTILATERAL = "40"
    FOUNDATION = "60"
    PRIVATE_SECTOR = "70"
    PRIVATE_SECTOR_IN_PROVIDER_COUNTRY = "71"
    PRIVATE_SECTOR_IN_RECIPIENT_COUNTRY = "72"
    PRIVATE_SECTOR_IN_THIRD_COUNTRY = "73"
    ACADEMIC = "80"
    OTHER = "90"


@final
class OrganisationRole(CodeList):
    """The role of an organisation in an activity (IATI 2.03: OrganisationRole)."""

    FUNDING = "1"
    ACCOUNTABLE = "2"
    EXTENDING = "3"
    IMPLEMENTING = "4"


@final
class ActivityStatus(CodeList):
    """The status of an activity (IATI 2.03: ActivityStatus)."""

    PIPELINE = "1"
    IMPLEMENTATION = "2"
    FINALISATION = "3"
    CLOSED = "4"
    CANCELLED = "5"
    SUSPENDED = "6"


@final
class DateType(CodeList):
    """The type of a date of an activity (IATI 2.03: ActivityDateType)."""

    PLANNED_START = "1"
    ACTUAL_START = "2"
    PLANNED_END = "3"
    ACTUAL_END = "4"


SCHEMES: Final = {
    "WHO": IndicatorVocabulary.WHO_REGISTRY,
    "Sphere": IndicatorVocabulary.SPHERE_HANDBOOK,
    "USFAF": IndicatorVocabulary.US_FOREIGN_ASSISTANCE,
    "WDI": IndicatorVocabulary.WORLD_DEVELOPMENT_INDICATORS,
    "MDG": IndicatorVocabulary.MILLENNIUM_DEVELOPMENT_GOALS,
    "HRI": IndicatorVocabulary.HUMANITARIAN_RESPONSE,
    "HIV": IndicatorVocabulary.HIV_AIDS_REGISTRY,
    "HIPSO": IndicatorVocabulary.PRIVATE_SECTOR_OPERATIONS,
    "SDG": IndicatorVocabulary.SUSTAINABLE_DEVELOPMENT_GOALS,
}
"""The schemes of codes such as ``SDG:1.2.1`` that are vocabularies of IATI."""

SECTORS_NOT_SPECIFIED: Final = "99810"
"""The OECD DAC purpose code "Sectors not specified"."""
