using System.Net.Http.Headers;

namespace Verifik.Benchmarks.Peers;

/// <summary>The limit of a handler: the same header on each request, wherever it goes and whatever comes back.</summary>
internal sealed class HandWrittenBearer : DelegatingHandler
{
    private static readonly AuthenticationHeaderValue Header = new("Bearer", "eyJhbGcpXVCJ9.eyJjbGllbnR...JZCIYiUzNjEaIWxYShWeBaRs");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = Header;
        return base.SendAsync(request, cancellationToken);
    }
}
