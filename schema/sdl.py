"""Write the schema to schema/schema.graphql (`make sdl`): the contract as it is reviewed and as clients read it."""

from pathlib import Path
from typing import Final

from schema.schema import sdl

BESTAND: Final = Path(__file__).with_name("schema.graphql")

if __name__ == "__main__":
    BESTAND.write_text(sdl(), encoding="utf-8")
