using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Verifik.Internal.Diagnostics;

/// <summary>
/// Healthy with a valid token, degraded while its renewal fails, and the registration's failure status (unhealthy by
/// default) without one.
/// </summary>
internal sealed class TokenHealthCheck(AccountToken account) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var token = await account.GetTokenAsync(cancellationToken).ConfigureAwait(false);
            var data = new Dictionary<string, object> { ["expiresAt"] = token.ExpiresAt };
            return account.FailedRenewals == 0
                ? HealthCheckResult.Healthy($"The access token of {account.Name} is valid until {token.ExpiresAt:O}.", data)
                : HealthCheckResult.Degraded($"The access token of {account.Name} is valid until {token.ExpiresAt:O}, but it could not be renewed (failed attempts: {account.FailedRenewals}).", data: data);
        }
        catch (Exception exception) when (exception is VerifikLoginRequiredException or VerifikTokenStoreException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
