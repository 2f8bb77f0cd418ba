/* What lies under the points: the plain ground with borders, the manners of the map, its words. */

const CLOSEST = 13; // zoom: never closer than a village by itself

/** Ground and borders in the colours of the page. */
function style(element) {
  const colours = getComputedStyle(element);
  const colour = (name) => colours.getPropertyValue(name).trim();
  const sources = {};
  const layers = [{ id: "ground", type: "background", paint: { "background-color": colour("--sunken") } }];
  if (element.dataset.background) {
    sources.borders = { type: "geojson", data: new URL(element.dataset.background, window.location.href).href };
    const polygon = ["==", ["geometry-type"], "Polygon"];
    layers.push(
      { id: "areas", type: "fill", source: "borders", filter: polygon, paint: { "fill-color": colour("--surface") } },
      { id: "lines", type: "line", source: "borders", paint: { "line-color": colour("--edge"), "line-width": 1.2 } },
    );
  }
  return { version: 8, sources, layers };
}

/** What MapLibre is told, apart from its place on the page. */
export function options(element) {
  const { box, textWheel, textTouch } = element.dataset;
  const [west, south, east, north] = box.split(",").map(Number);
  return {
    style: style(element),
    bounds: [[west, south], [east, north]],
    fitBoundsOptions: { padding: 24, maxZoom: CLOSEST },
    maxZoom: 17,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    fadeDuration: 0,
    locale: {
      "Map.Title": element.dataset.textCanvas,
      "Popup.Close": element.dataset.textClose,
      "CooperativeGesturesHandler.WindowsHelpText": textWheel,
      "CooperativeGesturesHandler.MacHelpText": textWheel,
      "CooperativeGesturesHandler.MobileHelpText": textTouch,
    },
  };
}

/** The library's own style sheet, below ours. */
export function dress(address) {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.prepend(link);
}
