"""The rules of Interview Coach: standard library only, no clock, no chance, no file."""
