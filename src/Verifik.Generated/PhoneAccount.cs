using System.Globalization;

namespace Verifik;

/// <summary>A Verifik account that logs in with a telephone number.</summary>
/// <param name="CountryCode">The calling code of the country, with its plus sign, for example <c>+57</c>.</param>
/// <param name="Phone">The national number, digits only.</param>
public sealed record PhoneAccount(string CountryCode, long Phone) : VerifikAccount
{
    /// <summary>The calling code of the country, with its plus sign, for example <c>+57</c>.</summary>
    /// <exception cref="ArgumentNullException">It is set to <see langword="null"/>.</exception>
    public string CountryCode { get; init => field = value ?? throw new ArgumentNullException(nameof(CountryCode)); } = CountryCode ?? throw new ArgumentNullException(nameof(CountryCode));

    internal override string Identity => string.Format(CultureInfo.InvariantCulture, "{0}\n{1}", CountryCode, Phone);

    internal override string ConfirmOperation => "ConfirmPhoneLogin";

    private protected override string Masked
    {
        get
        {
            var digits = Phone.ToString(CultureInfo.InvariantCulture);
            var hidden = Math.Max(0, digits.Length - 2);
            return $"{CountryCode} {new string('*', hidden)}{digits.Substring(hidden)}";
        }
    }

    internal static PhoneAccount? TryParse(string text)
    {
        var parts = text.Split([' '], 2);
        return parts.Length == 2
            && text[0] == '+'
            && long.TryParse(parts[1].Replace(" ", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var phone)
            ? new PhoneAccount(parts[0], phone)
            : null;
    }

    internal override void Validate() => ((IRequestBody)Request()).Validate();

    internal override async Task<VerifikSentCode> SendCodeAsync(IVerifikClient client, CancellationToken cancellationToken)
    {
        var sent = await client.RequestPhoneLoginAsync(Request(), cancellationToken).ConfigureAwait(false);
        return new VerifikSentCode(this, sent.Data?.PhoneGateway, sent.Data?.ExpiresAt);
    }

    internal override void ValidateCode(string otp) => ((IRequestBody)Confirmation(otp)).Validate();

    internal override async Task<AccessToken> ConfirmAsync(IVerifikClient client, string otp, CancellationToken cancellationToken) =>
        (await client.ConfirmPhoneLoginAsync(Confirmation(otp), cancellationToken).ConfigureAwait(false)).Data;

    private PhoneLoginRequest Request() => new() { CountryCode = CountryCode, Phone = Phone };

    private PhoneLoginConfirmation Confirmation(string otp) => new() { CountryCode = CountryCode, Phone = Phone, Otp = otp };
}
