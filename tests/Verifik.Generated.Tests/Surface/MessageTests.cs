using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Surface;

/// <summary>The messages of the exceptions, and the metrics.</summary>
public sealed class MessageTests
{
    private static readonly PhoneAccount Account = new("+57", 3001234567);
    private static readonly Uri Server = new(VerifikOptions.ProductionAddress);

    [Fact]
    public Task TheMessagesOfTheExceptions_AreAsReviewed()
    {
        var reasons = Enum.GetValues<VerifikLoginRequiredReason>();
        Exception[] exceptions =
        [
            .. reasons.Select(static reason => new VerifikLoginRequiredException(reason, Account, Server)),
            new VerifikLoginRequiredException(reasons[0]),
            new VerifikLoginRequiredException(reasons[0], Account),
            new VerifikLoginRequiredException(reasons[0], account: null, Server),
            Refused(),
            Refused(Account),
            Refused(account: null, Server),
            Refused(Account, Server),
            new VerifikTokenStoreException(Account, Server, new IOException("The disk is full.")),
            Record.Exception(static () => new VerifikToken("fake token", DateTimeOffset.MaxValue)),
            Record.Exception(static () => new AccessToken { Value = "fake token" }.ToToken("ConfirmPhoneLogin", DateTimeOffset.UnixEpoch)),
            Record.Exception(static () => new RenewAndRevokeResponse().ToToken("RenewAndRevoke", DateTimeOffset.UnixEpoch)),
            Record.Exception(static () => new RenewAndRevokeResponse { Token = "", AccessToken = "" }.ToToken("RenewAndRevoke", DateTimeOffset.UnixEpoch)),
            Record.Exception(static () => new ServiceCollection().AddVerifikFileTokenStore(" ")),
        ];

        return Verifier.Verify(string.Join("\n", exceptions.Select(static exception => $"{exception.GetType().Name}: {exception.Message}")));
    }

    [Fact]
    public async Task TheMessagesForAResponse_AreAsReviewed()
    {
        string[] bodies =
        [
            "", "null", "1", "[]", "<html>", "{", "{\n  \"data\" 1}", "{\n  1}", "{ \"data\": {} 1}", "{ \"data\": }", "{} {}", "{ \"data\": \"\\x\" }",
            "{}", """{ "data": 1 }""", """{ "data": {} }""", """{ "data": { "accessToken": 1 } }""",
        ];
        var contents = bodies.Select(static body => (Name: body.Length == 0 ? "(no body)" : body.ReplaceLineEndings("⏎"), Content: (HttpContent)new StringContent(body)))
            .Append(("(a lost connection)", new StreamContent(new BrokenStream())))
            .Append(("(a corrupt gzip)", new StreamContent(new GZipStream(new MemoryStream([1, 2, 3]), CompressionMode.Decompress))))
            .Append(("(too many bytes)", new StreamContent(new EndlessStream())));
        var messages = new List<string>();
        foreach (var (name, content) in contents)
        {
            using var verifik = new MockVerifik();
            verifik.Wire.When("*").Respond(HttpStatusCode.OK, content);
            var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation()));
            messages.Add($"{name}: {error.Failure}: {error.Message}");
        }

        await Verifier.Verify(string.Join("\n", messages));
    }

    [Fact]
    public async Task TheMetrics_AreAsReviewed()
    {
        await using var services = new ServiceCollection().AddMetrics().AddVerifik(static options => options.Account = Account).Services.BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var metrics = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Scope == factory)
                {
                    metrics.Add($"{instrument.Name} ({instrument.Unit}): {instrument.Description}");
                }
            },
        };
        listener.Start();

        _ = services.GetRequiredService<IVerifikSession>().Account;

        await Verifier.Verify(string.Join("\n", metrics));
    }

    private static VerifikApiException Refused(VerifikAccount? account = null, Uri? server = null) =>
        new("RequestPhoneLogin", HttpStatusCode.Conflict, VerifikApiFailure.Refused, "MissingParameter.") { Account = account, Server = server };
}
