namespace Verifik.Runtime;

/// <summary>Something that travels with a request, and with the copies that a handler makes of it.</summary>
internal sealed class RequestItem<T>(string name)
{
#if NET
    private readonly HttpRequestOptionsKey<T> _key = new(name);

    public void Set(HttpRequestMessage request, T value) => request.Options.Set(_key, value);

    /// <summary>What the request has; the default of the type where it has none.</summary>
    public T? Of(HttpRequestMessage request) => request.Options.TryGetValue(_key, out var value) ? value : default;
#else
    public void Set(HttpRequestMessage request, T value) => request.Properties[name] = value;

    /// <summary>What the request has; the default of the type where it has none.</summary>
    public T? Of(HttpRequestMessage request) => request.Properties.TryGetValue(name, out var value) && value is T item ? item : default;
#endif
}
