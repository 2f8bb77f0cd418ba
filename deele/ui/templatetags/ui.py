"""The component tags; loaded in every template (see deele.ui.components)."""

from functools import cache
from typing import Any

from django import template
from django.conf import settings
from django.http import QueryDict
from django.template.base import FilterExpression, Node, NodeList, Parser, TemplateSyntaxError, Token, token_kwargs
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from deele.ui import charts, components, fields, hints

register = template.Library()


@register.tag
def attributes(parser: Parser, token: Token) -> components.AttributesNode:
    """`{% attributes label kind="primary" %}`: what a component takes."""
    required, defaults = set(), {}
    for bit in token.split_contents()[1:]:
        name, equals, value = bit.partition("=")
        if equals:
            defaults[name] = parser.compile_filter(value).resolve(Context())
        else:
            required.add(name)
    return components.AttributesNode(required, defaults)


@register.tag
def slots(parser: Parser, token: Token) -> components.SlotsNode:
    """`{% slots body foot %}`: the parts of a component a block may fill."""
    return components.SlotsNode(set(token.split_contents()[1:]))


class SlotNode(Node):
    """A filled slot; its block takes it out and renders it."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        raise TemplateSyntaxError(f"The slot {self.name!r} must stand directly inside its uiblock.")


@register.tag
def slot(parser: Parser, token: Token) -> SlotNode:
    """`{% slot "foot" %}…{% endslot %}` inside a uiblock."""
    try:
        _, quoted = token.split_contents()
    except ValueError:
        raise TemplateSyntaxError("A slot takes one name in quotes.") from None
    nodelist = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(unquoted(quoted), nodelist)


class UiNode(Node):
    """A component at its place of use."""

    child_nodelists = ()

    def __init__(
        self, component: components.Component, values: dict[str, FilterExpression], parts: dict[str, NodeList]
    ) -> None:
        self.component = component
        self.values = values
        self.parts = parts

    def render(self, context: Context) -> str:
        values: dict[str, Any] = {name: value.resolve(context) for name, value in self.values.items()}
        for name, nodelist in self.parts.items():
            values[name] = mark_safe(nodelist.render(context).strip())
        return self.component.render(context, values)


def unquoted(bit: str) -> str:
    """The text of a literal. Names of components and slots are never variables, so they can be checked early."""
    if len(bit) < 3 or bit[0] not in "\"'" or bit[-1] != bit[0]:
        raise TemplateSyntaxError(f"The name must stand in quotes: {bit}")
    return bit[1:-1]


def opened(parser: Parser, token: Token) -> tuple[components.Component, dict[str, FilterExpression]]:
    """The component a tag names and the values it hands over."""
    bits = token.split_contents()
    if len(bits) < 2:
        raise TemplateSyntaxError(f"{bits[0]} takes the name of a component.")
    rest = bits[2:]
    values = token_kwargs(rest, parser)
    if rest:
        raise TemplateSyntaxError(f"{bits[0]} takes name=value only, not {rest[0]!r}.")
    return components.load(unquoted(bits[1])), values


@register.tag
def ui(parser: Parser, token: Token) -> UiNode:
    """`{% ui "button" label=_("Save") %}`."""
    component, values = opened(parser, token)
    component.check(set(values), set())
    return UiNode(component, values, {})


@register.tag
def uiblock(parser: Parser, token: Token) -> UiNode:
    """`{% uiblock "card" title=… %}body{% slot "foot" %}…{% endslot %}{% enduiblock %}`."""
    component, values = opened(parser, token)
    inside = parser.parse(("enduiblock",))
    parser.delete_first_token()
    body = NodeList()
    parts: dict[str, NodeList] = {"body": body}
    for node in inside:
        if isinstance(node, SlotNode):
            parts[node.name] = node.nodelist
        else:
            body.append(node)
    component.check(set(values), set(parts))
    return UiNode(component, values, parts)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A decorative line icon of the house's own sheet; the words beside it carry the meaning."""
    return drawn(name) if name else mark_safe("")


@cache
def drawn(name: str) -> SafeString:
    sheet = static("ui/img/icons.svg")
    return format_html('<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>', sheet, name)


@register.simple_tag
@cache
def kern_there() -> bool:
    """Whether the design system's files were installed; pages are whole without them."""
    return (settings.NODE_MODULES / "@kern-ux" / "native" / "dist" / "kern.min.css").is_file()


@register.filter
def parts(bound: Any) -> fields.Parts:
    """A bound form field taken apart for the `field` component."""
    return fields.Parts(bound)


@register.inclusion_tag("ui/hint.html")
def hint(key: str, label: str = "") -> dict[str, Any]:
    """`{% hint "pflege-wg" %}`: a word of the field to open, with its explanation; nothing where it is not known."""
    return {"hint": hints.find(key), "label": label}


@register.filter
def bars(rows: Any) -> list[charts.Bar]:
    """Rows as bars for the `bar_chart` component."""
    return charts.bars(rows)


@register.simple_tag(takes_context=True)
def page_url(context: Context, param: str, number: int) -> str:
    """The address of this page with another page number; all filters stay."""
    request = context.get("request")
    query = request.GET.copy() if request else QueryDict(mutable=True)
    query[param] = str(number)
    return f"?{query.urlencode()}"
