using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Faults.Matrix;

// Faults of the content: the shape of the JSON, its properties, the status code.
internal static partial class FaultTable
{
    private const string Error = """{"code":"CODE","message":"Something is wrong.","signature":{"dateTime":"August 31, 2022 3:24 PM","message":"Certified by Verifik.co"}}""";

    private static IEnumerable<Fault> Shapes()
    {
        const string Chapter = "JSON that does not match the contract";
        yield return new(Chapter, "returns `null`", peer => peer.AnswerAsync("200 OK", "null"));
        yield return new(Chapter, "returns `{}`", peer => peer.AnswerAsync("200 OK", "{}"));
        foreach (var shape in new[] { "[]", "\"text\"", "1", "1.5e3", "true" })
        {
            yield return new(Chapter, "returns an array, a string, a number or a Boolean", peer => peer.AnswerAsync("200 OK", shape));
        }

        yield return new(Chapter, "returns an array of the expected object", peer => peer.AnswerAsync("200 OK", $"[{peer.Json}]"));
        yield return new(Chapter, "returns an error object with status 200", peer => peer.AnswerAsync("200 OK", Envelope("BadRequest")));
        yield return new(Chapter, "adds unknown properties", peer => peer.AnswerAsync("200 OK", With(peer.Json, """{"deep":[null,{"a":1e400}]}""")));
    }

    // A row for each property, so that each cell has one outcome.
    private static IEnumerable<Fault> Properties()
    {
        foreach (var operation in Fault.AllOperations)
        {
            var answer = JObject.Parse(operation.Answer());
            foreach (var property in answer.Descendants().OfType<JProperty>())
            {
                var path = property.Path;
                yield return Changed("is missing", json => Token(json, path).Parent!.Remove());
                yield return Changed("is `null`", json => Token(json, path).Replace(JValue.CreateNull()));
                yield return Changed("is an object (or instead of one, an array)", json => Token(json, path).Replace(Token(json, path) is JObject ? new JArray(1) : new JObject(new JProperty("odd", 1))));
                yield return Changed("is a number", json => Token(json, path).Replace(new JValue(1.5)));
                yield return Changed("is a Boolean", json => Token(json, path).Replace(new JValue(true)));
                yield return Changed("is a string (or instead of one, an array)", json => Token(json, path).Replace(Token(json, path) is { Type: JTokenType.String } ? new JArray("odd") : new JValue("odd")));
                yield return Sent("occurs twice", Doubled(answer, property));

                Fault Changed(string column, Action<JObject> change)
                {
                    var changed = (JObject)answer.DeepClone();
                    change(changed);
                    return Sent(column, changed.ToString());
                }

                Fault Sent(string column, string json) =>
                    new($"Properties of the response to {operation.Heading()}", IsRequired(operation, path) ? $"`{path}` (required)" : $"`{path}`", peer => peer.AnswerAsync("200 OK", json))
                    {
                        Operations = [operation],
                        Column = column,
                    };
            }
        }
    }

    private static IEnumerable<Fault> Statuses()
    {
        const string Chapter = "Status codes";
        foreach (var status in new[] { 201, 202, 203, 206, 226 })
        {
            yield return new(Chapter, "returns 201, 202, 203, 206 or 226 with the body of 200", peer => peer.AnswerAsync($"{status} Odd", peer.Json));
        }

        yield return new(Chapter, "returns 204", peer => peer.SendAsync("HTTP/1.1 204 No Content\r\n\r\n"));
        yield return new(Chapter, "returns 205", peer => peer.SendAsync("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n"));
        yield return new(Chapter, "returns 304", peer => peer.SendAsync("HTTP/1.1 304 Not Modified\r\n\r\n"));
        foreach (var (status, code) in new[]
        {
            (400, "BadRequest"), (404, "NotFound"), (409, "MissingParameter"), (412, "PreconditionFailed"), (422, "UnprocessableEntity"), (500, "InternalServerError"),
        })
        {
            yield return new(Chapter, $"returns {status}", peer => peer.AnswerAsync($"{status} Odd", Envelope(code)));
        }

        foreach (var status in new[] { 400, 402, 404, 405, 406, 408, 409, 410, 412, 413, 415, 418, 422, 429, 451, 500, 501, 502, 503, 504, 511, 599 })
        {
            yield return new(Chapter, "returns another status from 400 to 599", peer => peer.AnswerAsync($"{status} Odd", Envelope("x"))) { Status = status };
            yield return new(Chapter, "returns a status from 400 to 599 with HTML or an empty body", peer => peer.AnswerAsync($"{status} Odd", status % 2 == 0 ? "<html>Odd</html>" : "")) { Status = status };
        }

        foreach (var status in new[] { 429, 503 })
        {
            yield return new(Chapter, $"returns {status} with `Retry-After` in seconds", peer => peer.AnswerAsync($"{status} Odd", Envelope("x"), "Retry-After: 30\r\n"));
            yield return new(Chapter, $"returns {status} with `Retry-After` as a date", peer => peer.AnswerAsync($"{status} Odd", Envelope("x"), $"Retry-After: {Cell.Start.AddSeconds(60).ToString("R", CultureInfo.InvariantCulture)}\r\n"));
            yield return new(Chapter, $"returns {status} with a `Retry-After` in the past", peer => peer.AnswerAsync($"{status} Odd", Envelope("x"), "Retry-After: Wed, 29 May 2019 03:41:27 GMT\r\n"));
            yield return new(Chapter, $"returns {status} with an invalid `Retry-After`", peer => peer.AnswerAsync($"{status} Odd", Envelope("x"), "Retry-After: soon\r\n"));
            yield return new(Chapter, $"returns {status} with an invalid `Retry-After`", peer => peer.AnswerAsync($"{status} Odd", Envelope("x"), "Retry-After: 99999999999\r\n"));
        }

        foreach (var body in new[] { "[]", "1", "null", "{\"code\":1,\"message\":[]}", "{\"error\":{}}", "{\"code\":\"x\"} y", "\u0000", "{" })
        {
            yield return new(Chapter, "returns 409 with unexpected or invalid JSON", peer => peer.AnswerAsync("409 Odd", body));
        }
    }

