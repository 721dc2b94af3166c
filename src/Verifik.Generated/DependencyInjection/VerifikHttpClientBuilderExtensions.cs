using Verifik;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds an account's token to the requests of an <see cref="HttpClient"/>.</summary>
public static class VerifikHttpClientBuilderExtensions
{
    /// <summary>
    /// Sends an account's token with every request of this client. The token is sent to the server of
    /// <see cref="VerifikOptions.BaseAddress"/> only, which is the client's base address unless the application sets
    /// another one: a request to any other server throws an <see cref="InvalidOperationException"/>. From .NET 8 on, a
    /// synchronous <c>Send</c> throws a <see cref="NotSupportedException"/>; the .NET Standard library cannot detect
    /// it. Requires <c>AddVerifik</c> and <see cref="VerifikOptions.Account"/>. Has no effect on a generated client,
    /// whose contract says which operations need a token.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="name">The name that was passed to <c>AddVerifik</c>; the unnamed account by default.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IHttpClientBuilder AddVerifikToken(this IHttpClientBuilder builder, string? name = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));

        var registration = Registration.Of(name);
        if (ContractClient.Find(builder.Services, builder.Name) is not null)
        {
            return builder;
        }

        registration.RequireAccount(builder.Services, "AddVerifikToken() sends its token");
        return builder.AddTokenHandler(registration, onlyWhereRequired: false);
    }

    /// <summary>
    /// Sends with each request the token of the account that <paramref name="account"/> returns for it, for accounts
    /// that are known only at run time. Otherwise the same as the overload without <paramref name="account"/>.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="account">Returns the account whose token is sent with a request. Called for each request, possibly from several threads at once.</param>
    /// <param name="name">The name that was passed to <c>AddVerifik</c>, whose options the accounts share; the unnamed registration by default.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="account"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IHttpClientBuilder AddVerifikToken(
        this IHttpClientBuilder builder, Func<HttpRequestMessage, VerifikAccount> account, string? name = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = account ?? throw new ArgumentNullException(nameof(account));

        var registration = Registration.Of(name);
        return ContractClient.Find(builder.Services, builder.Name) is null ? builder.AddTokenHandler(registration, onlyWhereRequired: false, account) : builder;
    }

    internal static IHttpClientBuilder AddTokenHandler(
        this IHttpClientBuilder builder, Registration registration, bool onlyWhereRequired, Func<HttpRequestMessage, VerifikAccount>? account = null) => builder
        .ConfigureHttpClient((provider, http) => http.BaseAddress ??= ApiServer.At(registration.OptionsIn(provider).BaseAddress).BaseAddress)
        .AddHttpMessageHandler(provider =>
        {
            var accounts = registration.Get<AccountRegistry>(provider);
            AccountToken? only = null;
            return new TokenHandler(
                account is null ? _ => only ??= accounts.Default : request => accounts.Get(account(request)),
                new TokenAudience(registration.OptionsIn(provider).BaseAddress),
                onlyWhereRequired);
        }).HideToken();
}
