namespace Verifik.Cli;

/// <summary>Where the tool reads and writes: the console, or what a test puts in its place.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error);
