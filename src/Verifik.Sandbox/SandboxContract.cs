namespace Verifik.Sandbox;

/// <summary>An OpenAPI document whose operations a sandbox implements with the document's examples. Immutable.</summary>
public sealed class SandboxContract
{
    private readonly Lazy<ContractDocument> _document;

    private SandboxContract(string name, string text)
    {
        Name = name;
        _document = new Lazy<ContractDocument>(() => ContractDocument.Read(name, text));
    }

    /// <summary>The name of its file, for error messages.</summary>
    public string Name { get; }

    /// <summary>The built-in contracts. They are read once.</summary>
    internal static IReadOnlyList<SandboxContract> BuiltIn { get; } = [Embedded("verifik.yaml"), Embedded("queries.yaml")];

    internal ContractDocument Document => _document.Value;

    /// <summary>Reads a contract from a file.</summary>
    /// <param name="path">The file: OpenAPI 3.0 or 3.1, as YAML or JSON.</param>
    /// <returns>The contract, which is parsed when a sandbox starts.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public static SandboxContract FromFile(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Reads a contract from a stream, for example an embedded resource.</summary>
    /// <param name="stream">The UTF-8 text. The stream is read to its end and not disposed.</param>
    /// <param name="name">Its name in error messages.</param>
    /// <returns>The contract, which is parsed when a sandbox starts.</returns>
    public static SandboxContract FromStream(Stream stream, string name = "contract")
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return Parse(reader.ReadToEnd(), name);
    }

    /// <summary>Creates a contract from text.</summary>
    /// <param name="text">OpenAPI 3.0 or 3.1, as YAML or JSON.</param>
    /// <param name="name">Its name in error messages.</param>
    /// <returns>The contract, which is parsed when a sandbox starts.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static SandboxContract Parse(string text, string name = "contract")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return new SandboxContract(name, text);
    }

    private static SandboxContract Embedded(string name)
    {
        using var stream = typeof(SandboxContract).Assembly.GetManifestResourceStream($"Contracts/{name}")!;
        return FromStream(stream, name);
    }
}
