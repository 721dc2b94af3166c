using Verifik.Sandbox;

namespace Verifik.Tests.Readme;

/// <summary>The table of the sandbox's magic accounts is that of the code.</summary>
public sealed class MagicAccountTableTests
{
    [Fact]
    public void TheTableOfTheDocument_MatchesTheCode()
    {
        var rows = MagicAccount.All.Select(magic => $"| {magic.Phone.CountryCode} {magic.Phone.Phone} | {magic.Email.Email} | {magic.Effect} |\n");

        Assert.Contains(
            "| telephone | address | what the sandbox does |\n|---|---|---|\n" + string.Concat(rows),
            Document.Read("docs", "sandbox.md"),
            StringComparison.Ordinal);
    }
}
