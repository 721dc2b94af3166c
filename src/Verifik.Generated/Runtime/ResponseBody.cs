using System.Buffers;

namespace Verifik.Runtime;

/// <summary>The bytes of a response in a pooled buffer. They may hold a token, so the buffer goes back cleared.</summary>
internal struct ResponseBody : IDisposable
{
    private const int FirstSize = 4096;

    // What a server only says that it will send takes no more memory than this; what it sends does.
    private const int LargestOnTrust = 64 * 1024;

    private byte[] _buffer;
    private int _length;

    public readonly ArraySegment<byte> Bytes => new(_buffer, 0, _length);

    /// <summary>Reads a body to its end, without holding a thread while the server takes its time.</summary>
    /// <exception cref="ResponseTooLargeException">It is larger than the limit.</exception>
    /// <exception cref="IOException">The connection ended before the body did.</exception>
    /// <exception cref="TaskCanceledException">The end did not come before the deadline, or the call was cancelled.</exception>
    public static async ValueTask<ResponseBody> ReadAsync(
        HttpContent content, int limit, Deadline deadline, CancellationToken cancellationToken)
    {
        var declared = content.Headers.ContentLength;
        if (declared > limit)
        {
            throw new ResponseTooLargeException();
        }

        // One byte more than was declared, so that the read that finds the end needs no larger buffer.
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

    /// <summary>Whether a stream that decompresses says that its body is none. Brotli's says it with the wider exception.</summary>
    public static bool IsUndecodable(Exception exception) => exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _length = 0;
    }

    // A read that was given up may still write to the buffer: until it ends, nobody else may have it.
    private readonly void DisposeAfter(Task<int>? pending)
    {
        var body = this;
        if (pending is null or { IsCompleted: true })
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

        // One byte more than the limit shows that there is more.
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, limit + 1L));
        Array.Copy(_buffer, larger, _length);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
