"""What the trail's actions and objects are called on screen."""

from __future__ import annotations

from django.apps import apps
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import registry

# Nouns: one word serves whatever the object is called.
VERBS: dict[str, str | Promise] = {
    "accepted": gettext_lazy("acceptance of an invitation"),
    "annulled": gettext_lazy("annulment"),
    "answered": gettext_lazy("answer to the office"),
    "approved": gettext_lazy("approval"),
    "asked": gettext_lazy("request"),
    "carried_out": gettext_lazy("carrying out"),
    "cancelled": gettext_lazy("cancellation"),
    "changed": gettext_lazy("change"),
    "check_reopened": gettext_lazy("check to do again"),
    "checked": gettext_lazy("check"),
    "claimed": gettext_lazy("request to act for a body"),
    "closed": gettext_lazy("closing"),
    "confirmation_asked": gettext_lazy("request of confirmation"),
    "confirmed": gettext_lazy("confirmation"),
    "created": gettext_lazy("creation"),
    "declared": gettext_lazy("declaration"),
    "email_confirmed": gettext_lazy("confirmation of the e-mail address"),
    "email_change_asked": gettext_lazy("request for another e-mail address"),
    "email_changed": gettext_lazy("change of the e-mail address"),
    "exported": gettext_lazy("export"),
    "factor_added": gettext_lazy("second step of sign-in added"),
    "factor_removed": gettext_lazy("second step of sign-in removed"),
    "factors_removed": gettext_lazy("second step taken away by the office"),
    "file_attached": gettext_lazy("file attached"),
    "file_removed": gettext_lazy("file removed"),
    "frozen": gettext_lazy("freezing"),
    "help_said": gettext_lazy("who is helped"),
    "imported": gettext_lazy("import"),
    "issued": gettext_lazy("issuing"),
    "invitation_withdrawn": gettext_lazy("withdrawal of an invitation"),
    "invited": gettext_lazy("invitation"),
    "invited_again": gettext_lazy("invitation sent again"),
    "language_noted": gettext_lazy("language of the mails"),
    "held": gettext_lazy("publication put off"),
    "left": gettext_lazy("leaving"),
    "lifted": gettext_lazy("page let out of a silence"),
    "linked": gettext_lazy("linking"),
    "new_device": gettext_lazy("sign-in from a new device"),
    "notice_published": gettext_lazy("notice for volunteers"),
    "notice_withdrawn": gettext_lazy("end of a notice for volunteers"),
    "officer_added": gettext_lazy("new holder of an office"),
    "officer_changed": gettext_lazy("change of an office"),
    "officer_removed": gettext_lazy("removal of an office"),
    "logo_changed": gettext_lazy("new logo"),
    "logo_removed": gettext_lazy("removal of the logo"),
    "link_sent": gettext_lazy("link sent again"),
    "merge_undone": gettext_lazy("undoing of a merge"),
    "mandate_given": gettext_lazy("mandate to sign given"),
    "mandate_taken_back": gettext_lazy("mandate to sign taken back"),
    "merged": gettext_lazy("merge of two into one"),
    "opened": gettext_lazy("consultation"),
    "ordered": gettext_lazy("liquidazione"),
    "paid": gettext_lazy("day of payment"),
    "password_changed": gettext_lazy("new password"),
    "promoted": gettext_lazy("passage from the waiting list"),
    "public_fields_chosen": gettext_lazy("choice of the public page"),
    "published": gettext_lazy("publication"),
    "published_despite": gettext_lazy("publication with faults"),
    "questioned": gettext_lazy("question of the office"),
    "raised": gettext_lazy("putting online"),
    "rated": gettext_lazy("rating"),
    "received": gettext_lazy("reception of the file"),
    "recorded": gettext_lazy("recording"),
    "recovery_code_used": gettext_lazy("recovery code used"),
    "recovery_codes_renewed": gettext_lazy("new recovery codes"),
    "refused": gettext_lazy("refusal"),
    "registered": gettext_lazy("registration"),
    "removed": gettext_lazy("end of a person's link"),
    "rejected": gettext_lazy("rejection"),
    "reminded": gettext_lazy("reminder"),
    "reopened": gettext_lazy("opening again"),
    "resumed": gettext_lazy("resumption of the sending"),
    "revoked": gettext_lazy("revocation"),
    "role_changed": gettext_lazy("change of role"),
    "saved": gettext_lazy("saving"),
    "sending_started": gettext_lazy("start of the sending"),
    "sent": gettext_lazy("end of the sending"),
    "sessions_ended": gettext_lazy("signing out of the other devices"),
    "signed_up": gettext_lazy("new account"),
    "started": gettext_lazy("start"),
    "stopped": gettext_lazy("stop of the sending"),
    "submitted": gettext_lazy("submission"),
    "suspended": gettext_lazy("suspension"),
    "tested": gettext_lazy("test copy"),
    "to_verify": gettext_lazy("back to verification"),
    "topics_changed": gettext_lazy("change of topics"),
    "uncertain_sent_again": gettext_lazy("uncertain copies sent again"),
    "unlinked": gettext_lazy("unlinking"),
    "unreachable": gettext_lazy("address that refuses mail"),
    "updated": gettext_lazy("update"),
    "uploaded": gettext_lazy("upload"),
    "used": gettext_lazy("sign-in"),
    "verified": gettext_lazy("verification"),
    "warned": gettext_lazy("warning"),
    "withdrawn": gettext_lazy("withdrawal"),
    "written": gettext_lazy("writing"),
}

# Wagtail's own labels are those of buttons ("Publish"): the everyday ones are said as ours.
VERBS |= {
    "wagtail.create": VERBS["created"],
    "wagtail.edit": VERBS["changed"],
    "wagtail.publish": VERBS["published"],
    "wagtail.delete": gettext_lazy("deletion"),
    "wagtail.unpublish": gettext_lazy("taking offline"),
    "wagtail.move": gettext_lazy("move"),
    "wagtail.reorder": gettext_lazy("new order"),
}


def action_words(action: str) -> str:
    """Return what was done: "Pubblicazione"; Wagtail has words for its rarer actions."""
    if action in VERBS:
        return capfirst(str(VERBS[action]))
    if action.startswith("wagtail"):
        # The one method of the registry that does not look for the actions first.
        registry.scan_for_actions()
        return str(registry.get_action_label(action))
    return capfirst(str(VERBS[action.rpartition(".")[2]]))


def kind_words(target_type: str) -> str:
    """Return what kind of object it was done to: "Domanda"; an old kind keeps a general name."""
    try:
        return capfirst(str(apps.get_model(target_type)._meta.verbose_name))
    except LookupError:
        return _("Object no longer in use")
