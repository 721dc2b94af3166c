using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Internal.Stores;

/// <summary>
/// An entry of a store: the token of an account, or the fact that it was logged out. The entry contains its own key, so
/// that another account's entry is detected.
/// </summary>
/// <param name="Key">The key of the account.</param>
/// <param name="Version">Its version, which orders the entries of an account.</param>
/// <param name="ObtainedAt">When the token was obtained, or the account logged out, by the clock of that process.</param>
/// <param name="Token">The token; <see langword="null"/> after a logout.</param>
internal sealed record TokenEntry(string Key, TokenVersion Version, DateTimeOffset ObtainedAt, VerifikToken? Token)
{
    // Far below the maximum of a long: a higher count could not be incremented, so no later user action could take precedence.
    private const long MaxCount = 1L << 53;

    /// <summary>When the entry can be deleted: a logout is kept for the lifetime of a token.</summary>
    public DateTimeOffset ExpiresAt => Token?.ExpiresAt ?? VerifikToken.LifetimeAfter(ObtainedAt);

    /// <summary>Deserializes an entry; <see langword="null"/> if it is damaged or has another format.</summary>
    public static TokenEntry? Read(byte[] bytes)
    {
        try
        {
            var entry = JsonText.Read(new ArraySegment<byte>(bytes), static reader => JObject.Load(reader));
            return entry is null ? null : new TokenEntry(ReadText(entry, "key")!, ReadVersion(entry), ReadObtainedAt(entry), ReadToken(entry));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or OverflowException or InvalidCastException)
        {
            // The caller reports a damaged entry, so the exceptions below have no message.
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

    /// <summary>Whether both are the same entry. Expiries are not compared, because they are stored in milliseconds.</summary>
    public bool IsSameAs(TokenEntry other) => Version == other.Version && Token?.Value == other.Token?.Value;

    /// <summary>The key, never the token.</summary>
    public override string ToString() => $"{nameof(TokenEntry)} {Key}";

    private static TokenVersion ReadVersion(JObject entry) => new(
        ReadCount(entry, "generation", MaxCount),
        (UserAction)ReadCount(entry, "act", (long)UserAction.Logout),
        ReadCount(entry, "renewal", MaxCount));

    private static VerifikToken? ReadToken(JObject entry) => entry.ContainsKey("token")
        ? new VerifikToken(ReadText(entry, "token")!, ReadTime(entry, "expiresAt"), ReadText(entry, "type"))
        : null;

    // A later time leaves no room for the lifetime of a token, and AccountContext.Now never returns one.
    private static DateTimeOffset ReadObtainedAt(JObject entry) => ReadTime(entry, "obtainedAt") is var time && time <= VerifikToken.LatestStart
        ? time
        : throw new FormatException();

    private static DateTimeOffset ReadTime(JObject entry, string name) => DateTimeOffset.FromUnixTimeMilliseconds(ReadNumber(entry, name));

    private static long ReadCount(JObject entry, string name, long maximum) => ReadNumber(entry, name) is var count && count >= 0 && count <= maximum
        ? count
        : throw new FormatException();

    // No conversion: true is not a string, and "1" is not a number.
    private static string? ReadText(JObject entry, string name) => entry[name] switch
    {
        null => null,
        JValue { Value: string text } => text,
        _ => throw new FormatException(),
    };

    private static long ReadNumber(JObject entry, string name) =>
        entry[name] is JValue { Value: long number } ? number : throw new FormatException();
}
