"""Tests of interview_coach.ui.theme."""
