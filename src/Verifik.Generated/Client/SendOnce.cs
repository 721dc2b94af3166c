namespace Verifik;

/// <summary>
/// What became of a request that must not be repeated, because it sends a message to a person or uses something up. It
/// travels with the request, and with the copies that a handler makes of it.
/// </summary>
internal sealed class SendOnce
{
    private const string Name = "Verifik.SendOnce";

    private readonly TaskCompletionSource<bool> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    /// <summary>Ends with whether the first sending was answered with success.</summary>
    public Task<bool> Answered => _answered.Task;

    /// <summary>What the first sending brought, where it was no success.</summary>
    public SendOnceException? Failure { get; private set; }

    /// <summary>The mark on a request; <see langword="null"/> where it may be repeated.</summary>
    public static SendOnce? Of(HttpRequestMessage request)
    {
#if NET
        return request.Options.TryGetValue(new HttpRequestOptionsKey<SendOnce>(Name), out var once) ? once : null;
#else
        return request.Properties.TryGetValue(Name, out var once) ? once as SendOnce : null;
#endif
    }

    public void Mark(HttpRequestMessage request)
    {
#if NET
        request.Options.Set(new HttpRequestOptionsKey<SendOnce>(Name), this);
#else
        request.Properties[Name] = this;
#endif
    }

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
