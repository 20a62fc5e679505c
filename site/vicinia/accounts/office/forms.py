"""A person of the office, as an administrator writes it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from vicinia.accounts.models import User
from vicinia.accounts.roles import Role

from .enums import Proof


class PersonForm(WagtailAdminModelForm):
    """Who it is and what they do; never a password."""

    roles = forms.TypedMultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        coerce=Role,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each role opens its own screens. Without any, the person no longer enters here."),
    )

    class Meta:
        model = User
        fields = ["email", "first_name", "last_name", "is_active"]
        help_texts = {"is_active": _("Take it away when someone leaves: what they did stays in the trail.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show the roles that the person has."""
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            names = self.instance.groups.filter(name__in=Role.values)
            self.initial["roles"] = list(names.values_list("name", flat=True))

    def clean_email(self) -> str:
        """Keep addresses in lower case: one person, one account."""
        email: str = self.cleaned_data["email"].strip().lower()
        taken = User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk)
        if taken.exists():
            raise forms.ValidationError(
                _("There is an account with this address already. Whoever works here needs one of their own.")
            )
        return email


class FindAccountForm(forms.Form):
    """The whole address of an account."""

    email = forms.EmailField(
        label=_("E-mail address of the account"),
        help_text=_("The whole address with which the person signs in."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_email(self) -> str:
        """Addresses are kept in lower case."""
        email: str = self.cleaned_data["email"].strip().lower()
        return email


class ProofForm(forms.Form):
    """Who asked, and how one knows that it is them."""

    proof = forms.TypedChoiceField(
        label=_("How did you make sure that it is them?"),
        choices=Proof.choices,
        coerce=Proof,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how: without having made sure, leave everything as it is.")},
    )
    note = forms.CharField(
        label=_("Who asked it, and when"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "It stays in the trail of operations: “came to the desk on Monday morning”. No number of "
            "documents."
        ),
        error_messages={"required": _("Write who asked it, and when: it stays in the trail.")},
    )
