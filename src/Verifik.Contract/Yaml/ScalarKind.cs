namespace Verifik.Contract.Yaml;

/// <summary>What a scalar is in JSON.</summary>
internal enum ScalarKind
{
    Text,
    Integer,
    Number,
    Boolean,
    Null,
}
