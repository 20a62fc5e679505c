from django.db import migrations


def to_core(apps, schema_editor):
    """The last numbers given go on where every app takes its own."""
    copy(apps.get_model("calls", "RegisterCounter"), apps.get_model("core", "RegisterCounter"))


def back_to_calls(apps, schema_editor):
    """Give the calls their numbers back; those of other registers stay in core."""
    copy(apps.get_model("core", "RegisterCounter"), apps.get_model("calls", "RegisterCounter"))


def copy(source, target):
    rows = source.objects.filter(register__in=["calls", "applications"])
    target.objects.bulk_create(target(register=row.register, year=row.year, last=row.last) for row in rows)
    rows.delete()


class Migration(migrations.Migration):

    dependencies = [
        ('calls', '0005_who_sends'),
        ('core', '0007_register_counter'),
    ]

    operations = [
        migrations.RunPython(to_core, back_to_calls),
        migrations.DeleteModel(name='RegisterCounter'),
    ]
