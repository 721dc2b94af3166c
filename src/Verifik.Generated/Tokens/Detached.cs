namespace Verifik;

/// <summary>Starts work that outlives its caller and carries nothing of the caller's context.</summary>
internal static class Detached
{
    public static Task<T> Run<T>(Func<Task<T>> work)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            return Task.Run(work);
        }
    }
}
