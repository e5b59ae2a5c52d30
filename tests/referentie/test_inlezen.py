"""Reading reference files: what is understood, and which file, line and reason a fault gives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.referentie.bestanden import BESTANDEN
from app.referentie.fouten import GRENS, Fout, OngeldigeReferentie, Reden
from app.referentie.inlezen import lees_bestand, lees_map
from tests.referentie.bouw import INSTELLING, OPLEIDING, schrijf

if TYPE_CHECKING:
    from pathlib import Path

    from app.referentie.inlezen import Rij

KEUZEDEEL = "code;naam;geldig_van;geldig_tot"
ERKENNING = "leerbedrijf_id;opleidingcode;status;geldig_van;geldig_tot"
FACTOR = "bekostigingsjaar;opleidingcode;factor"
PER_NAAM = {bestand.naam: bestand for bestand in BESTANDEN}


def lees(naam: str, inhoud: str | bytes) -> tuple[list[Rij], list[Fout]]:
    return lees_bestand(PER_NAAM[naam], inhoud.encode() if isinstance(inhoud, str) else inhoud)


def fouten_van(naam: str, inhoud: str | bytes) -> list[tuple[int | None, str | None, Reden]]:
    fouten = lees(naam, inhoud)[1]
    assert {fout.bestand for fout in fouten} <= {naam}
    return [(fout.regel, fout.kolom, fout.reden) for fout in fouten]


def test_een_regel_wordt_een_rij_met_alle_velden_van_de_tabel() -> None:
    regel = "25655;Verpleegkundige;KWALIFICATIE;MBO-4;23301;79140;N;MIDDENKADER;BBL,BOL;J;2015-08-01;;2030-07-31"
    assert lees("opleidingen.csv", f"{OPLEIDING}\n{regel}\n") == (
        [
            {
                "opleidingcode": "25655",
                "naam": "Verpleegkundige",
                "soort": "KWALIFICATIE",
                "niveau": "MBO_4",
                "dossiercode": "23301",
                "domeincode": "79140",
                "specialist": False,
                "soort_opleiding": "MIDDENKADER",
                "leerwegen": ("BOL", "BBL"),
                "vws": True,
                "geldig_van": date(2015, 8, 1),
                "laatste_instroom": None,
                "geldig_tot": date(2030, 7, 31),
            }
        ],
        [],
    )


def test_kolommen_staan_in_elke_volgorde_en_nieuwere_mogen_ontbreken() -> None:
    rijen, fouten = lees("opleidingen.csv", "soort;naam;opleidingcode\nDOSSIER;Koken;23001\n")
    assert not fouten
    assert rijen[0]["naam"] == "Koken"
    assert (rijen[0]["vws"], rijen[0]["leerwegen"], rijen[0]["laatste_instroom"]) == (False, (), None)


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(b"code;naam\r\nK0001;\xc3\xa9\xc3\xa9n\r\n", id="CRLF"),
        pytest.param(b"\xef\xbb\xbfcode;naam\nK0001;\xc3\xa9\xc3\xa9n\n", id="BOM"),
        pytest.param(b'code;naam\n\nK0001;"\xc3\xa9\xc3\xa9n"', id="lege regel, aanhalingstekens, geen regeleinde"),
    ],
)
def test_vormen_van_csv_die_gelijk_zijn(inhoud: bytes) -> None:
    leeg = {"geldig_van": None, "geldig_tot": None}
    assert lees("keuzedelen.csv", inhoud) == ([{"code": "K0001", "naam": "één", **leeg}], [])


def test_een_veld_met_scheidingsteken_en_regeleinde_staat_tussen_aanhalingstekens() -> None:
    rijen, fouten = lees("keuzedelen.csv", 'code;naam\nK0001;"een; en\ntwee"\nK9;fout\n')
    assert rijen[0]["naam"] == "een; en\ntwee"
    assert [fout.regel for fout in fouten] == [4]


def test_een_erkenning_heet_in_de_tabel_naar_het_contract() -> None:
    rijen, _ = lees("erkenningen.csv", f"{ERKENNING}\n100017828;*;ERKEND;2015-08-01;2016-07-31\n")
    assert (rijen[0]["datum_begin"], rijen[0]["datum_einde"]) == (date(2015, 8, 1), date(2016, 7, 31))


def test_een_prijsfactor_blijft_decimaal() -> None:
    rijen, _ = lees("prijsfactoren.csv", f"{FACTOR}\n2026;*;1.30\n")
    assert rijen == [{"bekostigingsjaar": 2026, "opleidingcode": "*", "factor": Decimal("1.30")}]


def test_een_leerbedrijf_uit_een_bestand_is_gecontroleerd() -> None:
    rijen, _ = lees("leerbedrijven.csv", "leerbedrijf_id\n100017828\n")
    assert rijen[0]["gecontroleerd"] is True


@pytest.mark.parametrize(
    ("naam", "kop", "regel", "kolom", "reden"),
    [
        ("instellingen.csv", INSTELLING, ";School;;J;;", "brin", Reden.LEEG),
        ("instellingen.csv", INSTELLING, "27D;School;;J;;", "brin", Reden.VORM),
        ("instellingen.csv", INSTELLING, "27DV;;;J;;", "naam", Reden.LEEG),
        ("instellingen.csv", INSTELLING, "27DV;School;;;;", "bekostigd", Reden.LEEG),
        ("instellingen.csv", INSTELLING, "27DV;School;;ja;;", "bekostigd", Reden.GEEN_JA_NEE),
        ("instellingen.csv", INSTELLING, "27DV;School;;J;1-8-2015;", "geldig_van", Reden.GEEN_DATUM),
        ("instellingen.csv", INSTELLING, "27DV;School;;J;20150801;", "geldig_van", Reden.GEEN_DATUM),
        ("instellingen.csv", INSTELLING, "27DV;School;;J;2015-02-29;", "geldig_van", Reden.GEEN_DATUM),
        ("instellingen.csv", INSTELLING, "27DV;School;;J;2015-08-01;2015-07-31", "geldig_tot", Reden.EINDE_VOOR_BEGIN),
        ("instellingen.csv", INSTELLING, "27DV;School;;J;", None, Reden.AANTAL_VELDEN),
        ("instellingen.csv", INSTELLING, "27DV;School;;J;;;", None, Reden.AANTAL_VELDEN),
        ("instellingen.csv", INSTELLING, "27DV;Sch\0ol;;J;;", "naam", Reden.VORM),
        ("opleidingen.csv", OPLEIDING, "25655;V;CURSUS;;;;;;;;;;", "soort", Reden.ONBEKENDE_WAARDE),
        ("opleidingen.csv", OPLEIDING, "2565;V;DOSSIER;;;;;;;;;;", "opleidingcode", Reden.VORM),
        ("opleidingen.csv", OPLEIDING, "٢٥٦٥٥;V;DOSSIER;;;;;;;;;;", "opleidingcode", Reden.VORM),
        ("opleidingen.csv", OPLEIDING, "25655;V;KWALIFICATIE;MBO-5;;;;;;;;;", "niveau", Reden.ONBEKENDE_WAARDE),
        ("opleidingen.csv", OPLEIDING, "25655;V;KWALIFICATIE;MBO_4;;;;;;;;;", "niveau", Reden.ONBEKENDE_WAARDE),
        ("opleidingen.csv", OPLEIDING, "25655;V;KWALIFICATIE;;;;;HBO;;;;;", "soort_opleiding", Reden.ONBEKENDE_WAARDE),
        ("opleidingen.csv", OPLEIDING, "25655;V;KWALIFICATIE;;;;;;BOL,EX;;;;", "leerwegen", Reden.ONBEKENDE_WAARDE),
        ("opleidingen.csv", OPLEIDING, "25655;V;KWALIFICATIE;;;;;;;;;zomer;", "laatste_instroom", Reden.GEEN_DATUM),
        ("keuzedelen.csv", KEUZEDEEL, "0055;Naam;;", "code", Reden.VORM),
        ("opleiding_keuzedelen.csv", "opleidingcode;keuzedeelcode", "*;K0055", "opleidingcode", Reden.VORM),
        ("licenties.csv", "brin;opleidingcode", "27DV;alle", "opleidingcode", Reden.VORM),
        ("examenonderdelen.csv", "code;soort;omschrijving", "3001;KZD;x", "soort", Reden.ONBEKENDE_WAARDE),
        ("examenonderdelen.csv", "code;soort;omschrijving;vak", "3001;GEO;x;FRANS", "vak", Reden.ONBEKENDE_WAARDE),
        ("leerbedrijven.csv", "leerbedrijf_id;huisnummer", "100017828;1a", "huisnummer", Reden.VORM),
        ("leerbedrijven.csv", "leerbedrijf_id;huisnummer", "000017828;1", "leerbedrijf_id", Reden.VORM),
        ("erkenningen.csv", ERKENNING, "100017828;*;MISSCHIEN;;", "status", Reden.ONBEKENDE_WAARDE),
        (
            "erkenningen.csv",
            ERKENNING,
            "100017828;*;ERKEND;2020-01-02;2020-01-01",
            "geldig_tot",
            Reden.EINDE_VOOR_BEGIN,
        ),
        ("nationaliteiten.csv", "code;omschrijving", "001;Nederlandse", "code", Reden.VORM),
        ("verblijfstitels.csv", "code;omschrijving;geeft_recht", "30;x;?", "geeft_recht", Reden.GEEN_JA_NEE),
        ("codelijsten.csv", "lijst;code;omschrijving", "kleuren;01;rood", "lijst", Reden.ONBEKENDE_WAARDE),
        ("prijsfactoren.csv", FACTOR, "2026;*;1,30", "factor", Reden.VORM),
        ("prijsfactoren.csv", FACTOR, "2026;*;1.305", "factor", Reden.VORM),
        ("prijsfactoren.csv", FACTOR, "2026;*;NaN", "factor", Reden.VORM),
        ("prijsfactoren.csv", FACTOR, "26;*;1.30", "bekostigingsjaar", Reden.VORM),
        ("bekostigingsparameters.csv", "bekostigingsjaar;naam;waarde", "2026;factor_bol;", "waarde", Reden.LEEG),
    ],
)
def test_een_foute_regel_heeft_plaats_en_reden(
    naam: str, kop: str, regel: str, kolom: str | None, reden: Reden
) -> None:
    assert fouten_van(naam, f"{kop}\n{regel}\n") == [(2, kolom, reden)]


def test_alle_fouten_van_een_regel_worden_genoemd() -> None:
    assert fouten_van("instellingen.csv", f"{INSTELLING}\n27DV;A;;J;;\nx;B;;?;;\n") == [
        (3, "brin", Reden.VORM),
        (3, "bekostigd", Reden.GEEN_JA_NEE),
    ]


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (b"", [(1, None, Reden.GEEN_KOP)]),
        (b"\n\n", [(1, None, Reden.GEEN_KOP)]),
        (b"code;naam;kleur\n", [(1, "kleur", Reden.ONBEKENDE_KOLOM)]),
        (b"code;Naam\n", [(1, "Naam", Reden.ONBEKENDE_KOLOM), (1, "naam", Reden.ONTBREKENDE_KOLOM)]),
        (b"code;naam;code\n", [(1, "code", Reden.DUBBELE_KOLOM)]),
        (b"naam\n", [(1, "code", Reden.ONTBREKENDE_KOLOM)]),
        (b"code;naam\nK0001;a\nK0002;\xe9\n", [(3, None, Reden.ONLEESBAAR)]),
        (b'code;naam\nK0001;a\nK0002;"open\n', [(3, None, Reden.ONLEESBAAR)]),
        (b"code;naam\n", []),
    ],
)
def test_de_kop_en_de_vorm_van_het_bestand(inhoud: bytes, verwacht: list[tuple[int | None, str | None, Reden]]) -> None:
    assert fouten_van("keuzedelen.csv", inhoud) == verwacht


def test_dezelfde_code_en_begin_staan_in_een_bestand_eenmaal() -> None:
    regels = ("K0001;a;2016-08-01;", "K0001;b;;", "K0001;c;2016-08-01;", "K0001;d;;")
    dubbel = fouten_van("keuzedelen.csv", "\n".join((KEUZEDEEL, *regels)))
    assert dubbel == [(4, None, Reden.DUBBELE_SLEUTEL), (5, None, Reden.DUBBELE_SLEUTEL)]


def test_een_ontbrekend_bestand_wordt_overgeslagen(tmp_path: Path) -> None:
    assert list(lees_map(schrijf(tmp_path, "keuzedelen.csv", "code;naam", "K0001;a"))) == ["keuzedeel"]


def test_fouten_van_alle_bestanden_komen_samen(tmp_path: Path) -> None:
    schrijf(tmp_path, "keuzedelen.csv", "code;naam", "K1;a")
    schrijf(tmp_path, "instellingen.csv", "brin;naam;bekostigd", "27DV;School;J")
    schrijf(tmp_path, "opleiding.csv", "opleidingcode", "25655")
    schrijf(tmp_path, "licenties.csv", "brin;opleidingcode", "27DV;")
    (tmp_path / "erkenningen.csv").mkdir()
    with pytest.raises(OngeldigeReferentie) as gevangen:
        lees_map(tmp_path)
    assert [(fout.bestand, fout.regel, fout.reden) for fout in gevangen.value.fouten] == [
        ("opleiding.csv", None, Reden.ONBEKEND_BESTAND),
        ("keuzedelen.csv", 2, Reden.VORM),
        ("licenties.csv", 2, Reden.LEEG),
        ("erkenningen.csv", None, Reden.ONLEESBAAR),
    ]


def test_van_vele_fouten_worden_de_eerste_genoemd_en_alle_geteld(tmp_path: Path) -> None:
    schrijf(tmp_path, "keuzedelen.csv", "code;naam", *["fout;a"] * 200)
    with pytest.raises(OngeldigeReferentie) as gevangen:
        lees_map(tmp_path)
    assert (len(gevangen.value.fouten), gevangen.value.aantal) == (GRENS, 200)


@pytest.mark.parametrize(("naam", "reden"), [("", Reden.GEEN_BESTANDEN), ("elders", Reden.GEEN_MAP)])
def test_een_map_zonder_bestanden_is_een_vergissing(tmp_path: Path, naam: str, reden: Reden) -> None:
    with pytest.raises(OngeldigeReferentie) as gevangen:
        lees_map(tmp_path / naam)
    assert [fout.reden for fout in gevangen.value.fouten] == [reden]


def test_de_tekst_van_een_fout_noemt_bestand_regel_kolom_en_waarde() -> None:
    fout = Fout(bestand="a.csv", regel=3, kolom="code", reden=Reden.VORM, waarde="x\x1b" * 100)
    assert str(fout).startswith("a.csv, regel 3: code: 'x\\x1bx")
    assert len(str(fout)) < 300
