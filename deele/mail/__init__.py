"""The outbox: mail is a row, written in the transaction of what it speaks of, and one worker sends it.

Doors: `actions.outbox.queue` to send, `enums.message` to show a message on the preview page,
`actions.muting` for restored copies, `queries.waiting` for the desk. A message whose end is unknown
(`doubtful`) is shown to a person and never sent again by itself.
"""
