"""The laws of the architecture, each a plain sentence that a test holds."""
