using System.Text;

namespace Verifik.Tests.Runtime;

/// <summary>Slow responses block no threads, and need no more memory than their bodies.</summary>
public sealed class TrickleTests
{
    // All calls start on the thread of the test, and their bodies cannot be read synchronously.
    [Fact]
    public async Task AHundredCallsWithSlowBodies_BlockNoThread()
    {
        var bodies = new List<TrickleStream>();
        using var http = new HttpClient(new InstantAnswer(() =>
        {
            bodies.Add(new TrickleStream());
            return new StreamContent(bodies[^1]);
        }))
        { BaseAddress = new Uri("https://api.verifik.co") };
        var client = new VerifikClient(http);

        var calls = Enumerable.Range(0, 100).Select(_ => client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation())).ToList();

        Assert.All(calls, call => Assert.False(call.IsCompleted));
        foreach (var value in Encoding.UTF8.GetBytes(UserDocument.Confirmation))
        {
            bodies.ForEach(body => body.Send(value));
        }

        bodies.ForEach(body => body.End());
        Assert.All(await Task.WhenAll(calls), confirmed => Assert.Equal(UserDocument.Token, confirmed.Data.Value));
    }

    [Fact]
    public async Task ADeclaredLength_AllocatesNoMemory()
    {
        using var body = new SilentStream();
        using var caller = new CancellationTokenSource();
        using var http = new HttpClient(new InstantAnswer(() => new StreamContent(body) { Headers = { ContentLength = 200 * 1024 * 1024 } }))
        {
            BaseAddress = new Uri("https://api.verifik.co"),
        };
        var client = new VerifikClient(http, maxResponseBytes: 256 * 1024 * 1024);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var call = client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin(), caller.Token);
        Assert.True(body.Asked.IsCompleted);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
