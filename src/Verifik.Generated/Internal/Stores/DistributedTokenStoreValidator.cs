using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Verifik.Internal.Stores;

/// <summary>Rejects a distributed token store without a cache, or without encryption unless that is explicitly allowed.</summary>
internal sealed class DistributedTokenStoreValidator(IServiceProvider services) : IValidateOptions<VerifikOptions>
{
    public ValidateOptionsResult Validate(string? name, VerifikOptions options)
    {
        var failures = new List<string>();
        if (services.GetService<IDistributedCache>() is null)
        {
            failures.Add("AddVerifikDistributedTokenStore() needs an IDistributedCache. Register one, for example with AddStackExchangeRedisCache.");
        }

        if (services.GetService<IDataProtectionProvider>() is null && !options.UnsafeAllowUnprotectedTokens)
        {
            failures.Add($"AddVerifikDistributedTokenStore() encrypts tokens with ASP.NET Core Data Protection, which is not registered. Call services.AddDataProtection() and give all processes the same keys, or set {nameof(VerifikOptions)}.{nameof(options.UnsafeAllowUnprotectedTokens)} to store tokens unencrypted.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
