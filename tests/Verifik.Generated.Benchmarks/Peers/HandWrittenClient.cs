using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Verifik.Benchmarks.Peers;

/// <summary>
/// The reference: a minimal hand-written client for these two operations, with <see cref="HttpClient"/> and the source
/// generator of System.Text.Json. Its addresses are created once. It validates nothing, does not limit the size of
/// responses, and does not keep unknown properties.
/// </summary>
public sealed class HandWrittenClient(HttpClient http, Uri server)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private readonly Uri _phoneLogin = new(server, "v2/projects/phone-login");
    private readonly Uri _confirm = new(server, "v2/projects/phone-login/confirm");

    public Task<HandWritten.PhoneLoginResponse> RequestPhoneLoginAsync(HandWritten.PhoneLoginRequest body, CancellationToken cancellationToken = default) =>
        PostAsync(_phoneLogin, body, HandWrittenJson.Default.PhoneLoginRequest, HandWrittenJson.Default.PhoneLoginResponse, cancellationToken);

    public Task<HandWritten.ConfirmPhoneLoginResponse> ConfirmPhoneLoginAsync(HandWritten.PhoneLoginConfirmation body, CancellationToken cancellationToken = default) =>
        PostAsync(_confirm, body, HandWrittenJson.Default.PhoneLoginConfirmation, HandWrittenJson.Default.ConfirmPhoneLoginResponse, cancellationToken);

    private async Task<TResponse> PostAsync<TRequest, TResponse>(
        Uri address, TRequest body, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TResponse> responseType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Version = http.DefaultRequestVersion, VersionPolicy = http.DefaultVersionPolicy };
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, requestType));
        request.Content.Headers.ContentType = Json;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var result = await JsonSerializer.DeserializeAsync(stream, responseType, cancellationToken).ConfigureAwait(false);
        return result ?? throw new HttpRequestException("The response is null.");
    }
}
