using System.Buffers;

namespace Verifik.Runtime;

/// <summary>The bytes of a response in a pooled buffer. They may contain a token, so the buffer is cleared when it is returned.</summary>
internal struct ResponseBody : IDisposable
{
    private const int FirstSize = 4096;

    // The maximum buffer for a declared length; it grows only as bytes are received.
    private const int LargestOnTrust = 64 * 1024;

    private byte[] _buffer;
    private int _length;

    public readonly ArraySegment<byte> Bytes => new(_buffer, 0, _length);

    /// <summary>Reads a body to its end, without blocking a thread.</summary>
    /// <exception cref="ResponseTooLargeException">It is larger than the limit.</exception>
    /// <exception cref="IOException">The connection closed before the whole body arrived.</exception>
    /// <exception cref="TaskCanceledException">The body did not arrive before the deadline, or the call was cancelled.</exception>
    public static async ValueTask<ResponseBody> ReadAsync(
        HttpContent content, int limit, Deadline deadline, CancellationToken cancellationToken)
    {
        var declared = content.Headers.ContentLength;
        if (declared > limit)
        {
            throw new ResponseTooLargeException();
        }

        // One byte more than the declared length, so that the read that detects the end needs no larger buffer.
        var body = new ResponseBody { _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(declared ?? FirstSize, LargestOnTrust) + 1) };
        Task<int>? pending = null;
        try
        {
#if NET
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            int read;
            do
            {
                body.Reserve(limit);
#if NET
                var reading = stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken);
                pending = reading.IsCompletedSuccessfully ? null : reading.AsTask();
                read = pending is null ? reading.Result : await deadline.WaitAsync(pending, cancellationToken).ConfigureAwait(false);
#else
                pending = stream.ReadAsync(body._buffer, body._length, body._buffer.Length - body._length, cancellationToken);
                read = await deadline.WaitAsync(pending, cancellationToken).ConfigureAwait(false);
#endif
                body._length += read;
                if (body._length > limit)
                {
                    throw new ResponseTooLargeException();
                }
            }
            while (read != 0);
            return body;
        }
        catch (Exception exception)
        {
            body.DisposeAfter(pending);
            if (exception is TimeoutException timeout)
            {
                throw deadline.IsOver(timeout);
            }

            throw;
        }
    }

    /// <summary>Whether a decompressing stream reports invalid data. Brotli's stream throws the base exception.</summary>
    public static bool IsUndecodable(Exception exception) => exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _length = 0;
    }

    // An abandoned read may still write to the buffer, so the buffer is returned only when the read has completed. Its exception,
    // often because the stream was closed meanwhile, must not be unobserved.
    private readonly void DisposeAfter(Task<int>? pending)
    {
        var body = this;
        if (pending is null)
        {
            body.Dispose();
            return;
        }

        _ = pending.ContinueWith(
            read =>
            {
                _ = read.Exception;
                body.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private void Reserve(int limit)
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        // One byte more than the limit, to detect that the body is larger.
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, limit + 1L));
        Array.Copy(_buffer, larger, _length);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
