using Verifik.Internal.Account;

namespace Verifik.Tests.Account;

/// <summary>Which of two entries counts, without a clock.</summary>
public sealed class TokenVersionTests
{
    private static readonly TokenVersion Version = new(7, TokenAct.Revocation, 3);

    [Fact]
    public void AnActOfAPerson_OutranksAnyNumberOfRenewals() =>
        AssertLater(Version.After(TokenAct.Login), Version with { Renewal = long.MaxValue });

    [Fact]
    public void ARenewal_OutranksTheTokenThatItRenewed()
    {
        AssertLater(Version.Renewed(), Version);
        Assert.Equal(new TokenVersion(7, TokenAct.Revocation, 4), Version.Renewed());
    }

    [Theory]
    [InlineData(TokenAct.Logout, TokenAct.Revocation)]
    [InlineData(TokenAct.Revocation, TokenAct.Login)]
    public void OfTwoActsAtOnce_TheHigherOneCounts_WhateverWasRenewedSince(object higher, object lower) =>
        AssertLater(Version.After((TokenAct)higher), Version.After((TokenAct)lower) with { Renewal = 9 });

    [Fact]
    public void AnActThatCouldNotReadTheStore_OutranksWhateverMayBeThere()
    {
        var there = Version;
        for (var act = 0; act < 1000; act++)
        {
            there = there.After(TokenAct.Login).Renewed();
        }

        AssertLater(Version.AfterUnread(TokenAct.Login), there);
        AssertLater(Version.AfterUnread(TokenAct.Login).After(TokenAct.Login), Version.AfterUnread(TokenAct.Logout));
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
