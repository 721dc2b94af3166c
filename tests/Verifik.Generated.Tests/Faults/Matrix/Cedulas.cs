using Verifik.Runtime;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>A client of an application's own contract, as it is generated: one query that needs a token.</summary>
internal sealed class Cedulas(ApiConnection connection)
{
    public Task<Cedula> FindAsync() => connection.SendAsync(
        "FindCedula", ApiRequest.Create(HttpMethod.Get, connection.AddressOf(Operations.Path)).RequireToken(), Cedula.ReadJson, CancellationToken.None);
}
