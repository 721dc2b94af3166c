using System.Net;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>The forty operations, called: what is checked, sent, read and kept.</summary>
public sealed class NaturalCallTests(NaturalCallTests.Compiled compiled) : IClassFixture<NaturalCallTests.Compiled>
{
    private readonly CompiledClient _client = compiled.WithFreshWire();

    [Fact]
    public async Task AQueryThatBreaksTheContract_IsNotSent_SoThatItIsNotCharged()
    {
        var unknown = _client.New("ColombianDocumentType", "TI");
        var known = _client.New("ColombianDocumentType", "CC");

        var kind = await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("FindColombianCitizen", unknown, "123456789"));
        var number = await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("FindColombianCitizen", known, "1234"));
        var plates = await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("ListVehicles", List("ABC123", "ABC123"), null));

        Assert.Equal(("documentType", "documentNumber", "plates"), (kind.ParamName, number.ParamName, plates.ParamName));
        Assert.Contains("must be one of CC, CE, PPT, NIT", kind.Message, StringComparison.Ordinal);
        Assert.Equal("", _client.Wire.Address);
    }

    [Fact]
    public async Task AnArrayInTheQuery_IsWrittenAsTheContractSays()
    {
        _client.Wire.Answer = "[]";
        await _client.CallAsync("ListVehicles", List("ABC123", "XYZ98A"), null);
        Assert.EndsWith("/v2/vehicles/batch?plates=ABC123,XYZ98A", _client.Wire.Address, StringComparison.Ordinal);

        _client.Wire.Answer = """{ "total": 0, "page": 1, "data": [] }""";
        await _client.CallAsync("ListPersons", 2L, null, null, List("a", "b&c"));
        Assert.EndsWith("/v2/face-recognition/persons?page=2&populates%5B%5D=a&populates%5B%5D=b%26c", _client.Wire.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AValueThatTheServerAddedToAList_IsKept()
    {
        _client.Wire.Answer = """{ "data": { "documentNumber": "1", "status": "suspended", "arrayName": ["ANA", null, "PEREZ"], "lastName": null } }""";

        dynamic found = (await _client.CallAsync("FindColombianCitizen", _client.New("ColombianDocumentType", "CC"), "123456789"))!;

        Assert.Equal(("suspended", false), ((string)found.Data.Status.Value, (bool)found.Data.Status.IsKnown));
        Assert.Equal(["ANA", "PEREZ"], (IReadOnlyList<string>)found.Data.ArrayName);
        Assert.Null(found.Data.LastName);
    }

    [Fact]
    public async Task AListWithAMismatch_IsKeptAsAWhole_AndTheOtherValuesAreRead()
    {
        _client.Wire.Answer = """{ "data": { "plate": "ABC123", "year": 2020, "soat": [{ "insurer": "A" }, "none"], "owner": { "fullName": "ANA" } }, "id": "Y1" }""";

        dynamic found = (await _client.CallAsync("FindVehicleByPlate", "ABC123", _client.New("ColombianDocumentType", "CC"), "123456789"))!;

        Assert.Equal(("ABC123", 2020, "Y1"), ((string)found.Data.Plate, (int)found.Data.Year, (string)found.Id));
        Assert.Null(found.Data.Soat);
        var kept = (IDictionary<string, JToken>)found.Data.AdditionalProperties;
        Assert.Equal("""[{"insurer":"A"},"none"]""", kept["soat"].ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("ANA", (string?)kept["owner"]["fullName"]);
    }

    [Fact]
    public async Task WhatIsReadOnly_IsNotSent_AndWhatIsWriteOnly_IsNotRead()
    {
        _client.Wire.Answer = """{ "_id": "613375a1eab2fe08527f81e2", "name": "Ana", "images": ["AA=="] }""";
        dynamic person = _client.New("Person");
        (person.Id, person.Name, person.Images, person.Nationality) = ("613375a1eab2fe08527f81e2", "Ana", new List<byte[]> { new byte[] { 1 } }, "CO");

        dynamic created = (await _client.CallAsync("CreatePerson", (object)person))!;

        Assert.Equal("""{"name":"Ana","nationality":"CO","images":["AQ=="]}""", _client.Wire.Body);
        Assert.Equal("613375a1eab2fe08527f81e2", (string)created.Id);
        Assert.Equal("images", Assert.Single((IDictionary<string, JToken>)created.AdditionalProperties).Key);
    }

    [Fact]
    public async Task AListThatWasNotSet_IsNotAnEmptyList()
    {
        dynamic request = _client.New("CompareFacesRequest");
        (request.Probe, request.CompareMinScore) = (new byte[] { 1 }, 0.9);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("CompareFaces", (object)request));

        Assert.Equal("Gallery", error.ParamName);
    }

    [Fact]
    public async Task ACircularObject_ThrowsAnArgumentException_NotAStackOverflow()
    {
        dynamic person = _client.New("Person");
        (person.Name, person.Images) = ("Ana", new List<byte[]> { new byte[] { 1 } });
        var relatives = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(((object)person).GetType()))!;
        relatives.Add((object)person);
        ((object)person).GetType().GetProperty("Relatives")!.SetValue((object)person, relatives);

        await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("CreatePerson", (object)person));
    }

    [Fact]
    public async Task AnErrorWithItsOwnSchema_IsKeptUnchanged_AndNotInTheMessage()
    {
        _client.Wire.Answer = """{ "code": "UnprocessableEntity", "details": ["canary", { "field": "image" }] }""";
        _client.Wire.Status = HttpStatusCode.UnprocessableEntity;
        dynamic request = _client.New("ImageRequest");
        request.Image = new byte[] { 1 };

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => _client.CallAsync("DetectFaces", (object)request));

        Assert.Equal("UnprocessableEntity", error.Error!.Code);
        Assert.Equal("image", (string?)error.Details!["details"]![1]!["field"]);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);

        _client.Wire.Status = HttpStatusCode.BadRequest;
        error = await Assert.ThrowsAsync<VerifikApiException>(() => _client.CallAsync("DetectFaces", (object)request));
        Assert.Null(error.Details);
    }

    [Fact]
    public async Task PatchAndHead_AreSent()
    {
        _client.Wire.Answer = """{ "name": "Ana" }""";
        await _client.CallAsync("UpdatePerson", "a/b", _client.New("UpdatePersonRequest"));
        Assert.Equal(("PATCH", "https://api.example.com/v2/face-recognition/persons/a%2Fb", "{}"), (_client.Wire.Method, _client.Wire.Address, _client.Wire.Body));

        await _client.CallAsync("CheckStatus");
        Assert.Equal("HEAD", _client.Wire.Method);
    }

    [Fact]
    public async Task AnInvalidHeaderValue_ThrowsAnArgumentException()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("TestWebhook", "a", "key\r\nX-Injected: 1"));

        Assert.Equal("idempotencyKey", error.ParamName);
        Assert.DoesNotContain("Injected", error.Message, StringComparison.Ordinal);
    }

    private static List<string> List(params string[] items) => [.. items];

    /// <summary>The client of the contract, without a token: whether one is sent is tested elsewhere.</summary>
    public sealed class Compiled() : CompiledContract(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contract", "natural.yaml")).Replace("security:\n  - bearerAuth: []\n", "security: []\n", StringComparison.Ordinal));
}
