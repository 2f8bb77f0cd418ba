"""The outbox: mail is a row, one worker sends it. Preview of every message, muted copies."""
