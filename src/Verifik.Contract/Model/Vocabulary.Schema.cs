namespace Verifik.Contract.Model;

// Schemas, and the JSON Schema keywords that the generator does not support.
internal static partial class Vocabulary
{
    private static ObjectKind SchemaKind()
    {
        var schema = ObjectKind.Shared("a schema", "schemas");
        schema.With(new()
        {
            ["type"] = Text,
            ["format"] = Text,
            ["title"] = Text,
            ["description"] = Text,
            ["properties"] = new(Shape.ObjectsByName, schema),
            ["required"] = new(Shape.Texts),
            ["additionalProperties"] = new(Shape.ObjectOrFlag, schema),
            ["items"] = new(Shape.Object, schema),
            ["allOf"] = new(Shape.Objects, schema),
            ["oneOf"] = new(Shape.Objects, schema),
            ["anyOf"] = new(Shape.Objects, schema),
            ["discriminator"] = Json,
            ["enum"] = new(Shape.List),
            ["nullable"] = Flag,
            ["default"] = Json,
            ["pattern"] = Text,
            ["minLength"] = Count,
            ["maxLength"] = Count,
            ["minimum"] = new(Shape.Number),
            ["maximum"] = new(Shape.Number),
            ["exclusiveMinimum"] = Flag,
            ["exclusiveMaximum"] = Flag,
            ["multipleOf"] = new(Shape.Number),
            ["minItems"] = Count,
            ["maxItems"] = Count,
            ["uniqueItems"] = Flag,
            ["readOnly"] = Flag,
            ["writeOnly"] = Flag,
            ["deprecated"] = Flag,
            ["example"] = Json,
            ["externalDocs"] = new(Shape.Object, ExternalDocs),
            ["x-csharp-name"] = Text,
            ["x-enumNames"] = new(Shape.Texts),
            ["x-secret"] = Flag,
            ["x-personal"] = Flag,
            ["x-token-lifetime-days"] = Count,
        });
        return schema.Refusing(new()
        {
            ["not"] = "the client cannot check it; describe it in the description",
            ["minProperties"] = "the client does not count properties; list the necessary ones under 'required'",
            ["maxProperties"] = "the client does not count properties; describe it in the description",
            ["xml"] = "the client supports JSON only",
            ["const"] = "in OpenAPI 3.0, write 'enum' with one value",
            ["examples"] = "in OpenAPI 3.0, write 'example'",
            ["contentEncoding"] = "write 'base64' here in OpenAPI 3.1, or 'format: byte'; the client supports no other encoding",
            ["contentMediaType"] = "describe it in the description",
            ["prefixItems"] = "a list has items of one type; make it an object with named properties",
            ["contains"] = "the client cannot check it; describe it in the description",
            ["if"] = "the type of a value cannot depend on it; make the schema an object with optional properties",
            ["then"] = "the type of a value cannot depend on it; make the schema an object with optional properties",
            ["else"] = "the type of a value cannot depend on it; make the schema an object with optional properties",
            ["dependentRequired"] = "the client cannot check it; describe it in the description",
            ["dependentSchemas"] = "the type of a value cannot depend on it; make the schema an object with optional properties",
            ["patternProperties"] = "the keys of a map are not restricted; write 'additionalProperties'",
            ["propertyNames"] = "the keys of a map are not restricted; describe it in the description",
            ["unevaluatedProperties"] = "additional data is always kept; leave it out",
            ["unevaluatedItems"] = "additional data is always kept; leave it out",
            ["$defs"] = "write the schemas under 'components'",
            ["$id"] = "a contract is one file; refer to '#/components/schemas/…'",
            ["$schema"] = "the dialect is that of the OpenAPI version",
            ["$anchor"] = "refer to '#/components/schemas/…'",
            ["$dynamicRef"] = "refer to '#/components/schemas/…'",
        });
    }
}
