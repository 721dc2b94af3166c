namespace Verifik.Sandbox.Http;

/// <summary>How a response ends.</summary>
internal enum Ending
{
    /// <summary>Normally.</summary>
    Whole,

    /// <summary>The connection closes in the middle of the body.</summary>
    Truncated,

    /// <summary>The connection closes before anything is sent.</summary>
    Dropped,
}
