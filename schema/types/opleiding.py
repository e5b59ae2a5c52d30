"""The training and its keuzedelen, as reference data knows them."""

import strawberry

from schema.enums import Leertraject, Niveau, Opleidingsoort, SoortOpleiding
from schema.scalars import Datum
from schema.veld import ALLEN, veld


@strawberry.type(description="Keuzedeel dat bij een opleiding hoort.")
class Keuzedeel:
    """A keuzedeel by its code."""

    code: str = veld(ALLEN, 'Code van het keuzedeel: K en vier cijfers, zoals "K0072".')
    naam: str = veld(ALLEN, "Naam van het keuzedeel.")


@strawberry.type(
    description="Opleiding onder een opleidingcode (crebo): kwalificatie, kwalificatiedossier of opleidingsdomein, "
    "zoals geldig op de dag waar het om gaat, anders de nieuwste bekende."
)
class Opleiding:
    """A kwalificatie, dossier or domein."""

    opleidingcode: str = veld(ALLEN, 'Crebo: vijf cijfers, zoals "25655".')
    naam: str = veld(ALLEN, "Naam van de opleiding.")
    soort: Opleidingsoort = veld(ALLEN, "Of de code een kwalificatie, dossier of domein is.")
    niveau: Niveau | None = veld(ALLEN, "Niveau van de kwalificatie; leeg bij een dossier of domein.")
    soort_opleiding: SoortOpleiding | None = veld(
        ALLEN, "Soort beroepsopleiding [WEB artikel 7.2.2]; leeg bij een dossier of domein."
    )
    leerwegen: list[Leertraject] | None = veld(
        ALLEN, "De leerwegen (BOL, BBL) die voor de opleiding zijn vastgesteld; leeg als daarover niets bekend is."
    )
    dossiercode: str | None = veld(ALLEN, "Opleidingcode van het dossier waar de kwalificatie onder valt.")
    domeincode: str | None = veld(ALLEN, "Opleidingcode van het domein waar de opleiding onder valt.")
    specialist: bool = veld(ALLEN, "Of het een specialistenopleiding is.")
    geldig_van: Datum | None = veld(ALLEN, "Eerste dag waarop de opleiding bestaat; leeg: onbekend.")
    laatste_instroom: Datum | None = veld(ALLEN, "Laatste dag waarop een student met de opleiding mag beginnen.")
    geldig_tot: Datum | None = veld(ALLEN, "Laatste dag waarop de opleiding bestaat; leeg: geen einde bekend.")
    keuzedelen: list[Keuzedeel] = veld(
        ALLEN, "Keuzedelen die aan de opleiding zijn gekoppeld, op code. Een lege lijst: elk keuzedeel is toegestaan."
    )
