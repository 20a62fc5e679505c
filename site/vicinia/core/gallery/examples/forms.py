"""Fields of a form, empty and with something to mend."""

from __future__ import annotations

from django import forms

from .example import Example


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Nome dell’associazione", help_text="Come nello statuto.")
    email = forms.EmailField(label="E-mail")
    kind = forms.ChoiceField(
        label="Tipo di ente",
        choices=(("odv", "Organizzazione di volontariato"), ("aps", "Associazione di promozione sociale")),
    )
    day = forms.DateField(label="Inizio del progetto", widget=forms.DateInput(attrs={"type": "date"}))
    activity = forms.CharField(
        label="Attività", widget=forms.Textarea(attrs={"rows": 4}), help_text="Al massimo 2.000 caratteri."
    )
    place = forms.ChoiceField(
        label="Dove si svolge",
        widget=forms.RadioSelect,
        choices=(("school", "A scuola"), ("town", "In un luogo del comune"), ("online", "A distanza")),
    )
    people = forms.MultipleChoiceField(
        label="A chi è rivolto",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=(("young", "Ragazze e ragazzi"), ("old", "Persone anziane"), ("families", "Famiglie")),
    )
    statute = forms.FileField(label="Statuto", required=False, help_text="PDF, al massimo 20 MB.")
    truth = forms.BooleanField(label="Dichiaro che quanto scritto è vero (art. 46 DPR 445/2000)")


def empty() -> SampleForm:
    """A form nobody has filled yet."""
    return SampleForm(auto_id="empty_%s")


def wrong(prefix: str) -> SampleForm:
    """A form with things to mend; the prefix keeps ids apart on the gallery's single page."""
    return SampleForm({"email": "info@"}, auto_id=f"{prefix}_%s")


EXAMPLES: dict[str, tuple[Example, ...]] = {
    "form_fields.html": (
        Example("Vuoto", {"form": empty()}),
        Example("Con errori", {"form": wrong("wrong"), "saved": "Le altre risposte sono salve."}),
    ),
    "form_field.html": (Example("Un campo con errore", {"field": wrong("single")["name"]}),),
    "field_errors.html": (Example("Errori di un campo", {"field": wrong("errors")["email"]}),),
    "error_summary.html": (Example("In cima al modulo", {"form": wrong("wrong")}),),
}
