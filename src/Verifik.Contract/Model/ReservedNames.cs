using System.Reflection;

namespace Verifik.Contract.Model;

/// <summary>Names that are already in use where the generated code is compiled.</summary>
internal static class ReservedNames
{
    /// <summary>The members that generated classes have or use, and those of every object.</summary>
    public static readonly IReadOnlySet<string> Members = Names(
        "AdditionalProperties ReadJson WriteJson Validate Equals GetHashCode GetType ToString MemberwiseClone Finalize ReferenceEquals",
        "Constraint DebuggerBrowsableState NullValueHandling RegexOptions ResponseReader Required System");

    /// <summary>The members of a generated enumeration other than its known values.</summary>
    public static readonly IReadOnlySet<string> EnumMembers = Names(
        "Value IsKnown KnownValues Known Converter Of Equals GetHashCode GetType ToString MemberwiseClone Finalize ReferenceEquals");

    /// <summary>The variables of a generated method, and the names that it uses. Keywords are allowed: they are escaped with <c>@</c>.</summary>
    public static readonly IReadOnlySet<string> Parameters = Names("cancellationToken apiPath apiRequest nameof");

    // The namespaces that are imported in the SDK's files, implicitly or explicitly.
    private static readonly HashSet<string> Namespaces = Names(
        "System System.Collections.Concurrent System.Collections.Generic System.Diagnostics System.Diagnostics.CodeAnalysis System.Globalization System.IO System.Linq",
        "System.Net System.Net.Http System.Net.Http.Headers System.Runtime.CompilerServices System.Security.Cryptography System.Text System.Text.RegularExpressions System.Threading System.Threading.Tasks");

    private static readonly Lazy<HashSet<string>> Types = new(() =>
    [
        // The top-level namespaces, and an alias of the generated file.
        "System", "Microsoft", "Newtonsoft", "Verifik", "Date",
        .. Metadata("UsedTypes"),
        .. Framework().SelectMany(assembly => assembly.GetExportedTypes().Concat(assembly.GetForwardedTypes()))
            .Where(type => Namespaces.Contains(type.Namespace ?? "") && !type.IsNested)
            .Select(type => type.Name.Split('`')[0]),
        .. typeof(Newtonsoft.Json.JsonReader).Assembly.GetExportedTypes()
            .Where(type => type.Namespace is "Newtonsoft.Json" or "Newtonsoft.Json.Linq" && !type.IsNested)
            .Select(type => type.Name.Split('`')[0]),
    ]);

    private static readonly Lazy<HashSet<string>> SdkTypes = new(() => [.. Metadata("SdkTypes")]);

    /// <summary>
    /// Whether a class of that name would hide a type that the generated file, or for the SDK's own client the SDK's
    /// files, can refer to.
    /// </summary>
    public static bool IsType(string name, ClientName client) =>
        Types.Value.Contains(name) || name == client.Class || name == "I" + client.Class || (client.IsSdk && SdkTypes.Value.Contains(name));

    // From the project file: the names of the SDK's files, which contain one type each.
    private static string[] Metadata(string key) =>
        typeof(ReservedNames).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!.Split(' ', ';');

    private static IEnumerable<Assembly> Framework() =>
        ((string[])["System.Runtime", "System.Collections", "System.Collections.Concurrent", "System.Diagnostics.DiagnosticSource", "System.Diagnostics.Process", "System.Linq", "System.Net.Http", "System.Net.Primitives", "System.Text.RegularExpressions", "System.Security.Cryptography", "System.Threading", "System.Console"]).Select(Assembly.Load);

    private static HashSet<string> Names(params string[] lines) => [.. lines.SelectMany(line => line.Split(' '))];
}
