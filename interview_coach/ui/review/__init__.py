"""The Review step: free recall first, then the prompts, then the seal."""

from interview_coach.ui.review.panel import ReviewPanel

__all__ = ["ReviewPanel"]
