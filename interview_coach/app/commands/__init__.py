"""What the program does without its window: one module for each command, `table` lists them.

A command loads no Qt, says one sentence when it fails, and then ends with status 1. `frame` owns all
that they share. To add one: a module with its `Command`, a line in `table`, its sentences in
`ui/words_commands.py`, its tests in `tests/app`.
"""
