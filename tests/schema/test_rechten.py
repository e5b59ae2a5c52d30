"""The matrix of rights: every field of the schema, asked by every role, against the table of register.md 1."""

from __future__ import annotations

import pytest
import strawberry
from graphql import GraphQLError, parse, specified_rules, validate

from domain.aanroeper import Afnemer, Ketenpartner, Partij, Rol
from schema.rechten import RECHTEN, OngedeclareerdVeld, mag, rechten_van
from schema.rechtenregel import rechtenregel
from schema.schema import KERN
from schema.veld import PARTIJEN
from tests.schema.operaties import operatie, velden

LEVERAARS: frozenset[Partij] = frozenset({Rol.MBO, Rol.IPO})
KETEN: frozenset[Partij] = frozenset(Ketenpartner)
AFNEMERS: frozenset[Partij] = frozenset({Rol.AFNEMER, *Afnemer})
IEDEREEN: frozenset[Partij] = LEVERAARS | KETEN | AFNEMERS
EEN_KETENPARTNER: dict[str, Partij] = {
    "Mutation.aanleverenVooropleiding": Ketenpartner.VO,
    "Mutation.verwerkenPersoonsmutatie": Ketenpartner.BRP,
    "Mutation.verwerkenErkenningsmutatie": Ketenpartner.SBB,
}
GEHOORD = {"PersoonUitkomst", "LeerbedrijfUitkomst", "Uitkomst"}
"""What a source register hears of its deliveries, beside the fields that every outcome shares."""
UITKOMSTEN = {soort.name for soort in KERN.get_possible_types(KERN.type_map["Uitkomst"])}
NIETS_TE_WEIGEREN = {"MutatieRegel", "VeldMutatie"}
"""Reached through `mutaties` alone, which is an empty list for a source register, whatever it asks below it."""
VAN_IPO = {
    "IpoStudentendossier", "Werk", "WerkEdge", "WerkConnection", "Query.werkvoorraad",
    "Mutation.afhandelenIdentificatie",
}  # fmt: skip
OPEN_TYPEN = {"Signaal", "Parameter", "Aanroeper", "Instelling", "Opleiding", "Keuzedeel", "Signaaldefinitie"}
WEBHOOKS = {"Query.webhooks", "Mutation.vastleggenWebhook", "Mutation.verwijderenWebhook"}
POSTBUS = {"Query.berichten", "Subscription.berichten", "Mutation.bevestigenBerichten"}
OVER_WIE = {"Bericht.persoon", "Bericht.inschrijving", "Bericht.resultaat"}
OPEN_VRAGEN = {"Query.ik", "Query.instelling", "Query.opleiding", "Query.signaalcatalogus"}


def bedoeld(soort: str, veld: str) -> frozenset[Partij]:  # noqa: PLR0911 - a row of the table each
    """The table, written down once more and apart from the declarations."""
    if f"{soort}.{veld}" in EEN_KETENPARTNER:
        return frozenset({EEN_KETENPARTNER[f"{soort}.{veld}"]})
    if soort in GEHOORD or (soort in UITKOMSTEN and veld in KERN.type_map["Uitkomst"].fields):
        return LEVERAARS | KETEN
    if soort in VAN_IPO or f"{soort}.{veld}" in VAN_IPO:
        return frozenset({Rol.IPO})
    if soort.startswith(("Bericht", "Webhook")) or f"{soort}.{veld}" in POSTBUS | WEBHOOKS:
        return frozenset({Rol.MBO}) if f"{soort}.{veld}" in OVER_WIE else {Rol.MBO} | AFNEMERS
    if soort.startswith("Stageplek") or f"{soort}.{veld}" == "Query.stageplekbezetting":
        return frozenset({Rol.IPO, Afnemer.SBB})
    if soort in OPEN_TYPEN or f"{soort}.{veld}" in OPEN_VRAGEN:
        return IEDEREEN
    return LEVERAARS | AFNEMERS if soort == "PageInfo" else LEVERAARS


def fouten(document: str, rol: Partij) -> list[GraphQLError]:
    return validate(KERN, parse(document), [*specified_rules, rechtenregel(rol)])


def geweigerd(document: str, rol: Partij) -> set[str]:
    """What is refused, as `Type.veld`; every error must be a refusal."""
    gevonden = fouten(document, rol)
    assert all((fout.extensions or {}).get("code") == "NIET_BEVOEGD" for fout in gevonden), gevonden
    return {str((fout.extensions or {})["regel"]).split()[0] for fout in gevonden}


@pytest.mark.parametrize(("soort", "veld"), list(velden()), ids=".".join)
def test_een_veld_is_er_voor_precies_de_rollen_van_de_tabel(soort: str, veld: str) -> None:
    document = operatie(soort, veld)
    toegelaten = {partij for partij in PARTIJEN if f"{soort}.{veld}" not in geweigerd(document, partij)}
    toegelaten -= KETEN if soort in NIETS_TE_WEIGEREN else frozenset()
    assert toegelaten == bedoeld(soort, veld)
    assert toegelaten == {partij for partij in PARTIJEN if mag(partij, soort, veld)}


