"""The office's roles exist from the first start: code and people rely on their names."""

from django.db import migrations

ROLES = [
    "editor", "publisher", "calls_office", "responsible_official", "evaluator",
    "schools_office", "director", "transparency_officer", "administrator",
]


def create_roles(apps, schema_editor):
    group = apps.get_model("auth", "Group")
    for name in ROLES:
        group.objects.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(create_roles, migrations.RunPython.noop)]
