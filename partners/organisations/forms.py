"""What a person is asked about a body."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vicinia.core.name_field import NameField
from vicinia.territory.models import TargetGroup, Topic

from .enums import LegalForm, MemberRole
from .models import Organisation
from .tax_code import clean_tax_code, validate_tax_code


class RegisterForm(forms.Form):
    """The little that is needed to start; the rest can wait."""

    tax_code = forms.CharField(
        label=_("Tax code of the body"),
        max_length=40,
        help_text=_("The 11 digits of the certificate, with the zeros at the start."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text", "spellcheck": "false"}),
    )
    name = NameField(
        label=_("Name"), max_length=200, help_text=_("As it is written in the statute, without acronyms.")
    )
    legal_form = forms.ChoiceField(label=_("Legal form"), choices=[("", _("Choose…")), *LegalForm.choices])
    runts_number = forms.CharField(
        label=_("RUNTS number"),
        max_length=20,
        required=False,
        help_text=_("RUNTS is the national register of the third sector. Leave empty if not registered."),
    )
    email = forms.EmailField(
        label=_("E-mail of the body"),
        help_text=_("Here we write about calls and agreements: choose one that somebody reads."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    pec = forms.EmailField(
        label=_("Certified e-mail (PEC)"),
        required=False,
        help_text=_("If the body has one: some acts have legal effect only there."),
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    role = forms.ChoiceField(
        label=_("What are you for this body?"),
        choices=[
            (MemberRole.LEGAL_REPRESENTATIVE, _("I am its legal representative")),
            (MemberRole.EDITOR, _("I act on behalf of the legal representative")),
        ],
        widget=forms.RadioSelect,
    )

    def clean_tax_code(self) -> str:
        """Take spaces away and check the control character."""
        value = clean_tax_code(self.cleaned_data["tax_code"])
        validate_tax_code(value)
        return value


class StaffRegisterForm(forms.ModelForm[Organisation]):
    """What the office writes when it registers a body by itself."""

    class Meta:
        model = Organisation
        fields = [
            "tax_code",
            "name",
            "legal_form",
            "vat_number",
            "runts_number",
            "runts_section",
            "runts_date",
            "email",
            "pec",
            "phone",
        ]
        widgets = {"runts_date": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        error_messages = {"tax_code": {"unique": _("A body with this tax code is already registered.")}}

    def clean_tax_code(self) -> str:
        """Take spaces away; the model checks the rest."""
        return clean_tax_code(self.cleaned_data["tax_code"])


class ProfileForm(forms.ModelForm[Organisation]):
    """Everything that a body says of itself; the tax code never changes."""

    # Wide lists: a person ticks, a keyboard walks, nothing has to be dragged.
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.all(), label=_("Topics"), required=False, widget=forms.CheckboxSelectMultiple
    )
    target_groups = forms.ModelMultipleChoiceField(
        TargetGroup.objects.all(),
        label=_("Who it helps"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    name = NameField(label=_("Name"), max_length=200)
    vat_number = forms.CharField(
        label=_("VAT number"),
        max_length=40,
        required=False,
        help_text=_("11 digits, with the zeros at the start. Leave empty if the body has none."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    class Meta:
        model = Organisation
        fields = [
            "name",
            "legal_form",
            "vat_number",
            "runts_number",
            "runts_section",
            "runts_date",
            "email",
            "pec",
            "phone",
            "website",
            "address",
            "postcode",
            "city",
            "description",
            "who_they_help",
            "topics",
            "target_groups",
            "founded",
            "volunteers",
        ]
        widgets = {
            "runts_date": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "description": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "runts_number": _("Only the number of the national third-sector register (RUNTS)."),
            "runts_date": _("Some calls ask for at least six months of registration."),
            "description": _("Three or four sentences that a neighbour would understand."),
            "who_they_help": _("In one sentence: «Elderly people who live alone»."),
        }
        labels = {"who_they_help": _("Who it helps, in your words")}

    def _post_clean(self) -> None:
        """Leave the record as it is: the service writes it, and must see what changed."""

    def carry_what_was_read(self) -> None:
        """Have the page carry each value as it was read: what is changed is what the person changed.

        Two people of a body who write at once do not undo each other's work by leaving a field as it was.
        """
        for field in self.fields.values():
            field.show_hidden_initial = True

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields in groups, each with its title."""
        groups: list[tuple[Any, list[str]]] = [
            (_("Who it is"), ["name", "legal_form", "vat_number", "founded", "volunteers"]),
            (_("National register (RUNTS)"), ["runts_number", "runts_section", "runts_date"]),
            (_("How to reach it"), ["email", "pec", "phone", "website", "address", "postcode", "city"]),
            (_("What it does"), ["description", "who_they_help", "topics", "target_groups"]),
            (_("Payments"), ["iban"]),
        ]
        known = ((title, [self[name] for name in names if name in self.fields]) for title, names in groups)
        return [(title, fields) for title, fields in known if fields]


class ProfileWithIbanForm(ProfileForm):
    """The same, for who may read and write the IBAN."""

    iban = forms.CharField(
        label=_("IBAN"),
        max_length=60,
        required=False,
        help_text=_(
            "Where contributions are paid: an account in the body's name. Only the legal representative "
            "and the calls office read it in full."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    class Meta(ProfileForm.Meta):
        fields = [*ProfileForm.Meta.fields, "iban"]
