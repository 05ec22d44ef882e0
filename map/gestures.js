// Gestures: one finger and the wheel belong to the page; two fingers, a dragging mouse, keys, and the wheel with Ctrl or
// after a click belong to the map.

const CLICK = 4; // px that a click may wander
const KEYS = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };
const WHEEL = 1 / 250; // zoom levels a px
const HOME = ["0", "Home"];

/** Listen to a surface; `map` has `view`, `go`, `jump`, `home`, `click`, `hover`, `hint`. */
export function listen(surface, map) {
  let drag = null;
  let pinch = null;
  let touched = null;
  let isIn = false;
  const at = ({ clientX, clientY }) => {
    const box = surface.getBoundingClientRect();
    return [clientX - box.left, clientY - box.top];
  };
  const on = (name, heard, options) => surface.addEventListener(name, heard, options);

  on("pointerdown", (event) => {
    if (event.pointerType !== "touch" && event.button === 0) drag = { last: at(event), far: 0 };
  });
  on("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const here = at(event);
    if (!drag) return map.hover(here);
    const [dx, dy] = [drag.last[0] - here[0], drag.last[1] - here[1]];
    drag.far += Math.hypot(dx, dy);
    if (drag.far <= CLICK) return;
    surface.setPointerCapture(event.pointerId);
    drag.last = here;
    map.hover(null);
    map.jump(map.view.moved(dx, dy));
  });
  on("pointerup", () => setTimeout(() => (drag = null)));
  on("pointercancel", () => (drag = null));
  on("pointerleave", () => {
    isIn = false;
    map.hover(null);
  });
  on("click", (event) => {
    isIn = true;
    surface.focus({ preventScroll: true });
    if (!(drag?.far > CLICK)) map.click(at(event), event.pointerType === "touch");
  });
  on("dblclick", (event) => map.hover(at(event)) || map.go((view) => view.zoomed(1, at(event))));

  on("wheel", (event) => {
    if (!(event.ctrlKey || event.metaKey || isIn)) return map.hint("wheel");
    event.preventDefault();
    const by = event.deltaY * (event.deltaMode ? 16 : 1) * (event.ctrlKey ? 3 : 1);
    map.jump(map.view.zoomed(-by * WHEEL, at(event)));
  }, { passive: false });

  const spread = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  const between = ([a, b]) => at({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 });
  const touches = (event) => {
    if (event.touches.length === 2) {
      if (event.cancelable) event.preventDefault();
      pinch = { spread: spread(event.touches), middle: between(event.touches) };
    } else {
      pinch = null;
      touched = event.touches.length ? at(event.touches[0]) : null;
    }
  };
  on("touchstart", touches, { passive: false });
  on("touchend", touches);
  on("touchcancel", touches);
  on("touchmove", (event) => {
    if (!pinch) {
      const here = at(event.touches[0]);
      const far = touched ? Math.hypot(here[0] - touched[0], here[1] - touched[1]) : 0;
      if (far > 3 * CLICK) map.hint("finger");
      return;
    }
    if (event.cancelable) event.preventDefault();
    const [now, middle] = [spread(event.touches), between(event.touches)];
    map.jump(map.view.moved(pinch.middle[0] - middle[0], pinch.middle[1] - middle[1]));
    map.jump(map.view.zoomed(Math.log2(now / pinch.spread), middle));
    pinch = { spread: now, middle };
  }, { passive: false });

  on("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (KEYS[event.key]) map.go((view) => view.moved(...KEYS[event.key]));
    else if (["+", "="].includes(event.key)) map.go((view) => view.zoomed(1));
    else if (["-", "_"].includes(event.key)) map.go((view) => view.zoomed(-1));
    else if (HOME.includes(event.key)) map.home();
    else return;
    event.preventDefault();
  });
}
