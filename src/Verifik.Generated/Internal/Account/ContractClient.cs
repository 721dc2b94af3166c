using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Internal.Account;

/// <summary>Marks the <see cref="HttpClient"/> of a generated client, whose contract says which operations need a token.</summary>
/// <param name="HttpClientName">Its name in <see cref="IHttpClientFactory"/>.</param>
/// <param name="Type">The generated class.</param>
internal sealed record ContractClient(string HttpClientName, Type Type)
{
    public static ContractClient? Find(IServiceCollection services, string httpClientName) => services
        .Select(service => service.IsKeyedService ? null : service.ImplementationInstance as ContractClient)
        .FirstOrDefault(client => client?.HttpClientName == httpClientName);
}
