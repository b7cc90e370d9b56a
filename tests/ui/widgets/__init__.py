"""Tests of interview_coach.ui.widgets."""
