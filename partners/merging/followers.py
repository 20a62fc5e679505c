"""What follows, of this app, when two bodies are merged."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from vicinia.core.merging import Follower, followers

FOLLOWERS = {
    # The same agreement registered with both is money that counts twice: one is annulled first.
    "partners.Agreement.organisation": Follower(_("agreements"), blocks=True),
    "partners.Membership.organisation": Follower(_("people who act for it")),
    "partners.Invitation.organisation": Follower(_("invitations")),
    "partners.Claim.organisation": Follower(_("requests to act for it")),
    "partners.Officer.organisation": Follower(_("holders of an office")),
    "partners.VerificationMessage.organisation": Follower(_("messages with the office")),
    "partners.DossierDocument.organisation": Follower(_("documents of the dossier")),
    "partners.VolunteerNotice.organisation": Follower(_("notices for volunteers")),
    "partners.Organisation_topics.organisation": Follower(_("topics")),
    "partners.Organisation_target_groups.organisation": Follower(_("target groups")),
    "partners.Logo.organisation": Follower(_("logo")),
    # What was checked or confirmed, and what is shown to everybody, is about that record alone.
    "partners.VerificationCheck.organisation": Follower(_("checks"), stays=True),
    "partners.YearlyConfirmation.organisation": Follower(_("yearly confirmations"), stays=True),
    "partners.ConfirmationRequest.organisation": Follower(_("requests of confirmation"), stays=True),
    "partners.PublicField.organisation": Follower(_("public parts of the profile"), stays=True),
    # A chain of merges is undone from its end.
    "partners.Organisation.merged_into": Follower(_("bodies that went into it"), stays=True),
    "partners.MergeRecord.winner": Follower(_("merges"), stays=True),
    "partners.MergeRecord.loser": Follower(_("merges"), stays=True),
}


def register() -> None:
    """Called once when the application starts."""
    for key, follower in FOLLOWERS.items():
        followers.register(key, follower)
