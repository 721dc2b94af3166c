using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Verifik;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a persistent token store. Without one, the token is stored in memory.</summary>
public static class VerifikTokenStoreExtensions
{
    /// <summary>
    /// Stores the token in the application's <see cref="IDistributedCache"/>, for all processes that share it,
    /// encrypted with Data Protection. All processes need the same Data Protection keys and application name. Without
    /// Data Protection the host does not start, unless <see cref="VerifikOptions.UnsafeAllowUnprotectedTokens"/> is
    /// set.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddVerifikDistributedTokenStore(this IServiceCollection services)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VerifikOptions>, DistributedTokenStoreValidator>());
        return services.Replace(ServiceDescriptor.Singleton<IVerifikTokenStore>(static provider => new DistributedTokenStore(
            provider.GetRequiredService<IDistributedCache>(),
            provider.GetService<IDataProtectionProvider>(),
            provider.GetRequiredService<TimeProvider>())));
    }

    /// <summary>
    /// Stores the token in a file that only this user can read, in a folder that only this user can change, for the
    /// programs of one user on one machine. The folder and its missing parents are created with mode 0700. A folder
    /// that other users can write to, a file that they can read, and either of them if it belongs to another user, is
    /// rejected with an exception that says how to correct it.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="folder">A folder that only this program uses.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    public static IServiceCollection AddVerifikFileTokenStore(this IServiceCollection services, string folder)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));

        return services.Replace(ServiceDescriptor.Singleton<IVerifikTokenStore>(new FileTokenStore(folder)));
    }
}
