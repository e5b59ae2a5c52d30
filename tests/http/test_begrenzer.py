"""A caller who asks too often waits; its neighbour does not."""

from __future__ import annotations

from app.configuratie import Configuratie
from app.http.begrenzer import Begrenzer, Uitgeput
from tests.http.conftest import Klant, fout_van


def _wachttijd(begrenzer: Begrenzer, naam: str, hoeveel: float = 1) -> float:
    """Return how long this caller has to wait; 0 when it may."""
    try:
        begrenzer.neem(naam, hoeveel)
    except Uitgeput as fout:
        return fout.wachttijd
    return 0


def test_na_de_stoot_wacht_een_aanroeper_en_een_ander_niet() -> None:
    nu = 0.0
    begrenzer = Begrenzer(per_seconde=2, stoot=3, klok=lambda: nu)
    assert [_wachttijd(begrenzer, "MBO:27DV") for _ in range(5)] == [0, 0, 0, 0.5, 0.5]
    assert _wachttijd(begrenzer, "MBO:25PT") == 0
    nu = 0.5
    assert [_wachttijd(begrenzer, "MBO:27DV") for _ in range(2)] == [0, 0.5]
    nu = 1000.0
    assert [_wachttijd(begrenzer, "MBO:27DV") for _ in range(4)] == [0, 0, 0, 0.5]


def test_wat_duurder_is_wacht_langer_en_een_weigering_kost_niets() -> None:
    begrenzer = Begrenzer(per_seconde=10, stoot=100, klok=lambda: 0.0)
    assert _wachttijd(begrenzer, "MBO:27DV", 80) == 0
    assert _wachttijd(begrenzer, "MBO:27DV", 50) == 3
    assert _wachttijd(begrenzer, "MBO:27DV", 20) == 0
    assert _wachttijd(begrenzer, "MBO:27DV", 1) == 0.1


def test_een_vraag_die_meer_kost_dan_een_volle_emmer_kan_eens_in_een_volle_emmer() -> None:
    begrenzer = Begrenzer(per_seconde=10, stoot=100, klok=lambda: 0.0)
    assert _wachttijd(begrenzer, "MBO:27DV", 250) == 0
    assert _wachttijd(begrenzer, "MBO:27DV", 250) == 10


def test_nul_per_seconde_is_onbegrensd() -> None:
    begrenzer = Begrenzer(per_seconde=0, stoot=1)
    assert [_wachttijd(begrenzer, "IPO", 10**9) for _ in range(3)] == [0, 0, 0]


def test_te_veel_verzoeken_is_429_met_de_tijd_om_te_wachten() -> None:
    klant = Klant(anders={"configuratie": Configuratie(verzoeken_per_seconde=0.1, verzoeken_stoot=1)})
    eerste, tweede = klant.vragen(("POST", "/graphql", {}), ("POST", "/graphql", {}))
    assert eerste.status_code == 200
    assert (tweede.status_code, tweede.headers["Retry-After"]) == (429, "10")
    assert fout_van(tweede)["extensions"]["code"] == "TE_VEEL"
    assert len(klant.nep.gevraagd) == 1
