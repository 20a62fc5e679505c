"""The dialog that makes a campaign while its page is being written."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from partners.organisations.enums import STILL
from partners.organisations.models import Organisation
from vicinia.territory.models import TargetGroup

from .models import Campaign, CampaignPartner


class NewCampaignForm(WagtailAdminModelForm):
    """A whole campaign in one dialog; logos and results are added later in the list of campaigns."""

    # Its fields must not have the ids of those of the page under the dialog.
    prefix = "new"

    target_groups = forms.ModelMultipleChoiceField(
        TargetGroup.objects.all(), label=_("Target groups"), widget=forms.CheckboxSelectMultiple
    )
    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.exclude(status__in=STILL).order_by("name"),
        label=_("Partners among the registered organisations"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_partners = forms.CharField(
        label=_("Other partners"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One on each line: «ASL di zona»."),
    )

    class Meta:
        model = Campaign
        fields = ["title", "goal", "topic", "target_groups", "starts_on", "ends_on"]

    def save(self, commit: bool = True) -> Campaign:
        """Keep the partners with the campaign."""
        campaign: Campaign = super().save(commit=False)
        campaign.target_groups.set(self.cleaned_data["target_groups"])
        names = [line.strip()[:150] for line in self.cleaned_data["other_partners"].splitlines()]
        campaign.partners.set(
            [
                *(CampaignPartner(organisation=each) for each in self.cleaned_data["organisations"]),
                *(CampaignPartner(name=name) for name in names if name),
            ]
        )
        if commit:
            campaign.save()
        return campaign
