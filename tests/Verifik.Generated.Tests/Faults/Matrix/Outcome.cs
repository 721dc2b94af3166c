namespace Verifik.Tests.Faults.Matrix;

/// <summary>The outcome of a call, as written in docs/failures.md.</summary>
internal static class Outcome
{
    public const string Whole = "**the response**";
    public const string Part = "**a partial response**";

    /// <summary>Returns the value or the documented exception as text. Any other exception is not caught.</summary>
    /// <param name="call">Whether the value is complete.</param>
    public static async Task<string> OfAsync(Task<bool> call)
    {
        try
        {
            return await call ? Whole : Part;
        }
        catch (VerifikApiException exception)
        {
            var code = exception.Error?.Code is { Length: > 1 } known ? $", {known}" : "";
            var wait = exception.RetryAfter is { } retryAfter ? $", after {retryAfter.TotalSeconds} s" : "";
            return $"`{exception.Failure}` ({(int)exception.StatusCode}{code}{wait})";
        }
        catch (VerifikLoginRequiredException exception)
        {
            return $"`VerifikLoginRequiredException` ({exception.Reason})";
        }
        catch (HttpRequestException exception)
        {
            return exception.StatusCode is { } status ? $"status {(int)status}" : "`HttpRequestException`";
        }
        catch (TaskCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            return "`TaskCanceledException`";
        }
    }
}
