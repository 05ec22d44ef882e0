"""Regions of the world: the continents and subregions of the United Nations' geoscheme (UN M49)."""

from babel import Locale

_SUBREGIONS = {
    "002": {
        "015": "DZ EG EH LY MA SD TN",
        "011": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
        "014": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
        "017": "AO CD CF CG CM GA GQ ST TD",
        "018": "BW LS NA SZ ZA",
    },
    "019": {
        "021": "BM CA GL PM US",
        "013": "BZ CR GT HN MX NI PA SV",
        "029": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
        "005": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    },
    "142": {
        "143": "KG KZ TJ TM UZ",
        "030": "CN HK JP KP KR MN MO TW",
        "035": "BN ID KH LA MM MY PH SG TH TL VN",
        "034": "AF BD BT IN IR LK MV NP PK",
        "145": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    },
    "150": {
        "151": "BG BY CZ HU MD PL RO RU SK UA",
        "154": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
        "039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
        "155": "AT BE CH DE FR LI LU MC NL",
    },
    "009": {
        "053": "AU CC CX HM NF NZ",
        "054": "FJ NC PG SB VU",
        "057": "FM GU KI MH MP NR PW UM",
        "061": "AS CK NU PF PN TK TO TV WF WS",
    },
}
"""Continent → subregion → ISO 3166-1 codes. Taiwan and Kosovo, which M49 does not list, stand where CLDR puts them."""

CONTINENTS = tuple(_SUBREGIONS)
"""The five continents of the geoscheme. Antarctica belongs to none of them."""

SUBREGIONS = tuple(code for subregions in _SUBREGIONS.values() for code in subregions)
"""The 22 subregions, continent by continent."""

_GROUPS = {"202": ("011", "014", "017", "018"), "419": ("029", "013", "005")}
"""Intermediate regions of the geoscheme: Sub-Saharan Africa, Latin America and the Caribbean."""

_SUBREGION_OF = {
    country: code
    for subregions in _SUBREGIONS.values()
    for code, countries in subregions.items()
    for country in countries.split()
}
_CONTINENT_OF = {code: continent for continent, subregions in _SUBREGIONS.items() for code in subregions}


def countries() -> frozenset[str]:
    """Return the codes of all countries and territories that belong to a subregion."""
    return frozenset(_SUBREGION_OF)


def subregion(country: str) -> str:
    """Return the M49 code of a country's subregion; empty if it belongs to none."""
    return _SUBREGION_OF.get(country, "")


def continent(country: str) -> str:
    """Return the M49 code of a country's continent; empty if it belongs to none."""
    return _CONTINENT_OF.get(subregion(country), "")


def areas() -> dict[str, tuple[str, ...]]:
    """Return the M49 code of every continent, intermediate region and subregion → its countries and territories."""
    found: dict[str, tuple[str, ...]] = {}
    for continent_, subregions in _SUBREGIONS.items():
        found[continent_] = tuple(country for countries in subregions.values() for country in countries.split())
        for group, parts in _GROUPS.items():
            if parts[0] in subregions:
                found[group] = tuple(country for part in parts for country in subregions[part].split())
        found |= {code: tuple(countries.split()) for code, countries in subregions.items()}
    return found


def area_name(code: str, language: str = "en") -> str:
    """Return the name of a continent, intermediate region or subregion (CLDR): "155" is "Western Europe"."""
    return str(Locale.parse(language).territories[code])
