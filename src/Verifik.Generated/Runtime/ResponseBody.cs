using System.Buffers;

namespace Verifik.Runtime;

/// <summary>The bytes of a response in a pooled buffer. They may hold a token, so the buffer goes back cleared.</summary>
internal struct ResponseBody : IDisposable
{
    private const int FirstSize = 4096;
    private byte[] _buffer;
    private int _length;

    public readonly ArraySegment<byte> Bytes => new(_buffer, 0, _length);

    /// <summary>
    /// Reads a body to its end, without holding a thread while the server takes its time. <see cref="HttpClient"/>
    /// counts its timeout to the headers only, so each wait for more of the body is held to it again.
    /// </summary>
    /// <exception cref="ResponseTooLargeException">It is larger than the limit.</exception>
    /// <exception cref="IOException">The connection ended before the body did.</exception>
    /// <exception cref="TaskCanceledException">Nothing came for as long as the timeout.</exception>
    public static async ValueTask<ResponseBody> ReadAsync(
        HttpContent content, int limit, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var declared = content.Headers.ContentLength;
        if (declared > limit)
        {
            throw new ResponseTooLargeException();
        }

        // One byte more than was declared, so that the read that finds the end needs no larger buffer.
        var body = new ResponseBody { _buffer = ArrayPool<byte>.Shared.Rent((int)(declared ?? FirstSize) + 1) };
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
                body.Reserve();
#if NET
                var reading = stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken);
                pending = reading.IsCompletedSuccessfully ? null : reading.AsTask();
                read = pending is null ? reading.Result : await pending.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
#else
                pending = stream.ReadAsync(body._buffer, body._length, body._buffer.Length - body._length, cancellationToken);
                read = await pending.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
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
            // A read that was given up may still write to the buffer: then nobody else may have it.
            if (pending is null or { IsCompleted: true })
            {
                body.Dispose();
            }

            if (exception is TimeoutException)
            {
                throw new TaskCanceledException($"No more of the response came within {timeout.TotalSeconds:0.###} seconds.", exception);
            }

            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _length = 0;
    }

    private void Reserve()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Array.Copy(_buffer, larger, _length);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
