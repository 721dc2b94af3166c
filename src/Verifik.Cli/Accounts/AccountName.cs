using System.Text.RegularExpressions;

namespace Verifik.Cli.Accounts;

/// <summary>The user-defined name of an account. A telephone number or an email address is never a valid name.</summary>
internal static partial class AccountName
{
    public static bool IsOne(string text) => Pattern.IsMatch(text);

    /// <exception cref="ToolException">The text cannot be a name.</exception>
    public static string Parse(string text) => IsOne(text) ? text : throw new ToolException(ExitCode.NotUnderstood, Messages.NameNotUnderstood);

    /// <exception cref="ToolException">Another account has the name.</exception>
    public static async Task RequireFreeAsync(AccountBook book, string name, KnownAccount account, CancellationToken cancellationToken)
    {
        var known = await book.ListAsync(cancellationToken);
        if (known.FirstOrDefault(other => other.Key != account.Key && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)) is { } taken)
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.NameTaken.With(name, taken.Account, taken.Server));
        }
    }

    [GeneratedRegex("^[\\p{L}][\\p{L}\\p{Nd}._-]{0,39}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
