"""The ledger of consents is never rewritten: the database itself refuses an update."""

from django.db import migrations

POSTGRESQL = (
    """
    CREATE FUNCTION campaigns_consent_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a line of the ledger of consents is never rewritten'; END $$
    """,
    """
    CREATE TRIGGER campaigns_consent_is_final BEFORE UPDATE ON campaigns_consent
    FOR EACH ROW EXECUTE FUNCTION campaigns_consent_is_final()
    """,
)
POSTGRESQL_BACK = (
    "DROP TRIGGER campaigns_consent_is_final ON campaigns_consent",
    "DROP FUNCTION campaigns_consent_is_final()",
)
SQLITE = (
    """
    CREATE TRIGGER campaigns_consent_is_final BEFORE UPDATE ON campaigns_consent
    BEGIN SELECT RAISE(ABORT, 'a line of the ledger of consents is never rewritten'); END
    """,
)
SQLITE_BACK = ("DROP TRIGGER campaigns_consent_is_final",)


def run(postgresql, sqlite):
    def execute(apps, schema_editor):
        for statement in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
            schema_editor.execute(statement)

    return execute


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0002_newsletter_and_projects")]

    operations = [migrations.RunPython(run(POSTGRESQL, SQLITE), run(POSTGRESQL_BACK, SQLITE_BACK))]
