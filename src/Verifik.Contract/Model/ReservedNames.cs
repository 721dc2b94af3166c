namespace Verifik.Contract.Model;

/// <summary>Names that mean something else already where the generated code stands.</summary>
internal static class ReservedNames
{
    /// <summary>What the generated classes have or use themselves, and what every object has.</summary>
    public static readonly IReadOnlySet<string> Members = Names(
        "AdditionalProperties ReadJson WriteJson Validate Equals GetHashCode GetType ToString MemberwiseClone Finalize ReferenceEquals",
        "Constraint DebuggerBrowsableState NullValueHandling Regex RegexOptions Required System");

    /// <summary>Whether a class of that name would be another than the SDK's own, or than one that the generated file uses: a test asks for each.</summary>
    public static bool IsType(string name) =>
        Types.Contains(name)
        || name is ['I', >= 'A' and <= 'Z', ..]
        || Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal))
        || Ends.Any(end => name.EndsWith(end, StringComparison.Ordinal));

    private static readonly string[] Beginnings = ["Json", "Renewal", "Token", "Utf8", "Verifik"];
    private static readonly string[] Ends = ["Exception", "Extensions", "Handler", "Log", "Options", "Provider", "Store", "Validator"];

    private static readonly HashSet<string> Types = Names(
        "CancellationToken DebuggerBrowsable DebuggerBrowsableState Dictionary GeneratedRegex HttpClient HttpMethod",
        "JToken JsonExtensionData JsonProperty JsonReader JsonWriter List NullValueHandling Object Regex RegexOptions Required String System Task Type",
        "ApiConnection ApiPath ApiRequest Constraint EmailAccount PhoneAccount PropertyNames");

    /// <summary>C#'s keywords, and the variables of a generated method.</summary>
    public static readonly IReadOnlySet<string> Parameters = Names(
        "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern",
        "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override",
        "params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof",
        "uint ulong unchecked unsafe ushort using virtual void volatile while",
        "body cancellationToken path request");

    private static HashSet<string> Names(params string[] lines) => [.. lines.SelectMany(line => line.Split(' '))];
}
