using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Verifik;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives the token to any <see cref="HttpClient"/> of the application.</summary>
public static class VerifikHttpClientBuilderExtensions
{
    /// <summary>
    /// Sends the account's token with every request of this client. The token goes to the server of
    /// <see cref="VerifikOptions.BaseAddress"/> alone: a request to any other is refused with an
    /// <see cref="InvalidOperationException"/> that says so. Needs <c>AddVerifik</c>, and <see cref="VerifikOptions.Account"/>.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddVerifikToken(this IHttpClientBuilder builder)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VerifikOptions>, AccountRequiredValidator>());
        return builder.AddTokenHandler(onlyWhereRequired: false);
    }

    internal static IHttpClientBuilder AddTokenHandler(this IHttpClientBuilder builder, bool onlyWhereRequired) =>
        builder.AddHttpMessageHandler(provider => new TokenHandler(
            provider.GetService<VerifikTokenProvider>() ?? throw new InvalidOperationException("AddVerifikToken() needs services.AddVerifik(…) as well."),
            new TokenAudience(provider.Options().BaseAddress),
            onlyWhereRequired)).HideToken();
}
