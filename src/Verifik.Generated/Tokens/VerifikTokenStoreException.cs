namespace Verifik;

/// <summary>
/// The token store failed while there was no valid token in memory, so nobody knows whether a person has to log in. It
/// says that the store needs care: it is no reason to send anyone a code.
/// </summary>
public sealed class VerifikTokenStoreException : Exception
{
    internal VerifikTokenStoreException(Exception innerException)
        : base($"The token store failed ({innerException.GetType().Name}). Nothing was sent; nobody has to log in because of it.", innerException)
    {
    }
}
