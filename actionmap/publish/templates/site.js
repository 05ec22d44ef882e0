"use strict";
// The published site: filters, list, cards, what is nearest, and how it behaves in a frame. What is shown is kept in the
// URL, in the dashboard's own terms: terms.js holds the filters, words and sizes that the library has written for it.

const of = (...kinds) => TERMS.filters.filter((filter) => kinds.includes(filter.kind)).map((filter) => filter.name);
const COLUMNS = of("many", "few", "days"), DAYS = of("days");
const [[MEMBER], [LINK], [WORDS]] = [of("organizations"), of("tie"), of("words")];
const CHECKED = [...COLUMNS, LINK, MEMBER];
const LINKS = TERMS.links, AREAS = ["region", "country"];
const MOST_IN_FRAME = 12; // rows of a list inside another page, until more are asked for
const $ = (selector) => document.querySelector(selector);
const make = (name, properties, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};
const form = document.forms[0], near = form.elements.near;
const panel = $(".site-panel"), rows = $(".site-list > ol");
const inputs = [...form.querySelectorAll("input[type=checkbox]")];
const words = (text) => text.split(" ").filter(Boolean);
const embedded = ["map", "list"].find((one) => one === new URLSearchParams(location.search).get("embed"));

const actions = [...rows.children].map((item) => {
  const { at, precision, text, ...values } = item.dataset;
  const place = at ? at.split(" ").map(Number) : undefined, [title, detail] = item.querySelectorAll("strong, span");
  return { item, values, at, place, point: place && project(place), precision, area: AREAS.includes(precision), text,
    ...Object.fromEntries(LINKS.map((link) => [link, words(values[link])])), title: title.textContent, detail: detail.textContent, page: item.querySelector("a").getAttribute("href") };
});
const bare = (text) => text.replace(/[\u200e\u200f]/g, ""); // of the marks that keep a name in its own direction
const byId = new Map(actions.map((action) => [action.item.id, action]));
let opened, most = embedded ? MOST_IN_FRAME : Infinity;

// --- words --------------------------------------------------------------------------------------------------------

const plural = new Intl.PluralRules(LANGUAGE), isolate = document.documentElement.dir === "rtl" ? (text) => `\u2068${text}\u2069` : String;

/** Fill the gaps of a text, which has forms where it depends on a number; numbers as the language writes them. */
function fill(text, values = {}) {
  const form = typeof text === "string" ? text : text[plural.select(values.number)];
  return form.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? written(values[name]) : isolate(values[name])));
}
const say = (what, number, values) => fill(TERMS.counted[what], { number, ...values });
const said = (name, values) => fill(TERMS.said[name], values);

