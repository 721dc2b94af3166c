namespace Verifik.Contract.Model;

/// <summary>
/// The objects and keys of https://spec.openapis.org/oas/v3.0.3 that the generator supports, and the keys that it does
/// not support.
/// </summary>
internal static partial class Vocabulary
{
    private static readonly Key Text = new(Shape.Text);
    private static readonly Key Flag = new(Shape.Flag);
    private static readonly Key Json = new(Shape.Json);
    private static readonly Key Count = new(Shape.WholeNumber);
    private static readonly Key RequiredText = Text with { Required = true };

    private static readonly ObjectKind ExternalDocs = new ObjectKind("a link").With(new() { ["url"] = RequiredText, ["description"] = Text });

    public static readonly ObjectKind Schema = SchemaKind();

    public static readonly ObjectKind Example = ObjectKind.Shared("an example", "examples").With(new()
    {
        ["summary"] = Text,
        ["description"] = Text,
        ["value"] = Json,
    }).Refusing(new() { ["externalValue"] = "write the value here, so that it can be checked against its schema" });

    private static readonly Key Examples = new(Shape.ObjectsByName, Example);

    public static readonly ObjectKind MediaType = new ObjectKind("a media type").With(new()
    {
        ["schema"] = new(Shape.Object, Schema),
        ["example"] = Json,
        ["examples"] = Examples,
    }).Refusing(new() { ["encoding"] = "it belongs to multipart bodies; send JSON, and a file as 'format: byte'" });

    public static readonly ObjectKind Parameter = ObjectKind.Shared("a parameter", "parameters").With(new()
    {
        ["name"] = RequiredText,
        ["in"] = RequiredText,
        ["description"] = Text,
        ["required"] = Flag,
        ["deprecated"] = Flag,
        ["style"] = Text,
        ["explode"] = Flag,
        ["schema"] = new(Shape.Object, Schema) { Required = true },
        ["example"] = Json,
        ["examples"] = Examples,
        ["x-originalName"] = Text,
    }).Refusing(new()
    {
        ["allowEmptyValue"] = "an empty value is not sent; leave the parameter out of 'required'",
        ["allowReserved"] = "values are always escaped",
        ["content"] = "write 'schema'; JSON in a parameter is not supported",
    });

    public static readonly ObjectKind Header = ObjectKind.Shared("a header", "headers").With(new()
    {
        ["description"] = Text,
        ["required"] = Flag,
        ["deprecated"] = Flag,
        ["style"] = Text,
        ["explode"] = Flag,
        ["schema"] = new(Shape.Object, Schema),
        ["example"] = Json,
        ["examples"] = Examples,
    });

    public static readonly ObjectKind RequestBody = ObjectKind.Shared("a request body", "requestBodies").With(new()
    {
        ["description"] = Text,
        ["required"] = Flag,
        ["content"] = new(Shape.ObjectsByName, MediaType) { Required = true },
    });

    public static readonly ObjectKind Response = ObjectKind.Shared("a response", "responses").With(new()
    {
        ["description"] = Text,
        ["content"] = new(Shape.ObjectsByName, MediaType),
        ["headers"] = new(Shape.ObjectsByName, Header),
        ["links"] = Json,
    });

    public static readonly ObjectKind Operation = new ObjectKind("an operation").With(new()
    {
        ["operationId"] = Text,
        ["tags"] = new(Shape.Texts),
        ["summary"] = Text,
        ["description"] = Text,
        ["externalDocs"] = new(Shape.Object, ExternalDocs),
        ["deprecated"] = Flag,
        ["parameters"] = new(Shape.Objects, Parameter),
        ["requestBody"] = new(Shape.Object, RequestBody),
        ["responses"] = new(Shape.ObjectsByName, Response),
        ["security"] = Json,
        ["x-source"] = Text,
    }).Refusing(new()
    {
        ["callbacks"] = "a client receives no requests; declare the payload as a schema under 'components'",
        ["servers"] = "the client sends requests and its token to one server only; write it under 'servers' of the document",
    });

