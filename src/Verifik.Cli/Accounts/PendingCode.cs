namespace Verifik.Cli.Accounts;

/// <summary>A code that was sent and not yet typed. The next login asks for it, rather than for another paid message.</summary>
/// <param name="Channel">How it was sent, where the server said so.</param>
/// <param name="ExpiresAt">When it stops working.</param>
internal sealed record PendingCode(string? Channel, DateTimeOffset ExpiresAt);
