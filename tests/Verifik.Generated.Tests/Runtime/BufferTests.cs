using System.Buffers;
using System.Net;
using System.Text;
using RichardSzalay.MockHttp;
using Verifik.Runtime;

namespace Verifik.Tests.Runtime;

/// <summary>
/// A buffer that contained a token or a code is cleared when it is returned to the pool, and it is returned only when no read can
/// write to it. The pool caches buffers per thread, so a test that stays on its thread rents the buffer that was returned.
/// </summary>
public sealed class BufferTests
{
    private const char Secret = 'x';

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public void TheBuffersOfABody_AreReturnedCleared(int spaces)
    {
        using var body = new TrackedStream(Encoding.UTF8.GetBytes(new string(' ', spaces) + UserDocument.Confirmation));

        var call = Confirm(body, VerifikOptions.DefaultMaxResponseBytes);

        Assert.True(call.IsCompletedSuccessfully);
        AssertCleared(body);
    }

    [Fact]
    public void TheBufferOfABodyThatIsTooLarge_IsReturnedCleared()
    {
        using var body = new TrackedStream(Encoding.UTF8.GetBytes(UserDocument.Confirmation));

        var call = Confirm(body, 100);

        Assert.IsType<VerifikApiException>(call.Exception?.InnerException);
        AssertCleared(body);
    }

    [Fact]
    public async Task ABufferThatAReadMayStillWriteTo_IsNotReturned()
    {
        using var verifik = new MockVerifik();
        using var body = new SilentStream();
        using var caller = new CancellationTokenSource();
        verifik.Wire.When("*").Respond(HttpStatusCode.OK, new StreamContent(body));

        var call = verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation(), caller.Token);
        await body.Asked;
        body.Buffer.Span[0] = (byte)Secret;
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        // A returned buffer would have been cleared.
        Assert.Equal((byte)Secret, body.Buffer.Span[0]);
    }

    [Fact]
    public void TheTextOfAResponse_IsReturnedCleared()
    {
        new Utf8Text(new ArraySegment<byte>(Encoding.UTF8.GetBytes(new string(Secret, 50_000)))).Dispose();

        AssertCleared(50_000);
    }

    [Fact]
    public void TheTextOfARequest_IsReturnedCleared_IncludingOutgrownBuffers()
    {
        using (var writer = Utf8Writer.Rent())
        {
            writer.Write(new string(Secret, 512));
            writer.Write(new string(Secret, 50_000));
            AssertCleared(512);
        }

        AssertCleared(50_512);
    }

    [Fact]
    public void TheBuffersOfNewtonsoft_AreReturnedCleared()
    {
        var buffer = CharPool.Shared.Rent(5_000);
        buffer.AsSpan().Fill(Secret);

        CharPool.Shared.Return(buffer);

        AssertCleared(5_000);
    }

    private static Task<ConfirmPhoneLoginResponse> Confirm(Stream body, int limit)
    {
        using var http = new HttpClient(new InstantAnswer(() => new StreamContent(body))) { BaseAddress = new Uri("https://api.verifik.co") };
        return new VerifikClient(http, maxResponseBytes: limit).ConfirmPhoneLoginAsync(MockVerifik.Confirmation());
    }

    private static void AssertCleared(TrackedStream body)
    {
        Assert.NotEmpty(body.Buffers);
        Assert.All(body.Buffers, static buffer => Assert.Equal(-1, buffer.AsSpan().IndexOfAnyExcept((byte)0)));
    }

    private static void AssertCleared(int length)
    {
        var next = ArrayPool<char>.Shared.Rent(length);
        Assert.Equal(-1, next.AsSpan().IndexOf(Secret));
        ArrayPool<char>.Shared.Return(next);
    }
}
