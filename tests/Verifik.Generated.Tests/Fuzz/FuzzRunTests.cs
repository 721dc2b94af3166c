using CsCheck;
using Xunit.Abstractions;

namespace Verifik.Tests.Fuzz;

/// <summary>The fuzz tests themselves: an input that never ends fails the run.</summary>
public sealed class FuzzRunTests(ITestOutputHelper output)
{
    [Fact]
    public void AnInputThatDoesNotEnd_FailsTheRun_AndIsPrinted()
    {
        // Not disposed: the abandoned thread still uses it.
        var end = new ManualResetEventSlim();

        var error = Assert.Throws<TimeoutException>(() => Gen.Const("endless").Run(
            input =>
            {
                end.Wait();
                return input;
            },
            input => $"<{input}>",
            output,
            timeout: TimeSpan.FromMilliseconds(100)));

        Assert.Contains("<endless>", error.Message, StringComparison.Ordinal);
        end.Set();
    }
}
