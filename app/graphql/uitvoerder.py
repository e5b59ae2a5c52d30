"""Answers GraphQL: an operation on storage alone by one statement whose bytes go out as they are, the rest as usual."""

from __future__ import annotations

import json
import re
from asyncio import to_thread
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from graphql import ExecutionResult, GraphQLError, GraphQLSchema, OperationType, VariableValues, get_variable_values

from app.graphql import kosten
from app.graphql.context import Verzoekcontext
from app.graphql.fouten import Verzoekfouten, als_uitvoerfout, als_verzoekfout, verzoekfout
from app.graphql.uitvoering import voer_uit
from app.http.poort import GraphqlAntwoord, GraphqlVerzoek, NietOverGet, Soort
from domain.fouten import OngeldigVerzoek, TeGroot
from resolvers.leesplan import Leesplan, Raadpleging
from schema.abonnementen import bladzijde_van
from schema.opzoeken import Opzoeker
from schema.plannen import Gepland, lees_argumenten, plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from app.configuratie import Configuratie
    from app.graphql.context import Paden
    from app.graphql.documenten import Document, Documenten
    from domain.aanroeper import Aanroeper
    from resolvers.raadplegen import Lezer

ABONNEMENT: Final = "Een abonnement vraagt Accept: text/event-stream, of een websocket."
_NUMMER: Final = re.compile(r"[0-9]{9,}")


@dataclass(frozen=True, slots=True)
class Ontwerp:
    """How an operation in one shape is answered; statement None: by the ordinary executor."""

    plan: Leesplan
    statement: Any


