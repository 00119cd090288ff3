"""What scripts/chaos and scripts/bench share: they start the real program and drive it from outside, over HTTP.

Python's standard library alone; only the fuzzing of the API needs more (requirements.txt, in an environment of its own).
"""
