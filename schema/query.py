"""The questions of the contract. What storage answers is only declared here; the rest is resolved below."""

from typing import Annotated

import strawberry

from domain.signalen import SIGNALEN
from resolvers import leerbedrijven
from schema.context import Context
from schema.enums import OverzichtSoort, WerkSoort
from schema.scalars import Datum
from schema.types.aanroeper import Aanroeper
from schema.types.connecties import (
    PAGINA,
    BerichtConnection,
    BpvConnection,
    InschrijvingConnection,
    LeveringConnection,
    OverzichtConnection,
    ResultaatConnection,
    StageplekbezettingConnection,
    WerkConnection,
    pagina,
)
from schema.types.dossier import Studentendossier
from schema.types.filters import BpvFilter, InschrijvingFilter, LeveringFilter, ResultaatFilter
from schema.types.instelling import Instelling
from schema.types.leerbedrijf import Leerbedrijf, Verificatie
from schema.types.levering import Levering
from schema.types.node import Node
from schema.types.opleiding import Opleiding
from schema.types.persoonsleutel import PersoonSleutelInput
from schema.types.signaal import Signaal, Signaaldefinitie, Signaaltelling
from schema.types.stageplek import StageplekFilter
from schema.types.webhook import Webhook
from schema.veld import ALLEEN_IPO, ALLEN, LEVERAARS, ONTVANGERS, STAGEMARKT, argument, uitgevoerd, veld

_PEILDATUM = argument(
    "peildatum",
    Datum | None,
    "Alleen wat op deze dag geldt, zoals het toen gold. Weggelaten: alles, en `geldigePeriode` is die van vandaag.",
)
_LEERBEDRIJF_ID = "Nummer bij SBB: van 100000000 tot en met 999999999; een andere vorm is een fout ONGELDIG_VERZOEK."


