"""The bridge to the CMS: whoever may edit pages is in Wagtail's group of editors, and nobody else."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from deele.access import kinds, rules
from deele.access.enums import Permission as Power
from deele.accounts.models import User

EDITORS = "Redaktion"
PAGE_RIGHTS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
FILE_RIGHTS = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


@transaction.atomic
def editors() -> Group:
    """The group of editors with all it needs; made and completed where something is missing."""
    group, _ = Group.objects.get_or_create(name=EDITORS)
    group.permissions.add(*permissions("wagtailadmin.access_admin", *sorted(kinds.editors_may)))
    for page in Page.get_root_nodes()[:1]:
        for right in permissions(*[f"wagtailcore.{name}" for name in PAGE_RIGHTS]):
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=right)
    files = Permission.objects.filter(codename__in=FILE_RIGHTS, content_type__app_label__startswith="wagtail")
    for collection in Collection.get_root_nodes()[:1]:
        for right in files:
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=right)
    return group


def permissions(*names: str) -> list[Permission]:
    """The permissions of these names; unknown ones are left out (their app is not installed)."""
    wanted = Q(pk__in=[])
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted).order_by("pk"))


@transaction.atomic
def sync(*, user: User) -> None:
    """Put the person into the group of editors or take them out; mark whether they work for the office."""
    user.__dict__.pop("_powers", None)
    group = editors()
    if rules.can(user, Power.PAGE_EDIT):
        user.groups.add(group)
    else:
        user.groups.remove(group)
    works_here = bool(rules.powers(user)) or user.is_superuser
    if user.is_staff != works_here:
        user.is_staff = works_here
        user.save(update_fields=["is_staff"])


def sync_all() -> int:
    """Bring everybody in line, e.g. after grants began or ended by date. Returns how many were looked at."""
    users = list(User.objects.filter(Q(grants__isnull=False) | Q(groups__name=EDITORS)).distinct())
    for user in users:
        sync(user=user)
    return len(users)
