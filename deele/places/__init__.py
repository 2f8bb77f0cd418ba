"""State, region, district, association, municipality, locality, postcode: the tree everything hangs on."""
