using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>
/// Names of properties seen before, so that reading a response allocates none. A fixed number of slots, each the last
/// name that fell into it: a server that sends ever new names cannot make it grow. Safe to share between threads,
/// because a slot is one reference.
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
