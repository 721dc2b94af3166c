using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Verifik.Runtime;

/// <summary>
/// A cache of the addresses of the operations on one server. Building an address takes as long as the rest of a
/// request, so addresses without parameters are cached for the lifetime of the base address, which outlives the
/// transient clients.
/// </summary>
internal sealed class ApiServer
{
    private static readonly ConditionalWeakTable<Uri, ApiServer> Known = new();
    private readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    // A base address without a trailing slash would lose its last segment.
    private ApiServer(Uri address) =>
        BaseAddress = address.AbsolutePath[address.AbsolutePath.Length - 1] == '/' ? address : new Uri(address.AbsoluteUri + "/");

    /// <summary>The address that relative addresses are resolved against: its path ends with a slash.</summary>
    public Uri BaseAddress { get; }

    public static ApiServer At(Uri address) => Known.GetValue(address, static address => new ApiServer(address));

    /// <param name="path">A path of the contract, as it is written there.</param>
    public Uri AddressOf(string path) =>
        _addresses.TryGetValue(path, out var address) ? address : _addresses.GetOrAdd(path, path => new Uri(BaseAddress, path));

    /// <param name="path">A path with the values of a request.</param>
    public Uri AddressOf(ApiPath path) => new(BaseAddress, path.ToString());
}
