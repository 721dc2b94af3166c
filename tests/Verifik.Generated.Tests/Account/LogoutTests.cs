using Verifik.Internal.Account;
using Verifik.Internal.Stores;

namespace Verifik.Tests.Account;

/// <summary>The version of a logout is based on the stored entry.</summary>
public sealed class LogoutTests : TokenTest
{
    [Fact]
    public async Task ALogout_TakesPrecedenceOverLoginsOfAnotherProcessThatItHasNotSeen()
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store));
        await one.LoginAsync();
        await other.LoginAsync();
        await other.LoginAsync();

        await one.Session.LogoutAsync();
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(new TokenVersion(4, UserAction.Logout, 0), await StoredVersionAsync(store));
        var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => other.Tokens.GetTokenAsync().AsTask());
        Assert.Equal(VerifikLoginRequiredReason.LoggedOut, error.Reason);
    }

    [Fact]
    public async Task ALogoutThatCannotReadTheStore_TakesPrecedenceOverWhateverItContains()
    {
        var store = new WatchedStore();
        var (one, other) = (Start(store), Start(store));
        await one.LoginAsync();
        await other.LoginAsync();
        await other.LoginAsync();
        store.InsteadOfRead = (_, _) => throw new IOException("The store is down.");

        await one.Session.LogoutAsync();
        store.InsteadOfRead = null;
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(new TokenVersion(1_000_001, UserAction.Logout, 0), await StoredVersionAsync(store));
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => other.Tokens.GetTokenAsync().AsTask());
    }

    private async Task<TokenVersion> StoredVersionAsync(IVerifikTokenStore store) =>
        TokenEntry.Read((await store.ReadAsync(TokenKey.Of(Server.BaseAddress, Account), CancellationToken.None))!)!.Version;
}
