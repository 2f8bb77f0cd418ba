"""The register of personal data, consent, export, erasure, retention."""
