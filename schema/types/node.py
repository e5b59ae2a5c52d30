"""Node: what has an identity of its own, and can be asked for by it."""

import strawberry

from schema.veld import LEVERAARS, veld


@strawberry.interface(description="Object met een eigen, blijvende identiteit: op te vragen met `node(id:)`.")
class Node:
    """An object that `node(id:)` finds; the id is opaque and holds no person number."""

    id: strawberry.ID = veld(
        LEVERAARS,
        "Blijvende, ondoorzichtige sleutel van het register, te gebruiken in `node(id:)`; bevat geen persoonsnummer.",
    )
