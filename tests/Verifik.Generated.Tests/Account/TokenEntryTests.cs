using System.Text;
using Verifik.Internal.Account;
using Verifik.Internal.Stores;

namespace Verifik.Tests.Account;

/// <summary>An entry of a store, and its key, are read by later versions of an application.</summary>
public sealed class TokenEntryTests
{
    private static readonly DateTimeOffset Expiry = new(2024, 6, 28, 3, 41, 27, TimeSpan.Zero);
    private static readonly VerifikToken Token = new("visibly-fake-1", Expiry, "not the default");
    private static readonly TokenEntry Entry = new("key", new TokenVersion(1, UserAction.Login, 3), Expiry - VerifikToken.Lifetime, Token);

    [Fact]
    public void AnEntry_IsReadAsItWasWritten()
    {
        const string Written = """{"key":"key","generation":1,"act":1,"renewal":3,"obtainedAt":1716954087000,"token":"visibly-fake-1","type":"not the default","expiresAt":1719546087000}""";

        var read = TokenEntry.Read(Encoding.UTF8.GetBytes(Written))!;

        Assert.Equal(Written, Encoding.UTF8.GetString(Entry.Write()));
        Assert.Equal(Entry with { Token = null }, read with { Token = null });
        Assert.Equal((Token.Value, Token.Type, Token.ExpiresAt), (read.Token!.Value, read.Token.Type, read.Token.ExpiresAt));
        Assert.Equal("TokenEntry key", read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void TextThatIsNotAnEntry_IsReadAsNull(string text) => Assert.Null(TokenEntry.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void TwoEntries_AreTheSame_IfTheirVersionAndTokenAre()
    {
        Assert.True(Entry.IsSameAs(Entry with { ObtainedAt = Expiry }));
        Assert.False(Entry.IsSameAs(Entry with { Token = new VerifikToken("visibly-fake-2", Expiry) }));
        Assert.False(Entry.IsSameAs(Entry with { Version = default }));
    }

    [Fact]
    public void AKey_IsTheSha256HashOfTheServerAndTheAccount() =>
        Assert.Equal("55c4dec963f738972c55e585ce5a19f280e4688810f7394243f4b7057611085f", TokenKey.Of(new Uri("https://api.verifik.co/"), new PhoneAccount("+57", 3001234567)));
}
