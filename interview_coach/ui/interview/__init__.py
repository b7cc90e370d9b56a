"""An interview's page: its head, and the four steps that it moves along."""
