/* The map beside a list. Points and clusters come from the server for each view; nothing is asked from outside. */

import { marker, popupFor, rove } from "./map_points.js";
import { dress, options } from "./map_ground.js";

const WAIT = 150;
const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

class PointMap {
  constructor(element, library) {
    this.element = element;
    this.data = element.dataset;
    this.library = library;
    this.status = element.querySelector(".map__status");
    this.markers = [];
    this.asked = null;
    this.timer = 0;
    element.classList.add("is-ready");
    this.build();
  }

  build() {
    const container = this.element.querySelector(".map__canvas");
    this.map = new this.library.Map({ container, ...options(this.element) });
    this.map.touchZoomRotate.disableRotation();
    this.buttons();
    this.map.on("load", () => this.ask());
    this.map.on("moveend", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), WAIT);
    });
    this.list();
  }

  buttons() {
    const box = document.createElement("div");
    box.className = "map__buttons";
    for (const [sign, label, step] of [["+", this.data.textIn, 1], ["−", this.data.textOut, -1]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "map__button";
      button.textContent = sign;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => this.go({ zoom: this.map.getZoom() + step }));
      box.append(button);
    }
    this.element.querySelector(".map__canvas").append(box);
  }

  go(where) {
    if (still()) this.map.jumpTo(where);
    else this.map.easeTo({ ...where, duration: 300 });
  }

  async ask() {
    this.asked?.abort();
    this.asked = new AbortController();
    const bounds = this.map.getBounds();
    const address = new URL(this.data.url, window.location.href);
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    address.searchParams.set("bbox", box.map((degree) => degree.toFixed(5)).join(","));
    address.searchParams.set("zoom", String(Math.round(this.map.getZoom())));
    try {
      const answer = await fetch(address, { signal: this.asked.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      this.show((await answer.json()).features ?? []);
    } catch (problem) {
      if (problem.name !== "AbortError") this.status.textContent = this.data.textFailed;
    }
  }

  show(features) {
    const held = document.activeElement?.dataset?.key;
    for (const old of this.markers.splice(0)) old.remove();
    const north = (one, other) => other.geometry.coordinates[1] - one.geometry.coordinates[1];
    const buttons = [...features].sort(north).map((feature) => {
      const button = marker(feature, this.data.textMany);
      button.addEventListener("click", (event) => {
        event.stopPropagation(); // else the map hears the click too and closes what has just opened
        this.open(feature);
      });
      const point = new this.library.Marker({ element: button }).setLngLat(feature.geometry.coordinates).addTo(this.map);
      this.markers.push(point);
      return button;
    });
    rove(buttons, held);
    const count = features.reduce((sum, feature) => sum + (feature.properties.count ?? 1), 0);
    this.status.textContent = this.data.textShown.replace("{n}", count);
  }

  open(feature) {
    const { count, id } = feature.properties;
    const center = feature.geometry.coordinates;
    if (count > 1) return this.go({ center, zoom: Math.min(this.map.getZoom() + 2, 17) });
    this.go({ center });
    this.note?.remove();
    this.note = new this.library.Popup({ offset: 18, maxWidth: "18rem", focusAfterOpen: true })
      .setLngLat(center)
      .setDOMContent(popupFor(feature, this.data.textOpen))
      .addTo(this.map);
    return this.mark(id, true);
  }

  /** List and map point at each other. */
  mark(id, inList) {
    const key = String(id);
    for (const button of this.element.querySelectorAll("[data-key]")) button.classList.toggle("is-marked", button.dataset.key === key);
    if (!inList) return;
    for (const item of document.querySelectorAll("[data-point]")) item.classList.toggle("is-marked", item.dataset.point === key);
  }

  list() {
    for (const item of document.querySelectorAll("[data-point]")) {
      for (const kind of ["mouseenter", "focusin"]) item.addEventListener(kind, () => this.mark(item.dataset.point, false));
    }
  }
}

async function load(element) {
  try {
    dress(element.dataset.styles);
    const library = await import(element.dataset.library);
    return new PointMap(element, library);
  } catch (problem) {
    console.info("The map did not start.", problem);
    element.classList.remove("is-ready");
    element.querySelector(".map__status").textContent = element.dataset.textFailed;
    return null;
  }
}

/** The library is large, so it comes only when the map comes near the screen. */
export function start(element) {
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    near.disconnect();
    load(element);
  }, { rootMargin: "200px" });
  near.observe(element);
}
