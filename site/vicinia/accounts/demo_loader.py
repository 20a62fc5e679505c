"""Makes the demo's accounts: one for each role, with the password of the file."""

from pathlib import Path

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from vicinia.core.demo import moment, read_yaml

from .models import ErasureRequest, User

FILE = Path(__file__).parent / "demo" / "accounts.yaml"


def load_accounts() -> None:
    """Create the accounts that are not there yet; addresses are already confirmed."""
    content = read_yaml(FILE)
    # One hash for all: a good one takes a third of a second.
    password = make_password(content["password"])
    for account in content["accounts"]:
        if User.objects.filter(email=account["email"]).exists():
            continue
        role = account.get("role")
        user = User.objects.create(
            email=account["email"],
            password=password,
            first_name=account["name"],
            is_staff=role is not None,
        )
        if role:
            user.groups.add(Group.objects.get(name=role))
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def demo_user(key: str) -> User:
    """Return the demo account that the files of other apps call by this key."""
    emails = {account["key"]: account["email"] for account in read_yaml(FILE)["accounts"]}
    return User.objects.get(email=emails[key])


def load_erasure_request() -> None:
    """Have one person asked to be deleted three days ago, so that the office's list is not empty."""
    if ErasureRequest.objects.exists():
        return
    ErasureRequest.objects.create(
        user=demo_user("commiato"),
        asked_at=moment("-3d 09:40"),
        due_at=moment("+11d 09:40"),
        answer_by=moment("+27d 09:40"),
    )
