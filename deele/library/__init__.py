"""The library: publications, good examples, knowledge, glossary, and the start path for municipalities."""