def test_elk_veld_heeft_een_recht() -> None:
    assert set(RECHTEN) == {f"{soort}.{veld}" for soort, veld in velden()}
    assert all(RECHTEN.values())


def test_een_veld_zonder_recht_houdt_de_start_tegen() -> None:
    @strawberry.type
    class Query:
        open: str = strawberry.field(description="Zonder recht.")

    with pytest.raises(OngedeclareerdVeld, match=r"Query\.open"):
        rechten_van(strawberry.Schema(Query)._schema)  # noqa: SLF001 - no public name


def test_een_weigering_noemt_veld_rol_regel_plaats_en_pad() -> None:
    document = """
    query { d: studentendossier(persoon: {id: "1"}) { ... on IpoStudentendossier { mijn: leveringen { ...Telling } } } }
    fragment Telling on LeveringConnection { totalCount }
    """
    (fout,) = fouten(document, Rol.MBO)
    assert fout.message == "IpoStudentendossier.leveringen vraagt IPO; de aanroeper is MBO."
    assert fout.path == ["d", "mijn"]
    assert [(plaats.line, plaats.column) for plaats in fout.locations or []] == [(2, 84)]
    assert fout.extensions == {"code": "NIET_BEVOEGD", "regel": "IpoStudentendossier.leveringen vraagt IPO"}


def test_een_fragment_verbergt_geen_veld_en_het_pad_loopt_erdoorheen() -> None:
    document = """
    query { ik { naam } bpvs { edges { node { ...Stage } } } }
    fragment Stage on Bpv { inschrijving { student: persoon { ...Wie } } }
    fragment Wie on Node { ... on Persoon { bsn: burgerservicenummer } }
    """
    pad = ["bpvs", "edges", "node", "inschrijving", "student", "bsn"]
    assert pad in [fout.path for fout in fouten(document, Rol.AFNEMER)]
    assert fouten(document, Rol.MBO) == []


def test_een_instelling_mag_de_interface_vragen_waar_ook_het_ipo_dossier_achter_zit() -> None:
    document = '{ studentendossier(persoon: {id: "1"}) { inschrijvingen { id } } }'
    assert fouten(document, Rol.MBO) == []


def test_kringen_van_fragmenten_eindigen() -> None:
    document = "{ node(id: 1) { ...A } } fragment A on Persoon { ...B } fragment B on Persoon { voornamen ...A }"
    regels = [rechtenregel(Rol.AFNEMER)]
    geweigerd = {fout.path[-1] for fout in validate(KERN, parse(document), regels) if fout.path}
    assert geweigerd == {"node", "voornamen"}


def test_wat_niet_bestaat_laat_de_regel_aan_de_andere_regels() -> None:
    document = "{ bestaatNiet { id } ik { ... on Nergens { id } ...Weg ... on Rol { id } } }"
    assert validate(KERN, parse(document), [rechtenregel(Ketenpartner.BRP)]) == []
    assert len(fouten(document, Ketenpartner.BRP)) >= 4


def test_het_schema_zelf_is_voor_elke_rol_op_te_vragen() -> None:
    document = '{ __schema { types { name fields { name } } } __type(name: "Persoon") { name } __typename }'
    assert [fouten(document, partij) for partij in PARTIJEN] == [[]] * len(PARTIJEN)


@pytest.mark.parametrize(("mutatie", "partner"), EEN_KETENPARTNER.items())
def test_een_bronregister_levert_alleen_het_zijne(mutatie: str, partner: Partij) -> None:
    document = operatie("Mutation", mutatie.removeprefix("Mutation."))
    anderen = set(PARTIJEN) - {partner}
    assert {partij for partij in PARTIJEN if mutatie in geweigerd(document, partij)} == anderen


def test_wat_altijd_leeg_is_verbergt_niets_en_het_veld_zelf_toont_niets() -> None:
    """A source register may ask for the person with what is in it and gets null; elsewhere each field is refused."""
    document = """
    mutation { aanleverenVooropleiding(input: {kenmerk: "1", persoon: {id: 1}, soort: "1", behaald: true}) {
        persoon { ...Wie } levering { bericht } mutaties { velden { oud } } } }
    fragment Wie on Persoon { burgerservicenummer }
    """
    assert fouten(document, Ketenpartner.VO) == []
    los = "{ node(id: 1) { ...Wie } } fragment Wie on Persoon { burgerservicenummer }"
    assert geweigerd(los, Ketenpartner.VO) == {"Query.node", "Node.id", "Persoon.burgerservicenummer"} - {"Node.id"}
