using System.Diagnostics;

namespace Verifik;

/// <summary>Where an application finds the metrics and the traces of the SDK.</summary>
public static class VerifikDiagnostics
{
    /// <summary>
    /// The name of the meter and of the activity source, for example for OpenTelemetry's <c>AddMeter</c> and
    /// <c>AddSource</c>.
    /// </summary>
    public const string Name = "Verifik";

    internal static readonly ActivitySource Source = new(Name);

    /// <summary>Marks a trace as failed by the kind of the exception. Its text may quote what it could not read.</summary>
    internal static void Fail(this Activity? activity, Exception exception)
    {
        activity?.SetTag("error.type", exception.GetType().FullName);
        activity?.SetStatus(ActivityStatusCode.Error);
    }
}
