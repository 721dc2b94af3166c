namespace Verifik;

/// <summary>What an application tells the SDK. Checked when the host starts.</summary>
public sealed class VerifikOptions
{
    /// <summary>Verifik's own server, from the contract.</summary>
    public const string ProductionAddress = "https://api.verifik.co/";

    // A person of Verifik's with images has about 1.5 MB.
    internal const int DefaultMaxResponseBytes = 8 * 1024 * 1024;
    internal const int HighestMaxResponseBytes = 256 * 1024 * 1024;

    /// <summary>
    /// The server. It may have a path, and a trailing slash or none. Only <c>https</c>, or <c>http</c> on this machine.
    /// </summary>
    public Uri BaseAddress { get; set; } = new(ProductionAddress);

    /// <summary>
    /// Who logs in, with a telephone or an email address. Needed by whatever uses the token; an
    /// <see cref="IVerifikClient"/> alone and <see cref="VerifikAccounts"/> do not. In configuration, text as
    /// <see cref="VerifikAccount.Parse"/> reads it.
    /// </summary>
    public VerifikAccount? Account { get; set; }

    /// <summary>
    /// How long before its expiry a token is renewed; 5 days by default. Positive, and less than the 30 days that a token
    /// lives.
    /// </summary>
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromDays(5);

    /// <summary>
    /// How often a process looks into the token store for what other processes did to a token that it has in memory; 10
    /// seconds by default, 1 second at least. What happens elsewhere (a logout, a revocation) is known here within it.
    /// </summary>
    public TimeSpan StorePollInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The longest response that is read, in bytes after decompression; 8 MiB by default, 256 MiB at most. A response is
    /// held in memory while it is read.
    /// </summary>
    public int MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

    /// <summary>
    /// Whether a distributed token store may keep tokens in the clear where there is no Data Protection. Whoever can read
    /// the cache can then act as the account.
    /// </summary>
    public bool UnsafeAllowUnprotectedTokens { get; set; }

    /// <summary>The account that a call of <c>AddVerifik</c> has set.</summary>
    internal VerifikAccount? Added { get; set; }

    /// <summary>The accounts of calls of <c>AddVerifik</c> with one name that do not agree.</summary>
    internal (VerifikAccount First, VerifikAccount Second)? Conflict { get; set; }
}
