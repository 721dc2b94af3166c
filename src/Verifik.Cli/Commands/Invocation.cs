using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verifik.Cli.Commands;

/// <summary>One run of a command: what its command line and its environment say.</summary>
internal sealed class Invocation(ParseResult parsed, GlobalOptions options, Terminal terminal)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ParseResult Parsed { get; } = parsed;

    public Terminal Terminal { get; } = terminal;

    public LineInput Input { get; } = new(terminal);

    /// <summary>The folder that keeps the tokens.</summary>
    public string Folder { get; } = Path.GetFullPath(
        Value(parsed.GetValue(options.Tokens)) ?? Value(terminal.Environment("VERIFIK_TOKENS")) ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "verifik"));

    public AccountBook Book => field ??= new AccountBook(Folder);

    public bool IsJson { get; } = parsed.GetValue(options.Output) == GlobalOptions.Json;

    /// <summary>The account that the command has chosen: failures are told with it.</summary>
    public KnownAccount? Chosen { get; private set; }

    /// <summary>The server that was asked for; <see langword="null"/> where none was.</summary>
    /// <exception cref="ToolException">It is no address, or not a safe one.</exception>
    public Uri? Server => Parsed.GetValue(options.BaseAddress) is { } given ? ServerAddress.Parse(given, options.BaseAddress.Name)
        : Value(Terminal.Environment("VERIFIK_BASE_ADDRESS")) is { } variable ? ServerAddress.Parse(variable, "VERIFIK_BASE_ADDRESS")
        : null;

    /// <summary>The server that VERIFIK_TOKEN is used at, once it is: failures are told with it.</summary>
    public Uri? EnvironmentTokenServer { get; private set; }

    /// <summary>The account that was asked for; <see langword="null"/> where none was.</summary>
    /// <exception cref="ToolException">Two were.</exception>
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
    /// <exception cref="ToolException">None is meant, or more than one.</exception>
    public async Task<KnownAccount> AccountAsync(IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        Choose(await new AccountChoice(Book, Server).FindAsync(AccountText(words), cancellationToken));

    public KnownAccount Choose(KnownAccount account) => Chosen = account;

    /// <exception cref="ToolException">The server is no address, or not a safe one.</exception>
    public Uri UseEnvironmentToken() => EnvironmentTokenServer = Server ?? ServerAddress.Production;

    public Connection Connect(KnownAccount account) => Connection.Open(account, Folder, Terminal.Time);

    /// <summary>Writes a result: for scripts with <c>--output json</c>, else for a person.</summary>
    public Task WriteAsync(JsonNode json, string text) => Terminal.Text.WriteLineAsync(IsJson ? Text(json) : text);

    public string Text(JsonNode json) => json.ToJsonString(Terminal.IsOutTerminal ? Indented : Compact);

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
