using Verifik.Runtime;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>The response of a query, read as by generated code. <c>data</c> and its <c>fullName</c> are required.</summary>
internal sealed class Cedula : ResponseObject
{
    public string? FullName { get; private set; }

    public string? DocumentNumber { get; private set; }

    public List<string>? Names { get; private set; }

    public string? Id { get; private set; }

    public static Cedula ReadJson(ResponseReader reader)
    {
        var value = new Cedula();
        var hasData = false;
        while (reader.ReadPropertyName() is { } name)
        {
            switch (name)
            {
                case "data": _ = reader.ReadObject(value.ReadData) ?? throw reader.Missing("data"); hasData = true; break;
                case "id": value.Id = reader.ReadText(); break;
                default: value.AdditionalProperties[name] = reader.ReadAdditional(); break;
            }

            if (reader.TakeMismatch() is { } mismatch) { value.AdditionalProperties[name] = mismatch; }
        }

        ResponseReader.Require(hasData, "data");
        return value;
    }

    private Cedula ReadData(ResponseReader reader)
    {
        while (reader.ReadPropertyName() is { } name)
        {
            switch (name)
            {
                case "fullName": FullName = reader.ReadText() ?? throw reader.Missing("fullName"); break;
                case "documentNumber": DocumentNumber = reader.ReadText(); break;
                case "arrayName": Names = reader.ReadList(static item => item.ReadText()); break;
                default: AdditionalProperties[name] = reader.ReadAdditional(); break;
            }

            if (reader.TakeMismatch() is { } mismatch) { AdditionalProperties[name] = mismatch; }
        }

        ResponseReader.Require(FullName is not null, "fullName");
        return this;
    }
}
