namespace Verifik.Cli.Accounts;

/// <summary>A code that was sent and has not been entered. The next login asks for it instead of sending another paid message.</summary>
/// <param name="Channel">How it was sent, if the server reported it.</param>
/// <param name="ExpiresAt">When it expires.</param>
internal sealed record PendingCode(string? Channel, DateTimeOffset ExpiresAt);
