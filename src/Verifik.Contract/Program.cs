using Verifik.Contract;

if (args is not ["check", .. { Length: > 0 } files])
{
    Console.Error.WriteLine("Usage: Verifik.Contract check FILE...");
    Console.Error.WriteLine("Checks OpenAPI documents against the rules in openapi/README.md. Exits with 1 if one is broken.");
    return 2;
}

var broken = false;
foreach (var file in files)
{
    foreach (var diagnostic in Check(file))
    {
        broken = true;
        Console.WriteLine(diagnostic.Format(file));
    }
}

return broken ? 1 : 0;

// Whatever a contract holds, its author sees a line that a build can show, never a stack trace.
static IReadOnlyList<Diagnostic> Check(string file)
{
    try
    {
        return ContractCheck.CheckFile(file);
    }
#pragma warning disable CA1031 // The last frame of a program.
    catch (Exception exception)
#pragma warning restore CA1031
    {
        var message = $"The check itself failed, please report it with the file: {exception.GetType().Name}: {exception.Message}";
        return [new Diagnostic(new Position(1, 1), Codes.Internal, message.ReplaceLineEndings(" "))];
    }
}
