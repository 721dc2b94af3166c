using Verifik.Tests.Contract;

namespace Verifik.Tests.Readme;

/// <summary>The documents of this repository.</summary>
internal static class Document
{
    public static string Readme { get; } = Read("README.md");

    public static string Read(params string[] path) => File.ReadAllText(Repository.PathOf(path));
}
