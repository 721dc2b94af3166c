namespace Verifik;

/// <summary>
/// The token store failed where it was needed: there was no valid token in memory, or a logout could not be written. The
/// store needs care; it is no reason to send anyone a code.
/// </summary>
public sealed class VerifikTokenStoreException : Exception
{
    internal VerifikTokenStoreException(Exception innerException)
        : base($"The token store failed: {innerException.Message} Nothing was sent, and it is no reason to log in.", innerException)
    {
    }
}
