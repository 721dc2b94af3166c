namespace Verifik.Soak;

/// <summary>Failures of one kind within a sample.</summary>
/// <param name="Kind">The type of the exception, or the status of the answer.</param>
/// <param name="Text">What the first of them said.</param>
/// <param name="Count">How many there were.</param>
/// <param name="FirstEnd">When the first of them failed.</param>
/// <param name="LastStart">When the last of them had begun.</param>
internal sealed record Failure(string Kind, string Text, int Count, DateTimeOffset FirstEnd, DateTimeOffset LastStart)
{
    /// <summary>What the server's refusal of a token becomes where there is no other one yet.</summary>
    public bool IsRefusal => Kind is nameof(VerifikLoginRequiredException) or nameof(System.Net.HttpStatusCode.Unauthorized);
}
