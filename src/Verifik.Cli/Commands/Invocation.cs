using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verifik.Cli.Commands;

/// <summary>One invocation of a command, with the settings of its command line and environment.</summary>
internal sealed class Invocation(ParseResult parsed, GlobalOptions options, Terminal terminal)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ParseResult Parsed { get; } = parsed;

    public Terminal Terminal { get; } = terminal;

    public LineInput Input { get; } = new(terminal);

    /// <summary>The token folder.</summary>
    public string Folder { get; } = Path.GetFullPath(
        Value(parsed.GetValue(options.Tokens)) ?? Value(terminal.Environment("VERIFIK_TOKENS")) ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "verifik"));

    public AccountBook Book => field ??= new AccountBook(Folder);

    public bool IsJson { get; } = parsed.GetValue(options.Output) == GlobalOptions.Json;

    /// <summary>The account of the command, for error messages.</summary>
    public KnownAccount? Chosen { get; private set; }

    /// <summary>The requested server; <see langword="null"/> if none was requested.</summary>
    /// <exception cref="ToolException">It is not an address, or not safe for tokens.</exception>
    public Uri? Server => Parsed.GetValue(options.BaseAddress) is { } given ? ServerAddress.Parse(given, options.BaseAddress.Name)
        : Value(Terminal.Environment("VERIFIK_BASE_ADDRESS")) is { } variable ? ServerAddress.Parse(variable, "VERIFIK_BASE_ADDRESS")
        : null;

    /// <summary>The server that VERIFIK_TOKEN was sent to, for error messages.</summary>
    public Uri? EnvironmentTokenServer { get; private set; }

    /// <summary>The requested account; <see langword="null"/> if none was requested.</summary>
    /// <exception cref="ToolException">Two accounts were requested.</exception>
    public string? AccountText(IReadOnlyList<string> words)
    {
        var option = Parsed.GetValue(options.Account);
        return (words.Count, option) switch
        {
            (0, null) => Value(Terminal.Environment("VERIFIK_ACCOUNT")),
            (0, _) => option,
            (_, null) => string.Join(' ', words),
            _ => throw new ToolException(ExitCode.NotUnderstood, Messages.AccountTwice),
        };
    }

    /// <summary>The account of a command that uses a token.</summary>
    /// <exception cref="ToolException">No account matches, or more than one.</exception>
    public async Task<KnownAccount> AccountAsync(IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        Choose(await new AccountChoice(Book, Server).FindAsync(AccountText(words), cancellationToken));

    public KnownAccount Choose(KnownAccount account) => Chosen = account;

    /// <exception cref="ToolException">The server is not an address, or not safe for tokens.</exception>
    public Uri UseEnvironmentToken() => EnvironmentTokenServer = Server ?? ServerAddress.Production;

    public Connection Connect(KnownAccount account) => Connection.Open(account, Folder, Terminal.Time);

    /// <summary>Writes a result, as JSON with <c>--output json</c>, otherwise as text.</summary>
    public Task WriteAsync(JsonNode json, string text) => Terminal.Text.WriteLineAsync(IsJson ? Text(json) : text);

    public string Text(JsonNode json) => json.ToJsonString(Terminal.IsOutTerminal ? Indented : Compact);

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
