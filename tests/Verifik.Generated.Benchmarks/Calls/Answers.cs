using System.Globalization;

namespace Verifik.Benchmarks.Calls;

/// <summary>Whether every client reads the same out of the same answer: one that read less would be no peer.</summary>
internal static class Answers
{
    public static async Task CheckAsync()
    {
        var phoneLogin = new PhoneLoginCall();
        var limit = (await phoneLogin.HandWrittenAsync().ConfigureAwait(false)).Data!;
        var ours = (await phoneLogin.OursAsync().ConfigureAwait(false)).Data!;
        var systemText = (await phoneLogin.StockSystemTextJsonAsync().ConfigureAwait(false)).Data;
        var newtonsoft = (await phoneLogin.StockNewtonsoftJsonAsync().ConfigureAwait(false)).Data;
        var kiota = (await phoneLogin.KiotaAsync().ConfigureAwait(false))!.Data!;
        var refit = (await phoneLogin.RefitAsync().ConfigureAwait(false)).Data!;
        var restSharp = (await phoneLogin.RestSharpAsync().ConfigureAwait(false))!.Data!;
        AreEqual(
            "6656a3e6eb43abfd7146abb6, Verifik Client, 2024-05-29T03:51:26",
            Text(limit.Id, limit.PhoneData?.Title, limit.ExpiresAt),
            Text(ours.Id, ours.PhoneData?.Title, ours.ExpiresAt),
            Text(systemText._id, systemText.PhoneData.Title, systemText.ExpiresAt),
            Text(newtonsoft._id, newtonsoft.PhoneData.Title, newtonsoft.ExpiresAt),
            Text(kiota.Id, kiota.PhoneData?.Title, kiota.ExpiresAt),
            Text(refit.Id, refit.PhoneData?.Title, refit.ExpiresAt),
            Text(restSharp.Id, restSharp.PhoneData?.Title, restSharp.ExpiresAt));

        var confirm = new ConfirmCall();
        AreEqual(
            "eyJhbGcpXVCJ9.eyJjbGllbnR...JZCIYiUzNjEaIWxYShWeBaRs",
            (await confirm.HandWrittenAsync().ConfigureAwait(false)).Data?.Value,
            (await confirm.OursAsync().ConfigureAwait(false)).Data.Value,
            (await confirm.StockSystemTextJsonAsync().ConfigureAwait(false)).Data.AccessToken1,
            (await confirm.StockNewtonsoftJsonAsync().ConfigureAwait(false)).Data.AccessToken1,
            (await confirm.KiotaAsync().ConfigureAwait(false))?.Data?.AccessTokenProp,
            (await confirm.RefitAsync().ConfigureAwait(false)).Data?.Value,
            (await confirm.RestSharpAsync().ConfigureAwait(false))?.Data?.Value);
    }

    private static string Text(string? id, string? title, DateTimeOffset? expiresAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}, {title}, {expiresAt?.UtcDateTime:s}");

    private static void AreEqual(string expected, params string?[] read)
    {
        if (Array.FindIndex(read, text => text != expected) is >= 0 and var client)
        {
            throw new InvalidOperationException($"Client {client} read '{read[client]}' in place of '{expected}'.");
        }
    }
}
