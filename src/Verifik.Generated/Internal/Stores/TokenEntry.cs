using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Internal.Stores;

/// <summary>
/// What a store keeps of an account: its token, or that it was logged out. The entry names its own key, so that another
/// account's entry is not taken for this one's.
/// </summary>
/// <param name="Key">The key of the account.</param>
/// <param name="Version">Its place in the account's history.</param>
/// <param name="ObtainedAt">When the token was obtained, or given up, by the clock of that process.</param>
/// <param name="Token">The token; <see langword="null"/> where it was given up.</param>
internal sealed record TokenEntry(string Key, TokenVersion Version, DateTimeOffset ObtainedAt, VerifikToken? Token)
{
    // More than anyone can do, and far from where counting on would begin anew.
    private const long HighestCount = 1L << 53;

    /// <summary>When nobody needs the entry any more: a logout is remembered for as long as a token lives.</summary>
    public DateTimeOffset ExpiresAt => Token?.ExpiresAt ?? ObtainedAt + VerifikToken.Lifetime;

    /// <summary>What bytes say; <see langword="null"/> where they are damaged or say what no process writes.</summary>
    public static TokenEntry? Read(byte[] bytes)
    {
        try
        {
            var entry = JsonText.Read(new ArraySegment<byte>(bytes), static reader => JObject.Load(reader));
            return entry is null ? null : new TokenEntry(ReadText(entry, "key")!, ReadVersion(entry), ReadObtainedAt(entry), ReadToken(entry));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    public byte[] Write()
    {
        var entry = new JObject
        {
            ["key"] = Key,
            ["generation"] = Version.Generation,
            ["act"] = (int)Version.Act,
            ["renewal"] = Version.Renewal,
            ["obtainedAt"] = ObtainedAt.ToUnixTimeMilliseconds(),
        };
        if (Token is not null)
        {
            entry["token"] = Token.Value;
            entry["type"] = Token.Type;
            entry["expiresAt"] = Token.ExpiresAt.ToUnixTimeMilliseconds();
        }

        return Encoding.UTF8.GetBytes(entry.ToJson());
    }

    /// <summary>Whether both are the same entry. An expiry loses its fractions of a millisecond in a store.</summary>
    public bool IsSameAs(TokenEntry other) => Version == other.Version && Token?.Value == other.Token?.Value;

    /// <summary>The key, never the token.</summary>
    public override string ToString() => $"{nameof(TokenEntry)} {Key}";

    private static TokenVersion ReadVersion(JObject entry) => new(
        ReadCount(entry, "generation", HighestCount),
        (TokenAct)ReadCount(entry, "act", (long)TokenAct.Logout),
        ReadCount(entry, "renewal", HighestCount));

    private static VerifikToken? ReadToken(JObject entry) => entry.ContainsKey("token")
        ? new VerifikToken(ReadText(entry, "token")!, ReadTime(entry, "expiresAt"), ReadText(entry, "type"))
        : null;

    // What a life after it is no moment any more, no clock says.
    private static DateTimeOffset ReadObtainedAt(JObject entry) => ReadTime(entry, "obtainedAt") is var time && time <= DateTimeOffset.MaxValue - VerifikToken.Lifetime
        ? time
        : throw new FormatException("The entry's 'obtainedAt' is no time that a clock says.");

    private static DateTimeOffset ReadTime(JObject entry, string name) => DateTimeOffset.FromUnixTimeMilliseconds(ReadNumber(entry, name));

    private static long ReadCount(JObject entry, string name, long highest) => ReadNumber(entry, name) is var count && count >= 0 && count <= highest
        ? count
        : throw new FormatException($"The entry's '{name}' is none that a process writes.");

    // As it was written: true is no text, and "1" no number.
    private static string? ReadText(JObject entry, string name) => entry[name] switch
    {
        null => null,
        JValue { Value: string text } => text,
        _ => throw new FormatException($"The entry's '{name}' is no text."),
    };

    private static long ReadNumber(JObject entry, string name) =>
        entry[name] is JValue { Value: long number } ? number : throw new FormatException($"The entry has no '{name}'.");
}
