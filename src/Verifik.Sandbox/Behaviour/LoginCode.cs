namespace Verifik.Sandbox.Behaviour;

/// <summary>
/// A one-time password that was sent and has not been used. A class, not a record, so that ToString() does not contain
/// the password.
/// </summary>
internal sealed class LoginCode(string code, DateTimeOffset createdAt)
{
    // The limit of the real server is not documented.
    private const int Attempts = 5;

    // Verifik's documentation: created at 03:41:27.009, expires at 03:51:26.000. Ten minutes, and no milliseconds.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private int _mistakes;

    public string Code => code;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset ExpiresAt { get; } = DateTimeOffset.FromUnixTimeSeconds(createdAt.ToUnixTimeSeconds()) + Life;

    /// <summary>Whether the digits match; always false after too many wrong attempts. Not thread-safe.</summary>
    public bool Matches(string? digits)
    {
        if (_mistakes < Attempts && code == digits)
        {
            return true;
        }

        _mistakes++;
        return false;
    }
}
