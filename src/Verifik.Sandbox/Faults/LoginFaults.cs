using Newtonsoft.Json.Linq;

namespace Verifik.Sandbox.Faults;

/// <summary>The responses of the two login steps to a <see cref="MagicAccount"/>.</summary>
internal static class LoginFaults
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(30);

    private const string GatewayPage = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n";

    /// <summary>The response to a request for a code. <paramref name="send"/> sends the code, unless the request is refused.</summary>
    public static object OfRequest(VerifikAccount account, Func<object> send) => MagicAccount.Of(account) switch
    {
        { Fault: Fault.Invalid } => throw (account is PhoneAccount ? Refusal.BadRequest("Invalid phone number format.") : Refusal.InvalidEmail()),
        { Fault: Fault.RateLimited } magic => new Answer(StatusCodes.Status429TooManyRequests, """{"code":"TooManyRequests","message":"Too many requests."}""")
        {
            Magic = magic,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "30" },
        },
        { Fault: Fault.BadGateway } magic => new Answer(StatusCodes.Status502BadGateway, GatewayPage, "text/html; charset=utf-8") { Magic = magic },
        { Fault: Fault.Slow } magic => Exchange.AnswerOf(send()) with { Magic = magic, Delay = Slowness },
        { Fault: Fault.Dropped } magic => Exchange.AnswerOf(send()) with { Magic = magic, Ending = Ending.Dropped },
        { Fault: Fault.Truncated } magic => Exchange.AnswerOf(send()) with { Magic = magic, Ending = Ending.Truncated },
        { Fault: Fault.UnknownValues } magic => WithUnknownValues(Exchange.AnswerOf(send())) with { Magic = magic },
        _ => send(),
    };

    /// <summary>The response to a correct code.</summary>
    public static object OfConfirmation(VerifikAccount account, object token) => MagicAccount.Of(account) switch
    {
        { Fault: Fault.Undeclared } magic => Exchange.AnswerOf(token) with { Magic = magic, Status = StatusCodes.Status201Created },
        _ => token,
    };

    private static Answer WithUnknownValues(Answer answer)
    {
        var body = JObject.Parse(answer.Body);
        body["credits"] = new JObject { ["remaining"] = 12.5 };
        var data = (JObject)body["data"]!;
        data["status"] = "queued-elsewhere";
        data["channelHistory"] = new JArray("carrier-pigeon", JValue.CreateNull(), 7);
        if (data.ContainsKey("phoneGateway"))
        {
            (data["phoneGateway"], data["language"]) = ("carrier-pigeon", "qu");
        }

        return answer with { Body = body.ToString(Newtonsoft.Json.Formatting.None) };
    }
}
