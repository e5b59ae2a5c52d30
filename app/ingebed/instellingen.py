"""The few settings of the embedded server that we choose."""

from __future__ import annotations

from dataclasses import dataclass

# own choice: a Postgres log line may quote the row or the statement that failed, and with it a person number.
ZWIJGZAAM = {"log_error_verbosity": "terse", "log_min_error_statement": "panic"}
# Shared memory in files of the cluster: a container's /dev/shm is small, and a killed server leaves nothing in it.
IN_EIGEN_MAP = {"dynamic_shared_memory_type": "mmap"}
VLUCHTIG = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Instellingen:
    """duurzaam: what is committed survives a power cut (only tests do without); verbindingen: the most at one time."""

    duurzaam: bool = True
    verbindingen: int = 200

    def opties(self) -> list[str]:
        """As options of the command `postgres`."""
        waarden = {"listen_addresses": "", "max_connections": str(self.verbindingen), **ZWIJGZAAM, **IN_EIGEN_MAP}
        if not self.duurzaam:
            waarden |= VLUCHTIG
        return [deel for naam, waarde in waarden.items() for deel in ("-c", f"{naam}={waarde}")]
