using Verifik.Cli.Commands;

namespace Verifik.Cli.Login;

/// <summary>The prompts of a login.</summary>
internal sealed class CodeDialog(Invocation run)
{
    private const int Digits = 6;
    private static readonly TimeSpan NoLimit = Timeout.InfiniteTimeSpan;

    /// <summary>Asks for a code until six digits are entered. Other input is not sent, because the server counts wrong codes.</summary>
    /// <exception cref="ToolException">The code has expired, or the input has ended.</exception>
    public async Task<string> AskAsync(KnownAccount known, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        while (true)
        {
            var line = await ReadAsync(known, expiresAt, cancellationToken)
                ?? throw new ToolException(ExitCode.NotUnderstood, Messages.NoCodeGiven.With(known.Shown, known.Server, known.Argument));
            var code = string.Concat(line.Where(character => !char.IsWhiteSpace(character)));
            if (code.Length == Digits && code.All(char.IsAsciiDigit))
            {
                return code;
            }

            await run.Terminal.Prompts.WriteLineAsync(Messages.CodeHasSixDigits);
        }
    }

    /// <summary>Asks for confirmation. The end of the input counts as a no.</summary>
    public async Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken)
    {
        await run.Terminal.Prompts.WriteAsync($"{question} ");
        var answer = (await run.Input.ReadAsync(NoLimit, cancellationToken))?.Trim();
        return answer is not null && Messages.YesWords.Split(' ').Contains(answer, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<string?> ReadAsync(KnownAccount known, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var left = expiresAt - run.Terminal.Time.GetUtcNow();
        await using var countdown = Countdown.Start(run.Terminal, expiresAt, Messages.CodeLabel);
        try
        {
            var line = left > TimeSpan.Zero ? await run.Input.ReadAsync(left, cancellationToken) : throw new TimeoutException();
            if (line is null)
            {
                // Ctrl+D does not move the cursor to a new line.
                await run.Terminal.Prompts.WriteLineAsync();
            }

            return line;
        }
        catch (TimeoutException)
        {
            await run.Terminal.Prompts.WriteLineAsync();
            throw new ToolException(ExitCode.Refused, Messages.CodeExpired.With(known.Shown, known.Server, known.Argument));
        }
    }
}
