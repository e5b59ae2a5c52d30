"""The deliveries of the contract: a kind a line. What they do stands in the domain, under the same name."""

from typing import Annotated, Any

import strawberry

from domain.aanroeper import Ketenpartner
from resolvers import berichten
from schema.aanvragen.afhandelen import AfhandelenIdentificatieInput
from schema.aanvragen.registratieoverzicht import OverzichtUitkomst, RegistratieoverzichtInput
from schema.aanvragen.webhook import WebhookInput, WebhookUitkomst
from schema.context import Context
from schema.leveringen.bpv import BpvInput, BpvSleutelInput
from schema.leveringen.erkenningsmutatie import ErkenningsmutatieInput
from schema.leveringen.inschrijving import (
    ExtraOndersteuningInput,
    ExtraOndersteuningSleutelInput,
    InschrijvingInput,
    InschrijvingSleutelInput,
    UitschrijvingInput,
)
from schema.leveringen.levering_input import LeveringInput
from schema.leveringen.persoon import IdentificerenPersoonInput, OpnieuwIdentificerenPersoonInput
from schema.leveringen.persoonsmutatie import PersoonsmutatieInput
from schema.leveringen.resultaat import DiplomaInput, ResultaatInput, ResultaatSleutelInput
from schema.leveringen.uitkomsten import (
    BpvUitkomst,
    InschrijvingUitkomst,
    LeerbedrijfUitkomst,
    LeverenUitkomst,
    PersoonUitkomst,
    ResultaatUitkomst,
)
from schema.leveringen.vooropleiding import VooropleidingInput
from schema.veld import ALLEEN_IPO, DECLARATIE, LEVERAARS, ONTVANGERS, Declaratie, Recht, argument, uitgevoerd


def levering(invoer: type, beschrijving: str, recht: Recht = LEVERAARS) -> Any:  # noqa: ANN401 - a dataclass field
    """Declare a mutation that takes one delivery; its resolver is the one of schema/leveringen/uitvoeren.py."""
    return _mutatie(beschrijving, argument("input", invoer, "De levering."), recht=recht)


def _mutatie(beschrijving: str, *argumenten: Any, recht: Recht = LEVERAARS) -> Any:  # noqa: ANN401 - a dataclass field
    gemaakt = strawberry.field(description=beschrijving, metadata={DECLARATIE: Declaratie(recht, gelezen=False)})
    gemaakt.arguments = list(argumenten)
    return gemaakt


