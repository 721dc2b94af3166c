namespace Verifik.Sandbox.Http;

/// <summary>How an answer ends.</summary>
internal enum Ending
{
    /// <summary>As it should.</summary>
    Whole,

    /// <summary>The connection breaks in the middle of the body.</summary>
    Truncated,

    /// <summary>The connection breaks before anything is sent.</summary>
    Dropped,
}
