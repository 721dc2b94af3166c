using Verifik;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives the token to any <see cref="HttpClient"/> of the application.</summary>
public static class VerifikHttpClientBuilderExtensions
{
    /// <summary>
    /// Sends an account's token with every request of this client. The token goes to the server of
    /// <see cref="VerifikOptions.BaseAddress"/> alone, which becomes the client's base address unless the application sets
    /// one: a request to any other server is refused with an <see cref="InvalidOperationException"/> that says so. From .NET 8 on, a synchronous <c>Send</c> is refused with a
    /// <see cref="NotSupportedException"/>; the library for .NET Standard cannot see one. Needs <c>AddVerifik</c>, and <see cref="VerifikOptions.Account"/>. Does nothing
    /// on a generated client, which knows from its contract what needs a token.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="name">The name that <c>AddVerifik</c> was given; the unnamed account when left out.</param>
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
    /// Sends with each request the token of the account that the request is for: accounts that are known only while the
    /// program runs. Otherwise as the overload without <paramref name="account"/>.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="account">Says whose token a request carries. Called for each request, possibly by several threads at once.</param>
    /// <param name="name">The name that <c>AddVerifik</c> was given, whose options the accounts share; the unnamed one when left out.</param>
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
