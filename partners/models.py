"""Django looks for an app's models here; each concept keeps its own."""

from .agreements.models import Agreement, Payment
from .claims.models import Claim
from .confirmations.models import ConfirmationRequest, YearlyConfirmation
from .dossier.models import DossierDocument, DossierVersion
from .invitations.models import Invitation
from .logos.models import Logo
from .merging.models import MergeRecord
from .officers.models import Officer
from .organisations.models import Membership, Organisation
from .profiles.models import PublicField
from .schools.headcounts.models import Headcount
from .schools.models import Institute, School, SchoolContact
from .schools.referents.models import Referent
from .schools.registry.models import LoadPart, SchoolImport
from .schools.succession.models import SchoolSuccession
from .verification.models import VerificationCheck, VerificationMessage
from .volunteering.models import VolunteerNotice

__all__ = [
    "Agreement",
    "Claim",
    "ConfirmationRequest",
    "DossierDocument",
    "DossierVersion",
    "Headcount",
    "Institute",
    "Invitation",
    "LoadPart",
    "Logo",
    "Membership",
    "MergeRecord",
    "Officer",
    "Organisation",
    "Payment",
    "PublicField",
    "Referent",
    "School",
    "SchoolContact",
    "SchoolImport",
    "SchoolSuccession",
    "VerificationCheck",
    "VerificationMessage",
    "VolunteerNotice",
    "YearlyConfirmation",
]
