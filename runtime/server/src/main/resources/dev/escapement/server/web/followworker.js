// followworker
