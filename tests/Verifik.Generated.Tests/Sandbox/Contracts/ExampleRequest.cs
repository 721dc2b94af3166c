using System.Net.Http.Headers;
using System.Text;
using Verifik.Sandbox.Contracts;

namespace Verifik.Tests.Sandbox.Contracts;

/// <summary>The request of a contract's examples, as it goes over the wire.</summary>
internal static class ExampleRequest
{
    public static HttpRequestMessage Of(ContractOperation operation, string? token)
    {
        var example = RequestExample.Of(operation);
        var request = new HttpRequestMessage(new HttpMethod(example.Method), example.Path)
        {
            Content = example.Body is { } body ? new StringContent(body.Text, Encoding.UTF8, body.Type) : null,
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in example.Headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }
}
