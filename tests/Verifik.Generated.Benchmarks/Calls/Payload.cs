using System.Reflection;

namespace Verifik.Benchmarks.Calls;

/// <summary>The two responses of the user document, as a server writes them: without spaces.</summary>
internal static class Payload
{
    public static readonly byte[] PhoneLogin = Read("phone-login.json");

    public static readonly byte[] Confirm = Read("confirm.json");

    private static byte[] Read(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes.AsSpan().TrimEnd((byte)'\n').ToArray();
    }
}
