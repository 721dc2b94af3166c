namespace Verifik.Contract.Model;

// Schemas, and the words of JSON Schema that the generator does not know.
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
            ["not"] = "the client cannot check it; say it in the description",
            ["minProperties"] = "the client does not count properties; name those that are needed under 'required'",
            ["maxProperties"] = "the client does not count properties; say it in the description",
            ["xml"] = "the client writes and reads JSON alone",
            ["const"] = "in OpenAPI 3.0, write 'enum' with one value",
            ["examples"] = "in OpenAPI 3.0, write 'example'",
            ["contentEncoding"] = "write 'base64' here in OpenAPI 3.1, or 'format: byte'; the client knows no other encoding",
            ["contentMediaType"] = "say it in the description",
            ["prefixItems"] = "a list has items of one type; make it an object, where each has a name",
            ["contains"] = "the client cannot check it; say it in the description",
            ["if"] = "the type of a value cannot depend on it; make the schema an object with optional properties",
            ["then"] = "the type of a value cannot depend on it; make the schema an object with optional properties",
            ["else"] = "the type of a value cannot depend on it; make the schema an object with optional properties",
            ["dependentRequired"] = "the client cannot check it; say it in the description",
            ["dependentSchemas"] = "the type of a value cannot depend on it; make the schema an object with optional properties",
            ["patternProperties"] = "the names of a map are any text; write 'additionalProperties'",
            ["propertyNames"] = "the names of a map are any text; say it in the description",
            ["unevaluatedProperties"] = "what a server adds is kept; leave it out",
            ["unevaluatedItems"] = "what a server adds is kept; leave it out",
            ["$defs"] = "write the schemas under 'components', where each gets a name",
            ["$id"] = "a contract is one file; refer to '#/components/schemas/…'",
            ["$schema"] = "a contract has one dialect, that of its version of OpenAPI",
            ["$anchor"] = "refer to '#/components/schemas/…'",
            ["$dynamicRef"] = "refer to '#/components/schemas/…'",
        });
    }
}
