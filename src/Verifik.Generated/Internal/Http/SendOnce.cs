namespace Verifik.Internal.Http;

/// <summary>
/// What became of a request that must not be repeated, because it sends a message to a person or uses something up.
/// </summary>
internal sealed class SendOnce
{
    private static readonly RequestItem<SendOnce> Item = new("Verifik.SendOnce");

    private readonly TaskCompletionSource<bool> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    /// <summary>Ends with whether the first sending was answered with success.</summary>
    public Task<bool> Answered => _answered.Task;

    /// <summary>What the first sending brought, where it was no success.</summary>
    public SendOnceException? Failure { get; private set; }

    /// <summary>The mark on a request; <see langword="null"/> where it may be repeated.</summary>
    public static SendOnce? Of(HttpRequestMessage request) => Item.Of(request);

    public void Mark(HttpRequestMessage request) => Item.Set(request, this);

    /// <summary>Whether this is the first sending.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;

    /// <summary>The server refused the token before it did anything: with another one, the request is a first again.</summary>
    public void BeginAnew() => Volatile.Write(ref _begun, 0);

    public void Succeed() => _answered.TrySetResult(true);

    public SendOnceException Fail(HttpResponseMessage? response, Exception? error)
    {
        Failure = new SendOnceException(response, error);
        _answered.TrySetResult(false);
        return Failure;
    }
}
