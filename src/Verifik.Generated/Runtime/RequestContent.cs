using System.Net;

namespace Verifik.Runtime;

/// <summary>
/// The JSON body of a request. The body of a POST may contain a one-time password, so it is sent once: a handler that
/// follows redirects cannot send it to another server, unless an outer handler has buffered the body.
/// </summary>
internal sealed class RequestContent(byte[] json, bool isSentOnce) : ByteArrayContent(json)
{
    private readonly byte[] _json = json;
    private bool _isSent;

    /// <summary>Allows the body to be sent again with another token, after the server refused the token without processing the request.</summary>
    public void AllowResend() => _isSent = false;

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
            throw new HttpRequestException("The body of this request is sent only once, and a handler tried to send it again after a redirect or a lost connection.");
        }

        _isSent = isSentOnce;
    }
}
