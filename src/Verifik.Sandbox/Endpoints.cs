namespace Verifik.Sandbox;

/// <summary>Maps the operations to paths: first the hand-written operations, then the contracts in their order.</summary>
internal static class Endpoints
{
    public static void Map(WebApplication application, VerifikSandboxOptions options, Outbox outbox, Journal journal, SandboxTokens tokens)
    {
        var contracts = options.Contracts.Concat(SandboxContract.BuiltIn).Select(contract => contract.Document).ToList();
        var exchange = new Exchange(options.TimeProvider, journal, new Secrets(contracts.SelectMany(contract => contract.Secrets)));
        var order = 0;
        PageEndpoints.Map(application, options, journal, contracts);
        MapByHand(application, options, exchange, outbox, tokens, order++);
        foreach (var contract in contracts)
        {
            MapContract(application, contract, exchange, tokens, order++);
        }

        application.MapFallback("{*path}", exchange.To(_ => throw Refusal.NotFound()));
    }

    private static void MapByHand(WebApplication application, VerifikSandboxOptions options, Exchange exchange, Outbox outbox, SandboxTokens tokens, int order)
    {
        var codes = new LoginCodes(options, outbox);
        var phone = new PhoneLogin(codes, tokens, options.HashWorkFactor);
        var email = new EmailLogin(codes, tokens);
        var session = new Session(tokens);
        Post("/v2/projects/phone-login", phone.RequestAsync);
        Post("/v2/projects/phone-login/confirm", phone.ConfirmAsync);
        Post("/v2/projects/email-login", email.RequestAsync);
        Post("/v2/projects/email-login/confirm", email.ConfirmAsync);
        application.MapGet("/v2/auth/session", exchange.To(session.RenewAsync)).WithOrder(order);
        Post("/v2/auth/renew-and-revoke", session.RenewAndRevokeAsync);

        void Post(string path, Func<HttpRequest, Task<object>> operation) => application.MapPost(path, exchange.To(operation)).WithOrder(order);
    }

    private static void MapContract(WebApplication application, ContractDocument contract, Exchange exchange, SandboxTokens tokens, int order)
    {
        foreach (var operation in contract.Operations)
        {
            var answer = exchange.To(new ContractAnswers(operation, tokens, exchange).AnswerAsync);
            foreach (var prefix in new[] { "", contract.BasePath }.Distinct())
            {
                application.MapMethods(prefix + ContractPath.RouteOf(operation.Path), [operation.Method], answer).WithOrder(order);
            }
        }
    }
}
