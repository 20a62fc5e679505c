"""Editors publish (docs/decisions/0006): Wagtail's default workflow would offer a button that nobody answers."""

from django.db import migrations


def retire(apps, schema_editor):
    apps.get_model("wagtailcore", "WorkflowPage").objects.filter(workflow__name="Moderators approval").delete()
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").update(active=False)


class Migration(migrations.Migration):
    dependencies = [("home", "0005_pages")]

    operations = [migrations.RunPython(retire, migrations.RunPython.noop)]
