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

    private static void FollowNoRedirect(HttpMessageHandler? handler)
    {
        switch (handler)
        {
            case DelegatingHandler outer:
                FollowNoRedirect(outer.InnerHandler);
                break;
#if NET
            case SocketsHttpHandler sockets:
                sockets.AllowAutoRedirect = false;
                break;
#endif
            case HttpClientHandler client:
                client.AllowAutoRedirect = false;
                break;
        }
    }

    private static IHttpClientBuilder Last(this IHttpClientBuilder builder, Action<HttpClientFactoryOptions> configure)
    {
        builder.Services.PostConfigure(builder.Name, configure);
        return builder;
    }
}
