using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Verifik.Internal.Http;

/// <summary>
/// Settings of a client that the application must not override. They are applied last: after the defaults of all
/// clients and after the client's own configuration.
/// </summary>
internal static class HttpPolicy
{
    /// <summary>Redacts the <c>Authorization</c> header in the logs.</summary>
    public static IHttpClientBuilder HideToken(this IHttpClientBuilder builder) => builder.Last(static options =>
    {
        var others = options.ShouldRedactHeaderValue;
        options.ShouldRedactHeaderValue = name => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || others(name);
    });

    /// <summary>Sends a POST once, and follows no redirect, which could send the code or the token to another server.</summary>
    public static IHttpClientBuilder SendOnceWithoutRedirects(this IHttpClientBuilder builder) => builder.Last(static options =>
        options.HttpMessageHandlerBuilderActions.Add(static handlers =>
        {
            handlers.AdditionalHandlers.Insert(0, new SendOnceGate());
            handlers.AdditionalHandlers.Add(new SendOnceHandler());
            FollowNoRedirect(handlers.PrimaryHandler);
        }));

    // Handlers of other types cannot be configured here. They cannot send a body to another server either, because the
    // body of a POST can be sent only once.
    private static void FollowNoRedirect(HttpMessageHandler? handler)
    {
        switch (handler)
        {
            case DelegatingHandler outer:
                FollowNoRedirect(outer.InnerHandler);
                break;
#if NET
            case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                SetOrExplain(() => sockets.AllowAutoRedirect = false);
                break;
#endif
            case HttpClientHandler { AllowAutoRedirect: true } client:
                SetOrExplain(() => client.AllowAutoRedirect = false);
                break;
        }
    }

    private static void SetOrExplain(Action set)
    {
        try
        {
            set();
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                "The primary handler of Verifik's client follows redirects and is already in use. A redirect could send a one-time password to another server. Set AllowAutoRedirect to false where the handler is created.",
                exception);
        }
    }

    private static IHttpClientBuilder Last(this IHttpClientBuilder builder, Action<HttpClientFactoryOptions> configure)
    {
        builder.Services.PostConfigure(builder.Name, configure);
        return builder;
    }
}
