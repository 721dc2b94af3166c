using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using DiffEngine;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>
/// The part of Verify.Xunit 31.12.5 that these tests use: one snapshot a test, no parameters, text without a path of
/// the machine in it (Verify would replace that). It reads and writes the same files, byte for byte.
/// </summary>
public static class Verifier
{
    private static readonly UTF8Encoding Utf8WithBom = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly ConcurrentDictionary<string, bool> Used = new();

    public static async Task Verify(string? target, string? extension = null, [CallerFilePath] string sourceFile = "")
    {
        var directory = Path.GetDirectoryName(sourceFile)!;
        var prefix = CurrentTestAttribute.TestName();
        if (!Used.TryAdd(Path.Combine(directory, prefix), true))
        {
            throw new InvalidOperationException($"The prefix has already been used: {prefix}. A test has one snapshot.");
        }

        var text = Lines(extension is null ? RootText(target) : target ?? "null");
        var received = Path.Combine(directory, $"{prefix}.received.{extension ?? "txt"}");
        var verified = Path.Combine(directory, $"{prefix}.verified.{extension ?? "txt"}");
        Directory.CreateDirectory(directory);
        Array.ForEach(Directory.GetFiles(directory, $"{prefix}.received.*"), File.Delete);

        if (File.Exists(verified) && new FileInfo(verified).Length == 0)
        {
            // What a diff tool makes to have something to compare with: no snapshot yet.
            File.Delete(verified);
        }

        var known = File.Exists(verified) ? Lines(await File.ReadAllTextAsync(verified)) : null;
        var stale = Directory.GetFiles(directory, $"{prefix}.verified.*").Where(file => file != verified).ToList();
        var equal = known == text || known == text + "\n";
        var shows = !DiffRunner.Disabled && !BuildServerDetector.Detected;
        if (!equal)
        {
            await File.WriteAllTextAsync(received, text, Utf8WithBom);
            _ = shows ? await DiffRunner.LaunchForTextAsync(received, verified, Utf8WithBom) : default;
            throw new XunitException($"""
                Directory: {directory}
                {(known is null ? "New" : "NotEqual")}:
                  - Received: {Path.GetFileName(received)}
                    Verified: {Path.GetFileName(verified)}
                To accept it, rename the received file to the verified one.

                {LineDifference.Between(known?.Split('\n') ?? [], text.Split('\n'))}
                """);
        }

        if (shows)
        {
            DiffRunner.Kill(received, verified);
        }

        if (stale.Count > 0)
        {
            throw new XunitException($"Directory: {directory}\nDelete:\n  - {string.Join("\n  - ", stale.Select(Path.GetFileName))}");
        }
    }

    private static string RootText(string? target) => target?.TrimStart('\uFEFF') switch { null => "null", "" => "emptyString", var text => text };

    private static string Lines(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n');
}
