using Microsoft.CodeAnalysis;

namespace Verifik.Tests.Contract;

/// <summary>What a project of the SDK gives to the source in it.</summary>
internal static class SdkDefaults
{
    /// <summary>What <c>ImplicitUsings</c> gives a project of Microsoft.NET.Sdk.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What the build of a project suppresses: a reference to an earlier version of an assembly that there is.</summary>
    public static readonly Dictionary<string, ReportDiagnostic> Suppressed = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    /// <summary>The files of the framework, and of what these tests reference.</summary>
    public static IEnumerable<string> Assemblies => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
}
