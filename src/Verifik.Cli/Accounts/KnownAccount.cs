using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Verifik.Cli.Accounts;

/// <summary>An account on a server.</summary>
/// <param name="Account">The account.</param>
/// <param name="Server">The server.</param>
internal sealed record KnownAccount(VerifikAccount Account, Uri Server)
{
    /// <summary>The user-defined name, if there is one.</summary>
    public string? Name { get; init; }

    /// <summary>The last code that was sent and has not been entered.</summary>
    public PendingCode? Pending { get; init; }

    /// <summary>The key in the list of accounts.</summary>
    public string Key { get; } = KeyOf($"{AccountText.Of(Account)}\n{Server}");

    /// <summary>The name and the masked account, for messages.</summary>
    public string Shown => Name is null ? $"{Account}" : $"{Name} ({Account})";

    /// <summary>The arguments that select this account, including its server if that is not the production server.</summary>
    public string Argument => Name is not null ? $" {Name}" : Server.AbsoluteUri == VerifikOptions.ProductionAddress ? "" : $" --base-address {Server}";

    /// <summary>The unmasked account for scripts, which pass it to the next command.</summary>
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
