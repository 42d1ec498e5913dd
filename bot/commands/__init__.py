"""What ``entraide`` does: one module a command, and the sentences in which failures are told."""
