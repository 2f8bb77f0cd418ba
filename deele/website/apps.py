from django.apps import AppConfig
from django.db.models.signals import post_delete


class WebsiteConfig(AppConfig):
    name = "deele.website"
    label = "website"

    def ready(self) -> None:
        """Wagtail publishes by its own hand and says so by signal; the search index follows."""
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move  # noqa: PLC0415  needs the app registry

        from deele.website.actions import index  # noqa: PLC0415  needs the app registry

        page_published.connect(index.on_published, dispatch_uid="website.published")
        page_unpublished.connect(index.on_gone, dispatch_uid="website.unpublished")
        post_delete.connect(index.on_gone, dispatch_uid="website.deleted")
        for moved in (page_slug_changed, post_page_move):
            moved.connect(index.on_moved, dispatch_uid="website.moved")
