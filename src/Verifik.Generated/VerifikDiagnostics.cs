using System.Diagnostics;

namespace Verifik;

/// <summary>The name of the SDK's metrics and traces.</summary>
public static class VerifikDiagnostics
{
    /// <summary>
    /// The name of the meter and of the activity source, for example for OpenTelemetry's <c>AddMeter</c> and
    /// <c>AddSource</c>.
    /// </summary>
    public const string Name = "Verifik";

    internal static readonly ActivitySource Source = new(Name);

    /// <summary>Marks an activity as failed, with the type of the exception only. Its message may quote data that could not be read.</summary>
    internal static void Fail(this Activity? activity, Exception exception)
    {
        activity?.SetTag("error.type", exception.GetType().FullName);
        activity?.SetStatus(ActivityStatusCode.Error);
    }
}
