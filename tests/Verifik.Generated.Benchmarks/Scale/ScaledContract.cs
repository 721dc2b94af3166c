using System.Text;

namespace Verifik.Benchmarks.Scale;

/// <summary>
/// The contract of the repository with more operations: five to a resource (find, read, create, replace, delete), with
/// parameters of the path, the query and a header, and two schemas of its own.
/// </summary>
internal static class ScaledContract
{
    private const int OperationsPerResource = 5;

    /// <param name="contract">The text of <c>openapi/verifik.yaml</c>.</param>
    /// <param name="operations">How many operations to add, a multiple of five.</param>
    public static string Add(string contract, int operations)
    {
        const string Components = "\ncomponents:\n";
        var end = contract.IndexOf(Components, StringComparison.Ordinal);
        var (paths, schemas) = (new StringBuilder(), new StringBuilder());
        for (var resource = 0; resource < operations / OperationsPerResource; resource++)
        {
            var name = $"Query{(char)('A' + (resource / 26))}{(char)('a' + (resource % 26))}";
            paths.Append(Paths.Replace("NAME", name, StringComparison.Ordinal));
            schemas.Append(Schemas.Replace("NAME", name, StringComparison.Ordinal));
        }

        return $"{contract[..end]}\n{paths}{contract[end..]}\n{schemas}";
    }

    private const string Draft = """
              requestBody:
                description: What to ask.
                required: true
                content:
                  application/json:
                    schema:
                      $ref: '#/components/schemas/NAMEDraft'
                    examples:
                      draft:
                        summary: What to ask.
                        value:
                          documentType: CC
                          documentNumber: '123'
        """;

    private const string Failures = """
                '400':
                  description: The request was refused.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/ApiError'
                      examples:
                        refused:
                          summary: The request was refused.
                          value:
                            code: BadRequest
                '409':
                  description: A parameter is missing.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/ApiError'
                      examples:
                        missing:
                          summary: A parameter is missing.
                          value:
                            code: MissingParameter
                default:
                  description: Any other failure.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/ApiError'
                      examples:
                        unexpected:
                          summary: An envelope without a code.
                          value:
                            error: Something went wrong.
        """;

    private const string Item = """
                '200':
                  description: The query.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/NAME'
                      examples:
                        found:
                          summary: The query.
                          value:
                            id: abc
                            status: done
        """;

    private const string Id = """
                - name: queryId
                  in: path
                  description: Which query.
                  required: true
                  schema:
                    type: string
                  example: abc
        """;

    private const string Paths = $$"""
          /v2/NAME:
            get:
              operationId: FindNAME
              tags: [Session]
              summary: Find a query.
              description: The newest that fits.
              x-source: the benchmark
              security:
                - accessToken: []
              parameters:
                - name: status
                  in: query
                  description: Only those that are so far.
                  schema:
                    type: string
                  example: done
                - name: attempts
                  in: query
                  description: Only those that took so many.
                  schema:
                    type: integer
                    format: int32
                  example: 1
                - name: since
                  in: query
                  description: Only those from then on.
                  schema:
                    type: string
                    format: date-time
                  example: '2024-05-29T03:51:26.000Z'
                - name: billed
                  in: query
                  description: Only those that are paid for, or only the others.
                  schema:
                    type: boolean
                  example: true
              responses:
        {{Item}}
        {{Failures}}
            post:
              operationId: CreateNAME
              tags: [Session]
              summary: Make a query.
              description: It is answered later.
              x-source: the benchmark
              security:
                - accessToken: []
        {{Draft}}
              responses:
        {{Item}}
        {{Failures}}
          /v2/NAME/{queryId}:
            get:
              operationId: ReadNAME
              tags: [Session]
              summary: Read a query.
              description: With all its details.
              x-source: the benchmark
              security:
                - accessToken: []
              parameters:
        {{Id}}
                - name: Correlation
                  in: header
                  description: Ties the call to the caller's own log.
                  schema:
                    type: string
                  example: abc
              responses:
        {{Item}}
        {{Failures}}
            put:
              operationId: ReplaceNAME
              tags: [Session]
              summary: Replace a query.
              description: It is answered anew.
              x-source: the benchmark
              security:
                - accessToken: []
              parameters:
        {{Id}}
        {{Draft}}
              responses:
        {{Item}}
        {{Failures}}
            delete:
              operationId: DeleteNAME
              tags: [Session]
              summary: Delete a query.
              description: It is not answered.
              x-source: the benchmark
              security:
                - accessToken: []
              parameters:
        {{Id}}
              responses:
                '204':
                  description: The query is gone.
        {{Failures}}

        """;

    private const string Schemas = """
            NAMEDraft:
              description: What to ask.
              type: object
              additionalProperties: false
              required: [documentType, documentNumber]
              properties:
                documentType:
                  description: The kind of the document.
                  type: string
                  pattern: ^[A-Z]{2,4}$
                documentNumber:
                  description: The number of the document.
                  type: string
                  minLength: 1
                  maxLength: 20

            NAME:
              description: A query.
              type: object
              required: [id]
              properties:
                id:
                  description: Which query.
                  type: string
                status:
                  description: How far it is.
                  type: string
                attempts:
                  description: How often it was tried.
                  type: integer
                  format: int32
                createdAt:
                  description: When it was made.
                  type: string
                  format: date-time
                labels:
                  description: What it is filed under.
                  type: array
                  items:
                    type: string
                earlier:
                  description: Those that it repeats.
                  type: array
                  items:
                    $ref: '#/components/schemas/NAME'

        """;
}