@strawberry.type(description="De vragen aan het register.")
class Query:
    """The root of every reading."""

    node: Node | None = veld(
        LEVERAARS,
        "Het object met deze `id`; null als het niet bestaat of niet van de aanroeper is.",
        argument("id", strawberry.ID, "De `id` zoals het register die gaf."),
    )
    studentendossier: Studentendossier | None = veld(
        LEVERAARS,
        "Het dossier van één student, in de weergave van de rol van de aanroeper. null: niet gevonden of niet van de "
        "aanroeper; het antwoord verraadt niet welk van beide.",
        argument("persoon", PersoonSleutelInput, "De student."),
        _PEILDATUM,
    )
    inschrijvingen: InschrijvingConnection = veld(
        LEVERAARS,
        "Inschrijvingen: van de eigen instelling, voor IPO van alle instellingen.",
        argument("filter", InschrijvingFilter | None, "Waaraan de inschrijvingen moeten voldoen; weggelaten: alle."),
        _PEILDATUM,
        *PAGINA,
    )
    bpvs: BpvConnection = veld(
        LEVERAARS,
        "BPV's: van de eigen instelling, voor IPO van alle instellingen.",
        argument("filter", BpvFilter | None, "Waaraan de BPV's moeten voldoen; weggelaten: alle."),
        _PEILDATUM,
        *PAGINA,
    )
    resultaten: ResultaatConnection = veld(
        LEVERAARS,
        "Resultaten van alle soorten, elk onderdeel van een diploma ook apart: van de eigen instelling, voor IPO van "
        "alle instellingen.",
        argument("filter", ResultaatFilter | None, "Waaraan de resultaten moeten voldoen; weggelaten: alle."),
        argument("peildatum", Datum | None, "Alleen wat op deze dag behaald is. Weggelaten: alles."),
        *PAGINA,
    )
    leveringen: LeveringConnection = veld(
        LEVERAARS,
        "Archief van leveringen, met het bericht zoals ontvangen en het antwoord: die van en namens de eigen "
        "instelling, voor IPO alle.",
        argument("filter", LeveringFilter | None, "Waaraan de leveringen moeten voldoen; weggelaten: alle."),
        *PAGINA,
    )
    levering: Levering | None = veld(
        LEVERAARS,
        "De levering met dit kenmerk; null als die er niet is of niet van de aanroeper is.",
        argument("kenmerk", str, "Het kenmerk dat de afzender gaf."),
        argument(
            "afzender",
            str | None,
            'Wie leverde, zoals "MBO:27DV". Alleen voor IPO; weggelaten: de aanroeper zelf.',
        ),
    )
    berichten: BerichtConnection = veld(
        ONTVANGERS,
        "Spontane leveringen aan de aanroeper, in vaste volgorde: op te halen tot zij bevestigd zijn. Wie tot het "
        "einde leest en later na de laatste cursor verdergaat, mist er geen en ziet er geen twee keer.",
        argument(
            "bevestigd",
            bool | None,
            "Weggelaten: alleen wat nog niet bevestigd is. `true`: alleen wat bevestigd is. null: alles.",
            False,  # noqa: FBT003 - the default in the SDL
        ),
        *PAGINA,
    )
    webhooks: list[Webhook] = veld(
        ONTVANGERS, "De adressen waar berichten aan de aanroeper naartoe gaan, op volgorde van adres."
    )
    signaaltellingen: list[Signaaltelling] = veld(
        LEVERAARS,
        "Hoe vaak elk signaal op registraties staat, op volgorde van code; een signaal dat nergens staat ontbreekt.",
        argument(
            "instelling",
            str | None,
            "BRIN; voor een instelling is elke andere dan de eigen een lege lijst. Weggelaten: voor een instelling de "
            "eigen, voor IPO alle samen.",
        ),
    )
    overzichten: OverzichtConnection = veld(
        LEVERAARS,
        "Overzichten die zijn aangevraagd: van de eigen instelling, voor IPO van alle instellingen.",
        argument("soort", OverzichtSoort | None, "Alleen van deze soort; weggelaten: alle."),
        *PAGINA,
    )
    stageplekbezetting: StageplekbezettingConnection = veld(
        STAGEMARKT,
        "Bezetting van stageplekken, zonder persoonsgegevens: voor de afnemer SBB, en voor IPO, die ziet wat SBB ziet.",
        argument("filter", StageplekFilter | None, "Waaraan de stageplekken moeten voldoen; weggelaten: alle."),
        *pagina(100),
    )
    werkvoorraad: WerkConnection = veld(
        ALLEEN_IPO,
        "Wat een mens moet beslissen: identificaties die niet uniek zijn, met hun kandidaten, en werk dat blijft "
        "mislukken. Wat is afgehandeld staat er niet meer in; het blijft te vinden met `node`.",
        argument("soort", WerkSoort | None, "Alleen van deze soort; weggelaten: beide."),
        *PAGINA,
    )
    instelling: Instelling | None = veld(
        ALLEN,
        "Een instelling; null bij een onbekende BRIN.",
        argument("brin", str, 'BRIN: twee cijfers en twee letters of cijfers, zoals "27DV".'),
    )
    opleiding: Opleiding | None = veld(
        ALLEN,
        "Een opleiding, zoals vandaag geldig, anders de nieuwste bekende; null bij een onbekende code.",
        argument("opleidingcode", str, "Crebo van kwalificatie, dossier of domein: vijf cijfers."),
    )

    @uitgevoerd(ALLEN, "Wie de aanroeper is en wat deze mag.")
    def ik(self, info: strawberry.Info[Context, None]) -> Aanroeper:
        """Answer from the token."""
        return Aanroeper.van(info.context.aanroeper)

    @uitgevoerd(ALLEN, "Alle signalen die het register kan geven, met oorzaak en oplossing, in vaste volgorde.")
    def signaalcatalogus(self) -> list[Signaaldefinitie]:
        """Answer from the catalogue of the domain."""
        return [Signaaldefinitie.van(definitie) for definitie in SIGNALEN.values()]

    @uitgevoerd(
        LEVERAARS,
        "Leerbedrijven zoeken bij SBB, via DUO. Niets gevonden: een lege lijst. SBB niet bereikbaar: null met de fout "
        "BRON_ONBEREIKBAAR.",
    )
    async def identificatie_leerbedrijf(
        self,
        info: strawberry.Info[Context, None],
        naam: Annotated[str, strawberry.argument(description="(Deel van) de naam: 1 tot en met 200 tekens.")],
        postcode: Annotated[
            str, strawberry.argument(description='Postcode, zoals "1012AB"; spaties en kleine letters mogen.')
        ],
        huisnummer: Annotated[
            int | None, strawberry.argument(description="Huisnummer, 1 tot en met 99999; weggelaten: elk huisnummer.")
        ] = None,
    ) -> list[Leerbedrijf] | None:
        """Ask SBB."""
        gevonden = await leerbedrijven.identificeer(info.context.sbb, naam, postcode, huisnummer)
        return [Leerbedrijf.van(leerbedrijf) for leerbedrijf in gevonden]

    @uitgevoerd(
        LEVERAARS,
        "Of een leerbedrijf op een dag voor een opleiding is erkend, gevraagd aan SBB, via DUO. SBB niet bereikbaar: "
        "status ONBEKEND met signaal B11.",
    )
    async def verificatie_leerbedrijf(
        self,
        info: strawberry.Info[Context, None],
        leerbedrijf_id: Annotated[str, strawberry.argument(description=_LEERBEDRIJF_ID)],
        opleidingcode: Annotated[
            str, strawberry.argument(description="Crebo: vijf cijfers; een andere vorm is een fout ONGELDIG_VERZOEK.")
        ],
        datum_begin: Annotated[Datum, strawberry.argument(description="De dag waarop de BPV begint.")],
    ) -> Verificatie:
        """Ask SBB."""
        gevonden = await leerbedrijven.verifieer(info.context.sbb, leerbedrijf_id, opleidingcode, datum_begin)
        return Verificatie(
            leerbedrijf_id=leerbedrijf_id,
            opleidingcode=opleidingcode,
            datum_begin=datum_begin,
            status=gevonden.status,
            signalen=[Signaal.van(signaal) for signaal in gevonden.signalen],
        )

    @uitgevoerd(
        LEVERAARS,
        "Gegevens van een leerbedrijf met zijn erkenningen, gevraagd aan SBB, via DUO. Onbekend bij SBB: null. SBB "
        "niet bereikbaar: null met de fout BRON_ONBEREIKBAAR.",
    )
    async def leerbedrijf(
        self,
        info: strawberry.Info[Context, None],
        leerbedrijf_id: Annotated[str, strawberry.argument(description=_LEERBEDRIJF_ID)],
    ) -> Leerbedrijf | None:
        """Ask SBB."""
        gevonden = await leerbedrijven.geef(info.context.sbb, leerbedrijf_id)
        return Leerbedrijf.van(gevonden) if gevonden else None
