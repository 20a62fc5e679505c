"""The form in which the office writes a call: its own fields, its rows, and the questions of its form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.blocks.base import BlockField

from vicinia.questions.blocks import QuestionsBlock, form_of
from vicinia.questions.definitions import Form


class CallForm(WagtailAdminModelForm):
    """Adds the questions, which are kept apart from the call so that they can be frozen."""

    questions = BlockField(block=QuestionsBlock(), required=False, label=_("Questions"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        block = self.fields["questions"].block
        has_form = self.instance.form_id is not None
        self.initial["questions"] = self.instance.form.questions if has_form else block.to_python([])

    def asked(self) -> Form:
        """Return the form that staff have written."""
        return form_of(self.cleaned_data["questions"])


EDIT_HANDLER = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldPanel("summary"),
                FieldPanel("purpose"),
                FieldPanel("who_may_apply"),
                FieldPanel("instrument"),
                FieldPanel("sender_needs_mandate"),
            ],
            heading=_("What and for whom"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldPanel("minutes_to_apply"),
            ],
            heading=_("Window"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("budget"),
                FieldRowPanel([FieldPanel("grant_min"), FieldPanel("grant_max")]),
                FieldPanel("co_funding_percent"),
            ],
            heading=_("Money"),
        ),
        MultiFieldPanel(
            [
                InlinePanel("criteria", label=_("criterion"), min_num=1),
                FieldPanel("minimum_score"),
            ],
            heading=_("Criteria, 100 points in all"),
        ),
        MultiFieldPanel([FieldPanel("questions")], heading=_("Form: the questions")),
        MultiFieldPanel(
            [
                InlinePanel(
                    "wanted_documents",
                    label=_("document"),
                    panels=[
                        FieldPanel("label"),
                        FieldPanel("help"),
                        FieldPanel("dossier_type"),
                        FieldPanel("required"),
                    ],
                )
            ],
            heading=_("Documents to attach (PDF)"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("unit"),
                FieldPanel("responsible_name"),
                FieldPanel("responsible"),
                FieldRowPanel([FieldPanel("act_number"), FieldPanel("act_date")]),
                FieldPanel("legal_basis"),
                FieldPanel("response_days"),
            ],
            heading=_("Procedure"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
                FieldPanel("target_groups", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("Topics and target groups"),
            classname="collapsed",
        ),
        InlinePanel("acts", heading=_("Acts and dates"), label=_("act or date")),
    ],
    base_form_class=CallForm,
)

PUBLISHED_EDIT_HANDLER = ObjectList(
    [
        HelpPanel(
            content=_(
                "This call is published: window, budget, criteria, documents and form can no longer be "
                "changed, because those who apply must know the rules beforehand (L. 241/1990, art. 12). "
                "Here you can mend what is no rule."
            )
        ),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("unit"), FieldPanel("responsible_name"), FieldPanel("responsible")],
            heading=_("Procedure"),
        ),
        InlinePanel("acts", heading=_("Acts and dates"), label=_("act or date")),
    ],
    base_form_class=WagtailAdminModelForm,
)


class RevokeForm(forms.Form):
    """Why: everybody reads it on the call's page."""

    reason = forms.CharField(
        label=_("Reason and number of the act"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It appears on the public page, in place of the dates."),
    )
