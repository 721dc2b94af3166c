#if !NET
namespace Verifik.Internal.Account;

/// <summary>The overload that .NET has and .NET Standard 2.0 lacks.</summary>
internal static class TaskDelay
{
    extension(Task)
    {
        public static Task Delay(TimeSpan delay, TimeProvider time, CancellationToken cancellationToken) =>
            time.Delay(delay, cancellationToken);
    }
}
#endif
