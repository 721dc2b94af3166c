namespace Verifik.Soak;

/// <summary>The failures of one kind and account in a sample.</summary>
/// <param name="Kind">The type of the exception, or the status code of the response.</param>
/// <param name="Account">The number of the account.</param>
/// <param name="Text">The message of the first one.</param>
/// <param name="Count">The number of failures.</param>
/// <param name="FirstEnd">When the first failed call failed.</param>
/// <param name="LastStart">When the last failed call started.</param>
internal sealed record Failure(string Kind, int Account, string Text, int Count, DateTimeOffset FirstEnd, DateTimeOffset LastStart)
{
    /// <summary>Whether the server rejected the token, and no newer token was available.</summary>
    public bool IsRefusal => Kind is nameof(VerifikLoginRequiredException) or nameof(System.Net.HttpStatusCode.Unauthorized);
}
