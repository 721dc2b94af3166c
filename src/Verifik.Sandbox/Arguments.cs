using System.Globalization;

namespace Verifik.Sandbox;

/// <summary>The command-line options of the sandbox program.</summary>
internal static class Arguments
{
    public const string Help =
        """
        Usage: dotnet run --project src/Verifik.Sandbox -- [options]

          --port PORT        The port on 127.0.0.1; a free port by default.
          --account ACCOUNT  An additional account, such as '+57 3001234567' or ana@example.com. May be repeated.
          --contract FILE    An additional OpenAPI document, whose examples are the responses. May be repeated.
          --https            Listen on https, with a certificate created in memory.
          --help             Show this help.
        """;

    /// <summary>Parses the options, as <c>--port 5000</c> or <c>--port=5000</c>.</summary>
    /// <exception cref="IOException">A contract cannot be read.</exception>
    /// <exception cref="FormatException">An option is unknown, or its value is missing or invalid.</exception>
    public static VerifikSandboxOptions Parse(IEnumerable<string> arguments)
    {
        var options = new VerifikSandboxOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            var parts = argument.Split('=', 2);
            var name = parts[0];
            switch (name)
            {
                case "--port":
                    options.Port = Port(Value());
                    break;
                case "--account":
                    options.Accounts.Add(VerifikAccount.Parse(Value()));
                    break;
                case "--contract":
                    options.Contracts.Add(SandboxContract.FromFile(Value()));
                    break;
                case "--https" when parts.Length == 1:
                    options.UseHttps = true;
                    break;
                default:
                    throw new FormatException($"'{argument}' is not a valid option.");
            }

            string Value() => parts.Length == 2 ? parts[1]
                : rest.TryDequeue(out var next) ? next
                : throw new FormatException($"{name} needs a value.");
        }

        return options;
    }

    private static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new FormatException("--port must be a number from 0 to 65535.");
}
