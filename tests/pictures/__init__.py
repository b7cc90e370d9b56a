"""Pictures of every page, searched for what only a look would find."""
