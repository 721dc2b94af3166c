using System.Security.Cryptography;
using System.Text;

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

    /// <summary>What to type after a command, to mean this account.</summary>
    public string Argument => Name is null ? "" : $" {Name}";

    public bool IsOf(VerifikAccount account) => Account == account;

    public bool IsAt(Uri? server) => server is null || Server == server;

    internal static string KeyOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
