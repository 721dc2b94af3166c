using System.ComponentModel;

namespace Verifik.Runtime;

/// <summary>Sends the requests of the generated operations and reads the responses. This type is thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConnection
{
    private readonly HttpClient _http;
    private readonly int _maxResponseBytes;
    private readonly VerifikToken? _token;
    private readonly bool _handlerAddsToken;

    /// <summary>
    /// Creates a connection that sends requests with an <see cref="HttpClient"/>, whose base address is the server,
    /// with or without a trailing slash. An application with a service provider calls <c>AddVerifikClient</c> instead.
    /// Operations that need a token throw unless <see cref="WithToken"/> was called.
    /// </summary>
    /// <param name="http">Sends the requests. The caller owns and disposes it.</param>
    /// <param name="maxResponseBytes">The largest response that is read, in bytes; 8 MiB by default.</param>
    /// <param name="timeProvider">The clock that a <c>Retry-After</c> date is compared with; the system clock by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="http"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxResponseBytes"/> is not positive, or more than 256 MiB.</exception>
    public ApiConnection(HttpClient http, int maxResponseBytes = VerifikOptions.DefaultMaxResponseBytes, TimeProvider? timeProvider = null)
        : this(http, maxResponseBytes, timeProvider ?? TimeProvider.System, token: null, handlerAddsToken: false)
    {
    }

    internal ApiConnection(HttpClient http, int maxResponseBytes, TimeProvider time, VerifikToken? token, bool handlerAddsToken)
    {
        _http = http ?? throw new ArgumentNullException(nameof(http));
        _maxResponseBytes = maxResponseBytes is > 0 and <= VerifikOptions.HighestMaxResponseBytes
            ? maxResponseBytes
            : throw new ArgumentOutOfRangeException(nameof(maxResponseBytes), maxResponseBytes, $"The maximum response size must be from 1 to {VerifikOptions.HighestMaxResponseBytes} bytes (256 MiB), because a response is held in memory.");
        Time = time;
        _token = token;
        _handlerAddsToken = handlerAddsToken;
    }

    internal TimeProvider Time { get; }

    private ApiServer Server => ApiServer.At(_http.BaseAddress ?? throw new InvalidOperationException(
        $"The {nameof(HttpClient)} has no {nameof(_http.BaseAddress)}. Set it to the server, for example {VerifikOptions.ProductionAddress}."));

    /// <summary>Creates a connection that sends <paramref name="token"/> with the operations for which the contract requires a token.</summary>
    /// <param name="token">The token to send.</param>
    /// <returns>A connection that shares this connection's <see cref="HttpClient"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is <see langword="null"/>.</exception>
    public ApiConnection WithToken(VerifikToken token) =>
        new(_http, _maxResponseBytes, Time, token ?? throw new ArgumentNullException(nameof(token)), handlerAddsToken: false);

    /// <summary>The address of an operation.</summary>
    /// <exception cref="InvalidOperationException">The <see cref="HttpClient"/> has no base address.</exception>
    public Uri AddressOf(string path) => Server.AddressOf(path);

    /// <summary>The address of an operation with the values of a request.</summary>
    /// <exception cref="InvalidOperationException">The <see cref="HttpClient"/> has no base address.</exception>
    public Uri AddressOf(ApiPath path) => Server.AddressOf(path);

    /// <summary>Sends a request and reads the response object that the contract declares.</summary>
    /// <exception cref="VerifikApiException">The response is not the successful response that the contract declares.</exception>
    /// <exception cref="VerifikLoginRequiredException">The contract requires a token, and no valid token is available.</exception>
    /// <exception cref="HttpRequestException">No response was received.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not arrive in time; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public async Task<T> SendAsync<T>(string operation, HttpRequestMessage request, Func<ResponseReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        using (request)
        {
            Prepare(request);
            var deadline = new Deadline(_http.Timeout, Time);
            using var response = await deadline.SendAsync(_http, request, cancellationToken).ConfigureAwait(false);
            using var body = await ReadBodyAsync(operation, response, deadline, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? SuccessReading.Read(operation, response, body.Bytes, read)
                : throw FailureReading.Read(operation, request, response, body.Bytes, Time);
        }
    }

    /// <summary>Sends a request whose result is not an object: a list, a dictionary or a simple value.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public async Task<T> SendValueAsync<T>(string operation, HttpRequestMessage request, Func<ResponseReader, T> read, CancellationToken cancellationToken)
    {
        using (request)
        {
            Prepare(request);
            var deadline = new Deadline(_http.Timeout, Time);
            using var response = await deadline.SendAsync(_http, request, cancellationToken).ConfigureAwait(false);
            using var body = await ReadBodyAsync(operation, response, deadline, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? SuccessReading.ReadValue(operation, response, body.Bytes, read)
                : throw FailureReading.Read(operation, request, response, body.Bytes, Time);
        }
    }

    /// <summary>Sends a request of an operation without a result.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public async Task SendAsync(string operation, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            Prepare(request);
            var deadline = new Deadline(_http.Timeout, Time);
            using var response = await deadline.SendAsync(_http, request, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                using var body = await ReadBodyAsync(operation, response, deadline, cancellationToken).ConfigureAwait(false);
                throw FailureReading.Read(operation, request, response, body.Bytes, Time);
            }
        }
    }

    private void Prepare(HttpRequestMessage request)
    {
#if NET
        // HttpClient applies them only to the requests that it creates itself.
        request.Version = _http.DefaultRequestVersion;
        request.VersionPolicy = _http.DefaultVersionPolicy;
#endif

        if (request.RequiresToken() && !_handlerAddsToken)
        {
            var current = _token ?? throw new VerifikLoginRequiredException(VerifikLoginRequiredReason.NeverLoggedIn, server: _http.BaseAddress);
            request.Headers.Authorization = TokenAudience.IsSafe(request.RequestUri!)
                ? current.Header
                : throw new InvalidOperationException($"A token is sent over https only (http on this machine): {request.RequestUri!.GetLeftPart(UriPartial.Authority)} is neither.");
        }
    }

    private async ValueTask<ResponseBody> ReadBodyAsync(string operation, HttpResponseMessage response, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody.ReadAsync(response.Content, _maxResponseBytes, deadline, cancellationToken).ConfigureAwait(false);
        }
        catch (ResponseTooLargeException)
        {
            throw VerifikApiException.Of(operation, response, VerifikApiFailure.TooLarge, $"the response is larger than {_maxResponseBytes} bytes.");
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw VerifikApiException.Of(operation, response, VerifikApiFailure.CutShort, "the connection closed before the whole body arrived.", exception);
        }
        catch (Exception exception) when (ResponseBody.IsUndecodable(exception))
        {
            throw VerifikApiException.Of(operation, response, VerifikApiFailure.Unreadable, "the body is not compressed as the response says, or was cut short.", exception);
        }
    }
}
