namespace Verifik.Contract.Yaml;

/// <summary>The JSON type of a scalar.</summary>
internal enum ScalarKind
{
    Text,
    Integer,
    Number,
    Boolean,
    Null,
}
