"""What was said about pay: asked, answered, to whom and when."""
