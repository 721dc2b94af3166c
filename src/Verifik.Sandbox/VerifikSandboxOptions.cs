namespace Verifik.Sandbox;

/// <summary>The options of a <see cref="VerifikSandbox"/>. Changes after its start have no effect.</summary>
public sealed class VerifikSandboxOptions
{
    /// <summary>
    /// The known accounts; no other account is sent a code. By default +1 1234566663 (from Verifik's documentation),
    /// +57 3001234567 and ana@example.com.
    /// </summary>
    public ICollection<VerifikAccount> Accounts { get; } =
        [new PhoneAccount("+1", 1234566663), new PhoneAccount("+57", 3001234567), new EmailAccount("ana@example.com")];

    /// <summary>
    /// The application's own contracts, whose operations return the contracts' examples; empty by default. They take
    /// precedence over the built-in contracts, but not over the hand-written login and session operations, nor over the
    /// sandbox's page on <c>/</c> and <c>/sandbox</c>.
    /// </summary>
    public ICollection<SandboxContract> Contracts { get; } = [];

    /// <summary>The clock for the expiry of codes and tokens; the system clock by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The lifetime of tokens, regardless of the months that a renewal requests; <see langword="null"/> (the default) for
    /// the documented lifetime: 30 days, or those months. For tests that do not want to wait for an expiry.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than a second: the expiry of a token is in seconds.</exception>
    public TimeSpan? TokenLifetime
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.MaxValue, TimeSpan.FromSeconds(1), nameof(value));
            field = value;
        }
    }

    /// <summary>The port on 127.0.0.1; 0, the default, for a free port.</summary>
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
    /// Whether it listens on https, with a self-signed certificate that is created in memory; false by default.
    /// <see cref="VerifikSandbox.CreateHandler"/> trusts that certificate.
    /// </summary>
    public bool UseHttps { get; set; }

    /// <summary>
    /// The bcrypt work factor of the hash in <c>data.otp</c>, from 4 to 31. 10 by default, as in Verifik's
    /// documentation; each step doubles the time of a hash.
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
