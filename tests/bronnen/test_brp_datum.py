"""The four date types of the BRP, there and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bronnen.antwoord import Knoop
from app.bronnen.brp_vertaling import naar_datum
from app.bronnen.proef.brp_personen import datum_json
from domain.tijd import OnvolledigeDatum

jaren = st.integers(1, 9999)
maanden = st.integers(1, 12)
datums = st.one_of(
    st.just(OnvolledigeDatum(0)),
    st.builds(OnvolledigeDatum, jaren),
    st.builds(OnvolledigeDatum, jaren, maanden),
    st.dates().map(OnvolledigeDatum.van),
)
json_waarden = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(st.text(max_size=8), deel, max_size=3),
    max_leaves=6,
)


@given(datums)
def test_een_datum_komt_heen_en_terug_door_het_koppelvlak(datum: OnvolledigeDatum) -> None:
    getoond = datum_json(str(datum).replace("-", ""))
    assert naar_datum(Knoop(json.loads(json.dumps(getoond)))) == datum


@given(
    st.sampled_from(["Datum", "JaarMaandDatum", "JaarDatum", "Anders", None]),
    st.dictionaries(st.sampled_from(["datum", "jaar", "maand", "onbekend"]), json_waarden),
)
def test_een_datum_is_leesbaar_of_onzin(soort: str | None, velden: dict[str, object]) -> None:
    bron = Knoop({"type": soort, "langFormaat": "x", **velden})
    try:
        datum = naar_datum(bron)
    except ValueError:
        return
    assert isinstance(datum, OnvolledigeDatum)
    assert datum.jaar >= 1


def test_een_afwezige_datum_is_geen_onbekende_datum() -> None:
    assert naar_datum(Knoop({})) is None
    assert naar_datum(Knoop({"type": "DatumOnbekend", "onbekend": True})) == OnvolledigeDatum(0)


@pytest.mark.parametrize(
    "velden",
    [
        {"type": "Datum", "datum": "2005-02-30"},
        {"type": "Datum", "datum": "2005-05-00"},
        {"type": "Datum", "datum": "20050530"},
        {"type": "JaarMaandDatum", "jaar": 2005, "maand": 13},
        {"type": "JaarMaandDatum", "jaar": 2005},
        {"type": "JaarDatum", "jaar": True},
        {"type": "JaarDatum", "jaar": 10000},
        {"jaar": 2005},
    ],
)
def test_een_onmogelijke_datum_is_onzin(velden: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        naar_datum(Knoop(velden))
