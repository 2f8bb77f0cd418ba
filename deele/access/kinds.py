"""What editors may do in the CMS beyond pages, images and documents; apps above add to it."""

# Permissions as Django writes them: "website.change_menu".
editors_may: set[str] = set()
