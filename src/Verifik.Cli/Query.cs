using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Cli;

/// <summary>A query that a token is for.</summary>
internal static class Query
{
    public static string Cedula(string documentNumber) =>
        $"v2/co/cedula?documentType=CC&documentNumber={Uri.EscapeDataString(documentNumber)}";

    /// <summary>What the server answers.</summary>
    /// <exception cref="ToolException">The server refused it.</exception>
    public static async Task<string> SendAsync(IServiceProvider services, string path, CancellationToken cancellationToken)
    {
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(Query));
        using var response = await http.GetAsync(new Uri(path.TrimStart('/'), UriKind.Relative), cancellationToken);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync(cancellationToken)
            : throw new ToolException($"the server answered the query with status {(int)response.StatusCode}.");
    }
}
