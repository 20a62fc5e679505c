"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path

from .agreements import views as agreements
from .claims import views as claims
from .confirmations import views as confirmations
from .dossier import views as dossier
from .invitations import views as invitations
from .logos import views as logos
from .memberships import views as memberships
from .officers import views as officers
from .organisations import views as organisations
from .profiles import views as profiles
from .schools import views as schools
from .schools.access import views as school_access
from .verification import views as verification
from .volunteering import views as volunteering

app_name = "partners"
BODY = "area-riservata/enti/<int:organisation_id>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("area-riservata/enti/nuovo/", organisations.register, name="organisation_register"),
    path(f"{BODY}cariche/", officers.officers, name="officers"),
    path(f"{BODY}cariche/nuova/", officers.add, name="officer_add"),
    path(f"{BODY}cariche/<int:officer_id>/", officers.edit, name="officer_edit"),
    path(f"{BODY}cariche/<int:officer_id>/elimina/", officers.remove, name="officer_remove"),
    path(f"{BODY}conferma/", confirmations.confirm, name="confirmation"),
    path(f"{BODY}volontari/", volunteering.notices, name="notices"),
    path(f"{BODY}volontari/nuovo/", volunteering.add, name="notice_add"),
    path(f"{BODY}volontari/<int:notice_id>/togli/", volunteering.withdraw, name="notice_withdraw"),
    path(f"{BODY}pagina-pubblica/", profiles.choose, name="public_profile"),
    path(f"{BODY}logo/", logos.change, name="logo"),
    path(f"{BODY}logo/immagine/", logos.own, name="logo_file"),
    path("associazioni/loghi/<int:organisation_id>/<slug:version>.png", logos.public, name="public_logo"),
    path(BODY, organisations.detail, name="organisation"),
    path(f"{BODY}modifica/", organisations.edit, name="organisation_edit"),
    path(f"{BODY}persone/", memberships.people, name="members"),
    path(f"{BODY}persone/invita/", invitations.invite, name="member_invite"),
    path(f"{BODY}persone/lascia/", memberships.leave, name="member_leave"),
    path(f"{BODY}persone/<int:membership_id>/", memberships.member, name="member"),
    path(f"{BODY}persone/<int:membership_id>/togli/", memberships.remove, name="member_remove"),
    path("area-riservata/enti/richiesta/", claims.claim, name="claim"),
    path(f"{BODY}persone/richieste/<int:claim_id>/", claims.decide, name="claim_decide"),
    path(f"{BODY}persone/richieste/<int:claim_id>/documento/", claims.proof, name="claim_file"),
    path(f"{BODY}accordi/", agreements.agreements, name="agreements"),
    path(f"{BODY}messaggi/", verification.thread, name="messages"),
    path(f"{BODY}inviti/<int:invitation_id>/ripeti/", invitations.send_again, name="invitation_again"),
    path(f"{BODY}inviti/<int:invitation_id>/ritira/", invitations.revoke, name="invitation_revoke"),
    path("area-riservata/inviti/<int:invitation_id>/", invitations.answer, name="invitation"),
    path("inviti/<str:token>/", invitations.link, name="invitation_link"),
    path(f"{BODY}documenti/", dossier.dossier, name="dossier"),
    path(f"{BODY}documenti/<slug:kind_slug>/", dossier.document, name="dossier_document"),
    path(f"{BODY}documenti/<slug:kind_slug>/carica/", dossier.upload, name="dossier_upload"),
    path(f"{BODY}documenti/<slug:kind_slug>/<int:version_id>/", dossier.file, name="dossier_file"),
    path("area-riservata/scuole/", schools.search, name="school_search"),
    path("area-riservata/scuole/scelta/", schools.choose, name="school_choose"),
    path("area-riservata/scuole/<int:school_id>/", school_access.detail, name="school"),
    path("area-riservata/scuole/<int:school_id>/scrivi/", school_access.write_again, name="school_write"),
    path("area-riservata/scuole/<int:school_id>/lascia/", school_access.leave, name="school_leave"),
    path("area-riservata/scuole/<int:school_id>/referente/", school_access.referent, name="school_referent"),
    path("scuole/conferma/<str:token>/", school_access.confirm, name="school_confirm"),
]
