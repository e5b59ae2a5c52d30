"""The results and the prior education in a dossier, in SQL by hand: each row as the object of its own kind."""

from __future__ import annotations

from typing import Final


def globale_id(soort: str, nummer: str) -> str:
    """Return the SQL of an id: base64url of `Typenaam:nummer`, without padding."""
    return f"rtrim(translate(encode(convert_to('{soort}:' || {nummer}, 'UTF8'), 'base64'), '+/', '-_'), '=')"


_CIJFERS: Final = """
    {r}.code, {r}.eindcijfer, {r}.vrijstelling, {r}.cijfer_instellingsexamen AS "cijferInstellingsexamen",
    {r}.cijfer_centraal_examen AS "cijferCentraalExamen"
"""
_SIGNALEN: Final = """
    (SELECT coalesce(json_agg(g), '[]') FROM (SELECT g.code, g.soort, g.tekst, g.pad
        FROM signaal g WHERE g.resultaat_id = r.id AND g.instelling = :instelling::text
        ORDER BY g.volgorde, g.id) g) AS signalen
"""


def _delen(soort: str, typenaam: str, kolommen: str) -> str:
    return f"""
        (SELECT coalesce(json_agg(q), '[]') FROM (SELECT {globale_id(typenaam, "o.id")} AS id, o.resultaatvolgnummer,
            {kolommen} FROM resultaat o
            WHERE o.diploma_id = r.id AND o.soort = '{soort}' AND o.instelling = :instelling::text
            ORDER BY o.resultaatvolgnummer) q)
    """  # noqa: S608 - no value, only our own words


_DIPLOMA: Final = f"""
    r.opleidingcode, r.indicatie_bekostigbaar AS "indicatieBekostigbaar",
    {_delen("GENERIEK_EXAMENONDERDEEL", "GeneriekExamenonderdeel", _CIJFERS.format(r="o"))}
        AS "generiekeExamenonderdelen",
    {_delen("KEUZEDEEL", "KeuzedeelResultaat", "o.keuzedeelcode, o.behaald")} AS keuzedelen
"""
_SOORTEN: Final = (
    ("DIPLOMA", "Diploma", _DIPLOMA),
    ("GENERIEK_EXAMENONDERDEEL", "GeneriekExamenonderdeel", _CIJFERS.format(r="r")),
    ("KEUZEDEEL", "KeuzedeelResultaat", "r.keuzedeelcode, r.behaald, r.certificaat"),
    ("AMVB_ONDERDEEL", "AmvbOnderdeel", "r.code, r.certificaat"),
)
_PER_SOORT: Final = "".join(
    f"""
    WHEN '{soort}' THEN (SELECT row_to_json(q) FROM (SELECT '{typenaam}' AS "__typename",
        {globale_id(typenaam, "r.id")} AS id, r.resultaatvolgnummer, r.datum_resultaat AS "datumResultaat",
        r.inschrijvingvolgnummer, r.onderwijsaanbieder, r.versie, {kolommen}, {_SIGNALEN}) q)
    """  # noqa: S608
    for soort, typenaam, kolommen in _SOORTEN
)
RESULTATEN: Final = f"""
    (SELECT coalesce(json_agg(q.json), '[]') FROM (SELECT CASE r.soort {_PER_SOORT} END AS json
        FROM resultaat r WHERE r.persoon_id = d.persoon_id AND r.instelling = :instelling::text
            AND r.diploma_id IS NULL
        ORDER BY r.datum_resultaat, r.resultaatvolgnummer, r.id) q)
"""  # noqa: S608
VOOROPLEIDINGEN: Final = """
    (SELECT coalesce(json_agg(q), '[]') FROM (SELECT v.soort, v.school AS instelling,
        v.datum_resultaat AS "datumResultaat", v.behaald,
        (SELECT coalesce(json_agg(k), '[]') FROM (SELECT k.vakcode, k.eindcijfer
            FROM jsonb_to_recordset(v.vakken) AS k(vakcode text, eindcijfer integer)
            ORDER BY k.vakcode COLLATE "C") k) AS vakken
        FROM vooropleiding v WHERE v.persoon_id = d.persoon_id
        ORDER BY v.datum_resultaat, v.soort, v.id) q)
"""
