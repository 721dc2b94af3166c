namespace Verifik.Tests.Runtime;

/// <summary>A body that never arrives. Closing the stream fails the pending read at once, as TLS does.</summary>
internal sealed class AbortedStream : SilentStream
{
    protected override void Dispose(bool disposing)
    {
        Abort();
        base.Dispose(disposing);
    }
}
