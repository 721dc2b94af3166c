using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Verifik.Cli.Accounts;

/// <summary>An account on a server.</summary>
/// <param name="Account">Whose it is.</param>
/// <param name="Server">The server.</param>
internal sealed record KnownAccount(VerifikAccount Account, Uri Server)
{
    /// <summary>What the person calls it, where they gave it a name.</summary>
    public string? Name { get; init; }

    /// <summary>The code that was sent last, where it was not typed.</summary>
    public PendingCode? Pending { get; init; }

    /// <summary>Where the book keeps it.</summary>
    public string Key { get; } = KeyOf($"{AccountText.Of(Account)}\n{Server}");

    /// <summary>Enough of it to tell it from others, for messages.</summary>
    public string Shown => Name is null ? $"{Account}" : $"{Name} ({Account})";

    /// <summary>What to type after a command, to mean this account: never less than its server, where that is not Verifik's own.</summary>
    public string Argument => Name is not null ? $" {Name}" : Server.AbsoluteUri == VerifikOptions.ProductionAddress ? "" : $" --base-address {Server}";

    /// <summary>The account for a script, in full: what a script reads, it gives to the next command.</summary>
    public JsonObject ToJson(params IEnumerable<(string Name, JsonNode? Value)> more) => new(
    [
        KeyValuePair.Create("account", (JsonNode?)AccountText.Of(Account)),
        KeyValuePair.Create("name", (JsonNode?)Name),
        KeyValuePair.Create("server", (JsonNode?)Server.AbsoluteUri),
        .. more.Select(property => KeyValuePair.Create(property.Name, property.Value)),
    ]);

    public bool IsOf(VerifikAccount account) => Account == account;

    public bool IsAt(Uri? server) => server is null || Server == server;

    internal static string KeyOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
