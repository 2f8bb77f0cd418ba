"""The website of the office: Wagtail page types, their blocks, menus, feeds, site-wide search, demo content.

Words: page, news, part (a block of a page). Whatever lives in a table of another app is shown live by a block that
asks that app's queries, and never copied into a page. The page tree is known to nobody below.

Doors: template variables `menu` and `legal_menu` (context.py), `/suche/`, `/sitemap.xml`, `/aktuelles/feed/`,
`/kontakt/nachricht/`, `./manage.py make_demo_office`. A new page type: docs/how-to/page-type.md.
"""
