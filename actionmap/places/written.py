"""Places as people write them in one cell: its parts, which of them may be the town, and what the others say of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from actionmap.lists.encodings import repaired
from actionmap.places.gazetteer_tables import Tables
from actionmap.places.matching import CLEARLY_LARGER, SAME_PLACE_KM, Answer, Matcher, Query, by_query
from actionmap.text import word_table
from actionmap.world.doubts import DoubtKind
from actionmap.world.spelling import place_key, place_words
from actionmap.world.territories import TERRITORIES, territories_of

LARGE_TOWN = 100_000
"""People of a town that "Boston, New York" may name beside another, where the region has a small one of that name."""

_MARKS = re.compile(r"\s*[|;,،，、()（）\[\]\n]\s*")
_SIGNS = re.compile(r"\s*[/–—・+]\s*|\s+-+\s+")
_ANY_MARK = re.compile(r"[|;,،，、()（）\[\]\n/–—・+]|\s-+\s")
_AND = re.compile(r"\s*&\s*|\s+(?:and|y|et|und|e|ve|en|og|och|dan|i|и|و)\s+", re.IGNORECASE)
BETWEEN = re.compile("|".join(sign.pattern for sign in (_MARKS, _SIGNS, _AND)), re.IGNORECASE)
"""What may stand between two towns in a cell."""
_POSTCODE = (
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4}|[A-Z]\d{4}(?:[A-Z]{3})?"
    r"|\d{4} ?[A-Z]{2}|\d{2,5}-\d{3,4}|〒?\d{3}-\d{4}|\d{3} \d{2,3}|(?:[A-Z]{1,2}-)?\d{4,6}"
)
_POSTCODE_FIRST = re.compile(rf"^(?:{_POSTCODE})\s+(?=\D)")
_POSTCODE_LAST = re.compile(rf"(?<=\S)\s+(?:{_POSTCODE})$")
_ONLY_POSTCODE = re.compile(_POSTCODE)
_DISTRICT = re.compile(
    r"(?<=\S)\s+(?:cedex(?: \d{1,2})?|\d{1,2}(?:er|e|[eè]me|º|ª|\.)?|(?-i:[IVX]+|[A-ZØ]|[A-Z]{1,2}\d[A-Z\d]?))$",
    re.IGNORECASE,
)
_WORDS = word_table(Path(__file__).with_name("words.txt"))
_AREAS = frozenset(map(place_key, _WORDS["area of every town"]))
_STREET_BEGINS, _STREET_ENDS = (frozenset(_WORDS[f"{end} of a street"]) for end in ("beginning", "end"))
_STREET_SUFFIX = re.compile(
    r"\w(?:stra(?:ß|ss)e|str\.?|platz|gasse|allee|gatan|torget|straat|plein|laan|駅前?|広場|公園|광장|역)$"
)
_TAIL = _LONGEST_CODE = 3
"""Most words of a region or country that stands behind its town without a mark."""


class Part(NamedTuple):
    """A part of a cell: as it is written, without postcode and district, and whether there was one."""

    written: str
    name: str
    postcode: bool = False
    district: bool = False
    joined: bool = False
    """Whether an "and" stands beside it, so that it is no region of what stands on the other side."""

    @property
    def is_street(self) -> bool:
        """Whether it names a street, square or building, as far as words tell."""
        words = place_words(self.name)
        is_named_so = len(words) > 1 and (words[0] in _STREET_BEGINS or words[-1] in _STREET_ENDS)
        return is_named_so or bool(_STREET_SUFFIX.search(self.name.casefold()))

    @property
    def says_nothing(self) -> bool:
        """Whether it says nothing of which town is meant: a number, or an area that every town has."""
        is_numbered = any(c.isdigit() for c in self.written) and not (self.postcode and self.is_name)
        return is_numbered or is_area(self.name) or not place_key(self.name)

    @property
    def is_name(self) -> bool:
        """Whether it may be the name of a town."""
        return len(self.name) > 1 and not any(c.isdigit() for c in self.name)


class _Reading(NamedTuple):
    """One way to read a cell: what to ask for, what then says nothing known, and what speaks against it."""

    query: Query
    alone: Query
    guess: Query
    unread: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    region: str = ""
    strained: int = 0

    @property
    def is_understood(self) -> bool:
        """Whether all that stands beside the town is understood without strain."""
        return not self.unread and self.strained < _STRAINED


def is_area(part: str) -> bool:
    """Tell whether a part is the name of some area or venue that every town has ("Downtown", "Union Station")."""
    return place_key(part) in _AREAS


def _part(written: str, *, joined: bool = False) -> Part:
    """Take postcode and district off a name ("75011 Paris", "1550 København V", "Lyon Cedex 03")."""
    written = written.strip(" -")
    if _ONLY_POSTCODE.fullmatch(written):
        return Part(written, "", postcode=True)
    bare = _POSTCODE_LAST.sub("", _POSTCODE_FIRST.sub("", written))
    name = _DISTRICT.sub("", bare)
    return Part(written, name, bare != written, name != bare, joined)


def parts(cell: str) -> list[Part]:
    """Split a cell wherever a town may end ("Lyon & 75011 Paris" → Lyon, Paris)."""
    return [_part(text) for text in BETWEEN.split(cell) if text.strip(" .-")]


class Reader:
    """Read the cells for town, region and country.

    Parameters
    ----------
    tables, matcher
        What places there are, and what finds them by name.
    """

    def __init__(self, tables: Tables, matcher: Matcher) -> None:
        self._tables, self._matcher = tables, matcher
        self._country = lru_cache(20_000)(tables.country)
        self._regions = lru_cache(20_000)(tables.regions)
        self._region = lru_cache(20_000)(self._understand_region)

    # ------------------------------------------------------------------------------------------------------ the cells

    def queries(self, rows: Iterable[tuple[str, str, str]]) -> list[Query]:
        """Understand (locality, region, country), of which any may be empty."""
        queries = []
        for locality, region, country in rows:
            locality, code = repaired(locality.strip()), self._country(country)
            is_told = code is not None and bool(region.strip())
            code, regions, given, named = self._region(code or "", region) if is_told else (code, (), False, False)
            named = named or (given and bool(locality) and len(region) <= _LONGEST_CODE)
            larger = 0 if code or regions else CLEARLY_LARGER["no country"]
            queries.append(Query(locality, code, regions, given, named, larger, bool(_ANY_MARK.search(locality))))
        return queries

    def _understand_region(self, country: str, text: str) -> tuple[str, tuple[int, ...], bool, bool]:
        """Return the country, its areas that a region means, if it is one, and if it names them.

        A state or territory in the region's place is the country.
        """
        text, own = repaired(text.strip()), self._country(text)
        areas, named = self._regions(country, text)
        if own and own in (country, TERRITORIES.get(country)) and not self._regions(country, text, tolerant=False)[1]:
            return country, (), False, False
        home = self._tables.areas[areas[0]].country if areas else own
        is_elsewhere = country not in ("", home) if areas else country in ("", TERRITORIES.get(home or ""))
        if home and is_elsewhere:
            return home, (), False, False
        return country, areas, True, named

    def read(self, queries: Sequence[Query]) -> list[Answer]:
        """Answer every query: the whole cell as a name, else its parts as a town and what is said of it."""
        answers = self._matcher.by_name(queries)
        open_ = [i for i, q in enumerate(queries) if q.locality and q.country is not None and not answers[i].found]
        open_ = [i for i in open_ if answers[i].doubt != DoubtKind.AMBIGUOUS]
        readings = {i: self.readings(queries[i]) for i in open_}
        asked = list(dict.fromkeys(q for read in readings.values() for r in read for q in r[:3]))
        found = dict(zip(asked, self._matcher.by_name(asked), strict=True))
        near: list[tuple[int, Query]] = []
        for i in open_:
            answers[i] = self._judge(readings[i], found) if readings[i] else answers[i]
            if not answers[i].found and answers[i].doubt not in _SETTLED:
                near += [(i, query) for query in self._understood(queries[i], readings[i])[:_MOST_PARTS]]
        nearly = self._matcher.nearly([query for _, query in near], [answers[i] for i, _ in near])
        for (i, _), answer in zip(near, nearly, strict=True):
            if answer.found and answers[i].found and self._apart([answer, answers[i]]):
                answer = Answer(instead=(answers[i].place, answer.place), doubt=DoubtKind.NOT_FOUND)
            answers[i] = answer if answer.found or not answers[i].found else answers[i]
        for i, query in enumerate(queries):
            if is_area(query.locality) and not (query.regions and self._is_called(answers[i], query.locality)):
                answers[i] = Answer(instead=answers[i].instead, doubt=DoubtKind.NOT_A_TOWN)
        self._look_elsewhere(queries, answers)
        return answers

    # ------------------------------------------------------------------------------------------------------ its parts

    def readings(self, query: Query) -> list[_Reading]:
        """Return the ways to read a cell, the likeliest first; none where it is a name and nothing else."""
        texts = list(_split(query.locality, _MARKS))
        if query.country is None or not texts:
            return []
        if not query.country and len(texts) > 1 and _is_word(texts[-1]) and not self._regions("", texts[-1])[0]:
            query = query._replace(country=self._country(texts[-1]) or "")
        cell = [
            part for text in texts for part in self._parts(query.country or "", text, is_one=not query.as_it_stands)
        ]
        if (len(cell) == 1 and cell[0].name == query.locality) or len(cell) > _MOST_PARTS:
            return []
        is_unsure = any(part.postcode or part.district for part in cell)
        readings = [
            self._reading(
                query._replace(larger=CLEARLY_LARGER["no country"] * (is_unsure or not home), as_it_stands=False),
                *(home, cell, town, at),
            )
            for home, at in self._homes(query.country or "", cell)
            for town, part in enumerate(cell)
            if town != at and part.is_name and not self._is_code(home, part.name)
        ]
        return sorted(readings, key=lambda reading: (len(reading.unread) > 0, reading.strained))

    def towns(self, query: Query) -> list[Query]:
        """Return what a cell may ask for: itself, or each reading in which all of it is understood."""
        return self._understood(query, self.readings(query))

    def _understood(self, query: Query, readings: Sequence[_Reading]) -> list[Query]:
        return [reading.query for reading in readings if reading.is_understood] if readings else [query]

    def _parts(self, home: str, text: str, *, is_one: bool) -> Iterator[Part]:
        """Divide a text at a sign, an "and" or the name of a region ("Portland ME", "Lyon & Paris")."""
        pieces = list(_split(text, _SIGNS))
        for piece in [text] if len(pieces) > 1 and self._is_area_name(home, text) else pieces:
            joined = list(_split(piece, _AND))
            if len(joined) > 1 and (is_one or not self._regions(home, piece)[0]) and not _part(piece).is_street:
                yield from (_part(name, joined=True) for name in joined)
            else:
                yield from self._with_tail(home, _part(piece), is_one)

    def _with_tail(self, home: str, part: Part, is_one: bool) -> Iterator[Part]:
        """Divide a name from the region or country that stands behind it without a mark: "Melbourne VIC"."""
        words = [] if part.is_street else part.name.split()
        for count in range(1, min(_TAIL, len(words) - 1) + 1) if home or is_one else ():
            head, tail = " ".join(words[:-count]), " ".join(words[-count:])
            is_code = count == 1 and tail.isupper() and len(tail) <= _LONGEST_CODE
            is_name = is_one and len(tail) > _LONGEST_CODE and (count > 1 or len(words) > 2 or not home)
            if (is_code or is_name) and self._is_area_name(home, tail):
                yield from (part._replace(name=head), Part(tail, tail))
                return
        yield part

    def _is_area_name(self, home: str, text: str) -> bool:
        """Tell whether a text is the very name or code of a region or country."""
        return self._regions(home, text, tolerant=False)[1] or (len(text) > _LONGEST_CODE and bool(self._country(text)))

    def _is_code(self, home: str, text: str) -> bool:
        """Tell whether a text is the code of a region."""
        return len(text) <= _LONGEST_CODE and text.isascii() and self._regions(home, text, tolerant=False)[1]

    def _homes(self, country: str, cell: Sequence[Part]) -> list[tuple[str, int]]:
        """Return the countries that a cell may speak of, and which part names each (-1: none)."""
        homes, territories = [(country, -1)] if country else [], self._territories(country)
        for at, part in enumerate(cell):
            code = self._country(part.name) if _is_word(part.name) or not country else None
            asked = territories if country else at
            areas = self._regions(country, part.name, tolerant=False)[0] if asked else ()
            inside = dict.fromkeys(self._tables.areas[area].country for area in areas)
            homes += [(code, at)] if code and code != country else []
            homes += [(home, at if country and home != country else -1) for home in inside]
            if _is_word(part.name):
                homes += [(home, -1) for home in territories if self._regions(home, part.name, tolerant=False)[1]]
        return list(dict.fromkeys(homes)) or [("", -1)]

    def _territories(self, state: str | None) -> list[str]:
        """Return the territories of a state in which there are towns."""
        return [territory for territory in territories_of(state or "") if territory in self._tables.country_area]

    def _reading(self, query: Query, home: str, cell: Sequence[Part], town: int, at: int) -> _Reading:
        """Read one part as the town of a country, and say what the others are."""
        name = cell[town]
        asked = query._replace(locality=name.name, country=home, as_it_stands=is_area(name.name))
        if home != query.country and query.country:
            asked = asked._replace(regions=(), region_given=False)
        alone, unread, streets, region = asked, [], [], ""
        foreign = query.country and home != query.country and TERRITORIES.get(home) != query.country
        strained = 2 * _STRAINED * (asked.as_it_stands or (name.district and any(part.postcode for part in cell)))
        strained += int(town > 0 and self._country(name.name) == home)
        for other, part in enumerate(cell):
            if other == town:
                continue
            areas = None if other == at else self._areas_beside(asked, part, other > town)
            code = self._country(part.name) if _is_word(part.name) or other == at else None
            if foreign and other == at:
                unread.append(part.name)
            elif other == at or (code and code in (home, TERRITORIES.get(home)) and not (areas and areas[1])):
                continue
            elif areas and not (part.joined and name.joined):
                asked = asked._replace(regions=areas[0], region_given=True, region_named=areas[1])
                strained, region = strained + (int(other < town) if areas[1] else _STRAINED), part.name
            elif part.is_street:
                streets.append(part.name)
            elif not part.says_nothing:
                unread.append(part.name)
                strained += _STRAINED * (other < town)
        guess = asked._replace(region_given=True) if unread else asked
        return _Reading(asked, alone, guess, tuple(unread), tuple(streets), region, strained)

    def _areas_beside(self, query: Query, part: Part, behind: bool) -> tuple[tuple[int, ...], bool] | None:
        """Return the areas that a part names, of those that the town may lie in."""
        if not part.is_name or is_area(part.name) or self._tables.is_named(query.country or "", part.name):
            return None
        areas, named = self._regions(query.country or "", part.name, tolerant=behind)
        if behind and areas and self._is_rather_a_town(query.country or "", part.name):
            return None
        inside = tuple(area for area in areas if self._tables.areas[area].country == query.country)
        both = tuple(area for area in inside if area in query.regions) if query.regions else inside
        return (both, named or len(part.name) <= _LONGEST_CODE) if both else None

    def _is_rather_a_town(self, country: str, name: str) -> bool:
        """Tell whether a name that is only nearly a region's is the very name of a town: Rennes, and not Ardennes."""
        is_written_out = len(name) > _LONGEST_CODE and "." not in name
        if not is_written_out or self._regions(country, name, tolerant=False)[0]:
            return False
        return self._matcher.by_name([Query(name, country)])[0].place >= 0

    # -------------------------------------------------------------------------------------------------------- judging

    def _judge(self, readings: Sequence[_Reading], found: dict[Query, Answer]) -> Answer:
        """Choose the one reading in which every part is understood; else say what stands in the way."""
        own = {r.query.locality: found[r.query] for r in reversed(readings)}
        read = [r for r in readings if found[r.query].place >= 0 and self._is_read(r, found[r.query].place, own)]
        sure = [found[r.query] for r in read if not found[r.query].approximate and r.strained == read[0].strained]
        if sure and not self._apart(sure) and not self._is_two_towns(read[0], found):
            return sure[0]
        towned = [r for r in (*readings, *read) if found[r.alone].place >= 0]
        towns = {r.alone.locality: found[r.alone] for r in towned if self._country(r.alone.locality) != r.alone.country}
        several = self._apart(list(towns.values()))
        guessed = [found[r.guess] for r in readings if found[r.guess].place >= 0 and not r.strained]
        if guessed and not several and not self._apart(guessed):
            return guessed[0]._replace(approximate=True)
        options = [a for r in (*read, *readings) for a in (found[r.query], found[r.alone])]
        places = [*(a.place for a in options), *(place for a in options for place in a.instead)]
        instead = tuple(dict.fromkeys(place for place in places if place >= 0))[:3]
        first = next((found[r.query].doubt for r in readings if r.is_understood), DoubtKind.UNREAD)
        unclear = _UNCLEAR if self._apart(sure) else first
        return Answer(instead=instead, doubt=DoubtKind.SEVERAL_TOWNS if several else unclear)

    def _is_read(self, reading: _Reading, place: int, own: dict[str, Answer]) -> bool:
        """Tell whether all that stands beside a town is understood, other names of it and its streets among that."""
        near = {text for text, a in own.items() if a.place >= 0 and not self._apart([a, Answer(place)])}
        far = {text for text, a in own.items() if a.place >= 0} - near
        return all(text in near for text in reading.unread) and far.isdisjoint(reading.streets)

    def _is_two_towns(self, reading: _Reading, found: dict[Query, Answer]) -> bool:
        """Tell whether "Boston, New York" may well be two large towns: there is a far smaller Boston in New York."""
        here, alone = found[reading.query], found[reading.alone]
        if len(reading.region) <= _LONGEST_CODE or alone.place < 0 or not self._apart([here, alone]):
            return False
        people = self._tables.people
        beside = self._matcher.by_name([reading.alone._replace(locality=reading.region, as_it_stands=True)])[0]
        if beside.place < 0 or not self._apart([here, beside]):
            return False
        is_large = people[beside.place] * (0.1 if beside.weak else 1.0) >= LARGE_TOWN
        return bool(is_large and people[alone.place] > people[here.place] * CLEARLY_LARGER["unknown region"])

    def _is_called(self, answer: Answer, name: str) -> bool:
        """Tell whether an answer is a town of that very name."""
        return answer.place >= 0 and place_key(self._tables.name[answer.place].as_py()) == place_key(name)

    def _apart(self, answers: Sequence[Answer]) -> bool:
        """Tell whether towns are too far from each other to be one place."""
        return any(self._tables.distance(a.place, answers[0].place) > SAME_PLACE_KM for a in answers[1:])

    def _look_elsewhere(self, queries: Sequence[Query], answers: list[Answer]) -> None:
        """Look for names without a region in the territories of their country too, and beyond its borders."""
        tables, people = self._tables, self._tables.people
        rows = [i for i, q in enumerate(queries) if q.locality and q.country and answers[i].doubt in _OPEN]
        lost = [i for i in rows if not answers[i].found and not queries[i].region_given]
        asked = [(i, queries[i]._replace(country=t)) for i in lost for t in self._territories(queries[i].country)]
        for (i, _), answer in zip(asked, self._matcher.by_name([query for _, query in asked]), strict=True):
            if answer.place >= 0:
                both = answers[i].place >= 0
                answers[i] = Answer(instead=(answers[i].place, answer.place), doubt=_UNCLEAR) if both else answer
        rows = [i for i in rows if not answers[i].found or (answers[i].place >= 0 and not queries[i].region_given)]
        rows = [i for i in rows if not answers[i].found or answers[i].weak or territories_of(queries[i].country or "")]
        anywhere = [queries[i]._replace(country="", regions=()) for i in rows]
        found = self._matcher.candidates(anywhere, [place_key(query.locality) for query in anywhere])
        for row, places in by_query(found, found.place >= 0):
            i, answer, home = rows[row], answers[rows[row]], queries[rows[row]].country
            own = [place for place in places if TERRITORIES.get(tables.country_of(place)) == home]
            if not answer.found:
                instead = tuple(dict.fromkeys((*own[:1], *places[:2], *answer.instead)))[:3]
                answers[i] = answer._replace(instead=instead, doubt=answer.doubt or DoubtKind.NOT_FOUND)
            elif tables.country_of(answer.place) == home:
                rivals = [place for place in own if people[place] * CLEARLY_LARGER["no region"] > people[answer.place]]
                if answer.weak and people[places[0]] > people[answer.place] * CLEARLY_LARGER["no region"]:
                    rivals.append(places[0])
                if rivals and rivals[0] != answer.place:
                    answers[i] = Answer(instead=(rivals[0], answer.place), doubt=_UNCLEAR)


_MOST_PARTS = 8
_STRAINED = 2
_UNCLEAR = DoubtKind.AMBIGUOUS
_SETTLED = (DoubtKind.SEVERAL_TOWNS, _UNCLEAR, DoubtKind.UNREAD)
_OPEN = (None, DoubtKind.NOT_FOUND)


def _is_word(text: str) -> bool:
    """Tell whether a text is more than a code of two letters, which are of regions sooner than of countries."""
    return len(text) > 2 or not text.isascii()


def _split(text: str, signs: re.Pattern[str]) -> Iterator[str]:
    """Divide a text at signs."""
    return (part for part in signs.split(text) if part.strip(" .-"))
