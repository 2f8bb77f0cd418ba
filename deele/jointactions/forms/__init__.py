"""Forms of joint actions."""