/** Fold case, accents and the letters that the library takes for others. */
function plain(text) {
  const seen = text.toLowerCase().normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").replaceAll("ß", "ss");
  return seen.replace(/[^\x00-\x7f]|['`]/g, (letter) => TERMS.letters[letter] ?? letter).normalize("NFC");
}
const fold = (text) => words(plain(text).replace(/[^\p{L}\p{N}]+/gu, " "));
if (LANGUAGE !== "en") for (const action of actions) action.text += ` ${fold(action.title).join(" ")} `; // in English it is in it

/** Return how many letters part two words, as far as `most`: changed, missing, added, or two in the other order. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}
const slips = (word) => (word.length > 7 ? 2 : word.length > 3 ? 1 : 0);

// --- what is chosen -----------------------------------------------------------------------------------------------

function chosen() {
  const values = new FormData(form);
  return { ...Object.fromEntries(CHECKED.map((name) => [name, values.getAll(name)])),
    [WORDS]: values.get(WORDS).trim() };
}

function tied(action, member, links = []) {
  if (member === TERMS.notStated) return !action.organized.length;
  return (links.length ? links : LINKS).some((link) => action[link].includes(member));
}

/** Tell whether a column has an option; days are one, or the first and last of several. */
function has(action, name, option) {
  const value = action.values[name];
  return DAYS.includes(name) ? value.slice(0, 10) <= option && option <= value.slice(-10) : value === option;
}

function tests(choice) {
  const sought = fold(choice[WORDS]);
  const isCode = sought.length === 1 && inputs.some((input) => input.name === "country" && input.value.toLowerCase() === sought[0]);
  const byColumn = (name) => (action) => !choice[name].length || choice[name].some((option) => has(action, name, option));
  return {
    ...Object.fromEntries(COLUMNS.map((name) => [name, byColumn(name)])),
    [MEMBER]: (action) => !choice[MEMBER].length || choice[MEMBER].some((one) => tied(action, one, choice[LINK])),
    [WORDS]: (action) => (isCode ? action.values.country.toLowerCase() === sought[0] : sought.every((word) => action.text.includes(word.length < 3 ? ` ${word} ` : word))),
  };
}

/** Read the link under the names that it means, as the library does; what has none is said. */
function readLink() {
  const known = [...TERMS.filters.map((filter) => filter.name), "action", "near", "full", "lang"], query = new URLSearchParams(), lost = [];
  for (const [parameter, value] of new URLSearchParams(location.search)) {
    const bare = parameter.replace(/^(amp;|[?&])+/i, "").trim().toLowerCase(), name = TERMS.formerNames[bare] ?? bare;
    if (known.includes(name)) query.append(name, value);
    else if (!new RegExp(TERMS.trackers).test(name)) lost.push(fill(TERMS.unknownName, { parameter, value }));
  }
  return [query, lost];
}

const labelOf = (option) => option.parentElement.querySelector("strong").textContent;

/** Return the option that a text surely means: its value or its label, whatever their capitals and accents. */
function meant(options, text) {
  const folded = fold(text).join(" ");
  const same = options.filter((option) => folded && [option.value, labelOf(option)].some((name) => fold(name).join(" ") === folded));
  return options.find((option) => option.value === text) ?? (same.length === 1 ? same[0] : undefined);
}

function readUrl() {
  const [query, lost] = readLink();
  for (const name of CHECKED) {
    const options = inputs.filter((input) => input.name === name);
    const found = new Map(query.getAll(name).map((value) => [value, meant(options, value)]));
    for (const [value, option] of found) if (!option) lost.push(fill(TERMS.unknownValue, { parameter: name, value }));
    const kept = [...new Set(found.values())].filter(Boolean);
    for (const option of options) option.checked = kept.includes(option);
  }
  form.elements[WORDS].value = query.getAll(WORDS).join(" ").slice(0, 200);
  near.dataset.answered = near.value = (query.get("near") ?? "").slice(0, 200);
  const action = query.get("action");
  if (action && !byId.has(action)) lost.push(fill(TERMS.unknownValue, { parameter: "action", value: action }));
  $(".site-said").replaceChildren(...lost.map((textContent) => make("p", { textContent })));
  return byId.get(action);
}

/** Return the address of a selection, an opened action with it, on a page of this site. */
function address(choice, extra = {}) {
  const query = new URLSearchParams();
  for (const { name } of TERMS.filters) for (const value of [choice[name]].flat()) if (value) query.append(name, value);
  for (const [name, value] of Object.entries(extra)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
}

function writeUrl(choice) {
  const action = opened?.length === 1 ? opened[0].item.id : "";
  history.replaceState(null, "", address(choice, { action, near: near.dataset.answered, embed: embedded }));
  for (const link of document.querySelectorAll(".site-whole")) link.href = address(choice, { action }).replace(/^[^?].*/, "./");
}

// --- what is shown ------------------------------------------------------------------------------------------------

function show() {
  const choice = chosen(), test = tests(choice);
  const passes = (action, except) => Object.keys(test).every((kind) => kind === except || test[kind](action));
  const shown = actions.filter((action) => passes(action));
  countOptions(passes);
  const inRows = new Set(shown.slice(0, most));
  for (const action of actions) action.item.hidden = !inRows.has(action);
  $(".site-none").hidden = shown.length > 0;
  $(".site-more").hidden = shown.length <= most;
  $(".site-more").textContent = said("show_all", { number: shown.length });
  suggest(shown.length ? "" : choice[WORDS]);
  showOnMap(shown, opened ?? [], open);
  const countries = new Set(shown.map((action) => action.values.country)).size;
  const unpinned = shown.filter((action) => !action.at).length;
  $(".am-shown").replaceChildren(
    make("strong", { textContent: say("shown", actions.length, { shown: shown.length }) }),
    shown.length ? ` ${say("countries", countries)}` : "",
    unpinned ? `; ${say("unpinned", unpinned)}` : "");
  const inForce = form.querySelectorAll("input[type=checkbox]:checked").length;
  $(".site-filters > summary").textContent = inForce ? said("filters_in_force", { number: inForce }) : said("filters");
  $(".site-apply").textContent = said("show_number", { number: shown.length });
  $("[type=reset]").hidden = !inForce && !choice[WORDS];
  writeUrl(choice);
  sayEmbed(choice);
  return shown;
}

function countOptions(passes) {
  const others = Object.fromEntries(CHECKED.map((name) => [name, actions.filter((action) => passes(action, name))]));
  for (const input of inputs.filter((one) => one.name !== LINK)) {
    const among = others[input.name], label = input.parentElement;
    let number, told;
    if (input.name !== MEMBER) number = among.filter((action) => has(action, input.name, input.value)).length;
    else if (input.value === TERMS.notStated) number = among.filter((action) => !action.organized.length).length;
    else {
      const counts = LINKS.map((link) => [link, among.filter((action) => action[link].includes(input.value)).length]);
      number = counts.reduce((sum, [, some]) => sum + some, 0);
      told = counts.filter(([, some]) => some).map(([link, some]) => say(link, some)).join(" · ") || written(0);
    }
    label.querySelector("span").textContent = `(${told ?? written(number)})`;
    label.classList.toggle("site-zero", number === 0);
  }
}

/** Offer what a search without an answer may have meant: a country or an organization, or a word nearly like it. */
function suggest(text) {
  const sought = fold(text).join(" "), options = inputs.filter((input) => ["country", MEMBER].includes(input.name));
  const nearly = (option) => distance(fold(labelOf(option)).join(" "), sought, slips(sought)) <= slips(sought);
  const found = sought ? [meant(options, text) ?? options.find(nearly)].filter(Boolean) : [];
  $(".site-meant").replaceChildren(...found.map((option) => {
    const number = actions.filter((action) => action.values.country === option.value || tied(action, option.value)).length;
    return make("button", { type: "button", textContent: said("meant", { name: labelOf(option), number }), onclick: () => {
      for (const input of inputs) input.checked = input === option;
      form.elements[WORDS].value = "";
      fitShown();
    } });
  }));
}

function fitShown() {
  close();
  fitActions(show());
}

// --- cards --------------------------------------------------------------------------------------------------------

const cards = new Map();
let cameFrom;

/** Return the card of an action, which stands on its page. */
async function cardOf(action) {
  if (!cards.has(action)) {
    const answer = await fetch(action.page);
    if (!answer.ok) throw new Error(answer.statusText);
    const written = new DOMParser().parseFromString(await answer.text(), "text/html"), card = written.querySelector(".am-card");
    const heading = card.querySelector("h1");
    heading.replaceWith(make("h2", { tabIndex: -1 }, ...heading.childNodes));
    const starts = written.querySelector("time[data-starts]");
    if (starts) sayLocalTime(card, starts.dateTime);
    cards.set(action, card);
  }
  return cards.get(action);
}

/** Say on a card when the action starts by the reader's own clock. */
function sayLocalTime(card, starts) {
  const utc = [...card.querySelectorAll("dt")].find((term) => term.textContent === "UTC");
  if (!utc) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll("_", " ");
  const clock = new Intl.DateTimeFormat(LANGUAGE === "en" ? "en-GB" : LANGUAGE, { hour: "numeric", minute: "2-digit", hourCycle: "h23", day: "numeric", month: "long", numberingSystem: "latn" });
  const when = clock.formatToParts(new Date(starts)).map(({ type, value }) => type === "day" && value === "1" && TERMS.firstDay || value).join("");
  utc.nextElementSibling.after(make("dt", { textContent: said("your_time") }), make("dd", { textContent: `${when} (${zone})` }));
}

/** List the actions of one marker: those tied to the call first, each with what tells it from the others. */
function indexOf(some) {
  const places = new Set(some.map((action) => action.at)).size, parts = new Set(some.map((action) => action.title)).size > 1, call = (action) => action.values.basis !== "call";
  const heading = make("h2", { tabIndex: -1, textContent: places > 1 ? said("places_together", { number: some.length, places })
    : said("actions_at", { place: some[0].title, number: some.length }) });
  const ordered = [...some].sort((one, other) => call(one) - call(other));
  return make("div", {}, heading, make("ol", {}, ...ordered.map((action) => {
    const link = action.item.firstElementChild.cloneNode(true);
    const { venue } = action.item.dataset, named = (name, value) => inputs.filter((input) => input.name === name && input.value === value).map(labelOf);
    if (places === 1) link.querySelector("strong").textContent = venue ?? (parts ? action.title : named(MEMBER, action.organized[0])[0] ?? said("no_venue"));
    link.querySelector("span").textContent = [...action.detail.split(" · ").filter((part) => bare(part) !== venue), ...named("basis", action.values.basis)].join(" · ");
    link.onclick = (event) => follow(event, [action], some);
    return make("li", {}, link);
  })));
}

/** Open the card of one action, or the index of several. */
async function open(some, from) {
  cameFrom = from ?? cameFrom;
  opened = some;
  show();
  if (some.length > 1) return unfold(indexOf(some));
  const [action] = some;
  try {
    const card = await cardOf(action);
    if (opened !== some) return;
    unfold(card, make("p", { className: "site-links" }, make("a", { href: action.page, textContent: said("page_of_action") }),
      make("button", { type: "button", textContent: said("copy_link"), onclick: copyLink })));
  } catch { // no answer: the page itself says why
    location.assign(action.page);
  }
}

function unfold(...inside) {
  panel.replaceChildren(panel.firstElementChild, ...inside);
  panel.hidden = false;
  document.body.classList.add("opened");
  reveal(opened.filter((action) => action.at).slice(0, 1));
  panel.scrollTop = 0;
  panel.querySelector("h2").focus({ preventScroll: true });
  if (getComputedStyle(panel).position === "fixed") svg.scrollIntoView(); // above the sheet
  sayHeight();
}

function close() {
  if (!opened) return;
  opened = undefined;
  panel.hidden = true;
  document.body.classList.remove("opened");
}

/** Go back to where the card or the index was opened from. */
function back() {
  const [to] = [opened?.from, close()];
  if (to) return open(to, cameFrom);
  show();
  (cameFrom?.isConnected ? cameFrom : rows.querySelector("li:not([hidden]) a") ?? svg).focus();
  sayHeight();
  return undefined;
}

function follow(event, some, from) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(Object.assign(some, { from }), from ? undefined : event.currentTarget);
}

async function copyLink(event) {
  const button = event.currentTarget, link = new URL(address(chosen(), { action: opened[0].item.id }), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    button.textContent = said("copied");
  } catch {
    button.replaceWith(make("input", { value: link, readOnly: true, ariaLabel: said("copy_link") }));
  }
}

// --- nearest ------------------------------------------------------------------------------------------------------

let towns;
const countryNames = new Intl.DisplayNames([LANGUAGE], { type: "region" });
const NEAREST = 5, PART_KM = 60; // from the middle of a city to its farthest part

/** Fetch the towns, once: key → those so called, the largest first. */
async function loadTowns() {
  if (towns) return towns;
  const found = new Map();
  for (const [country, lines] of Object.entries(await (await fetch(`${TERMS.root}towns.json`)).json())) {
    for (const line of lines.split("\n")) {
      const [name, north, east, people, ...others] = line.split("|");
      const town = { name, country, at: [north / 100, east / 100], people: Number(people) };
      for (const key of new Set([name, name.split(", ")[0], ...others].map((one) => fold(one).join("")))) {
        found.set(key, [...(found.get(key) ?? []), town]);
      }
    }
  }
  for (const some of found.values()) some.sort((one, other) => other.people - one.people);
  towns = found;
  return towns;
}

const nameOf = (town) => `${town.name}, ${countryNames.of(town.country)}`; // as one asks for it
const called = (town) => [isolate(town.name), countryNames.of(town.country)].join(TERMS.between);

/** Return the towns that a text may mean, the likeliest first; a region or country behind a comma chooses among them. */
function townsCalled(text) {
  if (/[<>]/.test(text)) return [];
  const [first, ...rest] = text.split(/[,(]/).map((part) => fold(part).filter((word) => !/\d/.test(word)));
  const key = first.join(""), within = rest.flat().join(" ");
  if (!key) return [];
  const fits = (town) => !within || fold(`${nameOf(town)} ${town.country}`).join(" ").includes(within);
  const exact = (towns.get(key) ?? []).filter(fits);
  if (exact.length) return exact;
  for (let end = first.length - 1; end > 0; end -= 1) { // "Portland Oregon", "Croydon UK"
    const tail = first.slice(end).join(" "), some = towns.get(first.slice(0, end).join("")) ?? [];
    const here = some.filter((town) => [town.country, countryNames.of(town.country), town.name.split(", ")[1] ?? ""].some((name) => fold(name).join(" ") === tail));
    if (here.length) return here;
  }
  let [best, most] = [[], slips(key)];
  for (const [other, some] of towns) {
    const apart = most && distance(other, key, most);
    if (!most || apart > most) continue;
    if (apart < most) [best, most] = [[], apart];
    best.push(...some.filter(fits));
  }
  return best.sort((one, other) => other.people - one.people);
}

/** Say what is nearest to a town: one row a place, and before them what has no town in its own country. */
async function answerNear() {
  const text = near.value.trim(), answer = $(".site-near");
  near.dataset.answered = "";
  answer.replaceChildren();
  drawWays();
  if (!text) return writeUrl(chosen());
  await loadTowns();
  const [town, ...others] = townsCalled(text);
  if (!town) return answer.append(make("p", { textContent: said("no_town", { name: text.slice(0, 60) }) }));
  near.dataset.answered = text;
  close();
  const shown = show(), places = new Map();
  for (const action of shown) if (action.at && !action.area) places.set(action.at, [...(places.get(action.at) ?? []), action]);
  const nearest = [...places.values()].map((some) => ({ some, km: kilometres(town.at, some[0].place) })).sort((one, other) => one.km - other.km).slice(0, NEAREST);
  const somewhere = shown.filter((action) => action.area && action.values.country === town.country);
  answer.append(make("h2", { tabIndex: -1, textContent: said("nearest_to", { name: called(town) }) }));
  const spaced = (text) => ` ${fold(text).join(" ")} `, itsName = spaced(town.name.split(", ")[0]); // as actionmap/reach/nearest.py has it
  const parts = shown.filter((action) => action.precision === "locality" && kilometres(town.at, action.place) < PART_KM
    && spaced(action.item.dataset.venue ?? "").includes(itsName) && !spaced(action.title.split(", ")[0]).includes(itsName));
  if (somewhere.length) answer.append(make("p", {}, make("button", { type: "button", textContent: said("somewhere", { number: somewhere.length, name: countryNames.of(town.country) }), onclick: (event) => open(somewhere, event.currentTarget) })));
  const rowOf = (action) => { // "London": its venue says Croydon
    const link = action.item.firstElementChild.cloneNode(true);
    link.onclick = (event) => follow(event, [action]);
    return make("li", {}, link);
  };
  answer.append(make("ol", {}, ...parts.slice(0, NEAREST).map(rowOf), ...nearest.map(({ some, km }) => {
    const link = some[0].item.firstElementChild.cloneNode(true), [, detail] = link.querySelectorAll("strong, span");
    detail.textContent = [`${long(km, "kilometer")} (${long(km / KM_PER_MILE, "mile")})`, some.length > 1 ? say("actions", some.length) : some[0].detail].join(" · ");
    link.onclick = (event) => follow(event, some);
    return make("li", {}, link);
  })));
  const namesakes = [...new Map(others.map((one) => [nameOf(one), one])).values()].filter((one) => nameOf(one) !== nameOf(town)).slice(0, 3);
  if (namesakes.length) answer.append(make("p", {}, `${said("or_meant")} `, ...namesakes.flatMap((one) => [make("button", { type: "button", textContent: called(one), onclick: () => { near.value = nameOf(one); answerNear(); } }), " "])));
  fit([project(town.at), ...nearest.slice(0, 3).map(({ some }) => some[0].point)]);
  drawWays(town.at, nearest.map(({ some }) => some[0].point));
  answer.querySelector("h2").focus({ preventScroll: true });
  if (answer.offsetTop > frame.offsetTop + frame.offsetHeight) svg.scrollIntoView(); // both map and answer in view
  return sayHeight();
}

// --- in a frame ---------------------------------------------------------------------------------------------------

/** Tell the page around, if it listens, how high this one is. */
function sayHeight() {
  if (embedded) parent.postMessage({ actionmap: document.body.scrollHeight }, "*");
}

/** Write what another page needs to show this selection. */
function sayEmbed(choice) {
  const kind = $("[name=embedding]:checked").value, full = new URL(address(choice), location.href).href;
  const picture = new URL(pictureOf(choice), location.href).href, src = new URL(address(choice, { embed: kind }), location.href).href;
  $(".site-embed textarea").value = TERMS.embeds[kind].replace(/«(src|full|picture)»/g, (_, gap) => ({ src, full, picture })[gap].replaceAll("&", "&amp;"));
}

/** Return the picture that the site has of a selection: of one country or organization, or else of everything. */
function pictureOf(choice) {
  const chosenAll = [choice.country, choice[MEMBER]].flat();
  const picture = chosenAll.length === 1 && inputs.find((input) => input.value === chosenAll[0])?.dataset.picture;
  return picture || TERMS.root + TERMS.picture;
}

// --- hands on -----------------------------------------------------------------------------------------------------

for (const action of actions) action.item.firstElementChild.onclick = (event) => follow(event, [action]);
$(".site-back").onclick = back;
$(".site-more").onclick = () => { most = Infinity; show(); sayHeight(); };
$(".site-apply").onclick = () => { $(".site-filters").open = false; $(".am-shown").scrollIntoView({ block: "nearest" }); };
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && opened) back(); });
form.onsubmit = (event) => { event.preventDefault(); if (event.submitter?.name === "ask" || document.activeElement === near) answerNear(); };
form.oninput = (event) => {
  if (event.target === near) return;
  fitShown();
  if (near.dataset.answered) answerNear();
};
form.onreset = () => setTimeout(() => { answerNear(); fitShown(); });
for (const radio of document.querySelectorAll("[name=embedding]")) radio.onchange = () => sayEmbed(chosen());
$(".site-embed button").onclick = async (event) => {
  $(".site-embed textarea").select();
  const button = event.currentTarget;
  try { await navigator.clipboard.writeText($(".site-embed textarea").value); button.textContent = said("copied"); } catch { /* it is selected */ }
};

if (embedded) {
  document.documentElement.classList.add("embedded", `embedded-${embedded}`);
  new ResizeObserver(sayHeight).observe(document.body);
}
document.documentElement.classList.add("alive");
for (const link of document.querySelectorAll(".site-languages a")) {
  link.onclick = () => { link.search = location.search; }; // in another language, but what is shown stays
}
const other = $(`.site-languages a[lang="${CSS.escape(new URLSearchParams(location.search).get("lang") ?? LANGUAGE)}"]:not([lang="${LANGUAGE}"])`);
if (other) location.replace(other.href + location.search.replace(/(?<=[?&])lang=[^&]*&?/, ""));
const asked_for = readUrl();
fitShown();
if (asked_for) open([asked_for], asked_for.item.firstElementChild).then(() => { if (asked_for.at) fitActions([asked_for]); });
if (near.value) answerNear();
