// The painter with WebGL: deck.gl.

import { Deck, MapView } from "@deck.gl/core";
import { LineLayer, PathLayer, ScatterplotLayer, SolidPolygonLayer } from "@deck.gl/layers";
import { dashes, dashStep } from "./land.js";

const [ONCE, REPEATED] = [new MapView({ repeat: false }), new MapView({ repeat: true })];

export class DeckPainter {
  constructor(canvas, { onDrawn, onLost }) {
    this.deck = new Deck({
      canvas,
      controller: false,
      views: ONCE,
      viewState: { longitude: 0, latitude: 0, zoom: 0 },
      layers: [],
      onAfterRender: () => this.hasScene && this.layers.every((layer) => layer.isLoaded) && onDrawn(),
      onError: (error) => (this.hasScene ? console.warn(error) : onLost(error)),
    });
    canvas.addEventListener("webglcontextlost", onLost);
  }

  paint(view, palette, tiles, scene) {
    const step = dashStep(view.at.zoom);
    if (step !== this.step || palette !== this.palette || scene !== this.scene || tiles.length !== this.tiles?.length || tiles.some((tile, i) => tile !== this.tiles[i])) {
      this.layers = [...tiles.flatMap((tile) => land(tile, palette, step)), ...layers(scene)];
      [this.palette, this.scene, this.tiles, this.step] = [palette, scene, tiles, step];
    }
    this.hasScene = tiles.length > 0;
    const views = view.isWhole ? ONCE : REPEATED;
    this.deck.setProps({ useDevicePixels: devicePixelRatio, views, viewState: view.state, layers: this.layers });
    this.deck.animationLoop?.redraw(); // in this frame, not the next
  }

  finish() {
    this.deck.finalize();
  }
}

function land(tile, palette, step) {
  const { name, polygons, lines } = tile;
  return [
    new SolidPolygonLayer({
      id: `land-${name}`,
      data: polygons,
      getPolygon: (rings) => rings,
      getFillColor: rgb(palette.land),
      updateTriggers: { getFillColor: palette.land },
    }),
    ...[lines, dashes(tile, step)].map((data, i) => new LineLayer({
      id: `borders-${name}-${i ? `dashes-${step}` : "lines"}`,
      data: data.flatMap((line) => line.slice(1).map((to, at) => [line[at], to])), // so thin that no corner is seen
      getSourcePosition: ([from]) => from,
      getTargetPosition: ([, to]) => to,
      getColor: rgb(palette.border),
      updateTriggers: { getColor: palette.border },
      getWidth: 0.75,
      widthUnits: "pixels",
    })),
  ];
}

function layers({ polygons, paths, discs }) {
  return [
    new SolidPolygonLayer({ id: "polygons", data: polygons, getPolygon: (one) => one.rings, getFillColor: (one) => one.fill }),
    new PathLayer({
      id: "paths",
      data: paths,
      getPath: (one) => one.path,
      getColor: (one) => one.color,
      getWidth: (one) => one.width,
      widthUnits: "pixels",
    }),
    new ScatterplotLayer({
      id: "discs",
      data: discs,
      getPosition: (one) => one.p,
      getRadius: (one) => one.r,
      getFillColor: (one) => one.fill ?? [0, 0, 0, 0],
      getLineColor: (one) => one.line ?? [0, 0, 0, 0],
      getLineWidth: (one) => (one.line ? one.width : 0),
      radiusUnits: "pixels",
      lineWidthUnits: "pixels",
      stroked: true,
    }),
  ];
}

const rgb = (color) => [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
