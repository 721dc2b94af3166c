namespace Verifik.Internal.Http;

/// <summary>
/// Adds an account's token to the requests to the configured server. If the server refuses the token, the request is
/// sent once more with its replacement. A request with its own <c>Authorization</c> header is not changed.
/// </summary>
/// <param name="account">Returns the account whose token is sent with a request.</param>
/// <param name="audience">The configured server.</param>
/// <param name="onlyWhereRequired">Whether only requests that are marked by the generated code need a token; otherwise all of them do.</param>
internal sealed class TokenHandler(Func<HttpRequestMessage, AccountToken> account, TokenAudience audience, bool onlyWhereRequired) : DelegatingHandler
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
                $"AddVerifikToken() is on an HttpClient that sends to '{Origin(request)}', but the token is for '{audience}' only. Nothing was sent. Remove AddVerifikToken() from that client, or set {nameof(VerifikOptions)}.{nameof(VerifikOptions.BaseAddress)} to its server.");
        }

        var from = account(request);
        var token = from.GetTokenAsync(cancellationToken);
        return token.IsCompletedSuccessfully
            ? SendAsync(request, from, token.Result, cancellationToken)
            : SendLaterAsync(request, from, token, cancellationToken);
    }

#if NET
    /// <summary>Not supported: a token may have to be awaited.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("HttpClient.Send cannot wait for Verifik's token without blocking its thread. Nothing was sent. Call SendAsync.");

#endif
    private async Task<HttpResponseMessage> SendLaterAsync(
        HttpRequestMessage request, AccountToken from, ValueTask<VerifikToken> token, CancellationToken cancellationToken) =>
        await SendAsync(request, from, await token.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    // The header is removed after the request was sent, also from a copy that an inner handler has sent:
    // HttpRequestMessage.ToString() includes all headers, and an outer handler may send the request again later, with a
    // newer token.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AccountToken from, VerifikToken token, CancellationToken cancellationToken)
    {
        var sending = SendWithAsync(token, request, cancellationToken);
        if (sending.Status != TaskStatus.RanToCompletion || !TokenRefusal.IsRuledOut(sending.Result) || (sending.Result.RequestMessage ?? request) != request)
        {
            return AwaitAsync(sending, request, from, token, cancellationToken);
        }

        request.Headers.Authorization = null;
        return sending;
    }

    private async Task<HttpResponseMessage> AwaitAsync(
        Task<HttpResponseMessage> sending, HttpRequestMessage request, AccountToken from, VerifikToken token, CancellationToken cancellationToken)
    {
        var (response, carriedToken) = await EndAsync(sending, request, token).ConfigureAwait(false);
        if (!carriedToken || await ReplaceAsync(from, token, response, cancellationToken).ConfigureAwait(false) is not { } replacement || !CanBeSentAgain(request.Content))
        {
            return response;
        }

        response.Dispose();
        (response, _) = await EndAsync(SendWithAsync(replacement, request, cancellationToken), request, replacement).ConfigureAwait(false);
        return response;
    }

    // An inner handler may also throw before it returns a task.
    private Task<HttpResponseMessage> SendWithAsync(VerifikToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = token.Header;
        try
        {
            return base.SendAsync(request, cancellationToken);
        }
        catch
        {
            request.Headers.Authorization = null;
            throw;
        }
    }

    // A followed redirect removes the header, even for the same server, so the response is not a refusal of the token.
    private static async Task<(HttpResponseMessage Response, bool CarriedToken)> EndAsync(
        Task<HttpResponseMessage> sending, HttpRequestMessage request, VerifikToken token)
    {
        try
        {
            var response = await sending.ConfigureAwait(false);
            var sent = response.RequestMessage ?? request;
            var carriedToken = sent.Headers.Authorization?.Parameter == token.Value;
            sent.Headers.Authorization = null;
            return (response, carriedToken);
        }
        finally
        {
            request.Headers.Authorization = null;
        }
    }

    /// <summary>Gets another token if the response refuses this one.</summary>
    private static async Task<VerifikToken?> ReplaceAsync(
        AccountToken from, VerifikToken refused, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await TokenRefusal.IsOneAsync(response, cancellationToken).ConfigureAwait(false)
                ? await from.ReplaceAsync(refused, cancellationToken).ConfigureAwait(false)
                : null;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // Content in memory can be sent twice; a stream may have been consumed.
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
