"""Writing forms and freezing them."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.core import audit
from vicinia.core.canonical import sha256_of

from .blocks import stream_of
from .definitions import Fault, Form, Problem, problems
from .models import FormDefinition, FormVersion


class FormNotReady(Exception):
    """The form cannot be answered as it is; each sentence names what to mend."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def write_form(
    *, definition: FormDefinition | None, title: str, form: Form, by: User | None
) -> FormDefinition:
    """Create a definition, or write its questions anew; its frozen versions stay as they are."""
    with transaction.atomic():
        kept = definition or FormDefinition()
        kept.title = title
        kept.questions = stream_of(form)
        kept.save()
        audit.record("questions.form.written", by=by, target=kept, sha256=sha256_of(form.to_json()))
    return kept


def freeze_form(*, definition: FormDefinition, by: User | None) -> FormVersion:
    """Freeze a form as it is now; the same content twice gives the same version.

    Raises FormNotReady when it could not be answered.
    """
    with transaction.atomic():
        locked = FormDefinition.objects.select_for_update().get(pk=definition.pk)
        form = locked.form()
        faults = problems(form)
        if faults:
            raise FormNotReady([sentence(problem) for problem in faults])
        content = form.to_json()
        digest = sha256_of(content)
        known = locked.versions.filter(sha256=digest).first()
        if known:
            return known
        version = FormVersion.objects.create(
            definition=locked,
            number=locked.versions.count() + 1,
            content=content,
            sha256=digest,
            created_by=by,
        )
        audit.record("questions.form.frozen", by=by, target=version, sha256=digest)
        return version


def sentence(problem: Problem) -> str:
    """Say a fault of a form to who writes it."""
    texts = {
        Fault.NO_QUESTIONS: _("The form has no questions: add at least one."),
        Fault.SAME_KEY: _("Two questions have the same short name (%(label)s): change one of them."),
        Fault.NO_LABEL: _("A question has no text."),
        Fault.FEW_OPTIONS: _("The question «%(label)s» needs at least two choices."),
        Fault.SAME_OPTION: _("The question «%(label)s» has the same choice twice."),
        Fault.EMPTY_RANGE: _("In the question «%(label)s» the lowest value is above the highest."),
        Fault.BAD_LENGTH: _("In the question «%(label)s» the number of characters is not possible."),
    }
    return texts[problem.fault] % {"label": problem.label}