    private static IEnumerable<Fault> Redirects()
    {
        const string Chapter = "Redirects";
        foreach (var status in new[] { 300, 301, 302, 303, 307, 308 })
        {
            yield return new(Chapter, "redirects (300 to 308) to another host", peer => peer.AnswerAsync($"{status} Odd", "", $"Location: {peer.Elsewhere}elsewhere/v2/x\r\n")) { Status = status };
            yield return new(Chapter, "redirects (300 to 308) to the same address, in a loop", peer => peer.AnswerAsync($"{status} Odd", "", $"Location: {peer.Path}\r\n")) { Status = status };
            yield return new(Chapter, "redirects (300 to 308) without a `Location`", peer => peer.AnswerAsync($"{status} Odd", "")) { Status = status };
            yield return new(Chapter, "redirects (300 to 308) from https to http", peer => peer.AnswerAsync($"{status} Odd", "", $"Location: {peer.Elsewhere}elsewhere/v2/x\r\n")) { Status = status, Transport = Transport.Encrypted };
        }
    }

    private static IEnumerable<Fault> Refusals()
    {
        const string Chapter = "Rejected tokens";
        yield return Refused("returns 401", peer => peer.AnswerAsync("401 Odd", Envelope("Unauthorized")));
        yield return Refused("returns 401 with HTML or an empty body", peer => peer.AnswerAsync("401 Odd", "<html>"));
        yield return Refused("returns 401 with HTML or an empty body", peer => peer.AnswerAsync("401 Odd", ""));
        yield return Refused("returns 403 `token_expired`", peer => peer.AnswerAsync("403 Odd", """{"message":"token_expired","code":"FORBIDDEN"}"""));
        yield return Refused("returns 403 for another reason", peer => peer.AnswerAsync("403 Odd", Envelope("FORBIDDEN")));
        yield return Refused("returns 403 with HTML or an empty body", peer => peer.AnswerAsync("403 Odd", "<html>"));
        yield return Refused("returns 403 with HTML or an empty body", peer => peer.AnswerAsync("403 Odd", ""));
        yield return Refused("returns 403 and closes the connection during the body", peer => SendAndCloseAsync(peer, "HTTP/1.1 403 Odd\r\nContent-Length: 100\r\n\r\n{\"message\":\"token_exp"));
        yield return Refused("returns 403 with a body of 100 MB", peer => FloodAsync(peer, "HTTP/1.1 403 Odd\r\n\r\n", new string(' ', Megabyte))) with { Operations = Fault.AllOperations };
        yield return Refused("returns 403 and stalls during the body", peer => SendAndHoldAsync(peer, "HTTP/1.1 403 Odd\r\nContent-Length: 100\r\n\r\n{\"message\":\"token_exp")) with { Stalls = true, Operations = Fault.AllOperations };
        yield return Refused(RejectsStoredToken, RejectStoredTokenAsync);
        yield return Refused("returns 401 for every token, and renews it", peer => peer.Operation == Operation.Renew
            ? peer.AnswerAsync("200 OK", peer.Json)
            : peer.AnswerAsync("401 Odd", Envelope("Unauthorized")));
        yield return Refused("returns 401, and 500 for the renewal", peer => peer.Operation == Operation.Renew
            ? peer.AnswerAsync("500 Odd", "")
            : peer.AnswerAsync("401 Odd", Envelope("Unauthorized")));
        yield return Refused("returns 401, and resets the connection of the renewal", peer => peer.Operation == Operation.Renew
            ? peer.ResetAsync()
            : peer.AnswerAsync("401 Odd", Envelope("Unauthorized")));

        static Fault Refused(string name, Func<Peer, Task> script) =>
            new(Chapter, name, script) { Operations = [.. Fault.AllOperations, Operation.Handler] };
    }

