using Verifik.Internal.Account;

namespace Verifik.Tests.Account;

/// <summary>The timer that all accounts of an application share.</summary>
public sealed class AccountTimerTests
{
    private readonly RecordedTimers _time = new();

    [Fact]
    public void TheEarliestWait_IsTheOneThatCounts()
    {
        using var timer = new AccountTimer(_time);

        timer.WakeIn(TimeSpan.FromMinutes(5));
        timer.WakeIn(TimeSpan.FromMinutes(1));
        timer.WakeIn(TimeSpan.FromMinutes(3));

        Assert.Equal([TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1)], _time.Changes);
    }

    [Fact]
    public void AWaitThatEndsAtTheSameTime_DoesNotSetTheTimerAgain()
    {
        using var timer = new AccountTimer(_time);

        timer.WakeIn(TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(10));
        timer.WakeIn(TimeSpan.FromSeconds(50));

        Assert.Equal([TimeSpan.FromMinutes(1)], _time.Changes);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0.999, 1)]
    [InlineData(1, 1)]
    [InlineData(1.001, 1.001)]
    [InlineData(599.999, 599.999)]
    [InlineData(600, 600)]
    [InlineData(600.001, 600)]
    [InlineData(1e9, 600)]
    public void AWait_IsFromOneSecondToTenMinutes(double asked, double expected)
    {
        using var timer = new AccountTimer(_time);

        timer.WakeIn(TimeSpan.FromSeconds(asked));

        Assert.Equal([TimeSpan.FromSeconds(expected)], _time.Changes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheTimer_DoesNotHaveTheExecutionContextOfItsCreator(bool isSuppressedAlready)
    {
        using (isSuppressedAlready ? ExecutionContext.SuppressFlow() : default)
        {
            using var timer = new AccountTimer(_time);

            Assert.True(_time.IsFlowSuppressed);
            Assert.Equal(isSuppressedAlready, ExecutionContext.IsFlowSuppressed());
        }
    }

    [Fact]
    public void AfterItsDisposal_TheTimerIsNotSet()
    {
        var timer = new AccountTimer(_time);

        timer.Dispose();
        timer.WakeIn(TimeSpan.FromMinutes(1));

        Assert.True(_time.IsDisposed);
        Assert.Empty(_time.Changes);
    }
}
