namespace Verifik.Tests.Account;

/// <summary>The body of an answer that knows whether it was disposed: its connection is free again then.</summary>
internal sealed class WatchedContent() : ByteArrayContent([])
{
    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
