"""The enrolment with its periods and extra support (PvE chapter 13)."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.enums import Leerroute, Leerroutefase, Leertraject, Niveau
from schema.scalars import Datum, Tijdstip
from schema.types.instelling import Instelling
from schema.types.node import Node
from schema.types.opleiding import Opleiding
from schema.types.persoon import Persoon
from schema.types.signaal import Signaal
from schema.veld import LEVERAARS, argument, veld

if TYPE_CHECKING:
    from schema.types.bpv import Bpv
    from schema.types.resultaat import Resultaat


@strawberry.type(
    description="Periode binnen een inschrijving (ISP). Elke wijziging van een gegeven geeft een nieuwe periode; "
    "gelijke perioden na elkaar blijven zoals geleverd [PvE hoofdstuk 13]."
)
class Inschrijvingsperiode:
    """What held from datumBegin on."""

    datum_begin: Datum | None = veld(LEVERAARS, "Eerste dag van de periode.")
    datum_einde: Datum | None = veld(
        LEVERAARS,
        "Laatste dag: de dag voor de volgende periode, of de werkelijke einddatum van de inschrijving; leeg: loopt "
        "nog.",
    )
    opleidingcode: str | None = veld(LEVERAARS, "Crebo van kwalificatie, dossier of domein: vijf cijfers.")
    opleiding: Opleiding | None = veld(
        LEVERAARS, "De opleiding bij de code, zoals geldig op het begin van de periode, anders de nieuwste bekende."
    )
    leertraject: Leertraject | None = veld(LEVERAARS, "De leerweg of een andere manier van deelnemen.")
    niveau: Niveau | None = veld(
        LEVERAARS, "Het niveau: bij een kwalificatie volgens het register, bij dossier of domein zoals geleverd."
    )
    indicatie_bekostigbaar: bool | None = veld(
        LEVERAARS, "Of de instelling bekostiging vraagt; de beslissing daarover is aan het register."
    )
    leerroute: Leerroute | None = veld(LEVERAARS, "Bijzondere leerroute; leeg: geen.")
    leerroutefase: Leerroutefase | None = veld(LEVERAARS, "Fase van de leerroute; alleen met een leerroute.")
    onderwijsaanbieder: str | None = veld(
        LEVERAARS, 'RIO-code van de onderwijsaanbieder: drie cijfers, A en drie cijfers, zoals "100A404".'
    )
    onderwijslocatie: str | None = veld(
        LEVERAARS,
        "RIO-code van de onderwijslocatie: drie cijfers, X en drie cijfers; verplicht voor inschrijvingen vanaf "
        "2019-08-01.",
    )
    locatiecode_vsv: str | None = veld(
        LEVERAARS, "Locatiecode voor voortijdig schoolverlaten (12 tekens), voorloper van de onderwijslocatie."
    )


@strawberry.type(description="Periode van extra ondersteuning binnen een inschrijving (ISE) [PvE hoofdstuk 13].")
class ExtraOndersteuning:
    """A period of extra support."""

    datum_begin: Datum = veld(LEVERAARS, "Eerste dag van de ondersteuning.")
    datum_einde: Datum | None = veld(LEVERAARS, "Laatste dag van de ondersteuning (inbegrepen); leeg: loopt nog.")


@strawberry.type(
    description="Inschrijving van een student bij een instelling (ISG). Haar sleutel is instelling, persoon en "
    "inschrijvingvolgnummer. Datums zijn inclusief; alleen de werkelijke einddatum beëindigt haar."
)
class Inschrijving(Node):
    """An enrolment."""

    persoon: Persoon | None = veld(LEVERAARS, "De student.")
    instelling: Instelling | None = veld(LEVERAARS, "De instelling waar de student is ingeschreven.")
    inschrijvingvolgnummer: str | None = veld(
        LEVERAARS,
        "Nummer dat de instelling gaf: 1 tot en met 20 letters en cijfers, hoofdlettergevoelig, uniek per student "
        "binnen de instelling.",
    )
    datum_inschrijving: Datum | None = veld(LEVERAARS, "Eerste dag van de inschrijving.")
    datum_uitschrijving_gepland: Datum | None = veld(
        LEVERAARS,
        "Geplande laatste dag; een verstreken geplande datum beëindigt de inschrijving niet [bron van voor 2020].",
    )
    datum_uitschrijving_werkelijk: Datum | None = veld(
        LEVERAARS, "Werkelijke laatste dag (inbegrepen); leeg: niet uitgeschreven."
    )
    reden_uitschrijving: str | None = veld(
        LEVERAARS,
        "Reden van uitschrijving: twee cijfers uit de codelijst redenUitschrijving, 01 tot en met 09 [bron van voor "
        "2020].",
    )
    hoogste_vooropleiding: str | None = veld(
        LEVERAARS,
        "Hoogste vooropleiding: twee cijfers uit de codelijst hoogsteVooropleiding, 01 tot en met 16 [bron van voor "
        "2020].",
    )
    perioden: list[Inschrijvingsperiode] | None = veld(LEVERAARS, "De perioden, op begindatum.")
    geldige_periode: Inschrijvingsperiode | None = veld(
        LEVERAARS,
        "De periode die op een dag geldt; leeg als de inschrijving dan niet geldt.",
        argument("peildatum", Datum | None, "De dag; standaard de peildatum van de vraag, en zonder die vandaag."),
    )
    extra_ondersteuning: list[ExtraOndersteuning] | None = veld(
        LEVERAARS, "De perioden van extra ondersteuning, op begindatum."
    )
    bpvs: list[Annotated["Bpv", strawberry.lazy("schema.types.bpv")]] | None = veld(
        LEVERAARS, "De BPV's binnen de inschrijving, op begindatum en bpvvolgnummer."
    )
    resultaten: list[Annotated["Resultaat", strawberry.lazy("schema.types.resultaat")]] | None = veld(
        LEVERAARS,
        "De diploma's en losse resultaten die onder de inschrijving vallen, op datum en resultaatvolgnummer; de "
        "onderdelen van een diploma staan bij dat diploma.",
    )
    signalen: list[Signaal] | None = veld(
        LEVERAARS, "Wat er bij de laatste registratie te melden was, in de volgorde van de signaalcatalogus."
    )
    versie: int | None = veld(
        LEVERAARS,
        "1 bij de eerste registratie, en 1 meer bij elke wijziging van de inschrijving, haar perioden of "
        "ondersteuning; te gebruiken als `verwachteVersie`.",
    )
    geregistreerd_op: Tijdstip | None = veld(LEVERAARS, "Moment waarop deze versie is geregistreerd.")
