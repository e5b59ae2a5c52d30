"""The requests for and against a webhook, and what they give back."""

from typing import Self, cast

import strawberry

from domain.aanvraag import Aanvraaguitkomst
from resolvers.raadplegen import Verwijzing
from schema.enums import BerichtSoort, Verwerkingsstatus
from schema.types.signaal import Signaal
from schema.types.webhook import Webhook
from schema.veld import ONTVANGERS, veld


@strawberry.input(description="Adres waar berichten als CloudEvents naartoe gaan.")
class WebhookInput:
    """An address with a secret."""

    kenmerk: str = strawberry.field(
        description="Het eigen kenmerk van de afzender: 1 tot en met 64 letters, cijfers of `._:-`, zonder "
        "persoonsnummer erin. Herhalen met dezelfde inhoud verandert niets en geeft de webhook zoals die nu is; met "
        "andere inhoud is het signaal L02."
    )
    url: str = strawberry.field(
        description="Webadres met https, ten hoogste 500 tekens, zonder naam of wachtwoord erin (L01). Het moet op het "
        "internet staan: op een adres van een eigen netwerk wordt niet bezorgd."
    )
    soorten: list[BerichtSoort] = strawberry.field(default_factory=list, description="Leeg: alle soorten.")
    geheim: str = strawberry.field(
        description="Sleutel voor de handtekening: 1 tot en met 200 tekens; neem er minstens 32 die niemand kan raden. "
        "Wordt nooit teruggegeven, en staat ook niet in het archief."
    )


@strawberry.type(description="Uitkomst van het vastleggen of verwijderen van een webhook.")
class WebhookUitkomst:
    """What the sender of a request hears."""

    kenmerk: str = veld(ONTVANGERS, "Het kenmerk zoals ontvangen.")
    status: Verwerkingsstatus = veld(ONTVANGERS, "Of het is goedgekeurd of afgekeurd.")
    signalen: list[Signaal] = veld(
        ONTVANGERS, "Alle bevindingen, in de volgorde van de signaalcatalogus en dan van pad."
    )
    webhook: Webhook | None = veld(ONTVANGERS, "De webhook zoals die nu is; leeg als die er niet (meer) is.")

    @classmethod
    def van(cls, gehoord: Aanvraaguitkomst) -> Self:
        """Make it of what the use case says."""
        verwijzing = None if gehoord.webhook_id is None else Verwijzing("Webhook", gehoord.webhook_id)
        return cls(
            kenmerk=gehoord.kenmerk,
            status=gehoord.status,
            signalen=[Signaal.van(signaal) for signaal in gehoord.signalen],
            webhook=cast("Webhook | None", verwijzing),
        )
