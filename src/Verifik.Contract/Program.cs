using Verifik.Contract;

// The build passes the paths in the environment: no shell reads them.
if (args is ["lower"])
{
    args = ["lower", Environment.GetEnvironmentVariable("VERIFIK_CONTRACT") ?? "", Environment.GetEnvironmentVariable("VERIFIK_LOWERED") ?? ""];
}

switch (args)
{
    case ["check", .. { Length: > 0 } files]:
        return files.Select(Report).ToList().TrueForAll(result => result.Diagnostics.Count == 0) ? 0 : 1;
    case ["lower", { Length: > 0 } file, { Length: > 0 } output]:
        if (Report(file) is not { Diagnostics.Count: 0 } right)
        {
            return 1;
        }

        File.WriteAllText(output, right.Lowered);
        return 0;
    default:
        Console.Error.WriteLine("Usage: Verifik.Contract check FILE...");
        Console.Error.WriteLine("       Verifik.Contract lower FILE OUTPUT");
        Console.Error.WriteLine("Checks OpenAPI documents against the rules in openapi/README.md, and writes what the client is generated from.");
        Console.Error.WriteLine("Exits with 1 if a document breaks a rule.");
        return 2;
}

static ContractResult Report(string file)
{
    var result = Check(file);
    foreach (var diagnostic in result.Diagnostics)
    {
        Console.WriteLine(diagnostic.Format(file));
    }

    return result;
}

// Whatever a contract holds, its author sees a line that a build can show, never a stack trace.
static ContractResult Check(string file)
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
        return new ContractResult([new Diagnostic(new Position(1, 1), Codes.Internal, message.ReplaceLineEndings(" "))], "");
    }
}
