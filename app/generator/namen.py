"""Names and places of the fictional persons: common Dutch ones in order of frequency, combined by chance."""

from __future__ import annotations

from typing import Final

from app.generator.lot import Verdeling


def _achternaam(tekst: str) -> tuple[str | None, str]:
    """Split `van den|Berg`."""
    voorvoegsel, streep, naam = tekst.rpartition("|")
    return (voorvoegsel if streep else None), naam


_ACHTERNAMEN: Final = """
de|Jong;Jansen;de|Vries;van den|Berg;van|Dijk;Bakker;Janssen;Visser;Smit;Meijer;de|Boer;Mulder;de|Groot;Bos;Vos;Peters;
Hendriks;van|Leeuwen;Dekker;Brouwer;de|Wit;Dijkstra;Smits;de|Graaf;van der|Meer;van der|Linden;Kok;Jacobs;de|Haan;
Vermeulen;van den|Heuvel;van der|Veen;van den|Broek;de|Bruijn;de|Bruin;van der|Heijden;Schouten;van|Beek;Willems;
van|Vliet;van de|Ven;Hoekstra;Maas;Verhoeven;Koster;van|Dam;van der|Wal;Prins;Blom;Huisman;Peeters;de|Jonge;Kuipers;
van|Veen;Post;Kuiper;Veenstra;Kramer;van den|Brink;Scholten;van|Wijk;Postma;Martens;Vink;de|Ruiter;Timmermans;Groen;
Gerritsen;Jonker;van|Loon;Boer;van der|Velde;Willemsen;Smeets;de|Lange;de|Vos;Bosch;van|Dongen;Schipper;de|Koning;
van der|Laan;Koning;van der|Velden;Driessen;van|Doorn;Hermans;Evers;van den|Bosch;van der|Meulen;Hofman;Bosman;Wolters;
Sanders;van der|Horst;Mol;Kuijpers;Molenaar;van de|Pol;de|Leeuw;Verbeek;Bouwman;Cornelissen;van|Dalen;Peeters;
Yılmaz;Kaya;Demir;Şahin;Çelik;Öztürk;el|Idrissi;Amrani;Bouali;Kowalski;Nowak;Popescu;Ramdin;Sewnarain;Tran;Nguyen;
Overbeek;Zwart;Zijlstra;Wiersma;Terpstra;Sikkema;Rietveld;Rijnders;Pronk;Pieters;Otten;Oosterhuis;Noordhoek;Nijland;
Meulenbelt;Lammers;Klaassen;Kamphuis;Jager;IJsselstein;Hulshof;Hagen;Groothuis;Gelderblom;Franken;Engels;Duin;Daalder;
Crèmer;Coenen;Burger;Brands;Boonstra;Bijl;Beekman;Barendregt;Appelman;Aalbers;Andriessen;van 't|Hof;van 't|Veer;
op den|Kamp;ter|Horst;ten|Brink;te|Riele;in 't|Veld;den|Hartog;den|Ouden;Vreeswijk;Wagenaar;Westra;Zuidema
"""
_JONGENS: Final = """
Daan;Sem;Lucas;Levi;Finn;Noah;Luuk;Milan;Jesse;Thomas;Bram;Lars;Thijs;Tim;Ruben;Stijn;Jayden;Julian;Max;Tijn;Sven;
Mohamed;Gijs;Mees;Niels;Rick;Jasper;Koen;Dennis;Kevin;Jeroen;Bas;Nick;Roy;Sander;Mark;Jan;Pieter;Johannes;Willem;Hendrik;
Ahmed;Yusuf;Emre;Ayoub;Bilal;Piotr;Andrei;Mick;Floris;Hugo;Teun;Joris;Wessel;Sjoerd;Jelle;Youri;Quinten;Olivier;Dirk
"""
_MEISJES: Final = """
Emma;Julia;Sophie;Tess;Lotte;Sanne;Anna;Eva;Lisa;Fleur;Anouk;Lieke;Isa;Femke;Noa;Maud;Roos;Iris;Britt;Amber;Esmee;Nina;
Maria;Kim;Laura;Michelle;Manon;Demi;Naomi;Jasmijn;Merel;Evi;Sara;Fenna;Saar;Mila;Zoë;Johanna;Wilhelmina;Elisabeth;
Fatima;Aylin;Zeynep;Salma;Hafsa;Katarzyna;Ioana;Chaima;Yara;Floor;Puck;Jill;Marit;Renske;Hanneke;Inge;Wendy;Linda;Joyce
"""
_STRATEN: Final = """
Dorpsstraat;Kerkstraat;Molenweg;Schoolstraat;Stationsweg;Julianastraat;Wilhelminastraat;Beatrixlaan;Nieuwstraat;
Hoofdstraat;Beukenlaan;Eikenlaan;Lindelaan;Kastanjelaan;Wilgenstraat;Berkenlaan;Esdoornstraat;Meidoornlaan;Rozenstraat;
Tulpstraat;Irisstraat;Leliestraat;Merelstraat;Lijsterstraat;Zwaluwstraat;Reigerlaan;Marktstraat;Havenkade;Parkweg;Zandweg;
Veldweg;Boslaan;Industrieweg;Rembrandtstraat;Vermeerstraat;Frans Halsstraat;Mozartlaan;Beethovenstraat;Anne Frankstraat;
De Hofstede;Het Kompas;Burgemeester Klooslaan;Prins Hendrikkade;Van Speijkstraat;Oude Gracht;Singel;Zuidwal;Noordeinde
"""
_PLAATSEN: Final = """
Amsterdam 10;Rotterdam 30;Den Haag 25;Utrecht 35;Eindhoven 56;Groningen 97;Tilburg 50;Almere 13;Breda 48;Nijmegen 65;
Apeldoorn 73;Arnhem 68;Haarlem 20;Enschede 75;Amersfoort 38;Zaandam 15;Zwolle 80;Leiden 23;Leeuwarden 89;Maastricht 62;
Dordrecht 33;Zoetermeer 27;Ede 67;Alkmaar 18;Emmen 78;Delft 26;Venlo 59;Deventer 74;Helmond 57;Hilversum 12;Sittard 61;
Heerlen 64;Oss 53;Roosendaal 47;Purmerend 14;Schiedam 31;Gouda 28;Vlaardingen 31;Assen 94;Bergen op Zoom 46;
Veenendaal 39;Katwijk 22;Zeist 37;Hardenberg 77;Hoorn 16;Roermond 60;Doetinchem 70;Terneuzen 45;Middelburg 43;Goes 44;
Tiel 40;
Woerden 34;Barneveld 37;Drachten 92;Hoogeveen 79;Sneek 86;Weert 60;Waalwijk 51;Meppel 79;Winterswijk 71
"""


def _lijst(tekst: str) -> list[str]:
    return [deel.strip() for deel in tekst.split(";")]


def _plaats(tekst: str) -> tuple[str, str]:
    """Split `Den Haag 25` into the place and the first two digits of its postcodes."""
    naam, _, cijfers = tekst.rpartition(" ")
    return naam, cijfers


ACHTERNAMEN: Final = Verdeling.aflopend(map(_achternaam, _lijst(_ACHTERNAMEN)))
JONGENS: Final = Verdeling.aflopend(_lijst(_JONGENS), helling=12)
MEISJES: Final = Verdeling.aflopend(_lijst(_MEISJES), helling=12)
STRATEN: Final = Verdeling.aflopend(_lijst(_STRATEN), helling=8)
PLAATSEN: Final = Verdeling.aflopend(map(_plaats, _lijst(_PLAATSEN)))
LETTERS: Final = "ABCDEGHJKLMNPRTVWXZ"
