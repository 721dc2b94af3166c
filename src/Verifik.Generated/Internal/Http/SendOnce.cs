namespace Verifik.Internal.Http;

/// <summary>
/// The state of a request that must not be repeated, because it sends a message to a person or cannot be undone.
/// </summary>
internal sealed class SendOnce
{
    private static readonly RequestItem<SendOnce> Item = new("Verifik.SendOnce");

    private readonly TaskCompletionSource<bool> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    /// <summary>Completes with whether the first attempt succeeded.</summary>
    public Task<bool> Answered => _answered.Task;

    /// <summary>The outcome of the first attempt, if it did not succeed.</summary>
    public SendOnceException? Failure { get; private set; }

    /// <summary>The state of a request; <see langword="null"/> if it may be repeated.</summary>
    public static SendOnce? Of(HttpRequestMessage request) => Item.Of(request);

    public void Mark(HttpRequestMessage request) => Item.Set(request, this);

    /// <summary>Returns true to the first caller only.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;

    /// <summary>Allows another attempt with another token, after the server refused the token without processing the request.</summary>
    public void Reset() => Volatile.Write(ref _begun, 0);

    public void Succeed() => _answered.TrySetResult(true);

    public SendOnceException Fail(HttpResponseMessage? response, Exception? error)
    {
        Failure = new SendOnceException(response, error);
        _answered.TrySetResult(false);
        return Failure;
    }
}
