using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Verifik.Runtime;

namespace Verifik.Tests.Runtime;

/// <summary>The properties of a request, as JSON.</summary>
public sealed class JsonWritingTests
{
    private static readonly PhoneLoginRequest Login = new() { CountryCode = "+57", Phone = 3001234567 };

    [Fact]
    public void AProperty_IsWrittenInItsJsonType() => Assert.Equal(
        """{"text":"ñ","whole":1,"number":0.5,"exact":1.50,"flag":false,"time":"2024-05-29T03:41:27+00:00","date":"2024-05-29","bytes":"AQI=","tree":{"a":[1]},"body":{"countryCode":"+57","phone":3001234567,"type":"login"},"none":null,"list":[1,2],"map":{"a":1}}""",
        Written(static writer =>
        {
            writer.WriteProperty("text", "ñ");
            writer.WriteProperty("whole", 1L);
            writer.WriteProperty("number", 0.5);
            writer.WriteProperty("exact", 1.50m);
            writer.WriteProperty("flag", false);
            writer.WriteProperty("time", new DateTimeOffset(2024, 5, 29, 3, 41, 27, TimeSpan.Zero));
            writer.WriteProperty("date", new DateTime(2024, 5, 29));
            writer.WriteProperty("bytes", [1, 2]);
            writer.WriteProperty("tree", JToken.Parse("""{"a":[1]}"""));
            writer.WriteProperty("body", Login);
            writer.WriteNull("none", when: true);
            writer.WriteList("list", [1L, 2L], static (writer, item) => writer.WriteValue(item));
            writer.WriteMap("map", new Dictionary<string, long> { ["a"] = 1 }, static (writer, item) => writer.WriteValue(item));
        }));

    [Fact]
    public void APropertyThatIsNotSet_IsOmitted() => Assert.Equal("{}", Written(static writer =>
    {
        writer.WriteProperty("text", (string?)null);
        writer.WriteProperty("whole", (long?)null);
        writer.WriteProperty("number", (double?)null);
        writer.WriteProperty("exact", (decimal?)null);
        writer.WriteProperty("flag", (bool?)null);
        writer.WriteProperty("time", (DateTimeOffset?)null);
        writer.WriteProperty("date", (DateTime?)null);
        writer.WriteProperty("bytes", (byte[]?)null);
        writer.WriteProperty("tree", (JToken?)null);
        writer.WriteProperty("body", (IRequestBody?)null);
        writer.WriteNull("none", when: false);
        writer.WriteList<long>("list", null, static (writer, item) => writer.WriteValue(item));
        writer.WriteMap<long>("map", null, static (writer, item) => writer.WriteValue(item));
    }));

    [Fact]
    public void AnAdditionalProperty_DoesNotRepeatADeclaredOneThatIsSet() => Assert.Equal("""{"a":1,"c":{}}""", Written(static writer =>
        writer.WriteAdditional(
            new Dictionary<string, JToken> { ["a"] = 1, ["b"] = 2, ["c"] = new JObject() },
            ("a", false),
            ("b", true))));

    private static string Written(Action<JsonWriter> write)
    {
        using var text = new StringWriter();
        using (var writer = new JsonTextWriter(text))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return text.ToString();
    }
}
