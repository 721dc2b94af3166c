namespace Verifik.Contract;

/// <summary>The code of each rule. Codes never change their meaning, and removed codes are never reused; openapi/README.md documents them.</summary>
internal static class Codes
{
    public const string File = "VC0001";
    public const string Syntax = "VC0002";
    public const string DuplicateKey = "VC0003";
    public const string Feature = "VC0004";
    public const string Version = "VC0005";
    public const string UnknownKey = "VC0006";
    public const string Reference = "VC0007";
    public const string Ambiguous = "VC0008";
    public const string Invisible = "VC0009";
    public const string ValueKind = "VC0010";
    public const string MissingKey = "VC0011";
    public const string Unsupported = "VC0012";
    public const string Type = "VC0013";
    public const string Parameters = "VC0014";
    public const string Required = "VC0015";
    public const string Responses = "VC0016";
    public const string Constraint = "VC0017";
    public const string Security = "VC0018";
    public const string OpenApi = "VC0019";
    public const string OperationId = "VC0020";
    public const string Name = "VC0021";
    public const string SameName = "VC0022";
    public const string ReservedName = "VC0023";
    public const string Body = "VC0025";
    public const string Example = "VC0030";
    public const string Secret = "VC0032";
    public const string Url = "VC0034";

    /// <summary>The check itself failed. The codes from VC9001 on are in src/Verifik.Generated.Build/build.</summary>
    public const string Internal = "VC9000";
}
