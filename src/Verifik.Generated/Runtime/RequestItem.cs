namespace Verifik.Runtime;

/// <summary>A typed item in the options of a request, which handlers keep when they copy the request.</summary>
internal sealed class RequestItem<T>(string name)
{
#if NET
    private readonly HttpRequestOptionsKey<T> _key = new(name);

    public void Set(HttpRequestMessage request, T value) => request.Options.Set(_key, value);

    /// <summary>The item of a request; the default value of the type if there is none.</summary>
    public T? Of(HttpRequestMessage request) => request.Options.TryGetValue(_key, out var value) ? value : default;
#else
    public void Set(HttpRequestMessage request, T value) => request.Properties[name] = value;

    /// <summary>The item of a request; the default value of the type if there is none.</summary>
    public T? Of(HttpRequestMessage request) => request.Properties.TryGetValue(name, out var value) && value is T item ? item : default;
#endif
}
