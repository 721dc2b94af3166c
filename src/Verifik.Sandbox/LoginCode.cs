namespace Verifik.Sandbox;

/// <summary>A one-time password that was sent and not used yet. A class, not a record: its text must not show the password.</summary>
internal sealed class LoginCode(string code, DateTimeOffset createdAt)
{
    // Verifik's document: created at 03:41:27.009, expires at 03:51:26.000. Ten minutes, and no milliseconds.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public string Code => code;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset ExpiresAt { get; } = DateTimeOffset.FromUnixTimeSeconds(createdAt.ToUnixTimeSeconds()) + Life;
}
