namespace Verifik.Contract.Model;

/// <summary>Names that mean something else already where the generated code stands.</summary>
internal static class ReservedNames
{
    /// <summary>What the generated classes have or use themselves, and what every object has.</summary>
    public static readonly IReadOnlySet<string> Members = Names(
        "AdditionalProperties ReadJson WriteJson Validate Equals GetHashCode GetType ToString MemberwiseClone Finalize ReferenceEquals",
        "Constraint DebuggerBrowsableState NullValueHandling Regex RegexOptions Required System");

    /// <summary>The types that the generated file names, and the public types of the SDK: a test compares these with the SDK.</summary>
    public static readonly IReadOnlySet<string> Types = Names(
        "CancellationToken DebuggerBrowsable DebuggerBrowsableState Dictionary Exception HttpClient HttpMethod HttpRequestException IDictionary IReadOnlyList",
        "JToken JsonExtensionData JsonProperty JsonReader JsonWriter List NullValueHandling Object Regex RegexOptions Required String System Task Type",
        "ApiPath ApiRequest Constraint MissingPropertyException VerifikClient");

    /// <summary>C#'s keywords, and the variables of a generated method.</summary>
    public static readonly IReadOnlySet<string> Parameters = Names(
        "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern",
        "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override",
        "params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof",
        "uint ulong unchecked unsafe ushort using virtual void volatile while",
        "body cancellationToken path request");

    private static HashSet<string> Names(params string[] lines) => [.. lines.SelectMany(line => line.Split(' '))];
}
