namespace Verifik;

/// <inheritdoc cref="IVerifikSession"/>
public sealed class VerifikSession : IVerifikSession
{
    private readonly AccountRegistry? _accounts;
    private AccountToken? _token;

    internal VerifikSession(AccountRegistry accounts) => _accounts = accounts;

    internal VerifikSession(AccountToken token) => _token = token;

    /// <inheritdoc/>
    public VerifikAccount Account => Token.Account;

    private AccountToken Token => _token ??= _accounts!.Default;

    /// <inheritdoc/>
    public ValueTask<VerifikToken> GetTokenAsync(CancellationToken cancellationToken = default) => Token.GetTokenAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<VerifikToken> LoginAsync(IVerifikOtpPrompt prompt, CancellationToken cancellationToken = default)
    {
        _ = prompt ?? throw new ArgumentNullException(nameof(prompt));

        var sent = await BeginLoginAsync(cancellationToken).ConfigureAwait(false);
        var otp = await prompt.ReadOtpAsync(sent, cancellationToken).ConfigureAwait(false);
        return await CompleteLoginAsync(otp, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<VerifikSentCode> BeginLoginAsync(CancellationToken cancellationToken = default) => Token.BeginLoginAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<VerifikToken> CompleteLoginAsync(string otp, CancellationToken cancellationToken = default) => Token.LoginAsync(otp, cancellationToken);

    /// <inheritdoc/>
    public Task<VerifikToken> RenewAsync(CancellationToken cancellationToken = default) => Token.RenewAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<VerifikToken> RevokeAsync(CancellationToken cancellationToken = default) => Token.RevokeAsync(cancellationToken);

    /// <inheritdoc/>
    public Task LogoutAsync(CancellationToken cancellationToken = default) => Token.LogoutAsync(cancellationToken);
}
