using System.ComponentModel;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>Builds the requests of generated operations.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiRequest
{
    /// <summary>PATCH, for which .NET Standard 2.0 has no property.</summary>
    public static readonly HttpMethod Patch = new("PATCH");

    private const string JsonUtf8 = "application/json; charset=utf-8";
    private static readonly RequestItem<bool> TokenRequired = new("Verifik.RequiresToken");
    private static readonly RequestItem<int[]> Detailed = new("Verifik.Details");

    /// <summary>A request without a body.</summary>
    public static HttpRequestMessage Create(HttpMethod method, Uri address) => new(method, address);

    /// <summary>A request with a body, which is validated against the contract and serialized once, so that it can be sent again.</summary>
    /// <exception cref="ArgumentException">The body breaks a constraint of the contract.</exception>
    public static HttpRequestMessage Create(HttpMethod method, Uri address, IRequestBody? body)
    {
        _ = body ?? throw new ArgumentNullException(nameof(body));

        body.Validate();
        return Create(method, address).With(JsonText.Write(body));
    }

    /// <summary>A request with a body that is not an object and has already been validated.</summary>
    public static HttpRequestMessage Create<T>(HttpMethod method, Uri address, T body, Action<JsonWriter, T> write) =>
        Create(method, address).With(JsonText.Write(body, write));

    /// <summary>A request with an optional body.</summary>
    /// <exception cref="ArgumentException">The body breaks a constraint of the contract.</exception>
    public static HttpRequestMessage CreateOptional(HttpMethod method, Uri address, IRequestBody? body) =>
        body is null ? Create(method, address) : Create(method, address, body);

    /// <inheritdoc cref="CreateOptional(HttpMethod, Uri, IRequestBody?)"/>
    public static HttpRequestMessage CreateOptional<T>(HttpMethod method, Uri address, T? body, Action<JsonWriter, T> write)
        where T : class => body is null ? Create(method, address) : Create(method, address, body, write);

    /// <inheritdoc cref="CreateOptional(HttpMethod, Uri, IRequestBody?)"/>
    public static HttpRequestMessage CreateOptional<T>(HttpMethod method, Uri address, T? body, Action<JsonWriter, T> write)
        where T : struct => body is { } value ? Create(method, address, value, write) : Create(method, address);

    /// <summary>Adds a header.</summary>
    /// <exception cref="ArgumentException">The value contains characters other than visible ASCII, which a header cannot carry.</exception>
    public static void Header(this HttpRequestMessage request, string name, string parameter, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (value.Any(letter => letter is < ' ' or > '~'))
        {
            throw new ArgumentException($"{parameter} is sent as a header, so it may contain visible ASCII characters only.", parameter);
        }

        request.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>Marks a request of an operation for which the contract's <c>security</c> requires a token.</summary>
    public static HttpRequestMessage RequireToken(this HttpRequestMessage request)
    {
        TokenRequired.Set(request, true);
        return request;
    }

    /// <summary>
    /// Sets the statuses for which the contract declares a separate schema: a status, a class of statuses by its first
    /// digit, or 0 for the default. A negative number excludes a status that a wider entry includes.
    /// </summary>
    public static HttpRequestMessage KeepDetails(this HttpRequestMessage request, params int[] statuses)
    {
        Detailed.Set(request, statuses);
        return request;
    }

    internal static bool RequiresToken(this HttpRequestMessage request) => TokenRequired.Of(request);

    internal static bool KeepsDetails(this HttpRequestMessage request, int status) =>
        Detailed.Of(request) is { } statuses
        && (Says(statuses, status) ?? Says(statuses, status / 100) ?? statuses.Contains(0));

    private static bool? Says(int[] statuses, int status) => statuses.Contains(status) ? true : statuses.Contains(-status) ? false : null;

    private static HttpRequestMessage With(this HttpRequestMessage request, byte[] json)
    {
        request.Content = new RequestContent(json, isSentOnce: request.Method == HttpMethod.Post);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", JsonUtf8);
        return request;
    }
}
