using System.Diagnostics;
using Verifik.Sandbox;
using Verifik.Tests.Contract;
using Verifik.Tests.Faults;

namespace Verifik.Tests.Secrets;

/// <summary>
/// The output of a crash: both streams of the terminal and the runtime's report. The memory dump itself is not searched: it
/// contains the tokens that are in memory, see SECURITY.md.
/// </summary>
[Trait("Needs", "NET")]
[Trait("Run", "Long")]
public sealed class CrashTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task ACrashWhileSeveralAccountsAreLoggedIn_WritesNoSecret()
    {
        await using var server = await VerifikSandbox.StartAsync(new VerifikSandboxOptions { HashWorkFactor = 4 });
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CrashTests).Assembly.Location, "crash", $"{server.BaseAddress}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_DbgEnableMiniDump"] = "1",
                ["DOTNET_DbgMiniDumpName"] = Path.Combine(_folder.Root, "crash"),
                ["DOTNET_EnableCrashReport"] = "1",
            },
        })!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            var codes = new List<string>();
            for (var login = 0; login < 3; login++)
            {
                var code = (await server.Outbox.ReadAsync().AsTask().WaitAsync(Patience)).Code;
                codes.Add(code);
                var typed = login < 2 ? code : code == "000000" ? "000001" : "000000";
                await process.StandardInput.WriteLineAsync(typed);
                await process.StandardInput.FlushAsync();
            }

            await process.WaitForExitAsync().WaitAsync(Patience);
            var report = await File.ReadAllTextAsync(Path.Combine(_folder.Root, "crash.crashreport.json"));
            Assert.Contains("Unhandled exception. Verifik.VerifikApiException: ConfirmPhoneLogin failed with status 400", await error, StringComparison.Ordinal);
            Assert.Contains("VerifikApiException", report, StringComparison.Ordinal);
            Assert.Empty(SecretSearch.Find([await output, await error, report], codes));
        }
        finally
        {
            process.Kill();
        }
    }
}
