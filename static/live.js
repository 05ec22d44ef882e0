// The pages' own HTML answers: an element says in data-does what it does, and in data-value with what.
let opener, chosen; // what opened the cards, and the action that was chosen by name
let held = []; // what the keyboard reached last, and what that stood in
let heard; // what the page said after the last run

const find = (selector) => document.querySelector(selector);

function focus(place) {
  if (!place) return;
  if (!place.matches("button, a, input, select")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest" });
}

// On a phone, bring the map to the top, and so what is below it into view.
function showMap() {
  if (matchMedia("(max-width: 640px)").matches) find(".st-key-map")?.scrollIntoView();
}

// What is done here; all else is asked of the server.
const HERE = {
  async copy(button, link) {
    const said = button.parentElement.querySelector("output");
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = said.dataset.done;
    } catch {
      const field = Object.assign(document.createElement("input"), { readOnly: true, value: link, ariaLabel: button.textContent });
      said.replaceChildren(field);
      field.select();
    }
  },
  go(_, name) {
    const place = document.getElementById(name) ?? find(`.st-key-${name}`);
    focus(place?.querySelector("h2, h3") ?? place);
  },
  filters() {
    const hide = find("[data-testid=stSidebarCollapseButton] button"), isOpen = hide?.ariaExpanded === "true";
    (isOpen ? hide : find("[data-testid=stExpandSidebarButton]"))?.click();
    if (!isOpen) setTimeout(() => focus(find("[data-testid=stSidebar] :is(input, button)")), 300);
  },
};

function made(parent) {
  const root = document.createElement("div");
  root.className = "am-live";
  root.addEventListener("click", (event) => {
    const { does, value } = event.target.closest("[data-does]:not(select, input)")?.dataset ?? {};
    if (!does) return;
    if (HERE[does]) return HERE[does](event.target.closest("[data-does]"), value);
    if (does === "open") [opener, chosen] = [event.target.closest("button"), value];
    root.ask(does, value);
  });
  root.addEventListener("change", ({ target: { dataset, value } }) => {
    if (dataset.does) root.ask(dataset.does, dataset.value === undefined ? value : `${dataset.value} ${value}`);
  });
  root.addEventListener("input", ({ target }) => {
    if (target.type !== "range") return;
    target.ariaValueText = target.parentElement.querySelector("output").textContent = JSON.parse(target.dataset.said)[target.value];
  });
  parent.append(root);
  return root;
}

// Show other HTML, and leave the focus where it was: on the same button, or on the first of the further rows.
function show(root, html) {
  const field = document.activeElement;
  if (root.contains(field) && field.matches("input[data-does]") && field.value !== field.defaultValue) // being written in
    return void field.addEventListener("blur", () => root.waiting === html && show(root, html), { once: true });
  const { does, value } = root.contains(document.activeElement) ? document.activeElement.dataset : {};
  root.shown = root.innerHTML = html;
  look();
  const { lang, dir } = root.querySelector("[data-lang]")?.dataset ?? {};
  if (lang && lang !== document.documentElement.lang) Object.assign(document.documentElement, { lang, dir });
  if (does === "more") focus(root.querySelectorAll("li button, tbody th")[value]);
  else if (does) focus(root.querySelector(`[data-does="${does}"][data-value="${CSS.escape(value ?? "")}"], select[data-does="${does}"]`) ?? root.querySelector("h2"));
  const { answer } = root.querySelector("[data-answer]")?.dataset ?? {};
  if (answer && answer !== root.answer && document.activeElement.closest(".st-key-asked")) { // who asked with Enter
    showMap();
    focus(root.querySelector("h2"));
  }
  root.answer = answer;
  const more = root.querySelector("[data-does=more]");
  if (more) new IntersectionObserver(([seen], watch) => {
    if (seen.isIntersecting && more.closest(".st-key-panel")) { watch.disconnect(); root.ask("more", more.dataset.value); }
  }).observe(more);
}

