using System.Net;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Verifik.Contract.Model;

namespace Verifik.Tests.Contract;

/// <summary>Calls a random operation, and holds what is sent and read against what Newtonsoft's serializer makes of the same types.</summary>
internal sealed class RandomCall(CompiledClient client, RandomOperation operation)
{
    private static readonly JsonSerializerSettings AsItCame = new() { DateParseHandling = DateParseHandling.None };
    private static readonly JsonSerializerSettings Exactly = new() { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };

    private readonly MethodInfo _method = client.Method(operation.Name);

    /// <summary>What is otherwise; <see langword="null"/> where all is as it should be.</summary>
    public async Task<string?> FailureAsync()
    {
        try
        {
            await SucceedsAsync();
            await FailsAsync();
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"{operation.PathItem().ToString(Formatting.None)}\n{operation.Component?.ToString(Formatting.None)}\nanswered with {client.Wire.Answer}\nsent {client.Wire.Address} {client.Wire.Body}\n{exception}";
        }
    }

    private async Task SucceedsAsync()
    {
        client.Wire.Reset();
        client.Wire.Answer = operation.Result?.Read.ToString(Formatting.None) ?? "";
        var arguments = _method.GetParameters().SkipLast(1).Select(ArgumentOf).ToArray();

        var read = await client.CallAsync(operation.Name, arguments);

        AssertAddress();
        foreach (var header in operation.Parameters.Where(parameter => parameter.In == "header"))
        {
            Assert.Equal(string.Join(",", header.Texts), client.Wire.Headers.GetValueOrDefault(header.Name, ""));
        }

        var body = operation.SendsBody ? arguments[Array.FindIndex(_method.GetParameters(), parameter => parameter.Name == "body")] : null;
        Assert.Equal(operation.SendsBody ? Text(body) : "", operation.SendsBody ? Text(JsonConvert.DeserializeObject<JToken>(client.Wire.Body, Exactly)) : client.Wire.Body);
        if (operation.Result is { } result)
        {
            var type = _method.ReturnType.GetGenericArguments()[0];
            Assert.Equal(Text(JsonConvert.DeserializeObject(result.ReadWithoutNulls.ToString(Formatting.None), type, AsItCame)), Text(read));
        }
    }

    private async Task FailsAsync()
    {
        client.Wire.Status = HttpStatusCode.Conflict;
        client.Wire.Answer = operation.Failure?.Read.ToString(Formatting.None) ?? """{ "code": "Conflict", "message": "No." }""";

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => client.CallAsync(operation.Name, _method.GetParameters().SkipLast(1).Select(ArgumentOf).ToArray()));

        if (operation.Failure is null)
        {
            Assert.Equal((null, "Conflict"), (error.Details, error.Error!.Code));
        }
        else
        {
            Assert.Equal(Text(JsonConvert.DeserializeObject<JToken>(client.Wire.Answer, AsItCame)), Text(error.Details));
        }
    }

    private object? ArgumentOf(ParameterInfo parameter)
    {
        if (parameter.Name == "body")
        {
            return operation.SendsBody ? Make(operation.Body!, parameter.ParameterType) : null;
        }

        var given = operation.Parameters.Single(candidate => CSharpName.Camel(candidate.Name) == parameter.Name);
        return given.IsGiven ? Make(given.Schema, parameter.ParameterType) : Type.Missing;
    }

    private void AssertAddress()
    {
        var query = operation.Parameters.Where(parameter => parameter.In == "query" && parameter.Texts.Any()).Select(parameter => parameter.InAddress).ToList();
        var sent = new Uri(client.Wire.Address);

        Assert.Equal(new Uri("https://api.example.com" + operation.Address).AbsolutePath, sent.AbsolutePath);
        Assert.Equal(string.Join("&", query).Split('&').Order(), sent.Query.TrimStart('?').Split('&').Order());
    }

    private static object? Make(RandomSchema schema, Type type) => JsonConvert.DeserializeObject(schema.Sent.ToString(Formatting.None), type, AsItCame);

    // As Newtonsoft writes it, but for the order of properties: what is not listed comes last in its class.
    private static string Text(object? value) => Sorted(value as JToken ?? JsonConvert.DeserializeObject<JToken>(JsonConvert.SerializeObject(value), Exactly) ?? JValue.CreateNull()).ToString(Formatting.None);

    private static JToken Sorted(JToken token) => token switch
    {
        JObject value => new JObject(value.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray value => new JArray(value.Select(Sorted)),
        _ => token,
    };
}
