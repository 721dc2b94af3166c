namespace Verifik;

/// <summary>
/// The mark that a generated operation leaves on its request where the contract's <c>security</c> asks for a token.
/// </summary>
internal static class TokenRequirement
{
    private const string Name = "Verifik.RequiresToken";

#if NET
    private static readonly HttpRequestOptionsKey<bool> Key = new(Name);

    public static HttpRequestMessage RequireToken(this HttpRequestMessage request)
    {
        request.Options.Set(Key, true);
        return request;
    }

    public static bool RequiresToken(this HttpRequestMessage request) => request.Options.TryGetValue(Key, out var requires) && requires;
#else
    public static HttpRequestMessage RequireToken(this HttpRequestMessage request)
    {
        request.Properties[Name] = true;
        return request;
    }

    public static bool RequiresToken(this HttpRequestMessage request) => request.Properties.ContainsKey(Name);
#endif
}
