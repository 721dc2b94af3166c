namespace Verifik;

/// <summary>A Verifik account that logs in with an email address.</summary>
/// <param name="Email">The address.</param>
public sealed record EmailAccount(string Email) : VerifikAccount
{
    private const string Channel = "email";

    /// <summary>The address. Its domain is converted to lower case, so that two spellings of one address are the same account.</summary>
    /// <exception cref="ArgumentNullException">It is set to <see langword="null"/>.</exception>
    public string Email { get; init => field = Normalized(value); } = Normalized(Email);

    internal override string Identity => Email;

    internal override string ConfirmOperation => "ConfirmEmailLogin";

    private protected override string Masked
    {
        get
        {
            var at = Email.LastIndexOf('@');
            return at < 1 ? "***" : $"{Email.Substring(0, 1)}***{Email.Substring(at)}";
        }
    }

    // The contract has the same constraint for the address in both steps of a login.
    internal override void Validate() => ValidateCode("000000");

    internal override async Task<VerifikSentCode> SendCodeAsync(IVerifikClient client, CancellationToken cancellationToken)
    {
        var sent = await client.RequestEmailLoginAsync(Email, cancellationToken).ConfigureAwait(false);
        return new VerifikSentCode(this, Channel, sent.Data?.ExpiresAt);
    }

    internal override void ValidateCode(string otp) => ((IRequestBody)Confirmation(otp)).Validate();

    internal override async Task<AccessToken> ConfirmAsync(IVerifikClient client, string otp, CancellationToken cancellationToken) =>
        (await client.ConfirmEmailLoginAsync(Confirmation(otp), cancellationToken).ConfigureAwait(false)).Data;

    private static string Normalized(string email)
    {
        var at = (email ?? throw new ArgumentNullException(nameof(email))).LastIndexOf('@');
        return $"{email.Substring(0, at + 1)}{email.Substring(at + 1).ToLowerInvariant()}";
    }

    private EmailLoginConfirmation Confirmation(string otp) => new() { Email = Email, Otp = otp };
}
