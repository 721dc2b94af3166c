namespace Verifik.Internal.Account;

/// <summary>Starts what outlives its caller and carries nothing of the caller's context.</summary>
internal static class Detached
{
    public static Task Run(Func<Task> work) => Start(() => Task.Run(work));

    public static Task<T> Run<T>(Func<Task<T>> work) => Start(() => Task.Run(work));

    public static T Start<T>(Func<T> start)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            return start();
        }
    }
}
