namespace Verifik;

/// <summary>The options of the SDK. They are validated when the host starts.</summary>
public sealed class VerifikOptions
{
    /// <summary>The address of Verifik's production server, as in the contract.</summary>
    public const string ProductionAddress = "https://api.verifik.co/";

    // A person with images has about 1.5 MB.
    internal const int DefaultMaxResponseBytes = 8 * 1024 * 1024;
    internal const int HighestMaxResponseBytes = 256 * 1024 * 1024;

    /// <summary>
    /// The address of the server, with or without a path and a trailing slash. Must be <c>https</c>, or <c>http</c> on
    /// this machine.
    /// </summary>
    public Uri BaseAddress { get; set; } = new(ProductionAddress);

    /// <summary>
    /// The account that logs in, with a telephone number or an email address. Required by everything that uses the
    /// token, but not by <see cref="IVerifikClient"/> alone or <see cref="VerifikAccounts"/>. In configuration, a
    /// string that <see cref="VerifikAccount.Parse"/> accepts.
    /// </summary>
    public VerifikAccount? Account { get; set; }

    /// <summary>
    /// How long before its expiry a token is renewed; 5 days by default. Must be positive and less than 30 days, the
    /// lifetime of a token.
    /// </summary>
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromDays(5);

    /// <summary>
    /// How often a process polls the token store for changes that other processes made to a token in memory; 10 seconds
    /// by default, from 1 second to 1 day. A logout or a revocation in another process takes effect here within this
    /// interval.
    /// </summary>
    public TimeSpan StorePollInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The largest response that is read, in bytes after decompression; 8 MiB by default, 256 MiB at most. A response is
    /// held in memory while it is read.
    /// </summary>
    public int MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

    /// <summary>
    /// Whether a distributed token store may store tokens unencrypted if Data Protection is not registered. Anyone who
    /// can read the cache can then use the account.
    /// </summary>
    public bool UnsafeAllowUnprotectedTokens { get; set; }

    /// <summary>The account that was set in a call of <c>AddVerifik</c>.</summary>
    internal VerifikAccount? Added { get; set; }

    /// <summary>The different accounts of two calls of <c>AddVerifik</c> with the same name.</summary>
    internal (VerifikAccount First, VerifikAccount Second)? Conflict { get; set; }
}
