namespace Verifik.Sandbox.Http;

/// <summary>What an operation answers.</summary>
internal sealed record Answer(int Status, string Body, string ContentType = "application/json; charset=utf-8")
{
    /// <summary>Headers beside the type of the content.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whose answer it is, where the contract may say otherwise.</summary>
    public MagicAccount? Magic { get; init; }

    /// <summary>How long it is held back, by the sandbox's clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How much of it is sent before the connection breaks.</summary>
    public Ending Ending { get; init; }
}
