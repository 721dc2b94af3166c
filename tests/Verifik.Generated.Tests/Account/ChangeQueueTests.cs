using Verifik.Internal.Account;

namespace Verifik.Tests.Account;

/// <summary>The changes of one account run one after another.</summary>
public sealed class ChangeQueueTests
{
    private readonly Background _background = new(static work => work());

    [Fact]
    public async Task ChangesThatWait_RunInTheOrderOfTheirCalls()
    {
        var queue = new ChangeQueue(_background);
        var first = new TaskCompletionSource<int>();
        var ran = new List<int>();
        var changes = new List<Task<int>> { queue.RunAsync(() => first.Task, CancellationToken.None) };
        for (var number = 1; number <= 3; number++)
        {
            var own = number;
            changes.Add(queue.RunAsync(
                () =>
                {
                    ran.Add(own);
                    return Task.FromResult(own);
                },
                CancellationToken.None));
        }

        Assert.Empty(ran);
        first.SetResult(0);

        var results = await Task.WhenAll(changes).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal([1, 2, 3], ran);
        Assert.Equal([0, 1, 2, 3], results);
        Assert.False(queue.IsRunning);
    }

    [Fact]
    public async Task ACallThatThrowsBeforeItReturnsItsTask_Fails()
    {
        var call = _background.CallAsync<int>(static () => throw new IOException("The store is down."));

        Assert.True(call.IsCompleted);
        await Assert.ThrowsAsync<IOException>(() => call);
    }
}
