"""What can be done with joint actions."""
