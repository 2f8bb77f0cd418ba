"""Browser assets of third parties, served straight out of node_modules by an allow list."""

from django.contrib.staticfiles.finders import BaseFinder


class NodeModulesFinder(BaseFinder):
    """Finds only what is listed."""

    def find(self, path, find_all=False, **kwargs):
        return []

    def list(self, ignore_patterns):
        return []
