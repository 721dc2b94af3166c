using Microsoft.Extensions.Diagnostics.HealthChecks;
using Verifik;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Tells the application's health.</summary>
public static class VerifikHealthChecksBuilderExtensions
{
    /// <summary>
    /// Checks the access token: healthy while there is one, degraded while it is valid but its renewal fails, unhealthy
    /// without one. The check looks into the token store where it has to, and asks the server nothing.
    /// </summary>
    /// <param name="builder">The health checks of the application.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What to report without a token; <see cref="HealthStatus.Unhealthy"/> when left out.</param>
    /// <param name="tags">Tags by which the application chooses checks.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddVerifikToken(
        this IHealthChecksBuilder builder, string name = "verifik-token", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));

        return builder.Add(new HealthCheckRegistration(
            name, static provider => new TokenHealthCheck(provider.GetRequiredService<VerifikTokenProvider>()), failureStatus, tags));
    }
}
