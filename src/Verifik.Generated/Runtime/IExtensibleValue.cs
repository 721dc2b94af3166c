using System.ComponentModel;

namespace Verifik.Runtime;

/// <summary>An enumeration of the contract that a server may extend: a text, of which some values are known.</summary>
/// <typeparam name="T">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExtensibleValue<T>
    where T : struct, IExtensibleValue<T>
{
    /// <summary>The text on the wire.</summary>
    string Value { get; }

    /// <summary>Whether the contract lists it.</summary>
    bool IsKnown { get; }

    /// <summary>What the contract lists.</summary>
    IReadOnlyList<string> KnownValues { get; }

    /// <summary>The value of a text. An interface of .NET Standard has no static members, so the default value is asked.</summary>
    T FromText(string value);
}
