"""The ordinary executor, with variables that are read already: `execute` would read 500 deliveries a second time."""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from graphql import ExecutionResult, Executor, default_field_resolver, default_type_resolver
from graphql.execution.collect_fields import FragmentDetails

if TYPE_CHECKING:
    from graphql import GraphQLSchema, VariableValues

    from app.graphql.context import Verzoekcontext
    from app.graphql.literalen import Gelicht


async def voer_uit(
    schema: GraphQLSchema, gelicht: Gelicht, variabelen: VariableValues, context: Verzoekcontext
) -> ExecutionResult:
    """Execute a judged operation."""
    executor: Executor[Any] = Executor(
        schema,
        dict(gelicht.fragmenten),
        {naam: FragmentDetails(fragment) for naam, fragment in gelicht.fragmenten.items()},
        None,
        context,
        gelicht.operatie,
        variabelen,
        default_field_resolver,
        default_type_resolver,
        default_field_resolver,
    )
    gevonden = executor.execute_operation()
    resultaat = await gevonden if isawaitable(gevonden) else gevonden
    if not isinstance(resultaat, ExecutionResult):
        raise TypeError("an answer in parts, which the schema has no directive for")
    return resultaat