    // Only the renewal and the renewed token succeed.
    private static Task RejectStoredTokenAsync(Peer peer) => peer is { Operation: Operation.Renew } or { Token: Operations.RenewedToken }
        ? peer.AnswerAsync("200 OK", peer.Json)
        : peer.AnswerAsync("401 Odd", Envelope("Unauthorized"));

    private static IEnumerable<Fault> Tls()
    {
        const string Chapter = "TLS";
        yield return new(Chapter, "has a trusted certificate", peer => peer.AnswerAsync("200 OK", peer.Json)) { Transport = Transport.Encrypted };
        yield return new(Chapter, "has a trusted certificate that has expired", peer => peer.AnswerAsync("200 OK", peer.Json)) { Transport = Transport.Expired };
        yield return new(Chapter, "has a trusted certificate for another host name", peer => peer.AnswerAsync("200 OK", peer.Json)) { Transport = Transport.OtherHost };
        yield return new(Chapter, "has a certificate of an unknown authority", peer => peer.AnswerAsync("200 OK", peer.Json)) { Transport = Transport.UnknownAuthority };
        yield return new(Chapter, "has a self-signed certificate", peer => peer.AnswerAsync("200 OK", peer.Json)) { Transport = Transport.SelfSigned };
        yield return new(Chapter, "resets the connection during the handshake", Nothing) { Transport = Transport.ResetHandshake };
        yield return new(Chapter, "uses plain HTTP instead of TLS", peer => peer.AnswerAsync("200 OK", peer.Json)) { Transport = Transport.Unencrypted };
        yield return new(Chapter, "resets the connection before the response", peer => peer.ResetAsync()) { Transport = Transport.Encrypted };
        yield return new(Chapter, "closes the connection during the body", peer => SendAndCloseAsync(peer, Head(peer) + Half(peer))) { Transport = Transport.Encrypted };
        yield return new(Chapter, "resets the connection during the body", peer => SendAndResetAsync(peer, Head(peer) + Half(peer))) { Transport = Transport.Encrypted };
        yield return new(Chapter, "stalls during the body", peer => SendAndHoldAsync(peer, Head(peer) + Half(peer))) { Transport = Transport.Encrypted, Stalls = true };
        yield return new(Chapter, "sends an endless body byte by byte", peer => SendAndDripAsync(peer, "HTTP/1.1 200 OK\r\n\r\n", ' ')) { Transport = Transport.Encrypted, Stalls = true };
        yield return new(Chapter, "closes the connection during a chunk", peer => SendAndCloseAsync(peer, ChunkedHead + "FFFF\r\n" + peer.Json)) { Transport = Transport.Encrypted };
        yield return new(Chapter, "returns 409", peer => peer.AnswerAsync("409 Odd", Envelope("MissingParameter"))) { Transport = Transport.Encrypted };
        yield return new(Chapter, RejectsStoredToken, RejectStoredTokenAsync) { Transport = Transport.Encrypted };
    }

    private static string Envelope(string code) => Error.Replace("CODE", code, StringComparison.Ordinal);

    private static bool IsRequired(Operation operation, string path) => operation switch
    {
        Operation.Confirm => path is "data" or "data.accessToken",
        Operation.Renew => path is "accessToken",
        Operation.Revoke => path is "token",
        Operation.Query => path is "data" or "data.fullName",
        _ => false,
    };

    private static JToken Token(JObject json, string path) => json.SelectToken(path)!;

    // The last value applies; the first has another type.
    private static string Doubled(JObject answer, JProperty property)
    {
        var (text, known) = (answer.ToString(Newtonsoft.Json.Formatting.None), $"\"{property.Name}\":{property.Value.ToString(Newtonsoft.Json.Formatting.None)}");
        return text.Replace(known, $"\"{property.Name}\":\"odd\",{known}", StringComparison.Ordinal);
    }
}
