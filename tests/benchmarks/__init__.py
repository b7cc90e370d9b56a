"""Measures the program against what the same computer can do at best, in the same run.

`make bench`, or `python -m tests.benchmarks --help`. Nothing here asserts a time: the table says
what each figure aims at, and a ratio holds where milliseconds do not.
"""
