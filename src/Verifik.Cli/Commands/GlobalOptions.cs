using System.CommandLine;

namespace Verifik.Cli.Commands;

/// <summary>The options that every command has.</summary>
internal sealed class GlobalOptions
{
    public const string Json = "json";

    private static readonly string[] Formats = ["text", Json];

    public Option<string?> Account { get; } = new("--account", "-a") { Description = Messages.OptionAccount, HelpName = "account", Recursive = true };

    public Option<string?> BaseAddress { get; } = new("--base-address")
    {
        Description = Messages.OptionBaseAddress.With(VerifikOptions.ProductionAddress),
        HelpName = "address",
        Recursive = true,
    };

    public Option<string?> Tokens { get; } = new("--tokens") { Description = Messages.OptionTokens, HelpName = "folder", Recursive = true };

    public Option<string?> Output { get; } = Choice("--output", Messages.OptionOutput, Formats, "-o");

    public Option<string?> Lang { get; } = Choice(Locale.Option, Messages.OptionLang, Locale.Languages);

    public IEnumerable<Option> All => [Account, BaseAddress, Tokens, Output, Lang];

    private static Option<string?> Choice(string name, string description, IReadOnlyList<string> values, params string[] aliases)
    {
        var option = new Option<string?>(name, aliases) { Description = description, HelpName = string.Join('|', values), Recursive = true };
        option.CompletionSources.Add([.. values]);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !values.Contains(token.Value))
            {
                result.AddError(Messages.OptionValueUnknown.With(name, string.Join(", ", values), Printable.Of(token.Value)));
            }
        });
        return option;
    }
}
