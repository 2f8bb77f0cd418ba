"""Joint actions (gemeinsame Aktionen) of the alliance: partners, stops of a tour, calls, submissions, results."""
