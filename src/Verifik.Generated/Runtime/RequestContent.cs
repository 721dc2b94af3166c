using System.Net;

namespace Verifik.Runtime;

/// <summary>
/// The JSON of a request. That of a POST may hold a one-time password, so it goes over the wire once: a handler that follows
/// a redirect by itself does not carry it to another server, unless a handler further out has read the body into a buffer.
/// </summary>
internal sealed class RequestContent(byte[] json, bool isSentOnce) : ByteArrayContent(json)
{
    private readonly byte[] _json = json;
    private bool _isSent;

    /// <summary>The server refused the token before it did anything: with another one, the body may be sent again.</summary>
    public void AllowAnotherSending() => _isSent = false;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        BeginSending();
        return stream.WriteAsync(_json, 0, _json.Length);
    }

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeginSending();
        return stream.WriteAsync(_json, 0, _json.Length, cancellationToken);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeginSending();
        stream.Write(_json, 0, _json.Length);
    }

#endif
    private void BeginSending()
    {
        if (_isSent)
        {
            throw new HttpRequestException("The body of this request is sent once, and a handler was about to send it again: after a redirect, or after a connection was lost.");
        }

        _isSent = isSentOnce;
    }
}
