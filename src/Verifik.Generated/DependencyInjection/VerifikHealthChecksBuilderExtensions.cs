using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Reports the application's health.</summary>
public static class VerifikHealthChecksBuilderExtensions
{
    /// <summary>
    /// Checks an account's access token: healthy while there is one, degraded while it is valid but its renewal fails,
    /// unhealthy without one. The check looks into the token store where it has to, and asks the server nothing.
    /// </summary>
    /// <param name="builder">The health checks of the application.</param>
    /// <param name="account">The name that <c>AddVerifik</c> was given; the unnamed account when left out.</param>
    /// <param name="name">The name of the check; <c>verifik-token</c>, and the account's name, when left out.</param>
    /// <param name="failureStatus">What to report without a token; <see cref="HealthStatus.Unhealthy"/> when left out.</param>
    /// <param name="tags">Tags by which the application chooses checks.</param>
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
