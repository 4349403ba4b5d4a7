"""Programs that print ratios beside a peer, measured in one run. `python -m benchmarks` runs all."""
