using System.Globalization;
using Verifik.Runtime;

namespace Verifik.Tests.Runtime;

/// <summary>RFC 3339 times and dates, at the bounds of each part, and strings that are similar but invalid.</summary>
public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2024-05-29T03:41:27Z", "2024-05-29T03:41:27.0000000+00:00")]
    [InlineData("2024-05-29t03:41:27z", "2024-05-29T03:41:27.0000000+00:00")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("2024-12-31T23:59:59Z", "2024-12-31T23:59:59.0000000+00:00")]
    [InlineData("2024-05-29T03:41:27.1Z", "2024-05-29T03:41:27.1000000+00:00")]
    [InlineData("2024-05-29T03:41:27.0000001Z", "2024-05-29T03:41:27.0000001+00:00")]
    [InlineData("2024-05-29T03:41:27.99999999Z", "2024-05-29T03:41:27.9999999+00:00")]
    [InlineData("2024-05-29T03:41:27+14:00", "2024-05-29T03:41:27.0000000+14:00")]
    [InlineData("2024-05-29T03:41:27.5-14:00", "2024-05-29T03:41:27.5000000-14:00")]
    [InlineData("2024-05-29T03:41:27+05:30", "2024-05-29T03:41:27.0000000+05:30")]
    [InlineData("2024-05-29T03:41:27-00:59", "2024-05-29T03:41:27.0000000-00:59")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:01:00+00:01", "0001-01-01T00:01:00.0000000+00:01")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("9999-12-31T23:58:59-00:01", "9999-12-31T23:58:59.0000000-00:01")]
    public void ATime_IsRead(string text, string expected) =>
        Assert.Equal(expected, Rfc3339.ReadTime(text)?.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("2024-05-29T03:41:27")]
    [InlineData("2024-05-29 03:41:27Z")]
    [InlineData("2024/05-29T03:41:27Z")]
    [InlineData("2024-05/29T03:41:27Z")]
    [InlineData("2024-05-29T03.41:27Z")]
    [InlineData("2024-05-29T03:41.27Z")]
    [InlineData("0000-05-29T03:41:27Z")]
    [InlineData("2024-00-29T03:41:27Z")]
    [InlineData("2024-13-29T03:41:27Z")]
    [InlineData("2024-05-00T03:41:27Z")]
    [InlineData("2024-05-32T03:41:27Z")]
    [InlineData("2023-02-29T03:41:27Z")]
    [InlineData("2024-05-29T24:41:27Z")]
    [InlineData("2024-05-29T03:60:27Z")]
    [InlineData("2024-05-29T03:41:60Z")]
    [InlineData("a024-05-29T03:41:27Z")]
    [InlineData("2024-0a-29T03:41:27Z")]
    [InlineData("2024-05-2aT03:41:27Z")]
    [InlineData("2024-05-29T0a:41:27Z")]
    [InlineData("2024-05-29T03:a1:27Z")]
    [InlineData("2024-05-29T03:41:2aZ")]
    [InlineData("2024-05-29T03:41:2/Z")]
    [InlineData("2024-05-29T03:41:2:Z")]
    [InlineData("2024-05-29T03:41:27.Z")]
    [InlineData("2024-05-29T03:41:27.")]
    [InlineData("2024-05-29T03:41:27.5")]
    [InlineData("2024-05-29T03:41:27.5aZ")]
    [InlineData("2024-05-29T03:41:27Z ")]
    [InlineData("2024-05-29T03:41:27ZZ")]
    [InlineData("2024-05-29T03:41:27X")]
    [InlineData("2024-05-29T03:41:27+14:01")]
    [InlineData("2024-05-29T03:41:27-15:00")]
    [InlineData("2024-05-29T03:41:27+00:60")]
    [InlineData("2024-05-29T03:41:27+0a:00")]
    [InlineData("2024-05-29T03:41:27+00:0a")]
    [InlineData("2024-05-29T03:41:27+00.00")]
    [InlineData("2024-05-29T03:41:27*00:00")]
    [InlineData("2024-05-29T03:41:27+00:000")]
    [InlineData("2024-05-29T03:41:27+00:0")]
    [InlineData("0001-01-01T00:00:59+00:01")]
    [InlineData("9999-12-31T23:59:00-00:01")]
    public void AnInvalidTime_IsNotRead(string text) => Assert.Null(Rfc3339.ReadTime(text));

    [Theory]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("2023-02-29", null)]
    [InlineData("2024-5-29", null)]
    [InlineData("2024-05-29Z", null)]
    [InlineData("29-05-2024", null)]
    [InlineData("", null)]
    public void ADate_IsReadAsMidnight(string text, string? expected) =>
        Assert.Equal(expected is null ? null : expected + "T00:00:00.0000000", Rfc3339.ReadDate(text)?.ToString("O", CultureInfo.InvariantCulture));
}
