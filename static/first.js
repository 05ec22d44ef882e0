// The first picture: over everything until the page's words are there, over the map's place until the live map has drawn
// itself, then gone.
(() => {
  const first = document.getElementById("am-first");
  const drawing = first?.querySelector("svg");
  let isLive = false;
  document.addEventListener("am-map-drawn", () => (isLive = true));

  function leave() {
    first.classList.add("am-gone");
    setTimeout(() => first.remove(), 300);
  }

  function coverOnly(place) {
    const { left, top, width, height } = place.getBoundingClientRect();
    first.classList.add("am-over-map");
    Object.assign(first.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  }

  function look() {
    const app = document.querySelector("[data-testid=stApp]");
    const hasWords = app?.querySelector("h1, [data-testid=stAlert]");
    const map = app?.querySelector("[data-testid=stBidiComponentIsolated]");
    const place = map ?? app?.querySelector("[data-testid=stMain] [data-testid=stSkeleton]");
    const isDone = app?.dataset.testScriptState === "notRunning" && !map;
    if (isLive || (hasWords && (!drawing || (isDone && !place)))) return leave();
    if (hasWords && place?.clientHeight) coverOnly(place);
    requestAnimationFrame(look);
  }
  if (first) requestAnimationFrame(look);
})();
