"""What lists and pages show, in words: `subscribers` and `issues`."""
