namespace Verifik.Cli;

/// <summary>The exit codes of the tool. The help and docs/tool.md contain the same table.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int NoToken = 1;
    public const int NotUnderstood = 2;
    public const int Refused = 3;
    public const int NoAnswer = 4;
    public const int FolderUnusable = 5;
    public const int Fault = 6;
    public const int Interrupted = 130;

    /// <summary>Each code and what it means.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Table =>
    [
        (Done, Messages.ExitDone),
        (NoToken, Messages.ExitNoToken),
        (NotUnderstood, Messages.ExitNotUnderstood),
        (Refused, Messages.ExitRefused),
        (NoAnswer, Messages.ExitNoAnswer),
        (FolderUnusable, Messages.ExitFolderUnusable),
        (Fault, Messages.ExitFault),
        (Interrupted, Messages.ExitInterrupted),
    ];
}
