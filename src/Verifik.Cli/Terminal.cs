namespace Verifik.Cli;

/// <summary>Where the tool reads and writes, and its clock: the console and the system's, or what a test puts in their place.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, TimeProvider Time);
