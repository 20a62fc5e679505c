"""What is written on Wagtail's and allauth's own screens is in the one trail too, in words."""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import Page

from campaigns.outreach.staff import campaign_viewset
from tests.factories.accounts import UserFactory
from tests.factories.documents import image_bytes, pdf_bytes, upload
from tests.factories.outreach import CampaignPageFactory
from tests.factories.territory import TargetGroupFactory, TopicFactory
from tests.support.html import Read, words
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core import audit
from vicinia.core.audit.models import AuditEntry
from vicinia.home.sections.models import InformationPage
from vicinia.territory.topics.models import Topic

pytestmark = pytest.mark.django_db


def staff(*roles: Role) -> User:
    user = UserFactory(first_name="Ada", last_name="Rossi")
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def said(**where: object) -> list[tuple[str, str, str]]:
    rows = AuditEntry.objects.filter(**where).order_by("pk")
    return [(row.action, row.actor_label, row.target_label) for row in rows]


def test_publishing_and_deleting_a_page_are_in_the_trail() -> None:
    editor = staff(Role.PUBLISHER)
    home = Page.objects.filter(depth=2).get()
    page = home.add_child(instance=InformationPage(title="Orari estivi", summary="Da luglio.", live=False))
    page.save_revision(user=editor).publish(user=editor)
    page.delete(user=editor)
    actions = said(target_type="home.informationpage")
    assert ("wagtail.publish", "Ada Rossi", "Orari estivi") in actions
    assert ("wagtail.delete", "Ada Rossi", "Orari estivi") in actions


def test_what_staff_change_in_a_list_is_in_the_trail_once(client: Client) -> None:
    client.force_login(staff(Role.ADMINISTRATOR))
    add = reverse(Topic.snippet_viewset.get_url_name("add"))
    client.post(add, {"name": "Casa", "slug": "casa", "description": ""})
    assert said(target_type="territory.topic") == [("wagtail.create", "Ada Rossi", "Casa")]


def test_an_editor_that_saves_by_itself_leaves_one_entry() -> None:
    editor, topic = staff(Role.EDITOR), Topic.objects.create(name="Casa", slug="casa")
    while_writing = uuid.uuid4()
    for _ in range(3):
        log(instance=topic, action="wagtail.edit", user=editor, uuid=while_writing)
    log(instance=topic, action="wagtail.edit", user=editor, uuid=uuid.uuid4())
    assert len(said(target_type="territory.topic")) == 2


def test_what_is_done_to_several_pages_at_once_is_in_the_trail_for_each(client: Client) -> None:
    client.force_login(staff(Role.ADMINISTRATOR))
    pages = [CampaignPageFactory(title=title) for title in ("Respira", "Cammina")]
    chosen = "&".join(f"id={page.pk}" for page in pages)
    client.post(f"/cms/bulk/wagtailcore/page/unpublish/?{chosen}", {"next": "/cms/"})
    labels = {label for _action, _who, label in said(action="wagtail.unpublish")}
    assert labels == {"Respira", "Cammina"}


def test_what_is_made_in_a_dialog_of_the_editor_is_in_the_trail(client: Client) -> None:
    client.force_login(staff(Role.EDITOR))
    topic, group = TopicFactory(), TargetGroupFactory()
    dialog = campaign_viewset.chooser_viewset.get_url_name("create")
    made = {
        "new-title": "Respira",
        "new-goal": "Meno fumo in casa.",
        "new-topic": topic.pk,
        "new-target_groups": [group.pk],
        "new-starts_on": "01/03/2026",
    }
    assert client.post(reverse(dialog), made).json()["step"] == "chosen"
    assert said(target_type="campaigns.campaign") == [("wagtail.create", "Ada Rossi", "Respira")]


# Wagtail leaves the rendition's temporary file to the garbage collector.
@pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")
def test_a_file_is_in_the_trail_whatever_screen_it_was_sent_or_deleted_from(client: Client) -> None:
    client.force_login(staff(Role.ADMINISTRATOR))
    one = {
        "document-chooser-upload-title": "Statuto",
        "document-chooser-upload-file": upload(pdf_bytes()),
        "document-chooser-upload-collection": 1,
    }
    assert client.post(reverse("wagtaildocs_chooser:create"), one).json()["step"] == "chosen"
    several = {"title": "Casa", "files[]": upload(image_bytes(), "casa.png")}
    ajax = {"x-requested-with": "XMLHttpRequest"}
    sent = client.post(reverse("wagtailimages:add_multiple"), several, headers=ajax).json()
    client.post(reverse("wagtailimages:delete", args=[sent["image_id"]]))
    assert said(target_type="wagtaildocs.document") == [("wagtail.create", "Ada Rossi", "Statuto")]
    assert said(target_type="wagtailimages.image") == [
        ("wagtail.create", "Ada Rossi", "Casa"),
        ("wagtail.delete", "Ada Rossi", "Casa"),
    ]


def test_a_new_account_and_a_new_password_are_in_the_trail(client: Client) -> None:
    form = {
        "email": "nuova@example.com",
        "first_name": "Nuova",
        "last_name": "Persona",
        "password1": "una-lunga-password",
        "password2": "una-lunga-password",
    }
    client.post("/registrati/", form)
    user = User.objects.get(email="nuova@example.com")
    assert said(action="accounts.user.signed_up") == [("accounts.user.signed_up", str(user), str(user))]
    client.force_login(user)
    change = {
        "oldpassword": "una-lunga-password",
        "password1": "altra-lunga-password",
        "password2": "altra-lunga-password",
    }
    client.post("/accedi/password/change/", change)
    assert said(action="accounts.user.password_changed")


def test_the_trail_reads_in_words_filters_and_exports_without_formulas(client: Client) -> None:
    officer, topic = staff(Role.TRANSPARENCY_OFFICER), Topic.objects.create(name="=1+1", slug="casa")
    log(instance=topic, action="wagtail.edit", user=officer)
    audit.record("accounts.user.signed_up", by=officer, target=officer)
    log(instance=topic, action="wagtail.publish", user=None)
    client.force_login(officer)
    page = client.get("/cms/registro-operazioni/").content.decode()
    assert "Nuovo account" in page
    assert "Modifica" in page
    assert "accounts.user" not in page.replace('accounts.user.signed_up"', "").replace('"accounts.user"', "")
    rows = [words(row) for row in Read(page).soup.select("table.listing tbody tr")]
    assert any("Pubblicazione la piattaforma" in row for row in rows), rows
    only = client.get("/cms/registro-operazioni/", {"target_type": "territory.topic"}).content.decode()
    assert "=1+1" in only
    assert "Nuovo account</td>" not in only.replace(" ", "").replace("\n", "")
    export = b"".join(client.get("/cms/registro-operazioni/", {"export": "csv"}))
    assert b"'=1+1" in export


def test_an_entry_opens_in_words_with_its_code_last(client: Client) -> None:
    topic = Topic.objects.create(name="Vicinato", slug="vicinato")
    entry = audit.record("territory.topic.updated", by=staff(Role.EDITOR), target=topic, changes=["name"])
    client.force_login(staff(Role.TRANSPARENCY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("registro-operazioni:inspect", args=[entry.pk])).content.decode()
    assert '<h2 class="v-record__title">Aggiornamento: Vicinato</h2>' in page
    assert "Ada Rossi" in page
    assert page.index("Tipo di oggetto") < page.index("territory.topic.updated")
