using System.Buffers;
using System.Text.RegularExpressions;

namespace Verifik.Tests.Secrets;

/// <summary>Searches the output of the suite for thousands of secrets, and for anything that looks like a token or a bcrypt hash.</summary>
internal static partial class SecretSearch
{
    /// <summary>The texts that contain a secret as a whole word: six digits may be part of a longer number.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> texts, IReadOnlyCollection<string> secrets)
    {
        var search = SearchValues.Create([.. secrets], StringComparison.Ordinal);
        return [.. texts.Where(text => HasSecret(text, secrets, search) || TokenOrHash().IsMatch(text))];
    }

    private static bool HasSecret(string text, IReadOnlyCollection<string> secrets, SearchValues<string> search)
    {
        for (var rest = text.AsSpan(); rest.IndexOfAny(search) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            foreach (var secret in secrets)
            {
                if (rest[at..].StartsWith(secret, StringComparison.Ordinal)
                    && !IsWord(rest, at - 1) && !IsWord(rest, at + secret.Length)
                    && !IsWord(text, text.Length - rest.Length + at - 1))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsWord(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);

    [GeneratedRegex(@"eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}|\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}")]
    private static partial Regex TokenOrHash();
}
