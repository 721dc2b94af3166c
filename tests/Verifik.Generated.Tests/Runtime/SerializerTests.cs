using System.Net;
using System.Text;
using CsCheck;
using Newtonsoft.Json;

namespace Verifik.Tests.Runtime;

/// <summary>The generated readers and writers do what Newtonsoft's own serializer does with the same types.</summary>
public sealed class SerializerTests
{
    // What the contract does not list is kept as it came, so text that looks like a date stays text.
    private static readonly JsonSerializerSettings AsItCame = new() { DateParseHandling = DateParseHandling.None };

    [Fact]
    public void APhoneLogin_IsReadAsNewtonsoftReadsIt() =>
        RandomDocument.For(typeof(PhoneLoginResponse)).Sample(
            document => ReadsAlike<PhoneLoginResponse>(document, async client => await client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin())), iter: 500);

    [Fact]
    public void AConfirmation_IsReadAsNewtonsoftReadsIt() =>
        RandomDocument.For(typeof(ConfirmPhoneLoginResponse)).Sample(
            document => ReadsAlike<ConfirmPhoneLoginResponse>(document, async client => await client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation())), iter: 500);

    [Fact]
    public void AnError_IsReadAsNewtonsoftReadsIt() =>
        RandomDocument.For(typeof(ApiError)).Sample(
            document => ReadsAlike(document, client => ErrorOf(client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin())), HttpStatusCode.BadRequest), iter: 500);

    [Fact]
    public void ALogin_IsWrittenAsNewtonsoftWritesIt() =>
        Gen.Select(Gen.Int[1, 999], Gen.Long[1, 999_999_999_999_999], RandomDocument.SomeText()).Sample((country, phone, type) =>
        {
            var request = new PhoneLoginRequest { CountryCode = $"+{country}", Phone = phone, Type = type };
            WritesAlike(request, client => client.RequestPhoneLoginAsync(request));
        });

    [Fact]
    public void AConfirmation_IsWrittenAsNewtonsoftWritesIt() =>
        Gen.Select(Gen.Int[1, 999], Gen.Long[1, 999_999_999_999_999], Gen.Int[0, 999_999]).Sample((country, phone, otp) =>
        {
            var request = new PhoneLoginConfirmation { CountryCode = $"+{country}", Phone = phone, Otp = $"{otp:000000}" };
            WritesAlike(request, client => client.ConfirmPhoneLoginAsync(request));
        });

    private static void ReadsAlike<T>(string document, Func<VerifikClient, Task<T?>> call, HttpStatusCode status = HttpStatusCode.OK)
        where T : class
    {
        using var verifik = MockVerifik.Answering(status, document);

        var ours = Try(() => call(verifik.Client).GetAwaiter().GetResult());
        var newtonsofts = Try(() => JsonConvert.DeserializeObject<T>(document, AsItCame));

        Assert.Equal(JsonConvert.SerializeObject(newtonsofts), JsonConvert.SerializeObject(ours));
    }

    private static void WritesAlike(object request, Func<VerifikClient, Task> call)
    {
        byte[] sent = [];
        using var http = new HttpClient(new Recorder(body => sent = body)) { BaseAddress = new Uri("https://api.verifik.co") };

        Assert.ThrowsAsync<VerifikApiException>(() => call(new VerifikClient(http))).GetAwaiter().GetResult();

        Assert.Equal(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(request)), sent);
    }

    // Null stands for what could not be read: no document of the domain is itself null.
    private static T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
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
