using Verifik.Internal.Account;
using Verifik.Internal.Stores;

namespace Verifik.Tests.Account;

/// <summary>What this process knows of an account's token.</summary>
public sealed class TokenStateTests
{
    private static readonly DateTimeOffset Expiry = new(2024, 6, 28, 3, 41, 27, TimeSpan.Zero);
    private static readonly VerifikToken Token = new("visibly-fake-1", Expiry);

    [Fact]
    public void ATokenIsHeld_IfItHasTheSameValue()
    {
        var state = TokenState.Of(new TokenEntry("key", default, Expiry - VerifikToken.Lifetime, Token), Expiry, hasRevoked: false, mayBeRevoked: false);

        Assert.True(state.Holds(Token));
        Assert.True(state.Holds(new VerifikToken("visibly-fake-1", Expiry)));
        Assert.False(state.Holds(new VerifikToken("visibly-fake-2", Expiry)));
        Assert.False(TokenState.Unknown.Holds(Token));
    }
}
