using System.Runtime.Loader;
using Verifik.Runtime;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>A client that is generated and compiled from an application's own contract, with one query that requires a token.</summary>
internal sealed class Cedulas(ApiConnection connection)
{
    private const string Contract = """
        openapi: 3.0.3
        info: { title: Cedulas, version: '1' }
        servers: [ { url: 'https://api.verifik.co' } ]
        security: [ { accessToken: [] } ]
        paths:
          /v2/co/cedula:
            get:
              operationId: FindCedula
              parameters:
                - { name: documentType, in: query, required: true, schema: { type: string } }
                - { name: documentNumber, in: query, required: true, schema: { type: string } }
              responses: { '200': { description: Found., content: { application/json: { schema: { $ref: '#/components/schemas/Cedula' } } } } }
        components:
          securitySchemes:
            accessToken: { type: http, scheme: bearer }
          schemas:
            Cedula: { type: object, required: [data], properties: { data: { $ref: '#/components/schemas/Person' }, signature: { $ref: '#/components/schemas/Signature' }, id: { type: string } } }
            Person:
              type: object
              required: [fullName]
              properties: { documentType: { type: string }, documentNumber: { type: string }, fullName: { type: string }, arrayName: { type: array, items: { type: string } } }
            Signature: { type: object, properties: { dateTime: { type: string }, message: { type: string } } }
            ApiError: { type: object, properties: { code: { type: string }, message: { type: string } } }

        """;

    private static readonly Lazy<Task<Type>> Client = new(CompileAsync);

    /// <summary>Sends the query.</summary>
    /// <returns>Whether the response has all its values.</returns>
    public async Task<bool> FindAsync()
    {
        dynamic client = Activator.CreateInstance(await Client.Value, connection)!;
        dynamic found = await client.FindCedulaAsync("CC", "123456789");
        string?[] values =
        [
            found.Data.DocumentType, found.Data.DocumentNumber, found.Data.FullName, .. (IEnumerable<string>?)found.Data.ArrayName ?? [],
            found.Signature?.DateTime, found.Signature?.Message, found.Id,
        ];
        return values.SequenceEqual(["CC", "123456789", "MATEO VERIFIK", "MATEO", "VERIFIK", "May 29, 2024 3:41 AM", "Certified by Verifik.co", "Y0628"]);
    }

    private static async Task<Type> CompileAsync()
    {
        OneSchema.Accepts(Contract);
        using var assembly = GeneratedCode.Emit(await NSwagGenerator.Build.GenerateAsync(Contract, CompiledClient.Name));
        return new AssemblyLoadContext(nameof(Cedulas)).LoadFromStream(assembly).GetType($"{CompiledClient.Name.Namespace}.{CompiledClient.Name.Class}", throwOnError: true)!;
    }
}
