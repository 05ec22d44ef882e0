// The first picture: over everything until the page's words are there, over the map's place until the live map has drawn
// itself, then gone. Where there is no WebGL, it stays in the map's place.
(() => {
  const first = document.getElementById("am-first");
  const drawing = first?.querySelector("svg");
  const isLive = Boolean(document.createElement("canvas").getContext("webgl2"));
  const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  function leave() {
    first.classList.add("am-gone");
    setTimeout(() => first.remove(), 300);
  }

  // Whether a canvas shows anything yet; read in the frame in which it was drawn, because it keeps nothing longer.
  function hasDrawn(canvas) {
    probe.clearRect(0, 0, 16, 16);
    probe.drawImage(canvas, 0, 0, 16, 16);
    return probe.getImageData(0, 0, 16, 16).data.some((value) => value > 0);
  }

  function drawInstead(chart) {
    const note = document.createElement("p");
    note.textContent = "This browser draws no live map (WebGL is missing or off): this is a drawing of it.";
    chart.parentElement.prepend(note, drawing);
    chart.hidden = true;
    leave();
  }

  function coverOnly(place) {
    const { left, top, width } = place.getBoundingClientRect();
    first.classList.add("am-over-map");
    Object.assign(first.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
  }

  function look() {
    const app = document.querySelector("[data-testid=stApp]");
    const hasWords = app?.querySelector("h1, [data-testid=stAlert]");
    const chart = app?.querySelector("[data-testid=stDeckGlJsonChart]");
    const place = chart ?? app?.querySelector("[data-testid=stMain] [data-testid=stSkeleton]");
    const canvas = chart?.querySelector("canvas");
    if (!drawing) {
      if (hasWords) return leave();
    } else if (chart && !isLive) {
      return drawInstead(chart);
    } else if (canvas?.width && hasDrawn(canvas)) {
      return leave();
    } else if (hasWords && place) {
      coverOnly(place);
    } else if (hasWords && app.dataset.testScriptState === "notRunning") {
      return leave(); // a page without a map
    }
    requestAnimationFrame(look);
  }
  if (first) requestAnimationFrame(look);
})();
