"""What publishing freezes: the rules of a call as canonical content, whose hash is shown to everybody."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from vicinia.core.canonical import Json
from vicinia.questions.definitions import Form

from .models import Call


def rules_of(call: Call, form: Form) -> dict[str, Json]:
    """Write every rule of a call (L. 241/1990 art. 12: criteria and methods are set beforehand).

    Summary, office, responsible official and acts are left out: they may change without changing a rule.
    """
    return {
        "title": call.title,
        "purpose": call.purpose,
        "who_may_apply": call.who_may_apply,
        "instrument": call.instrument,
        "budget": amount(call.budget),
        "grant_min": amount(call.grant_min),
        "grant_max": amount(call.grant_max),
        "co_funding_percent": call.co_funding_percent,
        "minimum_score": call.minimum_score,
        "sender_needs_mandate": call.sender_needs_mandate,
        "opens_at": instant(call.opens_at),
        "closes_at": instant(call.closes_at),
        "act_number": call.act_number,
        "act_date": call.act_date.isoformat() if call.act_date else None,
        "legal_basis": call.legal_basis,
        "response_days": call.response_days,
        "criteria": [
            {"title": row.title, "description": row.description, "weight": row.weight}
            for row in call.criteria.all()
        ],
        "wanted_documents": [
            {
                "key": row.key,
                "label": row.label,
                "help": row.help,
                "required": row.required,
                "dossier_type": row.dossier_type,
            }
            for row in call.wanted_documents.all()
        ],
        "form": form.to_json(),
    }


def amount(value: Decimal) -> str:
    """Write an amount with two decimals, however it was typed."""
    return str(value.quantize(Decimal("0.01")))


def instant(moment: datetime) -> str:
    """Write an instant in UTC to the microsecond, always in the same form."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
