namespace Verifik.Cli;

/// <summary>One of the queries that a token is for. The client that it is given adds the token.</summary>
internal sealed class CedulaQuery(HttpClient http)
{
    /// <exception cref="ToolException">The server refused it.</exception>
    public async Task RunAsync(string documentNumber, CancellationToken cancellationToken)
    {
        var query = new Uri($"v2/co/cedula?documentType=CC&documentNumber={Uri.EscapeDataString(documentNumber)}", UriKind.Relative);
        using var response = await http.GetAsync(query, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ToolException($"the server answered the query with status {(int)response.StatusCode}.");
        }
    }
}
