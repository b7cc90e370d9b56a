"""Starts the program: `python -m interview_coach`."""

import sys

from interview_coach.app.main import main

if __name__ == "__main__":
    sys.exit(main())
