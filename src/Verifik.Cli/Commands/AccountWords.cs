using System.CommandLine;

namespace Verifik.Cli.Commands;

/// <summary>The words of an account on a command line.</summary>
internal sealed class AccountWords : Argument<string[]>
{
    public AccountWords()
        : base("account")
    {
        Description = Messages.ArgumentAccount;
        Arity = ArgumentArity.ZeroOrMore;

        // The argument accepts every word that is not an option, including misspelt options, which are rejected here.
        Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
            {
                result.AddError(ParseFailure.UnknownOption(option.Value, result.Parent));
            }
        });
    }

    public IReadOnlyList<string> In(ParseResult parsed) => parsed.GetValue(this) ?? [];
}
