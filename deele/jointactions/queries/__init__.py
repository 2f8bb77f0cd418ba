"""Reading joint actions."""
