using System.Text;

namespace Verifik.Tests.Runtime;

/// <summary>A request as it goes over the wire: method, address, headers, body.</summary>
internal static class WireText
{
    public static async Task<string> Of(HttpRequestMessage request)
    {
        var text = new StringBuilder().Append(request.Method).Append(' ').Append(request.RequestUri!.AbsoluteUri).Append('\n');
        var headers = request.Content is null ? request.Headers : request.Headers.Concat(request.Content.Headers);
        foreach (var (name, values) in headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(": ").AppendJoin(", ", values).Append('\n');
        }

        if (request.Content is not null)
        {
            text.Append('\n').Append(await request.Content.ReadAsStringAsync()).Append('\n');
        }

        return text.ToString();
    }
}
