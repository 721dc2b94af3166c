using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

// The named types.
internal sealed partial class LoweredSchemas
{
    /// <summary>Writes a named type.</summary>
    public void WriteType(NamedType type)
    {
        json.WriteStartObject(type.Name);
        JsonValues.WriteTexts(json, type.Node, "description");
        json.WriteString("type", type.Kind == TypeKind.Enum ? "string" : "object");
        if (type.Schema.Is("deprecated"))
        {
            json.WriteBoolean("deprecated", true);
        }

        if (type.Kind == TypeKind.Enum)
        {
            WriteEnum(type);
        }
        else
        {
            WriteObject(type);
        }

        json.WriteEndObject();
    }

    private void WriteEnum(NamedType type)
    {
        var members = EnumMembers.Of(type.Schema).Select(member => (member.Value.Text, Name: member.Name ?? "")).ToList();
        json.WriteStartArray("enum");
        members.ForEach(member => json.WriteStringValue(member.Text));
        json.WriteEndArray();
        json.WriteStartArray("x-enumNames");
        members.ForEach(member => json.WriteStringValue(member.Name));
        json.WriteEndArray();
        json.WriteStartArray("x-members");
        foreach (var (text, name) in members)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", JsonValues.TextMark + text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteObject(NamedType type)
    {
        if (type.IsWritten && !type.IsRead)
        {
            json.WriteBoolean("additionalProperties", false);
        }

        var members = type.Members.ToList();
        if (members.Any(member => member.IsRequired))
        {
            json.WriteStartArray("required");
            members.Where(member => member.IsRequired).ToList().ForEach(member => json.WriteStringValue(member.Node.Key));
            json.WriteEndArray();
        }

        if (members.Count > 0)
        {
            json.WriteStartObject("properties");
            foreach (var member in members)
            {
                json.WriteStartObject(member.Node.Key);
                WriteDescription(member.Type);
                WriteUseInside(member.Type, isProperty: true);
                json.WriteString("x-csharp-name", member.Name);
                TypeExtension.Write(json, member, type);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        if (type.IsWritten)
        {
            json.WriteBoolean("x-writes", true);
        }

        if (type.IsRead)
        {
            json.WriteBoolean("x-reads", true);
        }
    }

    private void WriteDescription(LoweredType type)
    {
        var own = type.Schema.Text("description")?.TrimEnd() ?? "";
        var alternatives = type.Kind == TypeKind.Any ? string.Join("; ", type.Schema.Alternatives.Select(Describe)) : "";
        var text = alternatives.Length == 0 ? type.Schema.Text("description") : $"{own}{(own.Length > 0 ? "\n" : "")}One of: {alternatives}.";
        if (text is not null)
        {
            json.WriteString("description", text);
        }
    }

    private string Describe(YamlMapping alternative)
    {
        var schema = composition.Flatten(alternative);
        return schema.Node.Parent?.Key == "schemas" ? schema.Node.Key : schema.Text("description")?.TrimEnd('.', ' ', '\n') ?? schema.Type ?? "anything";
    }
}
