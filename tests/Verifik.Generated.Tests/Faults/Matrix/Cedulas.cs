using Verifik.Runtime;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>A client as generated for an application's own contract, with one query that requires a token.</summary>
internal sealed class Cedulas(ApiConnection connection)
{
    public Task<Cedula> FindAsync() => connection.SendAsync(
        "FindCedula", ApiRequest.Create(HttpMethod.Get, connection.AddressOf(Operations.Path)).RequireToken(), Cedula.ReadJson, CancellationToken.None);
}
