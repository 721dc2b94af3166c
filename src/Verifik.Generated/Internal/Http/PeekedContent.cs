using System.Net;

namespace Verifik.Internal.Http;

/// <summary>The content of a response whose beginning has been read. Reading it returns the whole body.</summary>
internal sealed class PeekedContent : HttpContent
{
    private readonly HttpContent _original;
    private readonly Stream _rest;

    private PeekedContent(HttpContent original, ArraySegment<byte> beginning, Stream rest, bool isWhole)
    {
        (_original, Beginning, _rest, IsWhole) = (original, beginning, rest, isWhole);
        foreach (var header in original.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    public ArraySegment<byte> Beginning { get; }

    /// <summary>Whether the beginning is the whole body.</summary>
    public bool IsWhole { get; }

    public static async Task<PeekedContent> PeekAsync(HttpContent content, int length, CancellationToken cancellationToken)
    {
        var buffer = new byte[length + 1];
#if NET
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        var (count, isWhole) = (0, false);
        try
        {
            while (count < buffer.Length && !isWhole)
            {
#if NET
                var reading = stream.ReadAsync(buffer.AsMemory(count), cancellationToken).AsTask();
#else
                var reading = stream.ReadAsync(buffer, count, buffer.Length - count, cancellationToken);
#endif
                var read = await EndAsync(reading, cancellationToken).ConfigureAwait(false);
                count += read;
                isWhole = read == 0;
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException || ResponseBody.IsUndecodable(exception))
        {
            // The same failure is thrown when the body is read.
        }

        return new PeekedContent(content, new ArraySegment<byte>(buffer, 0, count), stream, isWhole);
    }

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Beginning, cancellationToken).ConfigureAwait(false);
        await _rest.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }
#else
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(Beginning.Array, 0, Beginning.Count).ConfigureAwait(false);
        await _rest.CopyToAsync(stream).ConfigureAwait(false);
    }
#endif

    protected override Task<Stream> CreateContentReadStreamAsync() =>
        Task.FromResult<Stream>(new PrefixedStream(Beginning, _rest));

#if NET
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new PrefixedStream(Beginning, _rest);

#endif
    protected override bool TryComputeLength(out long length)
    {
        length = Beginning.Count;
        return IsWhole;
    }

    // A stream may ignore cancellation, so the read is abandoned instead. Its exception must not be unobserved.
    private static async Task<int> EndAsync(Task<int> reading, CancellationToken cancellationToken)
    {
        try
        {
            return await reading.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _ = reading.ContinueWith(static abandoned => abandoned.Exception, TaskScheduler.Default);
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _original.Dispose();
        }

        base.Dispose(disposing);
    }
}
