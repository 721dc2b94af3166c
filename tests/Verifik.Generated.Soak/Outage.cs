namespace Verifik.Soak;

/// <summary>A time in which something was unreachable.</summary>
/// <param name="Of">What was.</param>
/// <param name="IsStall">Whether connections stayed open and nothing came through; else they were reset and refused.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
internal sealed record Outage(string Of, bool IsStall, DateTimeOffset Start, DateTimeOffset End)
{
    public const string Server = "server";
    public const string Store = "store";

    // What was under way when it ended may still fail.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Whether it explains a failure: a call that went to the server, and got no answer.</summary>
    public bool Explains(Failure failure) =>
        Of == Server && failure.Kind is nameof(HttpRequestException) or nameof(TaskCanceledException)
        && failure.FirstEnd >= Start && failure.LastStart <= End + Grace;
}
