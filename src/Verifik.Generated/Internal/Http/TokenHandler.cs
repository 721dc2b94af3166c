using System.Net;

namespace Verifik.Internal.Http;

/// <summary>
/// Sends the account's token with the requests to the configured server, and answers a refusal of it: once, with the
/// token that has replaced it. A request that brings its own authorization is left alone.
/// </summary>
/// <param name="tokens">Where the token comes from.</param>
/// <param name="audience">The configured server.</param>
/// <param name="onlyWhereRequired">Whether the contract says which requests need a token; otherwise all of them do.</param>
internal sealed class TokenHandler(VerifikTokenProvider tokens, TokenAudience audience, bool onlyWhereRequired) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is not null || (onlyWhereRequired && !request.RequiresToken()))
        {
            return base.SendAsync(request, cancellationToken);
        }

        if (request.RequestUri is not { } address || !audience.Includes(address))
        {
            throw new InvalidOperationException(
                $"AddVerifikToken() is on an HttpClient that sends to '{Origin(request)}', but the token is for '{audience}' alone. Nothing was sent. Remove AddVerifikToken() from that client, or set {nameof(VerifikOptions)}.{nameof(VerifikOptions.BaseAddress)} to its server.");
        }

        var token = tokens.GetTokenAsync(cancellationToken);
        return token.IsCompletedSuccessfully
            ? SendAsync(request, token.Result, cancellationToken)
            : SendLaterAsync(request, token, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendLaterAsync(HttpRequestMessage request, ValueTask<VerifikToken> token, CancellationToken cancellationToken) =>
        await SendAsync(request, await token.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    // The header goes with the request and not with what is left of it: a message's text shows all of its headers, and a
    // handler further out may send it again, with the token of that time.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, VerifikToken token, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        request.Headers.Authorization = token.Header;
        var sending = base.SendAsync(request, cancellationToken);
        if (sending.Status != TaskStatus.RanToCompletion || IsRefusal(sending.Result))
        {
            return AwaitAsync(sending, address, request, token, cancellationToken);
        }

        request.Headers.Authorization = null;
        tokens.Trust(token);
        return sending;
    }

    private async Task<HttpResponseMessage> AwaitAsync(
        Task<HttpResponseMessage> sending, Uri address, HttpRequestMessage request, VerifikToken token, CancellationToken cancellationToken)
    {
        var response = await WithoutTokenAsync(sending, request).ConfigureAwait(false);

        // A redirect changes the address of the request, and leaves the token behind: such an answer says nothing of it.
        if (request.RequestUri != address)
        {
            return response;
        }

        if (!IsRefusal(response))
        {
            tokens.Trust(token);
            return response;
        }

        var replacement = await ReplaceAsync(token, response, cancellationToken).ConfigureAwait(false);
        if (!CanBeSentAgain(request.Content))
        {
            return response;
        }

        response.Dispose();
        request.Headers.Authorization = replacement.Header;
        response = await WithoutTokenAsync(base.SendAsync(request, cancellationToken), request).ConfigureAwait(false);
        if (IsRefusal(response))
        {
            await ReplaceAsync(replacement, response, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private static async Task<HttpResponseMessage> WithoutTokenAsync(Task<HttpResponseMessage> sending, HttpRequestMessage request)
    {
        try
        {
            return await sending.ConfigureAwait(false);
        }
        finally
        {
            request.Headers.Authorization = null;
        }
    }

    private async Task<VerifikToken> ReplaceAsync(VerifikToken refused, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.ReplaceRejectedAsync(refused, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static bool IsRefusal(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.Unauthorized;

    // What is in memory can be sent twice; a stream may be at its end.
    private static bool CanBeSentAgain(HttpContent? content) => content switch
    {
        null or ByteArrayContent => true,
#if NET
        ReadOnlyMemoryContent or System.Net.Http.Json.JsonContent => true,
#endif
        _ => false,
    };

    private static string Origin(HttpRequestMessage request) => request.RequestUri switch
    {
        { IsAbsoluteUri: true } address => address.GetLeftPart(UriPartial.Authority),
        _ => "no address",
    };
}
