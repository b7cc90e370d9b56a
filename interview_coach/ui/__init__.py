"""The screens: what the person sees and does, in PySide6, over the store's questions and deeds."""
