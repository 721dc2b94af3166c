namespace Verifik.Soak;

/// <summary>A command to revoke the tokens of an account.</summary>
/// <param name="At">When it was sent.</param>
/// <param name="Account">The number of the account.</param>
/// <param name="Process">The number of the process that revokes them.</param>
internal sealed record Revocation(DateTimeOffset At, int Account, int Process)
{
    // The server has invalidated the token, and the new one is not yet in the store.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Whether it explains that the server rejected the token of another process.</summary>
    public bool Explains(int process, Failure failure) =>
        failure.IsRefusal && failure.Account == Account && process != Process
        && failure.FirstEnd >= At && failure.LastStart <= At + Grace;
}
