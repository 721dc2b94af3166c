using Verifik.Internal.Account;

namespace Verifik.Tests.Account;

/// <summary>What an account writes when its application stops.</summary>
public sealed class AccountEndTests : IDisposable
{
    private readonly InlineAccounts _accounts = new(pollInterval: TimeSpan.FromSeconds(10));
    private int _writes;

    public void Dispose() => _accounts.Dispose();

    [Fact]
    public async Task ATokenThatCouldNotBeStored_IsWrittenOnce()
    {
        var token = await _accounts.LoginUnwrittenAsync(1);
        CountWrites();

        await token.DisposeAsync();

        Assert.Equal("visibly-fake-1", await _accounts.StoredAsync(token.Account));
        Assert.Equal(1, _writes);
    }

    [Fact]
    public async Task ATokenThatCouldNotBeStored_IsWritten_EvenIfTheStoreCannotBeRead()
    {
        var token = await _accounts.LoginUnwrittenAsync(1);
        _accounts.Store.InsteadOfRead = static (_, _) => throw new IOException("The store cannot be read.");

        await token.DisposeAsync();

        Assert.Equal("visibly-fake-1", await _accounts.StoredAsync(token.Account));
    }

    [Fact]
    public async Task ATokenThatIsStored_IsNotWrittenAgain()
    {
        var token = await _accounts.LoadAsync(1, VerifikToken.Lifetime);
        var reads = _accounts.Store.Reads;
        CountWrites();

        await token.DisposeAsync();

        Assert.Equal((0, reads), (_writes, _accounts.Store.Reads));
    }

    [Fact]
    public async Task ALaterEntryThatReplacedTheToken_IsNotOverwritten_IfTheServerCannotSayWhichIsValid()
    {
        var token = await _accounts.LoadAsync(1, VerifikToken.Lifetime);
        await token.RevokeAsync(CancellationToken.None);
        await _accounts.StoreAsync(token.Account, new TokenVersion(3, UserAction.Login, 0), VerifikToken.Lifetime);
        _accounts.IsServerDown = true;
        _accounts.Time.Advance(TimeSpan.FromSeconds(10));
        token.Tick();
        CountWrites();

        await token.DisposeAsync();

        Assert.Equal("visibly-fake-stored-3", await _accounts.StoredAsync(token.Account));
        Assert.Equal(0, _writes);
    }

    [Fact]
    public async Task DisposingTwice_WaitsForTheSameWrite()
    {
        var token = await _accounts.LoginUnwrittenAsync(1);
        CountWrites();
        var reads = _accounts.Store.HoldReads();

        var (first, second) = (token.DisposeAsync().AsTask(), token.DisposeAsync().AsTask());
        Assert.False(first.IsCompleted);
        reads.Dispose();
        await second;

        Assert.Same(first, second);
        Assert.Equal(1, _writes);
    }

    [Fact]
    public async Task ADisposedAccount_StartsNoRenewal()
    {
        var token = await _accounts.LoadAsync(1, VerifikToken.Lifetime);

        await token.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => token.RenewAsync(CancellationToken.None));
        Assert.Equal(0, _accounts.Requests);
    }

    private void CountWrites() => _accounts.Store.BeforeWrite = _ =>
    {
        _writes++;
        return Task.CompletedTask;
    };
}
