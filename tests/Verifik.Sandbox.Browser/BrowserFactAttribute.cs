using System.Runtime.CompilerServices;

namespace Verifik.Tests.Browser;

/// <summary>A test that needs Chromium. Without it, the test is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    private const string Reason = "there is no chromium on the PATH: install it (apt-get install chromium), or name it in VERIFIK_CHROMIUM";

    public BrowserFactAttribute([CallerMemberName] string test = "")
    {
        if (Chromium.Path is null)
        {
            // `dotnet test` prints the name of a test that is skipped, and the reason only when it is asked for details.
            (Skip, DisplayName) = (Reason, $"{test}: {Reason}");
        }
    }
}
