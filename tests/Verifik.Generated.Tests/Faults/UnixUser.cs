namespace Verifik.Tests.Faults;

/// <summary>Which user a test needs to run as.</summary>
internal enum UnixUser
{
    Anybody,
    Root,
    NotRoot,
}
