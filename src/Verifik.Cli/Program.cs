namespace Verifik.Cli;

internal static class Program
{
    private static Task<int> Main(string[] arguments) =>
        VerifikTool.RunAsync(arguments, new Terminal(Console.In, Console.Out, Console.Error, TimeProvider.System));
}
