namespace Verifik.Soak;

/// <summary>A period in which the server or the store was unreachable.</summary>
/// <param name="Of">What was unreachable.</param>
/// <param name="IsStall">Whether connections stayed open without transferring data; otherwise they were reset and refused.</param>
/// <param name="Start">The start.</param>
/// <param name="End">The end.</param>
internal sealed record Outage(string Of, bool IsStall, DateTimeOffset Start, DateTimeOffset End)
{
    public const string Server = "server";
    public const string Store = "store";

    // A call that was in progress at the end may still fail.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Whether it explains a failure of calls that received no response.</summary>
    public bool Explains(Failure failure) =>
        Of == Server && failure.Kind is nameof(HttpRequestException) or nameof(TaskCanceledException)
        && failure.FirstEnd >= Start && failure.LastStart <= End + Grace;
}
