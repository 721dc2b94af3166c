using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Verifik.Internal.Diagnostics;

/// <summary>Healthy with a token; degraded while its renewal fails; without one, as the registration says: unhealthy.</summary>
internal sealed class TokenHealthCheck(VerifikTokenProvider tokens) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var token = await tokens.GetTokenAsync(cancellationToken).ConfigureAwait(false);
            var data = new Dictionary<string, object> { ["expiresAt"] = token.ExpiresAt };
            return tokens.FailedRenewals == 0
                ? HealthCheckResult.Healthy("The access token is valid.", data)
                : HealthCheckResult.Degraded($"The access token is valid until {token.ExpiresAt:O}, but its renewal has failed {tokens.FailedRenewals} times.", data: data);
        }
        catch (Exception exception) when (exception is VerifikLoginRequiredException or VerifikTokenStoreException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
