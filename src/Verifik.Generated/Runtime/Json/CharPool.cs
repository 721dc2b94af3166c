using System.Buffers;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>Lends Newtonsoft its character buffers. They held a token or a code: they come back cleared.</summary>
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
