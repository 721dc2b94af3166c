using System.CommandLine;
using Verifik.Cli;

namespace Verifik.Tests.Cli;

public sealed class AddressArgumentTests
{
    private static readonly Argument<Uri?> Address = new("address") { CustomParser = AddressArgument.Read };

    [Theory]
    [InlineData("https://verifik.example", "https://verifik.example/")]
    [InlineData("https://verifik.example/gateway", "https://verifik.example/gateway/")]
    [InlineData("https://verifik.example/gateway/", "https://verifik.example/gateway/")]
    public void TheLastSlash_MayBeLeftOut(string text, string expected) =>
        Assert.Equal(expected, new RootCommand { Address }.Parse([text]).GetValue(Address)!.AbsoluteUri);
}
