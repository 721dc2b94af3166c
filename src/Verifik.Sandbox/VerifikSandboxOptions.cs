namespace Verifik.Sandbox;

/// <summary>What a <see cref="VerifikSandbox"/> knows when it starts; a change made later has no effect.</summary>
public sealed class VerifikSandboxOptions
{
    /// <summary>
    /// The telephones and email addresses that belong to a client of Verifik; no other is sent a code. At first the
    /// telephone of Verifik's own document, +1 1234566663, and those of this SDK's documents, +57 3001234567 and
    /// ana@example.com.
    /// </summary>
    public ICollection<VerifikAccount> Accounts { get; } =
        [new PhoneAccount("+1", 1234566663), new PhoneAccount("+57", 3001234567), new EmailAccount("ana@example.com")];

    /// <summary>
    /// The application's own contracts, whose operations are answered with the contracts' own examples, before those that
    /// the sandbox brings. None at first. What is written by hand, login and session, goes before all of them;
    /// <c>/</c> and <c>/sandbox</c> are the sandbox's own page.
    /// </summary>
    public ICollection<SandboxContract> Contracts { get; } = [];

    /// <summary>The clock by which codes and tokens expire. The system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// How long a token is good, however many months a renewal asks for; <see langword="null"/> (the default) for what
    /// Verifik's documents say: 30 days, or those months. For a test that does not want to wait for an expiry.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than a second: the expiry of a token counts in seconds.</exception>
    public TimeSpan? TokenLifetime
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.MaxValue, TimeSpan.FromSeconds(1), nameof(value));
            field = value;
        }
    }

    /// <summary>The port on 127.0.0.1, 0 (the default) for one that is free.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 0 or more than 65535.</exception>
    public int Port
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ushort.MaxValue);
            field = value;
        }
    }

    /// <summary>
    /// Whether it listens with https, under a certificate of its own that is made in memory; false by default.
    /// <see cref="VerifikSandbox.CreateHandler"/> trusts that certificate.
    /// </summary>
    public bool UseHttps { get; set; }

    /// <summary>
    /// The bcrypt work factor of the hash in <c>data.otp</c>, from 4 to 31. 10 by default, as in Verifik's document;
    /// a hash takes twice as long with each step.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 4 or more than 31.</exception>
    public int HashWorkFactor
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 4);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 31);
            field = value;
        }
    } = 10;
}