@dataclass(frozen=True, slots=True)
class Bereid:
    """A request that was judged and paid for: the document, its variables as received and as read, and its answering.

    waarden: the arguments that storage gets, by the name of their parameter.
    """

    document: Document
    invoer: dict[str, Any]
    variabelen: VariableValues
    ontwerp: Ontwerp
    waarden: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitvoerder:
    """Answers requests. begroot takes the cost of an operation from its caller, or raises TeVeel.

    altijd_uitvoeren: never compile, for tests that compare both ways.
    """

    schema: GraphQLSchema
    documenten: Documenten
    configuratie: Configuratie
    lezer: Lezer
    paden: Paden
    vandaag: Callable[[], date]
    begroot: Callable[[Aanroeper, int], None] = lambda _aanroeper, _kosten: None
    altijd_uitvoeren: bool = False

    async def __call__(self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper, correlatie_id: str) -> GraphqlAntwoord:
        """Answer a request for a caller; raises NietOverGet, TijdOverschreden, and TeVeel when begroot does."""
        try:
            bereid = await self.bereid(verzoek, aanroeper)
            if bereid.document.soort is Soort.SUBSCRIPTION:
                raise verzoekfout(OngeldigVerzoek(ABONNEMENT))
        except Verzoekfouten as fouten:
            return geweigerd(fouten, correlatie_id)
        return await self.antwoord(bereid, aanroeper, correlatie_id)

    async def bereid(self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper) -> Bereid:
        """Judge a request and take its cost; raises Verzoekfouten, NietOverGet, and TeVeel when begroot does."""
        document = self.documenten.lees(verzoek.document, verzoek.operatienaam, aanroeper.partij)
        if verzoek.alleen_introspectie and document.soort is not Soort.INTROSPECTIE:
            raise NietOverGet
        invoer = document.gelicht.invoer(verzoek.document, verzoek.variabelen)
        variabelen = self._variabelen(document, invoer)
        ontwerp, waarden = await self._ontwerp(document, variabelen, aanroeper)
        self.begroot(aanroeper, kosten.van_verzoek(ontwerp.plan, waarden, document.gelicht.operatie, invoer))
        return Bereid(document, invoer, variabelen, ontwerp, waarden)

    async def antwoord(self, bereid: Bereid, aanroeper: Aanroeper, correlatie_id: str) -> GraphqlAntwoord:
        """Answer a query or mutation that was judged; raises TijdOverschreden."""
        document, raadpleging = bereid.document, self.raadpleging(bereid, aanroeper, correlatie_id)
        if bereid.ontwerp.statement is None:
            return await self._voer_uit(bereid, raadpleging)
        data = await self.lezer.lees(bereid.ontwerp.statement, bereid.waarden, raadpleging)
        lichaam = b'{"data":%b}' % data
        return GraphqlAntwoord(lichaam=lichaam, uitgevoerd=True, soort=document.soort, operatie=document.veld)

    def raadpleging(self, bereid: Bereid, aanroeper: Aanroeper, correlatie_id: str) -> Raadpleging:
        """Return who reads and why, as of this moment."""
        return Raadpleging(
            aanroeper=aanroeper,
            operatie=_NUMMER.sub("…", bereid.document.naam),
            trace_id=correlatie_id,
            vandaag=self.vandaag(),
        )

    def _variabelen(self, document: Document, invoer: dict[str, Any]) -> VariableValues:
        definities = document.gelicht.operatie.variable_definitions or ()
        gelezen = get_variable_values(self.schema, definities, invoer, max_errors=self.configuratie.max_fouten)
        if isinstance(gelezen, list):
            raise Verzoekfouten(gelezen)
        return gelezen

    async def _ontwerp(
        self, document: Document, variabelen: VariableValues, aanroeper: Aanroeper
    ) -> tuple[Ontwerp, Mapping[str, str]]:
        """Return how the operation is answered with these variables, known from before or made now."""
        sturing = tuple(variabelen.coerced.get(naam) for naam in document.sturend)
        plekken = document.plekken.haal(sturing)
        try:
            if plekken is not None:
                vorm, waarden = lees_argumenten(plekken, variabelen, aanroeper)
                if ontwerp := document.ontwerpen.haal((sturing, vorm)):
                    self._betaalbaar(ontwerp.plan, waarden)
                    return ontwerp, waarden
            gepland = plan(self.schema, document.gelicht.operatie, document.gelicht.fragmenten, variabelen, aanroeper)
        except GraphQLError as fout:
            raise Verzoekfouten([fout]) from fout
        self._betaalbaar(gepland.plan, gepland.waarden)
        ontwerp = await self._maak(gepland, aanroeper)
        document.plekken.bewaar(sturing, gepland.plekken)
        document.ontwerpen.bewaar((sturing, gepland.vorm), ontwerp)
        return ontwerp, gepland.waarden

    async def _maak(self, gepland: Gepland, aanroeper: Aanroeper) -> Ontwerp:
        """Compile what storage can answer; in a thread, as a large operation must not hold up its neighbours."""
        abonnement = gepland.soort is OperationType.SUBSCRIPTION
        if not abonnement and (self.altijd_uitvoeren or not gepland.te_compileren):
            return Ontwerp(gepland.plan, None)
        try:
            te_lezen = bladzijde_van(gepland) if abonnement else gepland.plan
        except OngeldigVerzoek as fout:
            raise verzoekfout(fout) from fout
        return Ontwerp(gepland.plan, await to_thread(self.lezer.bereid, te_lezen, aanroeper.rol))

    def _betaalbaar(self, leesplan: Leesplan, waarden: Mapping[str, str]) -> None:
        """Refuse what would reach too many objects; raises Verzoekfouten."""
        try:
            kosten.toets(leesplan.velden, waarden, self.configuratie.max_kosten)
        except TeGroot as fout:
            raise verzoekfout(fout) from fout

    async def _voer_uit(self, bereid: Bereid, raadpleging: Raadpleging) -> GraphqlAntwoord:
        context = Verzoekcontext(
            aanroeper=raadpleging.aanroeper,
            correlatie_id=raadpleging.trace_id,
            operatie=raadpleging.operatie,
            variabelen=bereid.invoer,
            opzoeker=Opzoeker(lezer=self.lezer, raadpleging=raadpleging),
            sbb=self.paden.sbb,
            leveren=self.paden.leveren,
            aanvragen=self.paden.aanvragen,
            afhandelen=self.paden.afhandelen,
            webhooks=self.paden.webhooks,
            bevestigingen=self.paden.bevestigingen,
            meeste_leveringen=self.configuratie.max_leveringen,
        )
        resultaat = await voer_uit(self.schema, bereid.document.gelicht, bereid.variabelen, context)
        return _uitgevoerd(resultaat, bereid.document, raadpleging.trace_id)


def geweigerd(fouten: Verzoekfouten, correlatie_id: str) -> GraphqlAntwoord:
    """Answer a request that is not executed."""
    geschreven = [als_verzoekfout(fout, correlatie_id) for fout in fouten.fouten]
    code = geschreven[0]["extensions"]["code"]
    return GraphqlAntwoord(lichaam=_json({"errors": geschreven}), uitgevoerd=False, uitkomst=code)


def _uitgevoerd(resultaat: ExecutionResult, document: Document, correlatie_id: str) -> GraphqlAntwoord:
    geschreven = [als_uitvoerfout(fout, correlatie_id) for fout in resultaat.errors or ()]
    inhoud = {"data": resultaat.data, **({"errors": geschreven} if geschreven else {})}
    uitkomst = geschreven[0]["extensions"]["code"] if geschreven else "OK"
    return GraphqlAntwoord(
        lichaam=_json(inhoud), uitgevoerd=True, soort=document.soort, operatie=document.veld, uitkomst=uitkomst
    )


def _json(inhoud: object) -> bytes:
    return json.dumps(inhoud, separators=(",", ":")).encode()
