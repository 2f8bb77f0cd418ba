"""Components: templates that declare what they take.

A component is a template `ui/components/<name>.html` that opens with

    {% attributes label kind="primary" %}   a bare name is required, a value is the default
    {% slots body foot %}                   optional parts a block may fill

Whoever uses it with an unknown or without a required attribute gets a TemplateSyntaxError when the using
template is compiled, not when somebody happens to open the page.
"""

from dataclasses import dataclass, field
from typing import Any

from django.template import Engine, Node, Template, TemplateDoesNotExist, TemplateSyntaxError
from django.template.context import Context

FOLDER = "ui/components/"
# What every component sees beside its own attributes.
GIVEN = ("request", "csrf_token")


class AttributesNode(Node):
    """The declaration `{% attributes %}`; shows nothing."""

    def __init__(self, required: set[str], defaults: dict[str, Any]) -> None:
        self.required = required
        self.defaults = defaults

    def render(self, context: Context) -> str:
        return ""


class SlotsNode(Node):
    """The declaration `{% slots %}`; shows nothing."""

    def __init__(self, names: set[str]) -> None:
        self.names = names

    def render(self, context: Context) -> str:
        return ""


@dataclass
class Component:
    """A compiled component and what it accepts."""

    name: str
    template: Template
    required: set[str] = field(default_factory=set)
    defaults: dict[str, Any] = field(default_factory=dict)
    slots: set[str] = field(default_factory=set)

    @property
    def accepted(self) -> set[str]:
        return self.required | set(self.defaults)

    def check(self, attributes: set[str], slots: set[str]) -> None:
        """Raise TemplateSyntaxError for anything unknown or missing."""
        if unknown := attributes - self.accepted:
            raise TemplateSyntaxError(f"Component {self.name!r} does not take {listed(unknown)}.")
        if missing := self.required - attributes:
            raise TemplateSyntaxError(f"Component {self.name!r} needs {listed(missing)}.")
        if unknown := slots - self.slots:
            raise TemplateSyntaxError(f"Component {self.name!r} has no slot {listed(unknown)}.")

    def render(self, context: Context, values: dict[str, Any]) -> str:
        """Render with the declared values only; nothing of the caller's context leaks in."""
        inner = {**self.defaults, **dict.fromkeys(self.slots, ""), **values}
        for name in GIVEN:
            inner[name] = context.get(name)
        with context.render_context.push_state(self.template, isolated_context=True):
            return self.template.nodelist.render(context.new(inner))


def listed(names: set[str]) -> str:
    """The names in order, quoted, for an error text."""
    return ", ".join(repr(name) for name in sorted(names))


def load(name: str) -> Component:
    """The component of this name. Raises TemplateSyntaxError if there is none or it declares nothing."""
    try:
        template = Engine.get_default().get_template(f"{FOLDER}{name}.html")
    except TemplateDoesNotExist:
        raise TemplateSyntaxError(f"There is no component {name!r} in {FOLDER}.") from None
    known: Component | None = getattr(template, "_component", None)
    if known is None:
        known = template._component = declared(name, template)
    return known


def declared(name: str, template: Template) -> Component:
    """Read the declarations out of a component's template."""
    component = Component(name, template)
    found = False
    for node in template.nodelist:
        if isinstance(node, AttributesNode):
            found, component.required, component.defaults = True, node.required, node.defaults
        elif isinstance(node, SlotsNode):
            component.slots = node.names
    if not found:
        raise TemplateSyntaxError(f"Component {name!r} does not declare its attributes.")
    if doubled := component.slots & component.accepted:
        raise TemplateSyntaxError(f"Component {name!r} has slots and attributes of one name: {listed(doubled)}.")
    return component
