using System.Globalization;
using Newtonsoft.Json;
using Verifik.Runtime;

namespace Verifik.Tests.Runtime;

/// <summary>Numbers of a response: a number may be written as text, but is never rounded to fit.</summary>
public sealed class ScalarReadingTests
{
    [Theory]
    [InlineData("1", 1L)]
    [InlineData("1.0", 1L)]
    [InlineData("1e3", 1000L)]
    [InlineData("\"1\"", 1L)]
    [InlineData("\"-1.0\"", -1L)]
    [InlineData("\"1e3\"", 1000L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("\"9223372036854775807\"", long.MaxValue)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("9223372036854775808.0", null)]
    [InlineData("-9223372036854777856.0", null)]
    [InlineData("\"9223372036854775808\"", null)]
    [InlineData("\"-9223372036854775809\"", null)]
    [InlineData("1.5", null)]
    [InlineData("\"1.5\"", null)]
    [InlineData("\"1,000\"", null)]
    [InlineData("\" 1\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("true", null)]
    public void AWholeNumber_HasNoFraction_AndFitsIntoALong(string json, long? expected) => Assert.Equal(expected, ScalarReading.Whole(Read(json)));

    [Theory]
    [InlineData("1", 1.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("\"-1.5e1\"", -15.0)]
    [InlineData("9223372036854775808", 9223372036854775808.0)]
    [InlineData("1e400", null)]
    [InlineData("\"1e400\"", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"1,5\"", null)]
    [InlineData("true", null)]
    public void ANumber_IsFinite(string json, double? expected) => Assert.Equal(expected, ScalarReading.Number(Read(json)));

    [Theory]
    [InlineData("1", "1")]
    [InlineData("\"1.50\"", "1.50")]
    [InlineData("\"-1e3\"", "-1000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("79228162514264337593543950336", null)]
    [InlineData("-79228162514264337593543950336", null)]
    [InlineData("\"1,5\"", null)]
    [InlineData("true", null)]
    public void AnExactNumber_FitsIntoADecimal(string json, string? expected) =>
        Assert.Equal(expected, ScalarReading.Exact(Read(json))?.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("AQI=", true)]
    [InlineData("AQI", false)]
    [InlineData("%", false)]
    public void BytesAreBase64(string text, bool isRead) => Assert.Equal(isRead ? [1, 2] : null, ScalarReading.Base64(text));

    private static JsonTextReader Read(string json)
    {
        var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        Assert.True(reader.Read());
        return reader;
    }
}
