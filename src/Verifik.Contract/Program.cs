using Verifik.Contract;
using Verifik.Contract.Model;

switch (args)
{
    case ["check", .. { Length: > 0 } files]:
        return files.Select(file => Report(file, ClientName.Sdk)).ToList().TrueForAll(result => result.Diagnostics.Count == 0) ? 0 : 1;
    // The build passes paths and names in environment variables, so that they need no shell quoting.
    case ["lower"] when Variable("CONTRACT") is { } file && Variable("LOWERED") is { } output && Variable("NAMESPACE") is { } space && Variable("CLASS") is { } name:
        if (Report(file, new ClientName(space, name)) is not { Diagnostics.Count: 0 } right)
        {
            return 3;
        }

        File.WriteAllText(output, right.Lowered);
        return 0;
    default:
        Console.Error.WriteLine("Usage: Verifik.Contract check FILE...");
        Console.Error.WriteLine("       Verifik.Contract lower, with VERIFIK_CONTRACT, VERIFIK_LOWERED, VERIFIK_NAMESPACE and VERIFIK_CLASS");
        Console.Error.WriteLine("Checks OpenAPI documents against the rules in openapi/README.md, and writes what the client is generated from.");
        Console.Error.WriteLine("Exits with 1 if a document breaks a rule; lower exits with 3, because dotnet exits with 1 if it cannot start a program.");
        return 2;
}

static string? Variable(string name) => Environment.GetEnvironmentVariable("VERIFIK_" + name);

static ContractResult Report(string file, ClientName client)
{
    var result = Check(file, client);
    foreach (var diagnostic in result.Diagnostics)
    {
        Console.WriteLine(diagnostic.Format(file));
    }

    return result;
}

// Reports an unexpected exception as an error message, not as a stack trace.
static ContractResult Check(string file, ClientName client)
{
    try
    {
        return ContractCheck.CheckFile(file, client);
    }
#pragma warning disable CA1031 // The top-level handler of the program.
    catch (Exception exception)
#pragma warning restore CA1031
    {
        var message = $"The contract check failed unexpectedly. Please report it with the file: {exception.GetType().Name}: {exception.Message}";
        return new ContractResult([new Diagnostic(new Position(1, 1), Codes.Internal, message.ReplaceLineEndings(" "))], "");
    }
}
