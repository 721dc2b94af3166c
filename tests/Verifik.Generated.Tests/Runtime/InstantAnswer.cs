using System.Net;

namespace Verifik.Tests.Runtime;

/// <summary>Answers every request before the call returns.</summary>
internal sealed class InstantAnswer(Func<HttpContent> content) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content() });
}
