using Verifik.Internal.Account;

namespace Verifik.Tests.Account;

/// <summary>The order of two entries, which does not depend on a clock.</summary>
public sealed class TokenVersionTests
{
    private static readonly TokenVersion Version = new(7, UserAction.Revocation, 3);

    [Fact]
    public void AUserAction_TakesPrecedenceOverAnyNumberOfRenewals() =>
        AssertLater(Version.After(UserAction.Login), Version with { Renewal = long.MaxValue });

    [Fact]
    public void ARenewal_TakesPrecedenceOverTheRenewedToken()
    {
        AssertLater(Version.Renewed(), Version);
        Assert.Equal(new TokenVersion(7, UserAction.Revocation, 4), Version.Renewed());
    }

    [Theory]
    [InlineData(UserAction.Logout, UserAction.Revocation)]
    [InlineData(UserAction.Revocation, UserAction.Login)]
    public void OfTwoConcurrentUserActions_TheHigherOneTakesPrecedence_EvenOverRenewals(object higher, object lower) =>
        AssertLater(Version.After((UserAction)higher), Version.After((UserAction)lower) with { Renewal = 9 });

    [Fact]
    public void AUserActionThatCouldNotReadTheStore_TakesPrecedenceOverItsEntry()
    {
        var stored = Version;
        for (var i = 0; i < 1000; i++)
        {
            stored = stored.After(UserAction.Login).Renewed();
        }

        AssertLater(Version.AfterUnread(UserAction.Login), stored);
        AssertLater(Version.AfterUnread(UserAction.Login).After(UserAction.Login), Version.AfterUnread(UserAction.Logout));
    }

    private static void AssertLater(TokenVersion later, TokenVersion earlier)
    {
        Assert.True(later.CompareTo(earlier) > 0);
        Assert.True(earlier.CompareTo(later) < 0);
        Assert.Equal(0, later.CompareTo(later));
        Assert.Equal(later, TokenVersion.Latest(later, earlier));
        Assert.Equal(later, TokenVersion.Latest(earlier, later));
    }
}
