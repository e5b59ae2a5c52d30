"""What holds around every request: an id, fixed headers, one line in the log, no trace of what the caller wrote."""

from __future__ import annotations

import pytest

from app.http.beginpagina import Beginpagina
from app.http.poort import GraphqlAntwoord, Soort
from domain.aanroeper import Aanroeper, Rol
from tests.http.conftest import DATA, Klant, Log, Nep, fout_van

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


@pytest.mark.parametrize("pad", ["/graphql", "/gezond", "/gereed", "/metrics", "/weg", "/"])
def test_elk_antwoord_heeft_een_eigen_id_en_veilige_koppen(klant: Klant, pad: str) -> None:
    een, ander = klant.vragen(("GET", pad, {}), ("GET", pad, {}))
    assert een.headers["X-Correlatie-Id"] != ander.headers["X-Correlatie-Id"]
    assert len(een.headers["X-Correlatie-Id"]) == 32
    assert een.headers["X-Content-Type-Options"] == "nosniff"
    assert een.headers["Cache-Control"] == "no-store"
    assert "server" not in een.headers


@pytest.mark.parametrize("pad", ["/", "/weg", "/graphql/", "/graphql/x"])
def test_een_onbekend_adres_is_404_in_json(klant: Klant, pad: str) -> None:
    antwoord = klant.vraag("POST", pad)
    assert antwoord.status_code == 404
    assert fout_van(antwoord)["extensions"]["code"] == "ONGELDIG_VERZOEK"


def test_het_log_noemt_het_verzoek_maar_niets_van_wat_erin_stond(klant: Klant, log: Log) -> None:
    antwoord = klant.vraag("GET", "/graphql?query={geheim}", koppen={"traceparent": f"00-{TRACE}-00f067aa0ba902b7-01"})
    (regel,) = log.regels
    assert regel["correlatieId"] == antwoord.headers["X-Correlatie-Id"]
    assert {naam: regel[naam] for naam in ("event", "methode", "pad", "status", "uitkomst", "soort", "traceId")} == {
        "event": "verzoek",
        "methode": "GET",
        "pad": "/graphql",
        "status": 200,
        "uitkomst": "OK",
        "soort": "query",
        "traceId": TRACE,
    }
    assert regel["aanroeper"] == "MBO:27DV"
    assert "geheim" not in log.tekst


def test_een_onbekend_adres_staat_niet_in_het_log(klant: Klant, log: Log) -> None:
    klant.vraag("JANSEN", "/personen/Jansen")
    assert (log.regels[0]["methode"], log.regels[0]["pad"]) == ("onbekend", "onbekend")
    assert "jansen" not in log.tekst.lower()


@pytest.mark.parametrize(
    "traceparent",
    [
        "",
        TRACE,
        f"00-{TRACE}-00f067aa0ba902b7",
        f"00-{TRACE.upper()}-00f067aa0ba902b7-01",
        f"00-{'0' * 32}-00f067aa0ba902b7-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"ff-{TRACE}-00f067aa0ba902b7-01",
        f"00-{TRACE}-00f067aa0ba902b7-01-x",
        "00-999910061-00f067aa0ba902b7-01",
    ],
)
def test_een_traceparent_die_niet_klopt_telt_niet(klant: Klant, log: Log, traceparent: str) -> None:
    assert klant.post(koppen={"traceparent": traceparent}).status_code == 200
    assert log.regels[0]["traceId"] is None


def test_een_onverwachte_fout_staat_met_haar_plaats_in_het_log_zonder_haar_tekst(log: Log) -> None:
    antwoord = Klant(Nep(fout=RuntimeError("dubbele sleutel (naam)=(Jansen)"))).post()
    fout, verzoek = log.regels
    assert fout["correlatieId"] == verzoek["correlatieId"] == antwoord.headers["X-Correlatie-Id"]
    assert fout["fout"][0]["soort"] == "RuntimeError"
    assert any("conftest.py" in plaats for plaats in fout["fout"][0]["stapel"])
    assert verzoek["uitkomst"] == "INTERN"
    assert "Jansen" not in log.tekst


def test_een_fout_buiten_het_eindpunt_is_ook_intern(log: Log) -> None:
    def stuk(_aanroeper: Aanroeper) -> str:
        raise RuntimeError("Jansen")

    pagina = Beginpagina(aanroepers=[Aanroeper(rol=Rol.IPO)], voorbeelden=[], token=stuk)
    antwoord = Klant(anders={"beginpagina": pagina}).vraag("GET", "/")
    assert antwoord.status_code == 500
    assert fout_van(antwoord)["extensions"]["code"] == "INTERN"
    assert log.regels[0]["fout"][0]["soort"] == "RuntimeError"
    assert "Jansen" not in log.tekst


def test_de_metrieken_tellen_naar_soort_en_uitkomst() -> None:
    klant = Klant(
        Nep(antwoord=GraphqlAntwoord(lichaam=DATA, uitgevoerd=True, soort=Soort.MUTATION, operatie="leveren"))
    )
    klant.post()
    klant.post(koppen={"Authorization": None})
    klant.vraag("GET", "/gezond")
    tekst = klant.vraag("GET", "/metrics").text
    assert 'bron_verzoeken_total{operatie="leveren",soort="mutation",uitkomst="OK"} 1.0' in tekst
    assert 'bron_verzoeken_total{operatie="onbekend",soort="onbekend",uitkomst="NIET_AANGEMELD"} 1.0' in tekst
    assert 'bron_verzoek_duur_seconden_count{soort="mutation"} 1.0' in tekst
    assert tekst.count("bron_verzoeken_total{") == 2
