using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Verifik.Tests.Secrets;

/// <summary>
/// Records all output of the suite: log records, the text of every exception (including caught ones), traces, the tags
/// of metrics and the tool's messages. Also records every secret that the suite uses.
/// </summary>
internal static class RecordedOutput
{
    private static readonly ConcurrentDictionary<string, bool> Texts = new();
    private static readonly ConcurrentDictionary<string, bool> Secrets = new();
    private static readonly ConditionalWeakTable<Exception, object?> Thrown = [];
    private static readonly MeterListener Meters = new();

    public static IReadOnlyCollection<string> AllTexts => (IReadOnlyCollection<string>)Texts.Keys;

    public static IReadOnlyCollection<string> AllSecrets => (IReadOnlyCollection<string>)Secrets.Keys;

    /// <summary>Set by a test that repeats the same output hundreds of thousands of times, on its own thread.</summary>
    [field: ThreadStatic]
    public static bool IsPaused { get; set; }

    [ModuleInitializer]
    internal static void Listen()
    {
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
        {
            // Every await throws it again, with a longer trace.
            if (!IsPaused && Thrown.TryAdd(thrown.Exception, null))
            {
                Text(thrown.Exception.ToString());
            }
        };
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => IsPaused ? ActivitySamplingResult.None : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Text(Describe(activity)),
        });
        Meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Text($"{instrument.Name} {Describe(tags)}"));
        Meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Text($"{instrument.Name} {Describe(tags)}"));
        Meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Text($"{instrument.Name} {Describe(tags)}"));
        Meters.Start();
    }

    public static string Text(string text)
    {
        Texts.TryAdd(text, true);
        return text;
    }

    public static void Secret(string secret) => Secrets.TryAdd(secret, true);

    private static string Describe(Activity activity) =>
        $"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {Describe(activity.TagObjects)} {string.Join(' ', activity.Events.Select(item => $"{item.Name} {Describe(item.Tags)}"))}";

    private static string Describe(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private static string Describe(ReadOnlySpan<KeyValuePair<string, object?>> tags) => Describe(tags.ToArray().AsEnumerable());
}
