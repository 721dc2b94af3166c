namespace Verifik.Runtime;

/// <summary>Sends what the generated operations build, and reads what comes back.</summary>
internal sealed class ApiConnection(HttpClient http, int maxResponseBytes, TimeProvider time, VerifikToken? token, bool handlerAddsToken)
{
    /// <summary>The same connection, for one token.</summary>
    public ApiConnection WithToken(VerifikToken other) => new(http, maxResponseBytes, time, other, handlerAddsToken: false);

    private ApiServer Server => ApiServer.At(http.BaseAddress ?? throw new InvalidOperationException(
        $"The HttpClient of {nameof(VerifikClient)} has no {nameof(http.BaseAddress)}. Set it to the server, for example {VerifikOptions.ProductionAddress}."));

    /// <inheritdoc cref="ApiServer.AddressOf(string)"/>
    /// <exception cref="InvalidOperationException">The <see cref="HttpClient"/> has no base address.</exception>
    public Uri AddressOf(string path) => Server.AddressOf(path);

    /// <inheritdoc cref="ApiServer.AddressOf(ApiPath)"/>
    /// <exception cref="InvalidOperationException">The <see cref="HttpClient"/> has no base address.</exception>
    public Uri AddressOf(ApiPath path) => Server.AddressOf(path);

    /// <exception cref="VerifikApiException">The response is not the success that the contract promises.</exception>
    /// <exception cref="VerifikLoginRequiredException">The contract asks for a token, and there is none.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    public async Task<T> SendAsync<T>(string operation, HttpRequestMessage request, Func<ResponseReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        using (request)
        {
            Prepare(request);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            using var body = await ReadBodyAsync(operation, response, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? SuccessReading.Read(operation, response, body.Bytes, read)
                : throw FailureReading.Read(operation, request, response, body.Bytes, time);
        }
    }

    /// <summary>For a result that is no object: a list, a map or a simple value.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public async Task<T> SendValueAsync<T>(string operation, HttpRequestMessage request, Func<ResponseReader, T> read, CancellationToken cancellationToken)
    {
        using (request)
        {
            Prepare(request);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            using var body = await ReadBodyAsync(operation, response, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? SuccessReading.ReadValue(operation, response, body.Bytes, read)
                : throw FailureReading.Read(operation, request, response, body.Bytes, time);
        }
    }

    /// <summary>For an operation without a result.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public async Task SendAsync(string operation, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            Prepare(request);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                using var body = await ReadBodyAsync(operation, response, cancellationToken).ConfigureAwait(false);
                throw FailureReading.Read(operation, request, response, body.Bytes, time);
            }
        }
    }

    private void Prepare(HttpRequestMessage request)
    {
#if NET
        // HttpClient applies them to the requests that it makes itself alone.
        request.Version = http.DefaultRequestVersion;
        request.VersionPolicy = http.DefaultVersionPolicy;
#endif

        if (request.RequiresToken() && !handlerAddsToken)
        {
            var current = token ?? throw new VerifikLoginRequiredException(VerifikLoginRequiredReason.NeverLoggedIn, server: http.BaseAddress);
            request.Headers.Authorization = TokenAudience.IsSafe(request.RequestUri!)
                ? current.Header
                : throw new InvalidOperationException($"A token is sent over https only (http on this machine): {request.RequestUri!.GetLeftPart(UriPartial.Authority)} is neither.");
        }
    }

    private async ValueTask<ResponseBody> ReadBodyAsync(string operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody.ReadAsync(response.Content, maxResponseBytes, http.Timeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (ResponseTooLargeException)
        {
            throw VerifikApiException.Of(operation, response, VerifikApiFailure.TooLarge, $"the response is larger than {maxResponseBytes} bytes.");
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            throw VerifikApiException.Of(operation, response, VerifikApiFailure.CutShort, "the connection closed before the whole body arrived.", exception);
        }
    }
}
