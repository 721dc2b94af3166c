namespace Verifik.Sandbox;

/// <summary>An OpenAPI document whose operations a sandbox answers with the document's own examples. Immutable.</summary>
public sealed class SandboxContract
{
    private readonly Lazy<ContractDocument> _document;

    private SandboxContract(string name, string text)
    {
        Name = name;
        _document = new Lazy<ContractDocument>(() => ContractDocument.Read(name, text));
    }

    /// <summary>The name of its file, which messages about it begin with.</summary>
    public string Name { get; }

    /// <summary>The contracts that every sandbox has. They are read once.</summary>
    internal static IReadOnlyList<SandboxContract> BuiltIn { get; } = [Embedded("verifik.yaml"), Embedded("queries.yaml")];

    internal ContractDocument Document => _document.Value;

    /// <summary>A contract in a file.</summary>
    /// <param name="path">The file: OpenAPI 3.0 or 3.1, as YAML or JSON.</param>
    /// <returns>The contract, whose content is looked at when a sandbox starts.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SandboxContract FromFile(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>A contract from a stream, for example an embedded resource.</summary>
    /// <param name="stream">The text, UTF-8. It is read to its end, and stays open.</param>
    /// <param name="name">What messages about it begin with.</param>
    /// <returns>The contract, whose content is looked at when a sandbox starts.</returns>
    public static SandboxContract FromStream(Stream stream, string name = "contract")
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return Parse(reader.ReadToEnd(), name);
    }

    /// <summary>A contract as text.</summary>
    /// <param name="text">OpenAPI 3.0 or 3.1, as YAML or JSON.</param>
    /// <param name="name">What messages about it begin with.</param>
    /// <returns>The contract, whose content is looked at when a sandbox starts.</returns>
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
