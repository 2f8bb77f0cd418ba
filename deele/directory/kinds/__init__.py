"""The kinds of entries. A kind is one file here and one template in directory/kinds/ (docs/how-to/entry-kind.md)."""
