using System.Net.Http.Headers;

namespace Verifik.Cli;

/// <summary>One of the queries that a token is for.</summary>
internal sealed class CedulaQuery(HttpClient http, VerifikToken token)
{
    /// <exception cref="ToolException">The server refused it.</exception>
    public async Task RunAsync(string documentNumber, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v2/co/cedula?documentType=CC&documentNumber={Uri.EscapeDataString(documentNumber)}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ToolException($"the server answered the query with status {(int)response.StatusCode}.");
        }
    }
}