@strawberry.type(
    description="De leveringen en aanvragen aan het register. Elk veld mag leeg blijven: een fout in het ene neemt "
    "nooit de bevestiging van een ander weg. IPO levert dezelfde met `beheer`."
)
class Mutation:
    """The root of every delivery and request."""

    identificeren_persoon: PersoonUitkomst | None = levering(
        IdentificerenPersoonInput,
        "Zoekt de student op nummer of op gegevens; daarna kan over de student worden geleverd.",
    )
    opnieuw_identificeren_persoon: PersoonUitkomst | None = levering(
        OpnieuwIdentificerenPersoonInput,
        "Zoekt een student met een onderwijsnummer opnieuw, met betere gegevens. Een gevonden BSN wordt de sleutel; "
        "het onderwijsnummer blijft vindbaar.",
    )
    aanleveren_inschrijving: InschrijvingUitkomst | None = levering(
        InschrijvingInput,
        "Voegt een inschrijving toe. Staat zij er al met dezelfde inhoud, dan verandert niets; met andere inhoud is "
        "het signaal I02.",
    )
    wijzigen_inschrijving: InschrijvingUitkomst | None = levering(
        InschrijvingInput,
        "Vervangt een hele inschrijving: wat is weggelaten wordt leeg, behalve `extraOndersteuning`.",
    )
    aanleveren_uitschrijving: InschrijvingUitkomst | None = levering(
        UitschrijvingInput, "Zet of overschrijft de werkelijke einddatum en de reden van een inschrijving."
    )
    verwijderen_inschrijving: InschrijvingUitkomst | None = levering(
        InschrijvingSleutelInput, "Verwijdert een inschrijving waar geen BPV's of resultaten meer onder staan (I18)."
    )
    aanleveren_extra_ondersteuning: InschrijvingUitkomst | None = levering(
        ExtraOndersteuningInput, "Voegt perioden van extra ondersteuning toe aan een inschrijving."
    )
    verwijderen_extra_ondersteuning: InschrijvingUitkomst | None = levering(
        ExtraOndersteuningSleutelInput, "Verwijdert één periode van extra ondersteuning van een inschrijving."
    )
    aanleveren_bpv: BpvUitkomst | None = levering(
        BpvInput,
        "Voegt een BPV toe aan een inschrijving. Staat zij er al met dezelfde inhoud, dan verandert niets; met andere "
        "inhoud is het signaal B02.",
    )
    wijzigen_bpv: BpvUitkomst | None = levering(BpvInput, "Vervangt een hele BPV: wat is weggelaten wordt leeg.")
    verwijderen_bpv: BpvUitkomst | None = levering(BpvSleutelInput, "Verwijdert een BPV.")
    aanleveren_diploma: ResultaatUitkomst | None = levering(
        DiplomaInput,
        "Voegt een diploma met zijn onderdelen toe. Staat het er al met dezelfde inhoud, dan verandert niets; met "
        "andere inhoud is het signaal R02.",
    )
    wijzigen_diploma: ResultaatUitkomst | None = levering(
        DiplomaInput, "Vervangt een heel diploma: wat is weggelaten wordt leeg, ook de onderdelen."
    )
    verwijderen_diploma: ResultaatUitkomst | None = levering(
        ResultaatSleutelInput, "Verwijdert een diploma met al zijn onderdelen."
    )
    aanleveren_resultaat: ResultaatUitkomst | None = levering(
        ResultaatInput,
        "Voegt een los resultaat toe. Staat het er al met dezelfde inhoud, dan verandert niets; met andere inhoud is "
        "het signaal R02.",
    )
    wijzigen_resultaat: ResultaatUitkomst | None = levering(
        ResultaatInput, "Vervangt een heel los resultaat: wat is weggelaten wordt leeg. De soort blijft dezelfde (R01)."
    )
    verwijderen_resultaat: ResultaatUitkomst | None = levering(
        ResultaatSleutelInput,
        "Verwijdert een los resultaat. Een onderdeel van een diploma verdwijnt alleen met dat diploma (R01).",
    )
    verwerken_persoonsmutatie: PersoonUitkomst | None = levering(
        PersoonsmutatieInput,
        "De BRP wijzigt een persoon; instellingen met een lopende of komende inschrijving krijgen bericht. Een nieuw "
        "BSN wordt de sleutel, en daarvan hoort elke instelling die de student heeft geïdentificeerd.",
        recht=frozenset({Ketenpartner.BRP}),
    )
    verwerken_erkenningsmutatie: LeerbedrijfUitkomst | None = levering(
        ErkenningsmutatieInput,
        "SBB wijzigt de erkenning van een leerbedrijf; instellingen met een lopende of komende BPV daar krijgen "
        "bericht.",
        recht=frozenset({Ketenpartner.SBB}),
    )
    aanleveren_vooropleiding: PersoonUitkomst | None = levering(
        VooropleidingInput,
        "Het VO-register levert een vooropleiding. Dezelfde inhoud nog eens verandert niets; een andere van dezelfde "
        "soort en school vervangt haar.",
        recht=frozenset({Ketenpartner.VO}),
    )
    leveren: LeverenUitkomst | None = _mutatie(
        "Tot 500 leveringen van gemengde soort, in volgorde; elk geslaagd of afgekeurd op zichzelf. Meer dan 500 is "
        "een fout TE_GROOT.",
        argument("leveringen", list[LeveringInput], "De leveringen, in de volgorde waarin zij verwerkt worden."),
    )
    afhandelen_identificatie: PersoonUitkomst | None = _mutatie(
        "IPO kiest de persoon bij een identificatie die niet uniek is, of besluit dat geen kandidaat het is: dan geldt "
        "dat er niemand is gevonden. De levering krijgt haar uitkomst en de instelling hoort IDENTIFICATIE_AFGEROND. "
        "Een keuze die twee personen in het register tot een zou maken is L01: die vraagt samenvoegen.",
        argument("input", AfhandelenIdentificatieInput, "De beslissing."),
        recht=ALLEEN_IPO,
    )
    aanvragen_registratieoverzicht: OverzichtUitkomst | None = _mutatie(
        "Vraagt een bestand aan met wat het register over een periode van de instelling heeft. Het wordt op de "
        "achtergrond gemaakt: volg het met `node` of `overzichten`.",
        argument("input", RegistratieoverzichtInput, "De aanvraag."),
    )

    vastleggen_webhook: WebhookUitkomst | None = _mutatie(
        "Adres waar berichten als CloudEvents naartoe gaan; nog eens met dezelfde url wijzigt het en zet het weer aan.",
        argument("input", WebhookInput, "Het adres."),
        recht=ONTVANGERS,
    )
    verwijderen_webhook: WebhookUitkomst | None = _mutatie(
        "Bezorgt niet meer op dit adres; wat er nog heen moest staat in `berichten`.",
        argument("kenmerk", str, "Het eigen kenmerk van de afzender, zoals bij `vastleggenWebhook`."),
        argument("url", str, "Het adres; een ander dan een eigen adres: L01."),
        recht=ONTVANGERS,
    )

    @uitgevoerd(
        ONTVANGERS,
        "Bevestigt alle berichten tot en met dit bericht, in hun vaste volgorde; geeft het aantal dat daarmee "
        "bevestigd is, 0 als zij dat al waren. Een `id` die niet van een eigen bericht is: ONGELDIG_VERZOEK.",
    )
    async def bevestigen_berichten(
        self,
        info: strawberry.Info[Context, None],
        tot_en_met: Annotated[strawberry.ID, strawberry.argument(description="De `id` van het laatste bericht.")],
    ) -> int | None:
        """Confirm."""
        context = info.context
        return await berichten.bevestig(context.bevestigingen, context.aanroeper, tot_en_met)
