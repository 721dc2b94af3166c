using System.ComponentModel;

namespace Verifik;

/// <summary>
/// An account that logs in to Verifik: a <see cref="PhoneAccount"/> or an <see cref="EmailAccount"/>. Immutable, with
/// value equality. <see cref="ToString"/> masks most of the telephone number or address.
/// </summary>
[TypeConverter(typeof(VerifikAccountConverter))]
public abstract record VerifikAccount
{
    private protected VerifikAccount()
    {
    }

    /// <summary>
    /// Parses an account in the format of configuration: <c>+57 3001234567</c>, with a space after the country calling
    /// code, or <c>ana@example.com</c>.
    /// </summary>
    /// <param name="text">The account.</param>
    /// <returns>A <see cref="PhoneAccount"/> or an <see cref="EmailAccount"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is neither, or breaks a constraint of the contract. The message does not contain it.</exception>
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

    /// <summary>Returns the account with most of the telephone number or address masked.</summary>
    /// <returns>Text that is safe to log.</returns>
    public sealed override string ToString() => Masked;

    /// <summary>The part of the token store's key that identifies the account.</summary>
    internal abstract string Identity { get; }

    /// <summary>The operation of the second step of a login.</summary>
    internal abstract string ConfirmOperation { get; }

    private protected abstract string Masked { get; }

    /// <summary>Validates the account against the constraints of the contract.</summary>
    /// <exception cref="ArgumentException">A property breaks a constraint; the message does not contain its value.</exception>
    internal abstract void Validate();

    /// <summary>The first step of a login: sends one paid message to a person.</summary>
    internal abstract Task<VerifikSentCode> SendCodeAsync(IVerifikClient client, CancellationToken cancellationToken);

    /// <summary>Validates a code against the constraints of the contract, before anything is sent.</summary>
    /// <exception cref="ArgumentException">The code breaks a constraint.</exception>
    internal abstract void ValidateCode(string otp);

    /// <summary>The second step of a login.</summary>
    internal abstract Task<AccessToken> ConfirmAsync(IVerifikClient client, string otp, CancellationToken cancellationToken);
}
