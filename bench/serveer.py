"""One worker of a service, as `bron serve` runs it, of the factory that is named: the three differ in nothing else."""

from __future__ import annotations

import os
import sys

import uvicorn


def main() -> None:
    """Serve on BENCH_POORT until SIGTERM."""
    uvicorn.run(
        sys.argv[1],
        factory=True,
        host="127.0.0.1",
        port=int(os.environ["BENCH_POORT"]),
        log_config=None,
        access_log=False,
        server_header=False,
    )


if __name__ == "__main__":
    main()
