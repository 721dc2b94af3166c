using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Internal.Stores;

/// <summary>
/// What a store keeps of an account: its token, or that it was logged out. The entry names its own key, so that another
/// account's entry is not taken for this one's.
/// </summary>
/// <param name="Key">The key of the account.</param>
/// <param name="Since">When the token was obtained, or given up.</param>
/// <param name="Token">The token; <see langword="null"/> where it was given up.</param>
internal sealed record TokenEntry(string Key, DateTimeOffset Since, VerifikToken? Token)
{
    /// <summary>What bytes say; <see langword="null"/> where they are damaged or say something else.</summary>
    public static TokenEntry? Read(byte[] bytes)
    {
        try
        {
            var entry = JsonText.Read(new ArraySegment<byte>(bytes), static reader => JObject.Load(reader));
            return entry is null ? null : new TokenEntry((string)entry["key"]!, ReadTime(entry, "since"), ReadToken(entry));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    public byte[] Write()
    {
        var entry = new JObject { ["key"] = Key, ["since"] = Since.ToUnixTimeMilliseconds() };
        if (Token is not null)
        {
            entry["token"] = Token.Value;
            entry["type"] = Token.Type;
            entry["expiresAt"] = Token.ExpiresAt.ToUnixTimeMilliseconds();
        }

        return Encoding.UTF8.GetBytes(entry.ToString(Formatting.None));
    }

    /// <summary>The key, never the token.</summary>
    public override string ToString() => $"{nameof(TokenEntry)} {Key}";

    private static VerifikToken? ReadToken(JObject entry) => entry.TryGetValue("token", StringComparison.Ordinal, out var token)
        ? new VerifikToken((string)token!, ReadTime(entry, "expiresAt"), (string?)entry["type"])
        : null;

    private static DateTimeOffset ReadTime(JObject entry, string name) => DateTimeOffset.FromUnixTimeMilliseconds(
        (long?)entry[name] ?? throw new FormatException($"The entry has no '{name}'."));
}
