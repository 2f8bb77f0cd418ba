"""State, region, district, association, municipality, locality, postcode: the tree everything hangs on.

Words: a *region* (Region) is the statistical region an Amt für regionale Landesentwicklung serves, a *district* a
Landkreis or a kreisfreie Stadt, an *association* a Samtgemeinde, Amt or Verbandsgemeinde, a *locality* a named
settlement inside a municipality. Doors: `queries.find`, `queries.for_address`, `queries.by_key`, `queries.at_point`,
`actions.learn_locality`, `slots.sections`. The facts come from files read by `readers` (`manage.py load_reference`).
"""
