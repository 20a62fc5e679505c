"""Imports of tables into any model: a resource says what the columns are, the engine compares and writes.

    class PlaceResource(TableResource):
        model, key = Place, "name"
        name = Field("name", "NOME", TextWidget(200))
        city = Field("city", "COMUNE", TextWidget(100))

    report = import_file(path=path, resource=PlaceResource(), by=user)

Fields and widgets are django-import-export's; its own engine saves row by row, cannot show what a row
would change without saving it, and takes several times as long (docs/decisions/0011). Only `resource` imports
the library: models and what loads at every start do without it.
"""
