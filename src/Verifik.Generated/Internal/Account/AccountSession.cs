namespace Verifik.Internal.Account;

/// <summary>The public interface of an account.</summary>
internal sealed class AccountSession(Func<AccountToken> find) : IVerifikSession
{
    private AccountToken? _token;

    public VerifikAccount Account => Token.Account;

    private AccountToken Token => _token ??= find();

    public ValueTask<VerifikToken> GetTokenAsync(CancellationToken cancellationToken = default) => Token.GetTokenAsync(cancellationToken);

    public async Task<VerifikToken> LoginAsync(IVerifikOtpPrompt prompt, CancellationToken cancellationToken = default)
    {
        _ = prompt ?? throw new ArgumentNullException(nameof(prompt));

        var sent = await BeginLoginAsync(cancellationToken).ConfigureAwait(false);
        var otp = await prompt.ReadOtpAsync(sent, cancellationToken).ConfigureAwait(false);
        return await CompleteLoginAsync(otp, cancellationToken).ConfigureAwait(false);
    }

    public Task<VerifikSentCode> BeginLoginAsync(CancellationToken cancellationToken = default) => Token.BeginLoginAsync(cancellationToken);

    public Task<VerifikToken> CompleteLoginAsync(string otp, CancellationToken cancellationToken = default) => Token.LoginAsync(otp, cancellationToken);

    public Task<VerifikToken> RenewAsync(CancellationToken cancellationToken = default) => Token.RenewAsync(cancellationToken);

    public Task<VerifikToken> RevokeAsync(CancellationToken cancellationToken = default) => Token.RevokeAsync(cancellationToken);

    public Task LogoutAsync(CancellationToken cancellationToken = default) => Token.LogoutAsync(cancellationToken);
}
