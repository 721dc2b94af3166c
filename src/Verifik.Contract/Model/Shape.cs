namespace Verifik.Contract.Model;

/// <summary>The shape of the value under a key.</summary>
internal enum Shape
{
    Text,
    Flag,
    WholeNumber,
    Number,
    Texts,
    List,
    Object,
    ObjectOrFlag,
    Objects,
    ObjectsByName,

    /// <summary>Any JSON: an example, or a value that a separate rule checks.</summary>
    Json,
}
