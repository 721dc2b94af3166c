using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Verifik.Internal.Http;

/// <summary>
/// What holds for a client whatever else the application configures for it. It is therefore said last: defaults for every
/// client come before a client's own configuration, and both before this.
/// </summary>
internal static class HttpPolicy
{
    /// <summary>The header that carries the token is in no log.</summary>
    public static IHttpClientBuilder HideToken(this IHttpClientBuilder builder) => builder.Last(static options =>
    {
        var others = options.ShouldRedactHeaderValue;
        options.ShouldRedactHeaderValue = name => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || others(name);
    });

    /// <summary>A POST is sent once, and no request follows a redirect: it would carry the code, or the token, elsewhere.</summary>
    public static IHttpClientBuilder SendOnceAndNowhereElse(this IHttpClientBuilder builder) => builder.Last(static options =>
        options.HttpMessageHandlerBuilderActions.Add(static handlers =>
        {
            handlers.AdditionalHandlers.Insert(0, new SendOnceGate());
            handlers.AdditionalHandlers.Add(new SendOnceHandler());
            FollowNoRedirect(handlers.PrimaryHandler);
        }));

    // A handler of another kind is not reached here. Nor does it carry a body elsewhere: a POST's can be sent once.
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
                "The primary handler of Verifik's client follows redirects, and is in use already: a redirect could carry a one-time password to another server. Set its AllowAutoRedirect to false where it is made.",
                exception);
        }
    }

    private static IHttpClientBuilder Last(this IHttpClientBuilder builder, Action<HttpClientFactoryOptions> configure)
    {
        builder.Services.PostConfigure(builder.Name, configure);
        return builder;
    }
}
