using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RichardSzalay.MockHttp;

namespace Verifik.Tests.Runtime;

/// <summary>The timeout of the client applies to the whole exchange, by the client's clock.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task AServerThatSendsByteByByte_DoesNotExtendTheTimeout()
    {
        using var verifik = Waiting();
        using var body = new TrickleStream();
        verifik.Wire.When("*").Respond(HttpStatusCode.OK, new StreamContent(body));

        var call = verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation());
        await verifik.Time.TimerAsync(Timeout);
        for (var remaining = Timeout; remaining > TimeSpan.Zero; remaining -= Pause)
        {
            body.Send((byte)' ');
            await verifik.Time.TimerAsync(remaining);
            verifik.Time.Advance(Pause);
        }

        var error = await Assert.ThrowsAsync<TaskCanceledException>(() => call);
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task TheTimeForTheHeaders_ReducesTheTimeForTheBody()
    {
        using var verifik = Waiting();
        using var body = new SilentStream();
        var headers = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        verifik.Wire.When("*").Respond(() => headers.Task);

        var call = verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());
        verifik.Time.Advance(Timeout - Pause);
        headers.SetResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });
        await verifik.Time.TimerAsync(Pause);
        verifik.Time.Advance(Pause);

        await Assert.ThrowsAsync<TaskCanceledException>(() => call);
    }

    [Fact]
    public async Task MissingHeaders_TimeOutByTheClockOfTheClient()
    {
        var time = new FakeTimeProvider();
        using var http = new HttpClient(new Unanswering()) { BaseAddress = new Uri("https://api.verifik.co"), Timeout = Timeout };

        var call = new VerifikClient(http, time).RequestPhoneLoginAsync(MockVerifik.PhoneLogin());
        time.Advance(Timeout);

        var error = await Assert.ThrowsAsync<TaskCanceledException>(() => call);
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Equal("The whole response did not arrive within 10 seconds.", error.Message);
    }

    [Fact]
    public async Task ACancelledCall_ThrowsWithTheCallersToken()
    {
        using var http = new HttpClient(new Unanswering()) { BaseAddress = new Uri("https://api.verifik.co"), Timeout = Timeout };
        using var caller = new CancellationTokenSource();

        var call = new VerifikClient(http, new FakeTimeProvider()).RequestPhoneLoginAsync(MockVerifik.PhoneLogin(), caller.Token);
        await caller.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.IsNotType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task ACancelledLogin_ThrowsWithTheCallersToken()
    {
        using var caller = new CancellationTokenSource();
        var services = new ServiceCollection();
        services.AddVerifik(options => options.Account = MockVerifik.Account).ConfigurePrimaryHttpMessageHandler(() => new Unanswering());
        await using var provider = services.BuildServiceProvider();

        var call = provider.GetRequiredService<IVerifikSession>().BeginLoginAsync(caller.Token);
        await caller.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, error.CancellationToken);
    }

    [Fact]
    public async Task AClientWithoutATimeout_WaitsIndefinitely()
    {
        using var verifik = Waiting();
        verifik.Http.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        using var body = new TrickleStream();
        verifik.Wire.When("*").Respond(HttpStatusCode.OK, new StreamContent(body));

        var call = verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation());
        verifik.Time.Advance(TimeSpan.FromDays(1));
        Array.ForEach(Encoding.UTF8.GetBytes(UserDocument.Confirmation), body.Send);
        body.End();

        Assert.Equal(UserDocument.Token, (await call).Data.Value);
    }

    private static MockVerifik Waiting()
    {
        var verifik = new MockVerifik();
        verifik.Http.Timeout = Timeout;
        return verifik;
    }

    private sealed class Unanswering : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
