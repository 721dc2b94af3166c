namespace Verifik.Contract.Lowering;

/// <summary>What the templates tell apart. The names are those that they read.</summary>
internal enum TypeKind
{
    Any,
    Text,
    Int32,
    Int64,
    Double,
    Decimal,
    Boolean,
    DateTime,
    Date,
    Bytes,
    Enum,
    Object,
    List,
    Map,
}
