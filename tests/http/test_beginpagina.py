"""The start page of dev shows what a newcomer needs, and works when pasted into a shell."""

from __future__ import annotations

import json
import re
import shlex
from html import unescape

from app.http.beginpagina import Beginpagina, Voorbeeld
from domain.aanroeper import Aanroeper, Rol
from tests.http.conftest import Klant

SCHOOL = Aanroeper(rol=Rol.MBO, instelling="27DV")
VOORBEELD = Voorbeeld(
    titel="Wie ben ik <script>",
    aanroeper=SCHOOL,
    document='query Q($a: String = "\'") {\n  ik { rol }\n}',
    variabelen={"a": "l'été & <b>"},
)
PAGINA = Beginpagina(
    aanroepers=[SCHOOL, Aanroeper(rol=Rol.IPO)], voorbeelden=[VOORBEELD], token=lambda wie: f"token-{wie.naam}"
)


def test_de_pagina_noemt_adressen_tokens_en_voorbeelden() -> None:
    antwoord = Klant(anders={"beginpagina": PAGINA}).vraag("GET", "/", koppen={"Authorization": None})
    assert antwoord.status_code == 200
    assert antwoord.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "script-src" not in antwoord.headers["Content-Security-Policy"]
    for tekst in ("http://register/graphql", "token-MBO:27DV", "token-IPO", "Wie ben ik &lt;script&gt;"):
        assert tekst in antwoord.text
    assert "<script" not in antwoord.text
    assert "$" not in antwoord.text.replace("$a", "")


def test_de_opdracht_is_te_plakken() -> None:
    tekst = Klant(anders={"beginpagina": PAGINA}).vraag("GET", "/").text
    (opdracht,) = re.findall(r"<pre class=kopie>(.*?)</pre>", tekst, re.DOTALL)
    delen = shlex.split(unescape(opdracht))
    assert delen[:5] == ["curl", "-s", "http://register/graphql", "-H", "Authorization: Bearer token-MBO:27DV"]
    lichaam = json.loads(delen[-1])
    assert lichaam == {"query": 'query Q($a: String = "\'") { ik { rol } }', "variables": VOORBEELD.variabelen}


def test_de_variabelen_staan_bij_het_voorbeeld() -> None:
    tekst = Klant(anders={"beginpagina": PAGINA}).vraag("GET", "/").text
    (variabelen,) = re.findall(r"<pre class=variabelen>(.*?)</pre>", tekst, re.DOTALL)
    assert json.loads(unescape(variabelen)) == VOORBEELD.variabelen
