using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Verifik;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says where the token is kept. Without either, it is kept in memory.</summary>
public static class VerifikTokenStoreExtensions
{
    /// <summary>
    /// Keeps the token in the application's <see cref="IDistributedCache"/>, for all processes that share it, encrypted
    /// with the application's Data Protection. All of them need the same Data Protection keys and application name. The
    /// host does not start without Data Protection, unless <see cref="VerifikOptions.UnsafeAllowUnprotectedTokens"/> says so.
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
    /// Keeps the token in a folder that only this user can change and files that only this user can read, for the programs
    /// of one user on one machine. The folder, and each parent that is missing, is made with mode 0700. A folder or a file
    /// that others may write to or read, or that belongs to another user, is refused, with what to do.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="folder">The folder, of this program alone.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    public static IServiceCollection AddVerifikFileTokenStore(this IServiceCollection services, string folder)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));

        return services.Replace(ServiceDescriptor.Singleton<IVerifikTokenStore>(new FileTokenStore(folder)));
    }
}
