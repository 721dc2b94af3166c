using Microsoft.Extensions.Time.Testing;

namespace Verifik.Tests.Runtime;

/// <summary>Fake time that passes for as long as something waits for it.</summary>
internal static class FakeTime
{
    /// <summary>Lets time pass, step by step, until a task ends. Whoever waits may begin to only after time has passed.</summary>
    public static async Task AdvanceUntilAsync(this FakeTimeProvider time, Task end, TimeSpan step)
    {
        while (!end.IsCompleted)
        {
            time.Advance(step);
            await Task.Yield();
        }
    }
}
