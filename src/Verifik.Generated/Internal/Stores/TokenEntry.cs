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
    /// <summary>When nobody needs the entry any more: a logout is remembered for as long as a token lives.</summary>
    public DateTimeOffset ExpiresAt => Token?.ExpiresAt ?? VerifikToken.LifetimeAfter(ObtainedAt);

    /// <summary>What bytes say; <see langword="null"/> where they are damaged or say something else.</summary>
    public static TokenEntry? Read(byte[] bytes)
    {
        try
        {
            var entry = JsonText.Read(new ArraySegment<byte>(bytes), static reader => JObject.Load(reader));
            return entry is null ? null : new TokenEntry((string)entry["key"]!, ReadVersion(entry), ReadTime(entry, "obtainedAt"), ReadToken(entry));
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

    private static TokenVersion ReadVersion(JObject entry) =>
        new(ReadCount(entry, "generation"), (TokenAct)ReadNumber(entry, "act"), ReadCount(entry, "renewal"));

    // A count that leaves no room to count on would outrank, for ever, whatever a person does next.
    private static long ReadCount(JObject entry, string name) => ReadNumber(entry, name) is >= 0 and < long.MaxValue / 2 and var count
        ? count
        : throw new FormatException($"'{name}' of the entry is no count.");

    private static VerifikToken? ReadToken(JObject entry) => entry.TryGetValue("token", StringComparison.Ordinal, out var token)
        ? new VerifikToken((string)token!, ReadTime(entry, "expiresAt"), (string?)entry["type"])
        : null;

    private static DateTimeOffset ReadTime(JObject entry, string name) => DateTimeOffset.FromUnixTimeMilliseconds(ReadNumber(entry, name));

    private static long ReadNumber(JObject entry, string name) =>
        (long?)entry[name] ?? throw new FormatException($"The entry has no '{name}'.");
}
