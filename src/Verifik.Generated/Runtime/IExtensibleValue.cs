using System.ComponentModel;

namespace Verifik.Runtime;

/// <summary>An enumeration of the contract that a server may extend: a string with known values.</summary>
/// <typeparam name="T">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExtensibleValue<T>
    where T : struct, IExtensibleValue<T>
{
    /// <summary>The value in JSON.</summary>
    string Value { get; }

    /// <summary>Whether the contract lists it.</summary>
    bool IsKnown { get; }

    /// <summary>The values that the contract lists.</summary>
    IReadOnlyList<string> KnownValues { get; }

    /// <summary>Creates a value from text. .NET Standard has no static interface members, so this is called on the default value.</summary>
    T FromText(string value);
}
