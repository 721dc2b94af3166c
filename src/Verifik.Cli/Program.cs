namespace Verifik.Cli;

internal static class Program
{
    private static Task<int> Main(string[] arguments) => VerifikTool.RunAsync(arguments, SystemTerminal.Open());
}
