using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Verifik.Tests.Readme;

/// <summary>The tables of the README match the code.</summary>
public sealed partial class ReadmeTests
{
    private const int MostLines = 250;

    [Fact]
    public void TheReadme_IsReadInFiveMinutes() => Assert.InRange(Document.Readme.Count(character => character == '\n'), 1, MostLines);

    [Fact]
    public void TheTableOfSettings_HasEachOption_WithItsDefault_AsConfigurationWritesIt()
    {
        var rows = Setting().Matches(Document.Readme).ToDictionary(row => row.Groups["option"].Value, row => (Name: row.Groups["name"].Value, Value: row.Groups["value"].Value));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(rows.Values.Select(row => KeyValuePair.Create(row.Name, (string?)row.Value))).Build();
        var configured = configuration.GetSection("Verifik").Get<VerifikOptions>()!;
        var byDefault = new VerifikOptions { Account = new PhoneAccount("+57", 3001234567) };

        Assert.All(typeof(VerifikOptions).GetProperties(), option =>
        {
            Assert.Equal($"Verifik:{option.Name}", rows[option.Name].Name);
            Assert.Equal(option.GetValue(byDefault), option.GetValue(configured));
        });
        Assert.Equal(typeof(VerifikOptions).GetProperties().Length, rows.Count);
        Assert.Contains($"| {byDefault.MaxResponseBytes / 1024 / 1024} MiB |", Document.Readme, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {byDefault.RenewBefore.Days} days before the expiry |"), Document.Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTableOfExceptions_HasEachOfTheSdk_AndEachReason()
    {
        var table = Document.Readme[Document.Readme.IndexOf("## Troubleshooting", StringComparison.Ordinal)..];

        Assert.All(typeof(VerifikOptions).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Exception))), type => Assert.Contains($"\n| `{type.Name}` |", table, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<VerifikLoginRequiredReason>(), reason => Assert.Contains($"`{reason}`", table, StringComparison.Ordinal));
    }

    [GeneratedRegex("^\\| `(?<option>\\w+)` \\|[^|]*\\| `\"(?<name>Verifik:\\w+)\": \"(?<value>[^\"]*)\"`", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
