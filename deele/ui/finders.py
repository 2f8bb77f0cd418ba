"""Browser assets of third parties, served straight out of node_modules by an allow list."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

KERN = "@kern-ux/native/dist/"
CUTS = ("Regular", "Italic", "SemiBold", "Bold")

# Address under /static/ → file under node_modules. MapLibre loads its worker by its plain name from beside itself.
ASSETS = {
    "kern/kern.min.css": f"{KERN}kern.min.css",
    "kern/kern-grid.min.css": f"{KERN}kern-grid.min.css",
    "kern/kern-utilities.min.css": f"{KERN}kern-utilities.min.css",
    **{f"kern/fonts/FiraSans-{cut}.woff2": f"{KERN}fonts/fira-sans/FiraSans-{cut}.woff2" for cut in CUTS},
    "maplibre/maplibre-gl.css": "maplibre-gl/dist/maplibre-gl.css",
    "maplibre/maplibre-gl.mjs": "maplibre-gl/dist/maplibre-gl.mjs",
    "maplibre/maplibre-gl-shared.mjs": "maplibre-gl/dist/maplibre-gl-shared.mjs",
    "maplibre/maplibre-gl-worker.mjs": "maplibre-gl/dist/maplibre-gl-worker.mjs",
}


PACKED = (".br", ".gz")  # made once after the install, see compress.mjs


def original(address: str) -> tuple[str, str]:
    """An address and its packing, if any: "kern/kern.min.css.gz" → ("kern/kern.min.css", ".gz")."""
    packing = next((ending for ending in PACKED if address.endswith(ending)), "")
    return address.removesuffix(packing), packing


class OneFileStorage(FileSystemStorage):
    """node_modules as a storage that knows the files by their addresses; what collectstatic copies from."""

    def path(self, name: str) -> str:
        address, packing = original(name)
        return str(Path(self.location) / (ASSETS[address] + packing))


class NodeModulesFinder(BaseFinder):
    """Finds only what is listed in ASSETS, and nothing when node_modules is missing."""

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> str | list[str]:
        """The file for an address below /static/."""
        address, packing = original(path)
        if address not in ASSETS:
            return []
        found = settings.NODE_MODULES / (ASSETS[address] + packing)
        if not found.is_file():
            return []
        return [str(found)] if find_all else str(found)

    def list(self, ignore_patterns: object) -> Iterator[tuple[str, Storage]]:
        """Everything there is, for collectstatic and WhiteNoise."""
        storage = OneFileStorage(location=settings.NODE_MODULES)
        for address in ASSETS:
            for packing in ("", *PACKED):
                if self.find(address + packing):
                    yield address + packing, storage