    public static readonly ObjectKind PathItem = new ObjectKind("a path").With(new()
    {
        ["summary"] = Text,
        ["description"] = Text,
        ["get"] = new(Shape.Object, Operation),
        ["put"] = new(Shape.Object, Operation),
        ["post"] = new(Shape.Object, Operation),
        ["delete"] = new(Shape.Object, Operation),
        ["patch"] = new(Shape.Object, Operation),
        ["head"] = new(Shape.Object, Operation),
        ["parameters"] = new(Shape.Objects, Parameter),
    }).Refusing(new()
    {
        ["$ref"] = "write the operations here; a contract is a single file, so that it can be reviewed as a whole",
        ["options"] = "OPTIONS requests are not generated; leave it out",
        ["trace"] = "TRACE requests are not generated; leave it out",
        ["servers"] = "the client sends requests and its token to one server only; write it under 'servers' of the document",
    });

    public static readonly ObjectKind SecurityScheme = ObjectKind.Shared("a security scheme", "securitySchemes").With(new()
    {
        ["type"] = RequiredText,
        ["scheme"] = RequiredText,
        ["bearerFormat"] = Text,
        ["description"] = Text,
    }).Refusing(new()
    {
        ["name"] = "the client sends a token as 'type: http', 'scheme: bearer'",
        ["in"] = "the client sends a token as 'type: http', 'scheme: bearer'",
        ["flows"] = "the client sends a token as 'type: http', 'scheme: bearer'",
        ["openIdConnectUrl"] = "the client sends a token as 'type: http', 'scheme: bearer'",
    });

    public static readonly ObjectKind Server = new ObjectKind("a server").With(new() { ["url"] = RequiredText, ["description"] = Text })
        .Refusing(new() { ["variables"] = "the application sets another address with VerifikOptions.BaseAddress; write one absolute address" });

    public static readonly ObjectKind Info = new ObjectKind("the info").With(new()
    {
        ["title"] = RequiredText,
        ["version"] = RequiredText,
        ["summary"] = Text,
        ["description"] = Text,
        ["termsOfService"] = Text,
        ["contact"] = new(Shape.Object, new ObjectKind("the contact").With(new() { ["name"] = Text, ["url"] = Text, ["email"] = Text })),
        ["license"] = new(Shape.Object, new ObjectKind("the license").With(new() { ["name"] = RequiredText, ["url"] = Text, ["identifier"] = Text })),
    });

    private static readonly ObjectKind Tag = new ObjectKind("a tag").With(new()
    {
        ["name"] = RequiredText,
        ["description"] = Text,
        ["externalDocs"] = new(Shape.Object, ExternalDocs),
    });

    private static readonly ObjectKind Components = new ObjectKind("the components").With(new()
    {
        ["schemas"] = new(Shape.ObjectsByName, Schema),
        ["parameters"] = new(Shape.ObjectsByName, Parameter),
        ["requestBodies"] = new(Shape.ObjectsByName, RequestBody),
        ["responses"] = new(Shape.ObjectsByName, Response),
        ["headers"] = new(Shape.ObjectsByName, Header),
        ["examples"] = Examples,
        ["securitySchemes"] = new(Shape.ObjectsByName, SecurityScheme),
        ["links"] = Json,
    }).Refusing(new()
    {
        ["callbacks"] = "a client receives no requests; declare the payload as a schema under 'components'",
        ["pathItems"] = "write the operations under 'paths'",
    });

    public static readonly ObjectKind Document = new ObjectKind("the document").With(new()
    {
        ["openapi"] = Json with { Required = true },
        ["info"] = new(Shape.Object, Info) { Required = true },
        ["servers"] = new(Shape.Objects, Server) { Required = true },
        ["tags"] = new(Shape.Objects, Tag),
        ["externalDocs"] = new(Shape.Object, ExternalDocs),
        ["paths"] = new(Shape.ObjectsByName, PathItem) { Required = true },
        ["components"] = new(Shape.Object, Components),
        ["security"] = Json,
    }).Refusing(new()
    {
        ["webhooks"] = "a client receives no requests; declare the payload as a schema under 'components'",
        ["jsonSchemaDialect"] = "the dialect is that of the OpenAPI version",
    });

    private static readonly ObjectKind[] All = [Schema, Parameter, Operation];

    /// <summary>The supported extensions of all objects.</summary>
    public static readonly IReadOnlySet<string> Extensions =
        All.SelectMany(kind => kind.Keys.Keys).Where(key => key.StartsWith("x-", StringComparison.Ordinal)).ToHashSet();
}
