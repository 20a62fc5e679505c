"""The description of the interface (OpenAPI 3.1), made of the very fields that it tells."""

from __future__ import annotations

import types
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints

from vicinia.directory.associations.screens import LICENCE, LICENCE_URL

from .items import Item
from .resources import RESOURCES, Resource

Schema = dict[str, object]

PLAIN: dict[type, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    # As text: its form is decided once.
    Decimal: {"type": "string", "pattern": r"^\d+\.\d{2}$"},
}


def document(server: str, title: str) -> Schema:
    """Return the description; `server` is where the addresses of the interface begin."""
    paths: Schema = {}
    for resource in RESOURCES.values():
        paths[f"/{resource.key}/"] = {"get": _list(resource)}
        paths[f"/{resource.key}/{{id}}/"] = {"get": _one(resource)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": "1.0.0",
            "license": {"name": LICENCE, "url": LICENCE_URL},
        },
        "servers": [{"url": server}],
        "paths": paths,
        "components": {
            "schemas": {each.item.__name__: _schema(each.item) for each in RESOURCES.values()},
        },
    }


def _list(resource: Resource) -> Schema:
    page: Schema = {
        "type": "object",
        "required": ["count", "next", "previous", "license", "results"],
        "properties": {
            "count": {"type": "integer"},
            "next": {"type": ["string", "null"], "format": "uri"},
            "previous": {"type": ["string", "null"], "format": "uri"},
            "license": {"type": "string", "format": "uri"},
            "results": {"type": "array", "items": _reference(resource)},
        },
    }
    return {
        "operationId": f"list_{resource.key}",
        "summary": f"Public {resource.key}, {len(fields(resource.item))} fields each.",
        "parameters": [
            _parameter("page", {"type": "integer", "minimum": 1, "default": 1}),
            _parameter("topic", {"type": "string"}),
        ],
        "responses": {"200": _answer(page), **_refusals("400", "429")},
    }


def _one(resource: Resource) -> Schema:
    number = _parameter("id", {"type": "integer"}) | {"in": "path", "required": True}
    return {
        "operationId": f"read_{resource.key}",
        "summary": f"One of the public {resource.key}.",
        "parameters": [number],
        "responses": {"200": _answer(_reference(resource)), **_refusals("404", "429")},
    }


def _parameter(name: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "required": False, "schema": schema}


def _answer(schema: Schema) -> Schema:
    return {"description": "Found.", "content": {"application/json": {"schema": schema}}}


def _refusals(*codes: str) -> Schema:
    reasons = {
        "400": "A parameter is wrong: «error» says which.",
        "404": "There is no such page, or it is not public.",
        "429": "Too many requests in a minute: wait as «Retry-After» says.",
    }
    return {code: {"description": reasons[code]} for code in codes}


def _reference(resource: Resource) -> Schema:
    return {"$ref": f"#/components/schemas/{resource.item.__name__}"}


def _schema(item: type[Item]) -> Schema:
    hints = get_type_hints(item, include_extras=True)
    return {
        "type": "object",
        "required": list(hints),
        "properties": {
            name: {**_type(get_args(hint)[0]), "description": hint.__metadata__[0]}
            for name, hint in hints.items()
        },
    }


def _type(hint: Any) -> Schema:
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0])}
    if get_origin(hint) in {Union, types.UnionType}:
        [kind] = [each for each in get_args(hint) if each is not type(None)]
        return {**PLAIN[kind], "type": [PLAIN[kind]["type"], "null"]}
    return PLAIN[hint]
