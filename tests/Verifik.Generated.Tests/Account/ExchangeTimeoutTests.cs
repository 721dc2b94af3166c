using Verifik.Internal.Account;

namespace Verifik.Tests.Account;

/// <summary>The timeout of an exchange occupies nothing after the exchange.</summary>
public sealed class ExchangeTimeoutTests
{
    // On other targets, a timer of a custom clock is disposed when it fires.
    [Fact]
    [Trait("Needs", "NET")]
    public void ADisposedTimeout_HasDisposedItsTimer_AndItsLinkToTheShutdownAndTheCaller()
    {
        var time = new RecordedTimers();
        var timeout = new ExchangeTimeout(time, CancellationToken.None, CancellationToken.None);
        Assert.False(timeout.Token.IsCancellationRequested);

        timeout.Dispose();

        Assert.True(time.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => timeout.Token);
    }
}
