"""What the office does with several rows at once: Wagtail's one address for all of them, each for who may."""

from __future__ import annotations

from django.apps import apps
from django.urls import reverse
from wagtail import hooks

from tests.support.visitors import of_the_office, opened
from vicinia.accounts.roles import Role

OURS = {"vicinia", "calls", "campaigns", "partners"}
OFFICE = {Role.CALLS_OFFICE, Role.RESPONSIBLE_OFFICIAL, Role.ADMINISTRATOR}
CLASSES = {Role.SCHOOLS_OFFICE, Role.ADMINISTRATOR}
READERS = {*OFFICE, Role.EDITOR, Role.PUBLISHER, Role.DIRECTOR, Role.TRANSPARENCY_OFFICER}
# What is done with several rows at once, and who may: (app, model, action).
BULK = {
    ("partners", "organisation", "verify"): OFFICE,
    ("partners", "organisation", "ask_confirmation"): OFFICE,
    ("partners", "organisation", "export"): READERS,
    ("campaigns", "enrolment", "issue_certificates"): CLASSES,
}


def test_what_is_done_with_several_rows_at_once_is_for_who_may(demo_database: None) -> None:
    ours = {
        (action.models[0]._meta.app_label, action.models[0]._meta.model_name, action.action_type)
        for action in hooks.get_hooks("register_bulk_action")
        if action.__module__.split(".")[0] in OURS
    }
    assert ours == set(BULK), "say who may"
    wrong = []
    people = {role: of_the_office(role) for role in Role}
    for (app, model, action), allowed in BULK.items():
        row = apps.get_model(app, model)._default_manager.first()
        address = f"{reverse('wagtail_bulk_action', args=[app, model, action])}?id={row.pk}"  # type: ignore[union-attr]
        for role, client in people.items():
            is_opened = opened(client, address).status_code == 200
            if is_opened != (role in allowed):
                wrong.append((role.value, address))
    assert not wrong, "\n".join(map(str, wrong))
