namespace Verifik.Contract.Model;

/// <summary>What stands under a key.</summary>
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

    /// <summary>Any JSON: an example, or what a rule of its own looks into.</summary>
    Json,
}
