"""One dossier, a view for each role: the concrete type follows from who asks."""

import strawberry

from schema.types.connecties import PAGINA, LeveringConnection
from schema.types.inschrijving import Inschrijving
from schema.types.persoon import Persoon
from schema.types.resultaat import Resultaat
from schema.types.vooropleiding import Vooropleiding
from schema.veld import ALLEEN_IPO, LEVERAARS, veld

_INSCHRIJVINGEN = "De inschrijvingen, op datum van inschrijving en volgnummer; met `peildatum` alleen die dan gelden."

_RESULTATEN = (
    "De diploma's en losse resultaten, op datum en resultaatvolgnummer; de onderdelen van een diploma staan bij dat "
    "diploma. Met `peildatum` alleen wat dan behaald is."
)
_VOOROPLEIDINGEN = (
    "Wat het VO-register over de student leverde, op datum; met `peildatum` alleen wat dan behaald is of geen datum "
    "heeft."
)


@strawberry.interface(
    description="Het dossier van één student. Het concrete type volgt uit de rol van de aanroeper: "
    "MboStudentendossier of IpoStudentendossier."
)
class Studentendossier:
    """What every view has."""

    persoon: Persoon = veld(LEVERAARS, "De student.")
    inschrijvingen: list[Inschrijving] = veld(LEVERAARS, _INSCHRIJVINGEN)
    resultaten: list[Resultaat] = veld(LEVERAARS, _RESULTATEN)


@strawberry.type(
    description="De student bij de eigen instelling: alles wat die instelling leverde, of IPO namens haar."
)
class MboStudentendossier(Studentendossier):
    """The view of an institution; IPO may name its fields too, in an operation that serves both."""

    vooropleidingen: list[Vooropleiding] = veld(LEVERAARS, _VOOROPLEIDINGEN)
    leveringen: LeveringConnection = veld(
        LEVERAARS, "De leveringen van de eigen instelling over deze student, ook die van IPO namens haar.", *PAGINA
    )


@strawberry.type(description="De student over alle instellingen heen, met alle leveringen die het dossier maakten.")
class IpoStudentendossier(Studentendossier):
    """The view of the register's operators."""

    persoon: Persoon = veld(ALLEEN_IPO, "De student.")
    inschrijvingen: list[Inschrijving] = veld(ALLEEN_IPO, _INSCHRIJVINGEN)
    resultaten: list[Resultaat] = veld(ALLEEN_IPO, _RESULTATEN)
    vooropleidingen: list[Vooropleiding] = veld(ALLEEN_IPO, _VOOROPLEIDINGEN)
    leveringen: LeveringConnection = veld(ALLEEN_IPO, "De leveringen over deze student, van alle afzenders.", *PAGINA)
