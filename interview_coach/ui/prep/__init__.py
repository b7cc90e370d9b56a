"""The step Prepare: the checklist of an interview and what stands beside it."""
