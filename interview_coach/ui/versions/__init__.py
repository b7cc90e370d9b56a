"""The screens of earlier versions: a long text now and before, side by side."""
