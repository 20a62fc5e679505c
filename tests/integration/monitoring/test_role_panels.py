"""Each role finds a panel of its own on the admin's home."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from vicinia.accounts.models import User
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_every_role_finds_its_panel_on_the_home_of_the_admin(role: Role, client: Client) -> None:
    user = User.objects.create_user(f"{role.value}@comune.example", "x")
    user.groups.add(Group.objects.get(name=role.value))
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get("/cms/")
    assert response.status_code == 200
    assert "v-role-panel" in response.content.decode()
