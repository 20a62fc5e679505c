"""No column that may be about a person is forgotten by "I miei dati" (GDPR art. 15)."""

from collections import Counter
from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import EmailField

from vicinia.accounts.personal.registry import sources


def columns_about_people() -> Iterator[str]:
    """Every relation to a person and every e-mail column of the project and of its libraries."""
    person = get_user_model()
    for model in apps.get_models(include_auto_created=True):
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if field.related_model is person or isinstance(field, EmailField):
                yield f"{model._meta.label}.{field.name}"


def test_every_column_about_people_is_told_to_them_or_has_a_reason_not_to_be() -> None:
    found = set(columns_about_people())
    assert len(found) > 40, "the columns are no longer found"
    known = [column for source in sources for column in (*source.told, *source.not_told)]
    forgotten = sorted(found - set(known))
    assert not forgotten, f"say in a PersonalSource (told, or not_told with the reason): {forgotten}"
    assert not sorted(set(known) - found), "named by a PersonalSource, but no longer there"
    assert not [column for column, times in Counter(known).items() if times > 1]


def test_every_reason_is_a_sentence() -> None:
    reasons = [reason for source in sources for reason in source.not_told.values()]
    assert all(reason.endswith(".") and len(reason) > 30 for reason in reasons)
