"""The comparison with peers: the same template and the same data, timed in pairs in one run."""
