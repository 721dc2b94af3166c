using System.ComponentModel;

namespace Verifik.Runtime;

/// <summary>Sends what the generated operations build, and reads what comes back. Safe to share between threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConnection
{
    private readonly HttpClient _http;
    private readonly int _maxResponseBytes;
    private readonly VerifikToken? _token;
    private readonly bool _handlerAddsToken;

    /// <summary>
    /// A connection over an <see cref="HttpClient"/>, whose base address is the server, with or without a trailing slash.
    /// An application that has a service provider calls <c>AddVerifikClient</c> instead. Without <see cref="WithToken"/>,
    /// the operations that need a token refuse to send.
    /// </summary>
    /// <param name="http">Sends the requests. Its life is the caller's.</param>
    /// <param name="maxResponseBytes">The longest response that is read, in bytes; 8 MiB when left out.</param>
    /// <param name="timeProvider">The time that a date of <c>Retry-After</c> is counted from; the system's when left out.</param>
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
            : throw new ArgumentOutOfRangeException(nameof(maxResponseBytes), maxResponseBytes, $"The longest response that is read must be from 1 to {VerifikOptions.HighestMaxResponseBytes} bytes (256 MiB): it is held in memory.");
        Time = time;
        _token = token;
        _handlerAddsToken = handlerAddsToken;
    }

    internal TimeProvider Time { get; }

    private ApiServer Server => ApiServer.At(_http.BaseAddress ?? throw new InvalidOperationException(
        $"The {nameof(HttpClient)} has no {nameof(_http.BaseAddress)}. Set it to the server, for example {VerifikOptions.ProductionAddress}."));

    /// <summary>The same connection, sending <paramref name="token"/> with the operations for which the contract asks one.</summary>
    /// <param name="token">The token to send.</param>
    /// <returns>A connection that shares the <see cref="HttpClient"/> of this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is <see langword="null"/>.</exception>
    public ApiConnection WithToken(VerifikToken token) =>
        new(_http, _maxResponseBytes, Time, token ?? throw new ArgumentNullException(nameof(token)), handlerAddsToken: false);

    /// <summary>The address of an operation.</summary>
    /// <exception cref="InvalidOperationException">The <see cref="HttpClient"/> has no base address.</exception>
    public Uri AddressOf(string path) => Server.AddressOf(path);

    /// <summary>The address of an operation with the values of a request.</summary>
    /// <exception cref="InvalidOperationException">The <see cref="HttpClient"/> has no base address.</exception>
    public Uri AddressOf(ApiPath path) => Server.AddressOf(path);

    /// <summary>Sends a request and reads the object that the contract promises.</summary>
    /// <exception cref="VerifikApiException">The response is not the success that the contract promises.</exception>
    /// <exception cref="VerifikLoginRequiredException">The contract asks for a token, and there is none.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not come in time: a <see cref="TimeoutException"/> is inside.</exception>
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

    /// <summary>For a result that is no object: a list, a map or a simple value.</summary>
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

    /// <summary>For an operation without a result.</summary>
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
        // HttpClient applies them to the requests that it makes itself alone.
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
