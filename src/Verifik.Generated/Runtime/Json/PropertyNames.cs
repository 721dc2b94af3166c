using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>
/// A cache of property names, so that reading a response allocates none. The number of slots is fixed and each holds
/// the last name with its hash, so a server that sends many different names cannot make it grow. Thread-safe, because a
/// slot is a single reference.
/// </summary>
internal sealed class PropertyNames : JsonNameTable
{
    public static readonly PropertyNames Shared = new();

    private const int LongestName = 64;
    private readonly string?[] _slots = new string?[256];

    public override string? Get(char[] key, int start, int length)
    {
        if (length is 0 or > LongestName)
        {
            return null;
        }

        var name = new ReadOnlySpan<char>(key, start, length);
        ref var slot = ref _slots[(uint)Hash(name) % (uint)_slots.Length];
        var known = slot;
        if (known is not null && name.SequenceEqual(known.AsSpan()))
        {
            return known;
        }

        return slot = name.ToString();
    }

    private static int Hash(ReadOnlySpan<char> name)
    {
        var hash = name.Length;
        foreach (var character in name)
        {
            hash = (hash * 31) + character;
        }

        return hash;
    }
}
