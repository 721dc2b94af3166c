using System.Globalization;
using Newtonsoft.Json;

namespace Verifik.Sandbox;

/// <summary>Turns an operation into an endpoint: what it returns is the body of a 200, a <see cref="Refusal"/> that of a failure.</summary>
internal sealed class Answers(TimeProvider clock)
{
    // Verifik's document: "2024-05-29T03:41:27.009Z".
    private static readonly JsonSerializerSettings Format = new()
    {
        Culture = CultureInfo.InvariantCulture,
        DateFormatString = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        NullValueHandling = NullValueHandling.Ignore,
    };

    public RequestDelegate To(Func<HttpRequest, Task<object>> operation) => async context =>
    {
        object body;
        try
        {
            body = await operation(context.Request);
        }
        catch (Refusal refusal)
        {
            context.Response.StatusCode = refusal.Status;
            body = refusal.ToError(clock.GetUtcNow());
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(JsonConvert.SerializeObject(body, Format), context.RequestAborted);
    };
}
