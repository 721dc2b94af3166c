namespace Verifik;

/// <summary>What an application tells the SDK. Checked when the host starts.</summary>
public sealed class VerifikOptions
{
    /// <summary>Verifik's own server, from the contract.</summary>
    public const string ProductionAddress = "https://api.verifik.co/";

    internal const int DefaultMaxResponseBytes = 1024 * 1024;

    /// <summary>
    /// The server. It may have a path, and a trailing slash or none. Only <c>https</c>, or <c>http</c> on this machine.
    /// </summary>
    public Uri BaseAddress { get; set; } = new(ProductionAddress);

    /// <summary>The telephone that logs in. Needed by whatever uses the token; an <see cref="IVerifikClient"/> alone does not.</summary>
    public PhoneAccount? Account { get; set; }

    /// <summary>
    /// How long before its end a token is renewed; 5 days when left alone. More than nothing, and less than the 30 days
    /// that a token lives.
    /// </summary>
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromDays(5);

    /// <summary>The longest response that is read, in bytes; 1 MiB when left alone.</summary>
    public int MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

    /// <summary>
    /// Whether a distributed token store may keep tokens in the clear where there is no Data Protection. Whoever can read
    /// the cache can then act as the account.
    /// </summary>
    public bool UnsafeAllowUnprotectedTokens { get; set; }
}
