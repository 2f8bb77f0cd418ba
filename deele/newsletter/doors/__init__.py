"""The doors of the newsletter: `subscribers` and `issues`."""
