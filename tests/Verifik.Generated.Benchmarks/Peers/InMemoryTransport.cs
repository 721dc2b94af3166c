using System.Net;
using System.Net.Http.Headers;

namespace Verifik.Benchmarks.Peers;

/// <summary>Reads the whole request, like a socket, and returns the same bytes each time.</summary>
internal sealed class InMemoryTransport(byte[] response) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body)
        {
            await body.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }

        var content = new ByteArrayContent(response);
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
