namespace Verifik.Runtime;

/// <summary>
/// The mark that a generated operation leaves on its request where the contract's <c>security</c> asks for a token.
/// </summary>
internal static class TokenRequirement
{
    private static readonly RequestItem<bool> Item = new("Verifik.RequiresToken");

    public static HttpRequestMessage RequireToken(this HttpRequestMessage request)
    {
        Item.Set(request, true);
        return request;
    }

    public static bool RequiresToken(this HttpRequestMessage request) => Item.Of(request);
}
