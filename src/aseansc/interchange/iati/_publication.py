"""Facts about the publication of a review that IATI requires and a review does not have."""

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

_REFERENCE: Final = r"[^\s/&|?]+"
reference: Final = matching(_REFERENCE, "an IATI identifier, without spaces and / & | ?")


@final
@frozen(kw_only=True)
class Organisation:
    """An organisation.

    Args:
        ref: its identifier: the code of a registration agency (see org-id.guide), a hyphen, and the number given by it.
        name: its name.
        type: its type.

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
"""The publisher if none is given: valid for the schema, and not accepted by the IATI registry."""


@final
@frozen(kw_only=True)
class Participant:
    """An organisation that takes part in an activity, and its role.

    Args:
        organisation: the organisation.
        role: its role, such as accountable or implementing.
    """

    organisation: Organisation = field(validator=instance_of(Organisation))
    role: OrganisationRole = field(validator=instance_of(OrganisationRole))


@final
@frozen(kw_only=True)
class Publication:
    """Facts about the publication of a review as an IATI activity.

    All fields have defaults, which state as little as IATI allows.

    Args:
        publisher: the reporting organisation; the default is `UNREGISTERED`.
        identifier: the identifier of the activity; the default is that of the publisher, a hyphen and the review's id.
        participants: the participating organisations; the default is the publisher as the accountable organisation.
        status: the status of the activity; the default is ``closed``, since a review reports on the past. The last day
            of the review's period is the actual end of a closed activity, and the planned end of any other.
        result_type: the type of all results; the default is ``other``.
        country: the country code (ISO 3166-1); the default is the start of the code of the review's place, if that is a
            country code.
        sector: an OECD DAC purpose code; the default is "Sectors not specified".
        generated: the time when the file was generated; left out by default, so that equal reviews give equal files.

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
    sector: str = field(default=SECTORS_NOT_SPECIFIED, validator=matching("[0-9]{5}", "a purpose code of five digits"))
    generated: dt.datetime | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(dt.datetime, absent=(Absent.NOT_STATED,))
    )

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.identifier, Absent) and (
            not re.fullmatch(_REFERENCE, self.identifier) or not self.identifier.startswith(self.publisher.ref)
        ):
            raise FieldError(
                "the identifier of the activity does not start with that of the publisher",
                where="Publication.identifier",
                got=self.identifier,
                expected=f"{self.publisher.ref}-…, without spaces and / & | ?",
            )
        if not isinstance(self.country, Absent) and not re.fullmatch("[A-Z]{2}", self.country):
            raise FieldError(
                "not a country code", where="Publication.country", got=self.country, expected="two letters such as VN"
            )

    def identifier_of(self, review: Review) -> str:
        """Return the identifier of the activity for a review."""
        return f"{self.publisher.ref}-{review.id}" if isinstance(self.identifier, Absent) else self.identifier

    def country_of(self, review: Review) -> str:
        """Return the country code of a review, or an empty string if it is not known."""
        if not isinstance(self.country, Absent):
            return self.country
        match = re.match(r"([A-Z]{2})(?:-|$)", review.place)
        return match[1] if match else ""

    def all_participants(self) -> tuple[Participant, ...]:
        """Return the participants; if none are given, the default one."""
        return self.participants or (Participant(organisation=self.publisher, role=OrganisationRole.ACCOUNTABLE),)
