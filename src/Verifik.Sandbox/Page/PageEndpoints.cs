using Scalar.AspNetCore;

namespace Verifik.Sandbox.Page;

/// <summary>
/// The page on <c>/</c> and its files under <c>/sandbox</c>. They take precedence over every contract, and are not
/// recorded in the journal.
/// </summary>
internal static class PageEndpoints
{
    private const int First = -1;

    public static void Map(WebApplication application, VerifikSandboxOptions options, Journal journal, IReadOnlyList<ContractDocument> contracts)
    {
        Get("/", context => PageAssets.SendAsync("page.html", context));
        foreach (var name in PageAssets.Names)
        {
            Get($"/sandbox/{name}", context => PageAssets.SendAsync(name, context));
        }

        var reference = new ContractReference(contracts);
        Get("/sandbox/about.json", new PageFacts(options, contracts).SendAsync);
        Map("/sandbox/events", new PageFeed(journal, application.Lifetime).SendAsync, HttpMethods.Get);
        Get("/sandbox/contracts/{number}.json", reference.SendAsync);
        application.MapScalarApiReference("/sandbox/reference", reference.Configure)
            .Add(endpoint => (endpoint.RequestDelegate, ((RouteEndpointBuilder)endpoint).Order) = (PageGuard.To(endpoint.RequestDelegate!), First));

        // Also HEAD, with which scripts wait for a server to start.
        void Get(string path, RequestDelegate answer) => Map(path, answer, HttpMethods.Get, HttpMethods.Head);

        void Map(string path, RequestDelegate answer, params string[] methods) => application.MapMethods(path, methods, PageGuard.To(answer)).WithOrder(First);
    }
}
