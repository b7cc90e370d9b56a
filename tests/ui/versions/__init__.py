"""The screens of earlier versions."""
