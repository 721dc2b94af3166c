using System.Globalization;
using Verifik.Runtime;

namespace Verifik.Tests.Runtime;

/// <summary>The parameters of a request in its path, its query and its headers.</summary>
public sealed class ParameterTests
{
    [Fact]
    public void AQuery_IsEscaped_AndOmitsWhatIsNotSet()
    {
        var path = new ApiPath("v2/co/cedula");
        path.Query("document type", "C&C");
        path.Query("omitted", value: null);
        path.Query("empty", "");
        path.Query("each", ["a,b", "c"]);
        path.Query("none", values: null);
        path.Query("comma", ["a,b", "c"], ",");
        path.Query("space", ["a b", "c"], " ");
        path.Query("no items", [], ",");
        path.Query("no list", null, ",");

        Assert.Equal("v2/co/cedula?document%20type=C%26C&empty=&each=a%2Cb&each=c&comma=a%2Cb,c&space=a%20b%20c", path.ToString());
    }

    [Theory]
    [InlineData("a/b c", "a%2Fb%20c")]
    [InlineData("...", "...")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData(".", null)]
    [InlineData("..", null)]
    public void ASegmentOfAPath_IsEscaped_AndIsNeitherEmptyNorRelative(string? value, string? expected)
    {
        if (expected is null)
        {
            var error = Assert.Throws<ArgumentException>("number", () => ApiPath.Segment("number", value));
            Assert.StartsWith("number is part of the path, so it must not be empty, '.' or '..'.", error.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, ApiPath.Segment("number", value));
        }
    }

    [Fact]
    public void AListInAPath_IsSeparatedByCommas_AndHasAnItem()
    {
        Assert.Equal("a%2Cb,c", ApiPath.Segment("numbers", ["a,b", "c"]));
        Assert.Equal(".,.", ApiPath.Segment("numbers", [".", "."]));
        Assert.Equal("a", ApiPath.Segment("numbers", ["a"]));
        Assert.Throws<ArgumentException>("numbers", () => ApiPath.Segment("numbers", ["."]));
        Assert.Throws<ArgumentException>("numbers", () => ApiPath.Segment("numbers", []));
        Assert.Throws<ArgumentException>("numbers", () => ApiPath.Segment("numbers", values: null));
    }

    [Fact]
    public void AValue_IsItsInvariantText_OrNothing()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("es-CO");
        try
        {
            Assert.Equal(
                "true false -1234 0.1 1.50 2024-05-29T03:41:27.1250000+00:00 2024-05-29 AQI=",
                string.Join(
                    " ",
                    ApiText.Of(true),
                    ApiText.Of(false),
                    ApiText.Of(-1234L),
                    ApiText.Of(0.1),
                    ApiText.Of(1.50m),
                    ApiText.Of(new DateTimeOffset(2024, 5, 29, 3, 41, 27, 125, TimeSpan.Zero)),
                    ApiText.Of(new DateTime(2024, 5, 29)),
                    ApiText.Of([1, 2])));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.All(
            [
                ApiText.Of((bool?)null), ApiText.Of((long?)null), ApiText.Of((double?)null), ApiText.Of((decimal?)null),
                ApiText.Of((DateTimeOffset?)null), ApiText.Of((DateTime?)null), ApiText.Of((byte[]?)null),
            ],
            Assert.Null);
    }

    [Fact]
    public void AList_IsTheTextsOfItsItems()
    {
        Assert.Equal(["1", "2"], ApiText.Of<long>([1, 2], static item => ApiText.Of(item)));
        Assert.Null(ApiText.Of<long>(null, static item => ApiText.Of(item)));
        Assert.Equal("1,2", ApiText.Join(["1", "2"]));
        Assert.Null(ApiText.Join(null));
    }

    [Theory]
    [InlineData(" ~", true)]
    [InlineData("", true)]
    [InlineData("\u001f", false)]
    [InlineData("\u007f", false)]
    [InlineData("a\r\nX-Injected: 1", false)]
    [InlineData("ñ", false)]
    public void AHeader_HasVisibleAsciiCharactersOnly(string value, bool isSent)
    {
        using var request = new HttpRequestMessage();
        var error = Record.Exception(() => request.Header("X-Name", "name", value));

        if (isSent)
        {
            Assert.Null(error);
            Assert.Equal([value], request.Headers.GetValues("X-Name"));
        }
        else
        {
            Assert.Equal("name", Assert.IsType<ArgumentException>(error).ParamName);
            Assert.StartsWith("name is sent as a header, so it may contain visible ASCII characters only.", error.Message, StringComparison.Ordinal);
            Assert.Empty(request.Headers);
        }
    }

    [Fact]
    public void AHeaderWithoutAValue_IsNotSent()
    {
        using var request = new HttpRequestMessage();

        request.Header("X-Name", "name", value: null);

        Assert.Empty(request.Headers);
    }

    [Theory]
    [InlineData(409, true)]
    [InlineData(408, true)]
    [InlineData(404, false)]
    [InlineData(500, false)]
    public void TheDetailsOfAnError_AreKeptForTheStatusesOfTheContract(int status, bool isKept)
    {
        using var request = new HttpRequestMessage();

        Assert.False(request.KeepsDetails(status));
        request.KeepDetails(4, -404);

        Assert.Equal(isKept, request.KeepsDetails(status));
    }

    [Theory]
    [InlineData(409, true)]
    [InlineData(500, true)]
    [InlineData(503, false)]
    public void TheDetailsOfAnError_AreKeptForAnyOtherStatus_IfTheContractHasADefault(int status, bool isKept)
    {
        using var request = new HttpRequestMessage();

        request.KeepDetails(0, 409, -503);

        Assert.Equal(isKept, request.KeepsDetails(status));
    }
}
