using System.ComponentModel;

namespace Verifik;

/// <summary>
/// Who logs in to Verifik: a <see cref="PhoneAccount"/> or an <see cref="EmailAccount"/>. Immutable, and compared by
/// value. Its text hides most of the telephone number or address.
/// </summary>
[TypeConverter(typeof(VerifikAccountConverter))]
public abstract record VerifikAccount
{
    private protected VerifikAccount()
    {
    }

    /// <summary>
    /// Reads an account as configuration has it: <c>+57 3001234567</c>, with a space after the country's calling code, or
    /// <c>ana@example.com</c>.
    /// </summary>
    /// <param name="text">The account.</param>
    /// <returns>A <see cref="PhoneAccount"/> or an <see cref="EmailAccount"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">It is neither, or one that the contract refuses. The message does not repeat it.</exception>
    public static VerifikAccount Parse(string text)
    {
        var trimmed = (text ?? throw new ArgumentNullException(nameof(text))).Trim();
        var account = PhoneAccount.TryParse(trimmed) ?? (VerifikAccount)new EmailAccount(trimmed);
        try
        {
            account.Validate();
            return account;
        }
        catch (ArgumentException)
        {
            throw new FormatException(
                "An account is a telephone with a space after the calling code of its country, such as '+57 3001234567', or an email address.");
        }
    }

    /// <summary>Enough of the account to tell it from others, without telling whose it is.</summary>
    /// <returns>Text that is safe to log.</returns>
    public sealed override string ToString() => Masked;

    /// <summary>What the key in a token store is made of.</summary>
    internal abstract string Identity { get; }

    /// <summary>The operation of the second half of a login.</summary>
    internal abstract string ConfirmOperation { get; }

    private protected abstract string Masked { get; }

    /// <summary>Refuses what the contract would refuse.</summary>
    /// <exception cref="ArgumentException">A property breaks a constraint; the message does not repeat it.</exception>
    internal abstract void Validate();

    /// <summary>The first half of a login: one paid message to a person.</summary>
    internal abstract Task<VerifikSentCode> SendCodeAsync(IVerifikClient client, CancellationToken cancellationToken);

    /// <summary>Refuses a code that the contract would refuse, before anything is sent.</summary>
    /// <exception cref="ArgumentException">The code breaks a constraint.</exception>
    internal abstract void ValidateCode(string otp);

    /// <summary>The second half of a login.</summary>
    internal abstract Task<AccessToken> ConfirmAsync(IVerifikClient client, string otp, CancellationToken cancellationToken);
}
