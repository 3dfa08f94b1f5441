"""Who publishes a review through IATI, and as what: what IATI asks for and no review holds."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, final

from attrs import field, frozen

from aseansc._attrs import as_tuple, instance_of, instance_or_absent, matching, tuple_of
from aseansc.codelists import Absent
from aseansc.errors import FieldError
from aseansc.interchange.iati._codelists import (
    SECTORS_NOT_SPECIFIED,
    ActivityStatus,
    OrganisationRole,
    OrganisationType,
    ResultType,
)
from aseansc.reviews import Review
from aseansc.texts import Text

_REFERENCE: Final = re.compile(r"[^\s/&|?]+")
reference: Final = matching(_REFERENCE, "an identifier of IATI, without blanks and / & | ?")


@final
@frozen(kw_only=True)
class Organisation:
    """An organisation, as IATI knows it.

    Args:
        ref: its identifier: that of a registration agency, a hyphen, and its number there (org-id.guide has them).
        name: its name.
        type: what sort of organisation it is.

    >>> Organisation(ref="XX-TEST-1", name=Text(en="A statistics office"), type=OrganisationType.GOVERNMENT).ref
    'XX-TEST-1'
    """

    ref: str = field(validator=reference)
    name: Text = field(validator=instance_of(Text))
    type: OrganisationType = field(default=OrganisationType.OTHER, validator=instance_of(OrganisationType))


UNREGISTERED: Final = Organisation(
    ref="unregistered",
    name=Text(en="No registered publisher", vi="Chưa có đơn vị công bố đăng ký"),
)
"""Stands where no publisher was named: valid in form, and no registry of IATI will take it for one."""


@final
@frozen(kw_only=True)
class Participant:
    """An organisation that takes part in an activity, and its part."""

    organisation: Organisation = field(validator=instance_of(Organisation))
    role: OrganisationRole = field(validator=instance_of(OrganisationRole))


@final
@frozen(kw_only=True)
class Publication:
    """How a review is published as an activity of IATI.

    Every field has a default that claims as little as IATI allows.

    Args:
        publisher: who publishes it; unless it is given, `UNREGISTERED`.
        identifier: of the activity; unless it is given, the publisher's, a hyphen and the id of the review.
        participants: who takes part; unless any is given, the publisher, as accountable.
        status: how far the activity has come. A review tells of what lies behind it, so ``closed`` unless given;
            the last day of its period is an actual end for a closed activity and a planned one for any other.
        result_type: of all results; ``other`` unless given, for a review does not say.
        country: the country it is for, by ISO 3166-1; unless it is given, the one that the code of its place begins
            with, and none where that begins with none.
        sector: a purpose code of OECD DAC; that of "not specified" unless given.
        generated: when the file was made; left out unless given, so that equal reviews have equal files.

    >>> Publication().status
    ActivityStatus.CLOSED
    """

    publisher: Organisation = field(default=UNREGISTERED, validator=instance_of(Organisation))
    identifier: str | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(str, absent=(Absent.NOT_STATED,))
    )
    participants: tuple[Participant, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Participant))
    status: ActivityStatus = field(default=ActivityStatus.CLOSED, validator=instance_of(ActivityStatus))
    result_type: ResultType = field(default=ResultType.OTHER, validator=instance_of(ResultType))
    country: str | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(str, absent=(Absent.NOT_STATED,))
    )
    sector: str = field(
        default=SECTORS_NOT_SPECIFIED, validator=matching(re.compile("[0-9]{5}"), "a purpose code of five digits")
    )
    generated: dt.datetime | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(dt.datetime, absent=(Absent.NOT_STATED,))
    )

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.identifier, Absent) and (
            not _REFERENCE.fullmatch(self.identifier) or not self.identifier.startswith(self.publisher.ref)
        ):
            raise FieldError(
                "an activity's identifier begins with that of its publisher",
                where="Publication.identifier",
                got=self.identifier,
                expected=f"{self.publisher.ref}-…, without blanks and / & | ?",
            )
        if not isinstance(self.country, Absent) and not re.fullmatch("[A-Z]{2}", self.country):
            raise FieldError(
                "not the code of a country", where="Publication.country", got=self.country, expected="such as VN"
            )

    def identifier_of(self, review: Review) -> str:
        """The identifier of the activity that a review becomes."""
        return f"{self.publisher.ref}-{review.id}" if isinstance(self.identifier, Absent) else self.identifier

    def country_of(self, review: Review) -> str:
        """The country that a review is for; "" where that is not known."""
        if not isinstance(self.country, Absent):
            return self.country
        begun = re.match(r"([A-Z]{2})(?:-|$)", review.place)
        return begun[1] if begun else ""

    def all_participants(self) -> tuple[Participant, ...]:
        """Who takes part, the default filled in."""
        return self.participants or (Participant(organisation=self.publisher, role=OrganisationRole.ACCOUNTABLE),)
