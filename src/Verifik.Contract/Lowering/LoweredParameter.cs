using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>A parameter of an operation.</summary>
/// <param name="Node">Its declaration.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
internal sealed record LoweredParameter(YamlMapping Node, string Name, LoweredType Type)
{
    public string WireName => Node.Text("name") ?? "";

    public string In => Node.Text("in") ?? "";

    public bool IsRequired => Node["required"] is YamlScalar { Text: "true" };

    public string Style => Node.Text("style") ?? (In == "query" ? "form" : "simple");

    /// <summary>Whether each item of a list is a separate parameter. OpenAPI 3.0.3: true for <c>form</c>, false for the others.</summary>
    public bool Explodes => Node["explode"] is YamlScalar flag ? flag.Text == "true" : Style == "form";
}
