using System.CommandLine.Parsing;

namespace Verifik.Cli;

/// <summary>The address of a server, with a last slash so that its path is kept. Whether it is a safe one is for the SDK to say.</summary>
internal static class AddressArgument
{
    public static Uri? Read(ArgumentResult argument)
    {
        if (!Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address))
        {
            argument.AddError($"--base-address must be an absolute address, such as {VerifikOptions.ProductionAddress}");
            return null;
        }

        return address.AbsolutePath.EndsWith('/') ? address : new Uri($"{address.AbsoluteUri}/");
    }
}
