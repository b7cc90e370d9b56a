"""The fault suite: the program is started as a process and broken, and must not lose what it showed.

`python -m tests.faults` (or `make faults`) tries every fault, `--sample` a part of each; the test suite runs the
sample. Each fault is a module with `run(size)`, which gives tallies for the table:

    killed    SIGKILL at random moments of a scripted session, and while typing
    window    SIGKILL of the real window, off-screen, while somebody types and does deeds at it
    refused   a write, sync, rename or unlink that fails (EIO, ENOSPC) or never happens (KILL), one after another
    full      a disk with ever less room, and a limit on the size of files
    power     power cuts: what was written and never synced is dropped or torn
    flipped   bits turned over in header, pages and log, and files cut short
    two       two processes on one folder
    upgrade   a migration, and the making of a store, killed at every statement
    restoring a restore killed at every statement

How it is judged (judge.py): the session is a fixed script whose keys, clock and chances are fixed too, so that what
the store must hold after each of its steps is known from a run without faults. Every step is acknowledged on a
socket once its commit has returned, as the window shows it then. After a fault the store must open as the
program opens it, pass every check, and hold exactly what was acknowledged, or one whole step more.

A session is a process forked from one that has imported everything, so that hundreds take seconds. Where strace or
unshare is missing or not permitted, what needs it is told as not tried.
"""
