using System.Buffers;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>The character buffers of Newtonsoft.Json. They may contain a token or a code, so they are cleared when they are returned.</summary>
internal sealed class CharPool : IArrayPool<char>
{
    public static readonly CharPool Shared = new();

    public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

    public void Return(char[]? array)
    {
        if (array is not null)
        {
            ArrayPool<char>.Shared.Return(array, clearArray: true);
        }
    }
}
