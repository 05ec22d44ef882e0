// The scene: what pydeck's layers ask for, as polygons, paths, discs and texts that either painter can draw.
//
// Of deck.gl's layers it knows Scatterplot-, Polygon-, GreatCircle- and TextLayer, whose accessors name a field of a row
// ("@@=p") or are the value itself; and two of its own: MarkerLayer (places.js) and CountryLayer.

const lists = () => ({ polygons: [], paths: [], discs: [], texts: [], hits: [] });

const KINDS = {
  ScatterplotLayer(layer, scene) {
    for (const row of layer.data) {
      const disc = {
        p: of(layer.getPosition, row),
        r: of(layer.getRadius, row),
        fill: layer.filled === false ? null : of(layer.getFillColor, row),
        line: layer.stroked === false ? null : of(layer.getLineColor, row),
        width: of(layer.getLineWidth, row) ?? 1,
      };
      scene.discs.push(disc);
      if (layer.pickable) scene.hits.push({ p: disc.p, radius: disc.r, text: row.t, row });
    }
  },
  TextLayer(layer, scene) {
    for (const row of layer.data) {
      scene.texts.push({ p: of(layer.getPosition, row), text: of(layer.getText, row), color: of(layer.getColor, row) });
    }
  },
  PolygonLayer(layer, scene) {
    for (const row of layer.data) {
      const rings = [of(layer.getPolygon, row)];
      scene.polygons.push({ rings, fill: of(layer.getFillColor, row) });
      scene.paths.push({ path: rings[0], color: of(layer.getLineColor, row), width: of(layer.getLineWidth, row) });
    }
  },
  GreatCircleLayer(layer, scene) {
    for (const row of layer.data) {
      const [from, to] = [of(layer.getSourcePosition, row), of(layer.getTargetPosition, row)];
      scene.paths.push({ path: greatCircle(from, to), color: of(layer.getSourceColor, row), width: of(layer.getWidth, row) });
    }
  },
  CountryLayer(layer, scene, countries) {
    for (const { properties, geometry } of layer.only ? countries.finer(layer.only) : countries.features) {
      const fill = layer.colors[layer.classes[properties.i ?? 0]];
      for (const rings of geometry.coordinates) scene.polygons.push({ rings, fill });
    }
  },
};

/** The scene of all layers but the markers. */
export function sceneOf(layers, countries) {
  const scene = lists();
  for (const layer of layers) KINDS[layer["@@type"]]?.(layer, scene, countries);
  return scene;
}

function of(accessor, row) {
  return typeof accessor === "string" && accessor.startsWith("@@=") ? row[accessor.slice(3)] : accessor;
}

/** The shortest way over the Earth, with longitudes that run on across the antimeridian. */
export function greatCircle([lon1, lat1], [lon2, lat2], steps = 64) {
  const unit = (lon, lat) => {
    const [l, f] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    return [Math.cos(f) * Math.cos(l), Math.cos(f) * Math.sin(l), Math.sin(f)];
  };
  const [a, b] = [unit(lon1, lat1), unit(lon2, lat2)];
  const angle = Math.acos(Math.min(Math.max(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1), 1));
  if (angle < 1e-6) return [[lon1, lat1], [lon2, lat2]];
  const path = [];
  for (let i = 0; i <= steps; i++) {
    const [s, t] = [Math.sin((1 - i / steps) * angle), Math.sin((i / steps) * angle)];
    const [vx, vy, vz] = a.map((value, k) => (s * value + t * b[k]) / Math.sin(angle));
    let lon = (Math.atan2(vy, vx) * 180) / Math.PI;
    if (path.length) lon += 360 * Math.round((path.at(-1)[0] - lon) / 360);
    path.push([lon, (Math.asin(Math.min(Math.max(vz, -1), 1)) * 180) / Math.PI]);
  }
  return path;
}
