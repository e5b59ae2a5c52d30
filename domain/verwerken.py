"""How a delivery is judged: the one list of kinds, and the controls of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.controles.controle import controleer
from domain.controles.per_soort import ELKE, controles_van
from domain.feit import FeitOntbreekt
from domain.leveringen.aanleveren_bpv import AanleverenBpv
from domain.leveringen.aanleveren_diploma import AanleverenDiploma
from domain.leveringen.aanleveren_extra_ondersteuning import AanleverenExtraOndersteuning
from domain.leveringen.aanleveren_inschrijving import AanleverenInschrijving
from domain.leveringen.aanleveren_resultaat import AanleverenResultaat
from domain.leveringen.aanleveren_uitschrijving import AanleverenUitschrijving
from domain.leveringen.aanleveren_vooropleiding import AanleverenVooropleiding
from domain.leveringen.identificeren_persoon import IdentificerenPersoon
from domain.leveringen.opnieuw_identificeren_persoon import OpnieuwIdentificerenPersoon
from domain.leveringen.verwerken_erkenningsmutatie import VerwerkenErkenningsmutatie
from domain.leveringen.verwerken_persoonsmutatie import VerwerkenPersoonsmutatie
from domain.leveringen.verwijderen_bpv import VerwijderenBpv
from domain.leveringen.verwijderen_diploma import VerwijderenDiploma
from domain.leveringen.verwijderen_extra_ondersteuning import VerwijderenExtraOndersteuning
from domain.leveringen.verwijderen_inschrijving import VerwijderenInschrijving
from domain.leveringen.verwijderen_resultaat import VerwijderenResultaat
from domain.leveringen.wijzigen_bpv import WijzigenBpv
from domain.leveringen.wijzigen_diploma import WijzigenDiploma
from domain.leveringen.wijzigen_inschrijving import WijzigenInschrijving
from domain.leveringen.wijzigen_resultaat import WijzigenResultaat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.levering import Levering
    from domain.signalen import Signaal

LEVERINGEN: Final[tuple[type[Levering], ...]] = (
    IdentificerenPersoon,
    OpnieuwIdentificerenPersoon,
    AanleverenInschrijving,
    WijzigenInschrijving,
    AanleverenUitschrijving,
    VerwijderenInschrijving,
    AanleverenExtraOndersteuning,
    VerwijderenExtraOndersteuning,
    AanleverenBpv,
    WijzigenBpv,
    VerwijderenBpv,
    AanleverenDiploma,
    WijzigenDiploma,
    VerwijderenDiploma,
    AanleverenResultaat,
    WijzigenResultaat,
    VerwijderenResultaat,
    VerwerkenPersoonsmutatie,
    VerwerkenErkenningsmutatie,
    AanleverenVooropleiding,
)
KLASSE: Final = {klasse.soort: klasse for klasse in LEVERINGEN}


def oordeel(geleverd: Levering, feiten: Feiten) -> Iterator[Signaal]:
    """Yield what the controls of its kind say of a delivery; of one that is registered to the letter only who acts."""
    controles = ELKE if _staat_er_al(geleverd, feiten) else controles_van(geleverd.soort)
    return controleer(controles, geleverd, feiten)


def _staat_er_al(geleverd: Levering, feiten: Feiten) -> bool:
    try:
        return geleverd.staat_er_al(feiten)
    except FeitOntbreekt:
        return False
