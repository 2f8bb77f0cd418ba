"""Pages of joint actions."""
