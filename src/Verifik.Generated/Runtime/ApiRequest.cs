using System.Globalization;

namespace Verifik.Runtime;

/// <summary>What a generated operation needs to build its request.</summary>
internal static class ApiRequest
{
    private const string JsonUtf8 = "application/json; charset=utf-8";

    public static HttpRequestMessage Create(HttpMethod method, Uri address) => new(method, address);

    /// <summary>A request with a body, checked against the contract first and written once, so that it can be sent again.</summary>
    /// <exception cref="ArgumentException">The body breaks a constraint of the contract.</exception>
    public static HttpRequestMessage Create(HttpMethod method, Uri address, IRequestBody? body)
    {
        _ = body ?? throw new ArgumentNullException(nameof(body));

        body.Validate();
        var content = new RequestContent(JsonText.Write(body), isSentOnce: method == HttpMethod.Post);
        content.Headers.TryAddWithoutValidation("Content-Type", JsonUtf8);
        var request = Create(method, address);
        request.Content = content;
        return request;
    }

    public static void Header(this HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }
    }

    public static void Header(this HttpRequestMessage request, string name, bool? value) =>
        request.Header(name, value is { } flag ? (flag ? "true" : "false") : null);

    public static void Header(this HttpRequestMessage request, string name, long? value) =>
        request.Header(name, value?.ToString(CultureInfo.InvariantCulture));
}
