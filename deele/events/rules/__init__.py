"""What holds for events and registrations, from values alone."""
