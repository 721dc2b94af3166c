namespace Verifik.Tests.Account;

/// <summary>A response body that records whether it was disposed, which releases its connection.</summary>
internal sealed class TrackedContent() : ByteArrayContent([])
{
    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
