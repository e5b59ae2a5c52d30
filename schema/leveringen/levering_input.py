"""One delivery of any kind, for the mutation that takes many."""

import strawberry

from schema.leveringen.bpv import BpvInput, BpvSleutelInput
from schema.leveringen.inschrijving import (
    ExtraOndersteuningInput,
    ExtraOndersteuningSleutelInput,
    InschrijvingInput,
    InschrijvingSleutelInput,
    UitschrijvingInput,
)
from schema.leveringen.persoon import IdentificerenPersoonInput, OpnieuwIdentificerenPersoonInput
from schema.leveringen.resultaat import DiplomaInput, ResultaatInput, ResultaatSleutelInput
from schema.veld import invoer


@strawberry.input(
    one_of=True, description="Eén levering: vul precies één van de velden, naar de soort van de levering."
)
class LeveringInput:
    """Exactly one; a field is named after its kind of delivery."""

    identificeren_persoon: IdentificerenPersoonInput | None = invoer("Een student identificeren.")
    opnieuw_identificeren_persoon: OpnieuwIdentificerenPersoonInput | None = invoer(
        "Een student opnieuw identificeren."
    )
    aanleveren_inschrijving: InschrijvingInput | None = invoer("Een inschrijving toevoegen.")
    wijzigen_inschrijving: InschrijvingInput | None = invoer("Een inschrijving geheel vervangen.")
    aanleveren_uitschrijving: UitschrijvingInput | None = invoer("Een inschrijving beëindigen.")
    verwijderen_inschrijving: InschrijvingSleutelInput | None = invoer("Een inschrijving verwijderen.")
    aanleveren_extra_ondersteuning: ExtraOndersteuningInput | None = invoer("Extra ondersteuning toevoegen.")
    verwijderen_extra_ondersteuning: ExtraOndersteuningSleutelInput | None = invoer("Extra ondersteuning verwijderen.")
    aanleveren_bpv: BpvInput | None = invoer("Een BPV toevoegen.")
    wijzigen_bpv: BpvInput | None = invoer("Een BPV geheel vervangen.")
    verwijderen_bpv: BpvSleutelInput | None = invoer("Een BPV verwijderen.")
    aanleveren_diploma: DiplomaInput | None = invoer("Een diploma toevoegen.")
    wijzigen_diploma: DiplomaInput | None = invoer("Een diploma geheel vervangen.")
    verwijderen_diploma: ResultaatSleutelInput | None = invoer("Een diploma met zijn onderdelen verwijderen.")
    aanleveren_resultaat: ResultaatInput | None = invoer("Een los resultaat toevoegen.")
    wijzigen_resultaat: ResultaatInput | None = invoer("Een los resultaat geheel vervangen.")
    verwijderen_resultaat: ResultaatSleutelInput | None = invoer("Een los resultaat verwijderen.")
