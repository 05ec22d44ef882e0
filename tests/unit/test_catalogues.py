"""The catalogues: every message of the code in every language, whole, with its gaps, its tags and its plural forms."""

import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from actionmap.campaign.filters import FILTERS
from actionmap.languages import DOMAIN, ENGLISH, forms, languages, say, say_many, speaking, spoken
from actionmap.paths import LOCALES
from actionmap.publish.markup import render
from scripts.messages import template

OTHERS = [code for code in languages() if code != ENGLISH]
NUMBERS = (*range(201), 1_000_000, 1_000_001, 3_000_000)
"""With each plural form of every language here, and all that round or large numbers do to it."""


CLDR = ("zero", "one", "two", "few", "many", "other")


@cache
def written(code: str) -> Catalog:
    return read_po(io.BytesIO((LOCALES / code / "LC_MESSAGES" / f"{DOMAIN}.po").read_bytes()), locale=code)


@cache
def of_the_code() -> frozenset[str | tuple[str, str]]:
    return frozenset(one.id for one in template() if one.id)


def texts(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if message.pluralizable else (message.string,)


def gaps(text: str) -> Mapping[str, str]:
    return {name: spec or "" for _, name, spec, _ in Formatter().parse(text) if name is not None}


def pairs(code: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the English texts of each message, and those of a language."""
    for message in written(code):
        if message.id:
            yield message.id if message.pluralizable else (message.id,), texts(message)


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_has_the_messages_of_the_code_and_no_others(code: str) -> None:
    found = {one.id for one in written(code) if one.id}
    assert (sorted(map(str, of_the_code() - found)), sorted(map(str, found - of_the_code()))) == ([], [])


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_is_translated_in_every_plural_form_and_none_is_only_guessed(code: str) -> None:
    catalogue = written(code)
    for one in catalogue:
        if one.id:
            assert all(texts(one)), one.id
            assert not one.fuzzy, one.id
            assert not one.pluralizable or len(texts(one)) == catalogue.num_plurals, one.id


@pytest.mark.parametrize("code", OTHERS)
def test_no_gap_is_lost_added_or_formatted_otherwise_and_no_tag_either(code: str) -> None:
    for english, said in pairs(code):
        known = {name: spec for text in english for name, spec in gaps(text).items()}
        for text in said:
            wanted = set(known) - {"number"} if len(english) > 1 else set(known)  # "one action" needs no figure
            assert wanted <= set(gaps(text)) <= set(known), text
            assert all(known[name] == spec for name, spec in gaps(text).items()), text
            tags = re.findall(r"</?\w+[^>]*>", text)
            assert sorted(tags) == sorted(re.findall(r"</?\w+[^>]*>", english[-1])), text


def without_marks(text: str) -> str:
    """Return a text without the marks that a date gets from right to left."""
    return text.replace("\u200e", "")


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_can_be_filled_and_is_said_as_the_catalogue_has_it(code: str) -> None:
    with speaking(code):
        for english, said in pairs(code):
            values = {name: 3 if spec else f"«{name}»" for text in english for name, spec in gaps(text).items()}
            if len(english) == 1:
                filled = say(english[0], **values)
                assert "{" not in filled.replace("{x}", "").replace("{y}", "").replace("{z}", ""), english
                words = said[0].replace("{{", "{").replace("}}", "}")
                assert values or without_marks(filled) == without_marks(words), "compile it: make messages"
            else:
                others = {name: value for name, value in values.items() if name != "number"}
                for number, form in shown(code).items():
                    filled = say(said[form].replace("{{", "{{{{").replace("}}", "}}}}"), number=number, **others)
                    assert say_many(*english, number, **others) == filled, "compile it: make messages"


@cache
def shown(code: str) -> Mapping[int, int]:
    """Return the first and the last of the numbers that have a plural form → its place in the catalogue."""
    forms = plural_forms(code)
    return {some[at]: form for form, some in forms.items() for at in (0, -1)}


@cache
def plural_forms(code: str) -> Mapping[int, list[int]]:
    """Return the place of a plural form in a catalogue → the numbers that have it."""
    with speaking(code):
        chosen = {number: spoken().messages.plural(number) for number in NUMBERS}
    return {form: [number for number, of in chosen.items() if of == form] for form in set(chosen.values())}


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_has_the_plural_forms_of_cldr_in_their_order(code: str) -> None:
    rule, forms = languages()[code].locale.plural_form, plural_forms(code)
    names = [sorted({rule(number) for number in forms[form]}) for form in sorted(forms)]
    assert sorted(forms) == [*range(written(code).num_plurals)]
    assert all(len(named) == 1 for named in names), names
    assert [named[0] for named in names] == [one for one in CLDR if [one] in names]


def test_arabic_has_its_few_from_3_to_10_and_its_many_from_11_to_99() -> None:
    assert plural_forms("ar")[3][:9] == [*range(3, 11), 103]
    assert plural_forms("ar")[4][:90] == [*range(11, 100), 111]
    assert plural_forms("ar")[5][:4] == [100, 101, 102, 200]


@pytest.mark.parametrize("code", OTHERS)
def test_a_plural_form_of_several_numbers_names_the_number(code: str) -> None:
    several = [form for form, numbers in plural_forms(code).items() if len(numbers) > 1]
    for english, said in pairs(code):
        if len(english) > 1 and all("{number}" in text for text in english):
            assert [said[form] for form in several if "{number}" not in said[form]] == [], english


def test_a_filters_label_is_said_of_several_actions_and_a_cards_of_one() -> None:
    status, basis = (one for one in FILTERS if one.name in ("status", "basis"))
    said = {}
    for code in ("en", "es", "fr", "pt", "sv", "ar"):
        with speaking(code):
            said[code] = say("Reported"), status.called("reported"), basis.called("call")
            assert status.meant(status.called("announced"), status.options) == "announced"
    assert said == {
        "en": ("Reported", "Reported", "Tied to the call"),
        "es": ("Reportada", "Reportadas", "Vinculadas a la convocatoria"),
        "fr": ("Signalée", "Signalées", "Liées à l’appel"),
        "pt": ("Noticiado", "Noticiados", "Ligados à convocatória"),
        "sv": ("Rapporterad", "Rapporterade", "Knutna till uppropet"),
        "ar": ("ورد خبرها", "ورد خبرها", "مرتبطة بالنداء"),
    }


def test_no_french_line_breaks_before_a_colon_or_inside_guillemets() -> None:
    breaking = re.compile("« | [»:;!?](?!\\S)")
    assert [text for _, said in pairs("fr") for text in said if breaking.search(text)] == []


def test_a_round_million_takes_the_form_that_it_has_where_it_is_a_noun_of_its_own() -> None:
    said = {}
    for code in ("es", "fr", "pt", "sv"):
        with speaking(code):
            people = [say_many("{number} person", "{number} people", number) for number in (1, 1_000_000, 1_200_000)]
            said[code] = [re.sub(r"(?<=\d)\D(?=\d)", "", text) for text in people]
            assert set(forms("{number} action", "{number} actions")) >= {
                "one",
                "other",
                *(["many"] if code != "sv" else []),
            }
    assert said == {
        "es": ["1 persona", "1000000 de personas", "1200000 personas"],
        "fr": ["1 personne", "1000000 de personnes", "1200000 personnes"],
        "pt": ["1 pessoa", "1000000 de pessoas", "1200000 pessoas"],
        "sv": ["1 person", "1000000 personer", "1200000 personer"],
    }


def test_what_is_read_aloud_is_parted_as_the_language_parts_sentences() -> None:
    for code, between in (("en", ". "), ("ko", ". "), ("ja", "。")):
        with speaking(code):
            skip = render("skip.html", page="", places=(), shown="", is_filtered=False, is_framed=True, in_force=0)
            assert f'data-between="{between}"' in skip
