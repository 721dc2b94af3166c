namespace Verifik.Sandbox.Http;

/// <summary>The response of an operation.</summary>
internal sealed record Answer(int Status, string Body, string ContentType = "application/json; charset=utf-8")
{
    /// <summary>The headers other than Content-Type.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The magic account that caused the response, if there is one.</summary>
    public MagicAccount? Magic { get; init; }

    /// <summary>The delay of the response, by the sandbox's clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether and when the connection is closed before the whole response is sent.</summary>
    public Ending Ending { get; init; }
}
