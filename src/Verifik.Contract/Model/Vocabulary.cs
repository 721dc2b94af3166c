namespace Verifik.Contract.Model;

/// <summary>
/// The objects and keys that the generator turns into code faithfully, a part of
/// https://spec.openapis.org/oas/v3.0.3, and the keys of that document that it does not.
/// </summary>
internal static class Vocabulary
{
    private const string Composition = "oneOf anyOf not discriminator";
    private const string SchemaKeys = "title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties minProperties required enum type allOf items properties additionalProperties format default nullable readOnly writeOnly xml externalDocs example deprecated " + Composition;

    private static readonly Key Text = new(Shape.Text);
    private static readonly Key Flag = new(Shape.Flag);
    private static readonly Key Json = new(Shape.Json);
    private static readonly Key RequiredText = Text with { Required = true };

    private static readonly ObjectKind ExternalDocs = new("a link", new() { ["url"] = RequiredText, ["description"] = Text });

    public static readonly ObjectKind SchemaReference = new("a reference to a schema", new() { ["$ref"] = Text }, SchemaKeys + " description");

    public static readonly ObjectKind Items = new("the items of an array", new() { ["$ref"] = Text, ["type"] = Text, ["format"] = Text }, SchemaKeys + " description");

    public static readonly ObjectKind Property = new("a property", new()
    {
        ["$ref"] = Text,
        ["description"] = Text,
        ["type"] = Text,
        ["format"] = Text,
        ["pattern"] = Text,
        ["minLength"] = new(Shape.WholeNumber),
        ["maxLength"] = new(Shape.WholeNumber),
        ["minimum"] = new(Shape.Number),
        ["maximum"] = new(Shape.Number),
        ["default"] = Json,
        ["items"] = new(Shape.Object, Items),
        ["allOf"] = new(Shape.Objects, SchemaReference),
        ["x-csharp-name"] = Text,
        ["x-secret"] = Flag,
        ["x-personal"] = Flag,
    }, SchemaKeys);

    public static readonly ObjectKind Schema = new("a schema", new()
    {
        ["description"] = Text,
        ["type"] = RequiredText,
        ["additionalProperties"] = Json,
        ["required"] = new(Shape.Texts),
        ["properties"] = new(Shape.ObjectsByName, Property),
        ["x-token-lifetime-days"] = new(Shape.WholeNumber),
    }, SchemaKeys + " $ref");

    public static readonly ObjectKind ParameterSchema = new("the schema of a parameter", new()
    {
        ["type"] = RequiredText,
        ["format"] = Text,
        ["default"] = Json,
    }, SchemaKeys + " description $ref");

    public static readonly ObjectKind Parameter = new("a parameter", new()
    {
        ["name"] = RequiredText,
        ["in"] = RequiredText,
        ["description"] = Text,
        ["required"] = Flag,
        ["schema"] = new(Shape.Object, ParameterSchema) { Required = true },
        ["example"] = Json,
        ["x-originalName"] = Text,
    }, "$ref deprecated allowEmptyValue style explode allowReserved content examples");

    public static readonly ObjectKind Example = new("an example", new()
    {
        ["summary"] = Text,
        ["description"] = Text,
        ["value"] = Json with { Required = true },
    }, "$ref externalValue");

    public static readonly ObjectKind MediaType = new("a media type", new()
    {
        ["schema"] = new(Shape.Object, SchemaReference) { Required = true },
        ["examples"] = new(Shape.ObjectsByName, Example),
    }, "example encoding");

    public static readonly ObjectKind RequestBody = new("a request body", new()
    {
        ["description"] = Text,
        ["required"] = Flag,
        ["content"] = new(Shape.ObjectsByName, MediaType) { Required = true },
    }, "$ref");

    public static readonly ObjectKind Response = new("a response", new()
    {
        ["description"] = Text,
        ["content"] = new(Shape.ObjectsByName, MediaType),
    }, "$ref headers links");

    public static readonly ObjectKind Operation = new("an operation", new()
    {
        ["operationId"] = Text,
        ["tags"] = new(Shape.Texts),
        ["summary"] = Text,
        ["description"] = Text,
        ["externalDocs"] = new(Shape.Object, ExternalDocs),
        ["parameters"] = new(Shape.Objects, Parameter),
        ["requestBody"] = new(Shape.Object, RequestBody),
        ["responses"] = new(Shape.ObjectsByName, Response),
        ["security"] = Json,
        ["x-source"] = Text,
    }, "callbacks deprecated servers");

    // HttpMethod.Patch does not exist in netstandard2.0, and nobody calls the other three.
    public static readonly ObjectKind PathItem = new("a path", new()
    {
        ["get"] = new(Shape.Object, Operation),
        ["put"] = new(Shape.Object, Operation),
        ["post"] = new(Shape.Object, Operation),
        ["delete"] = new(Shape.Object, Operation),
    }, "$ref summary description options head patch trace servers parameters");

    public static readonly ObjectKind SecurityScheme = new("a security scheme", new()
    {
        ["type"] = RequiredText,
        ["scheme"] = RequiredText,
        ["bearerFormat"] = Text,
        ["description"] = Text,
    }, "$ref name in flows openIdConnectUrl");

    public static readonly ObjectKind Server = new("a server", new() { ["url"] = RequiredText, ["description"] = Text }, "variables");

    public static readonly ObjectKind Tag = new("a tag", new()
    {
        ["name"] = RequiredText,
        ["description"] = Text,
        ["externalDocs"] = new(Shape.Object, ExternalDocs),
    });

    public static readonly ObjectKind Info = new("the info", new()
    {
        ["title"] = RequiredText,
        ["version"] = RequiredText,
        ["description"] = Text,
        ["termsOfService"] = Text,
        ["contact"] = new(Shape.Object, new("the contact", new() { ["name"] = Text, ["url"] = Text, ["email"] = Text })),
        ["license"] = new(Shape.Object, new("the license", new() { ["name"] = RequiredText, ["url"] = Text })),
    });

    public static readonly ObjectKind Document = new("the document", new()
    {
        ["openapi"] = Json with { Required = true },
        ["info"] = new(Shape.Object, Info) { Required = true },
        ["servers"] = new(Shape.Objects, Server) { Required = true },
        ["tags"] = new(Shape.Objects, Tag),
        ["externalDocs"] = new(Shape.Object, ExternalDocs),
        ["paths"] = new(Shape.ObjectsByName, PathItem) { Required = true },
        ["components"] = new(Shape.Object, new("the components", new()
        {
            ["schemas"] = new(Shape.ObjectsByName, Schema),
            ["securitySchemes"] = new(Shape.ObjectsByName, SecurityScheme),
        }, "responses parameters examples requestBodies headers links callbacks")),
    }, "security");
}