// Cards lie over the list: it waits underneath, and the focus goes to them and comes back.
function cover(root, under, wasShown) {
  const below = find(`.st-key-${under}`), id = root.querySelector("[data-opened]")?.dataset.opened;
  const sheet = root.closest(".st-key-cards"), card = id && document.getElementById(`card-${id}`);
  if (below) below.inert = Boolean(id);
  if (id) {
    const isMeant = wasShown === undefined || chosen === id; // by a link, or by its name
    sheet.scrollTop = isMeant && card.previousElementSibling?.matches(".am-one") ? card.offsetTop : 0;
    if (wasShown === undefined) return;
    if (!wasShown && chosen !== id) opener = document.activeElement;
    focus(isMeant ? card.querySelector("h3") : root.querySelector("h2"));
    showMap(); // above the sheet
    root.back = id;
  } else if (wasShown && !document.activeElement.matches("input, textarea")) { // where somebody may be writing already
    const isLost = !opener?.isConnected || opener === document.body;
    focus(isLost ? below?.querySelector(`[data-value="${CSS.escape(root.back ?? "")}"]`) ?? find(".st-key-map") : opener);
  }
  chosen = undefined;
}

// What Streamlit draws anew are other elements: no live region of theirs is heard, and the focus is lost with the button
// that is gone or has nothing more to do. One line of our own says what is news, and the focus goes to what is nearest.
const line = Object.assign(document.createElement("div"), { className: "am-unseen", role: "status" });
document.body.append(line);
const app = find("[data-testid=stApp]");
let due;
function look() {
  clearTimeout(due);
  due = setTimeout(settled, 100);
}
new MutationObserver(look).observe(app, { attributeFilter: ["data-test-script-state"] });

function settled() {
  if (app.dataset.testScriptState !== "notRunning" || !find(".am-skip") || !find("h1")) return; // what stands above every page may come last
  for (const { firstChild } of document.querySelectorAll("[data-testid=stFileUploaderDropzone] button p")) {
    firstChild.nodeValue = find(".am-skip").dataset.choose; // in English else
  }
  for (const link of document.querySelectorAll("[data-testid=stTopNavLink], .st-key-pages a")) {
    link.ariaCurrent = link.pathname === location.pathname ? "page" : null;
  }
  const said = new Map([...document.querySelectorAll("[data-said], .am-live h2")].map((one) => [one.dataset.said || one.innerText, one]));
  const news = [...said.keys()].filter((words) => heard && !heard.has(words) && said.get(words) !== document.activeElement);
  if (news.length) line.textContent = news.join(find(".am-skip").dataset.between);
  heard = said;
  const [lost, ...around] = held;
  if (!lost || document.activeElement !== document.body || (lost.isConnected && !lost.disabled)) return;
  const reached = (one) => one.isConnected && (one.querySelector("h1") ?? [...one.querySelectorAll("a[href], button:enabled, input, select")].find((each) => each.tabIndex >= 0 && each.checkVisibility()));
  focus(around.map(reached).find(Boolean));
}

document.addEventListener("focusin", ({ target }) => {
  held = [];
  for (let one = target; one && target.matches(":focus-visible"); one = one.parentElement) held.push(one);
});

// Streamlit's own shortcuts are single letters, which whoever speaks to the machine says by accident.
document.body.addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
});

document.addEventListener("keydown", (event) => {
  const cards = find("[data-opened]")?.closest(".am-live");
  const isBusy = event.target.closest("input, textarea, select, [role=listbox], [role=combobox], [role=menu], [role=dialog]");
  if (event.key === "Escape" && cards && !isBusy) cards.ask("close", "");
});

let asks = 0;

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(":scope > .am-live") ?? made(parentElement);
  root.asked = (root.asked ?? []).filter(({ number }) => number > data.done);
  root.ask = (does, value) => {
    root.asked.push({ number: ++asks, does, value: value ?? "" });
    setTriggerValue("asked", { all: root.asked });
  };
  const wasShown = root.shown;
  root.waiting = data.html;
  if (wasShown === data.html) return;
  show(root, data.html);
  if (data.over) cover(root, data.over, wasShown);
}
