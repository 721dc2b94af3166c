namespace Verifik.Tests.Faults.Matrix;

/// <summary>What became of a call, as docs/failures.md has it.</summary>
internal static class Outcome
{
    public const string Whole = "**the answer**";
    public const string Part = "**what is left of the answer**";

    /// <summary>The value, or one documented exception. Whatever else is thrown is thrown on.</summary>
    /// <param name="call">Whether the value is all that the server owes.</param>
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
