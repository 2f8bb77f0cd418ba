"""Components, base templates, styles, gallery, error pages. The look of the house and nothing of its subject."""
