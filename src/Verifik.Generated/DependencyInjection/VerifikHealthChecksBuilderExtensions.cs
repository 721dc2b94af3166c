using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a health check for an account's access token.</summary>
public static class VerifikHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a health check for an account's access token: healthy with a valid token, degraded while the token is valid
    /// but its renewal fails, unhealthy without one. The check reads the token store if necessary, and sends no request
    /// to the server.
    /// </summary>
    /// <param name="builder">The health checks of the application.</param>
    /// <param name="account">The name that was passed to <c>AddVerifik</c>; the unnamed account by default.</param>
    /// <param name="name">The name of the check; by default <c>verifik-token</c>, followed by the account's name if it has one.</param>
    /// <param name="failureStatus">The status to report without a token; <see cref="HealthStatus.Unhealthy"/> by default.</param>
    /// <param name="tags">The tags of the check, for filtering.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="account"/> is empty.</exception>
    public static IHealthChecksBuilder AddVerifikHealthCheck(
        this IHealthChecksBuilder builder, string? account = null, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));

        var registration = Registration.Of(account);
        registration.RequireAccount(builder.Services, "AddVerifikHealthCheck() checks its token");
        return builder.Add(new HealthCheckRegistration(
            name ?? (account is null ? "verifik-token" : $"verifik-token-{account}"),
            provider => new TokenHealthCheck(registration.Get<AccountRegistry>(provider).Default),
            failureStatus,
            tags));
    }
}
