namespace Verifik.Contract.Lowering;

/// <summary>The kinds of types that the templates distinguish. The templates use these names.</summary>
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
