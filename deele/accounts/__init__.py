"""Users, sign-in, second factor, mail links for people without a password."""
