using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Verifik.Tests.Runtime;

/// <summary>Advances a fake clock until a task completes.</summary>
internal static class FakeTime
{
    /// <summary>
    /// Advances the clock step by step until a task completes. Timers may be created between the steps. Only for a task that
    /// nothing but a timeout can end: work that is still in progress on another thread would time out on a busy machine.
    /// </summary>
    public static async Task AdvanceUntilAsync(this FakeTimeProvider time, Task end, TimeSpan step)
    {
        var patience = Stopwatch.StartNew();
        while (!end.IsCompleted)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "The task does not complete, whatever time passes.");
            time.Advance(step);
            await Task.Yield();
        }
    }
}
