namespace Verifik.Tests.Browser;

/// <summary>A test that needs Chromium. Without it, the test is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "There is no chromium on the PATH: install it (apt-get install chromium), or name it in VERIFIK_CHROMIUM.";
        }
    }
}
