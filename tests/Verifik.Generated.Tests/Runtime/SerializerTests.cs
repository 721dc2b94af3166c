using System.Net;
using System.Text;
using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Runtime;

/// <summary>The generated readers and writers do what Newtonsoft's own serializer does with the same types.</summary>
public sealed class SerializerTests
{
    // What the contract does not list is kept as it came, so text that looks like a date stays text.
    private static readonly JsonSerializerSettings AsItCame = new() { DateParseHandling = DateParseHandling.None };

    [Fact]
    public Task APhoneLogin_IsReadAsNewtonsoftReadsIt() =>
        RandomDocument.For(typeof(PhoneLoginResponse)).SampleAsync(
            document => ReadsAlike<PhoneLoginResponse>(document, async client => await client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin())), iter: 200);

    [Fact]
    public Task AConfirmation_IsReadAsNewtonsoftReadsIt() =>
        RandomDocument.For(typeof(ConfirmPhoneLoginResponse)).SampleAsync(
            document => ReadsAlike<ConfirmPhoneLoginResponse>(document, async client => await client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation())), iter: 200);

    [Fact]
    public Task AnError_IsReadAsNewtonsoftReadsIt() =>
        RandomDocument.For(typeof(ApiError)).SampleAsync(
            document => ReadsAlike(document, client => ErrorOf(client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin())), HttpStatusCode.BadRequest), iter: 200);

    [Fact]
    public Task AnyJsonOfAServer_IsReadOrKept() =>
        RandomDocument.Odd(typeof(PhoneLoginResponse)).SampleAsync(
            async document =>
            {
                using var verifik = MockVerifik.Answering(HttpStatusCode.OK, document);

                var read = await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

                Assert.Equal(Comparable(WithoutOddSecret(document)), Comparable(JsonConvert.SerializeObject(read)));
            },
            iter: 400);

    [Fact]
    public Task ALogin_IsWrittenAsNewtonsoftWritesIt() =>
        Gen.Select(Gen.Int[1, 999], Gen.Long[1, 999_999_999_999_999], RandomDocument.SomeText()).SampleAsync((country, phone, type) =>
        {
            var request = new PhoneLoginRequest { CountryCode = $"+{country}", Phone = phone, Type = type };
            return WritesAlike(request, client => client.RequestPhoneLoginAsync(request));
        });

    [Fact]
    public Task AConfirmation_IsWrittenAsNewtonsoftWritesIt() =>
        Gen.Select(Gen.Int[1, 999], Gen.Long[1, 999_999_999_999_999], Gen.Int[0, 999_999]).SampleAsync((country, phone, otp) =>
        {
            var request = new PhoneLoginConfirmation { CountryCode = $"+{country}", Phone = phone, Otp = $"{otp:000000}" };
            return WritesAlike(request, client => client.ConfirmPhoneLoginAsync(request));
        });

    private static async Task ReadsAlike<T>(string document, Func<VerifikClient, Task<T?>> call, HttpStatusCode status = HttpStatusCode.OK)
        where T : class
    {
        using var verifik = MockVerifik.Answering(status, document);

        var ours = await TryAsync(() => call(verifik.Client));
        var newtonsofts = await TryAsync(() => Task.FromResult(JsonConvert.DeserializeObject<T>(document, AsItCame)));

        Assert.Equal(JsonConvert.SerializeObject(newtonsofts), JsonConvert.SerializeObject(ours));
    }

    private static async Task WritesAlike(object request, Func<VerifikClient, Task> call)
    {
        byte[] sent = [];
        using var http = new HttpClient(new Recorder(body => sent = body)) { BaseAddress = new Uri("https://api.verifik.co") };

        await Assert.ThrowsAsync<VerifikApiException>(() => call(new VerifikClient(http)));

        Assert.Equal(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(request)), sent);
    }

    // A number in the place of a text becomes one, and the other way around; null and an empty text are both nothing; an
    // instant may have another offset. All else stays as it came.
    private static string Comparable(string document) =>
        Comparable(JsonConvert.DeserializeObject<JToken>(document, AsItCame)!).ToString(Formatting.None);

    // A hash that is not a string is not kept, nor is anything in place of the object that contains it.
    private static string WithoutOddSecret(string document)
    {
        var json = JsonConvert.DeserializeObject<JObject>(document, AsItCame)!;
        if (json["data"] is not JObject data)
        {
            json.Remove("data");
        }
        else if (data["otp"] is not { Type: JTokenType.String })
        {
            data.Remove("otp");
        }

        return json.ToString(Formatting.None);
    }

    private static JToken Comparable(JToken token) => token switch
    {
        JObject value => new JObject(value.Properties().Where(property => !IsNothing(property.Value)).OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Comparable(property.Value)))),
        JArray value => new JArray(value.Select(Comparable)),
        JValue { Value: string text } when DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time) && text.Contains('T', StringComparison.Ordinal) => time.UtcDateTime.ToString("O"),
        JValue { Value: string text } when double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) => Number(number),
        JValue { Value: long number } => Number(number),
        JValue { Value: double number } => Number(number),
        JValue { Value: bool flag } => flag ? "true" : "false",
        _ => token.ToString(Formatting.None).Trim('"'),
    };

    private static string Number(double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsNothing(JToken token) => token is JValue { Value: null or "" };

    // Null stands for what could not be read: no document of the domain is itself null.
    private static async Task<T?> TryAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is JsonException or VerifikApiException { Failure: VerifikApiFailure.Unreadable or VerifikApiFailure.MissingProperty })
        {
            return null;
        }
    }

    private static async Task<ApiError?> ErrorOf(Task call) => (await Assert.ThrowsAsync<VerifikApiException>(() => call)).Error;

    private sealed class Recorder(Action<byte[]> record) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            record(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
