namespace Verifik.Sandbox.Behaviour;

/// <summary>A one-time password that was sent and not used yet. A class, not a record: its text must not show the password.</summary>
internal sealed class LoginCode(string code, DateTimeOffset createdAt)
{
    // How many a real server allows is not documented. A guess is right once in a million times.
    private const int Attempts = 5;

    // Verifik's document: created at 03:41:27.009, expires at 03:51:26.000. Ten minutes, and no milliseconds.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private int _mistakes;

    public string Code => code;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset ExpiresAt { get; } = DateTimeOffset.FromUnixTimeSeconds(createdAt.ToUnixTimeSeconds()) + Life;

    /// <summary>Whether these are its digits, which they no longer are once too many others were tried. Not safe for use by many threads at once.</summary>
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
