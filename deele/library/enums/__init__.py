"""The words of the library, a file a topic."""
