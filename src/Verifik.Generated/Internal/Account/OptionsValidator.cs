using Microsoft.Extensions.Options;

namespace Verifik.Internal.Account;

/// <summary>Rejects invalid or unsafe options, with messages that say what to set.</summary>
internal sealed class OptionsValidator : IValidateOptions<VerifikOptions>
{
    public ValidateOptionsResult Validate(string? name, VerifikOptions options)
    {
        var failures = new List<string>();
        var subject = Registration.OptionsOf(name);

        if (options.BaseAddress is not { IsAbsoluteUri: true } server)
        {
            failures.Add($"{subject}.{nameof(options.BaseAddress)} must be an absolute address, for example {VerifikOptions.ProductionAddress}.");
        }
        else if (!TokenAudience.IsSafe(server))
        {
            failures.Add($"{subject}.{nameof(options.BaseAddress)} must be https (http only on this machine), because tokens must not be sent unencrypted.");
        }
        else if (server.Query.Length > 0 || server.Fragment.Length > 0 || server.UserInfo.Length > 0)
        {
            failures.Add($"{subject}.{nameof(options.BaseAddress)} must not have a query, a fragment or a user.");
        }

        if (options.Conflict is var (first, second))
        {
            failures.Add($"{subject}: AddVerifik was called twice for different accounts, {first} and {second}. Register one of them by name: AddVerifik(\"name\", …).");
        }

        if (options.Account is { } account && Refusal(account) is { } refusal)
        {
            failures.Add($"{subject}.{nameof(options.Account)} cannot log in: {refusal}");
        }

        if (options.RenewBefore <= TimeSpan.Zero || options.RenewBefore >= VerifikToken.Lifetime)
        {
            failures.Add($"{subject}.{nameof(options.RenewBefore)} must be positive and less than {VerifikToken.Lifetime.TotalDays} days, the lifetime of a token.");
        }

        if (options.StorePollInterval < TimeSpan.FromSeconds(1) || options.StorePollInterval > TimeSpan.FromDays(1))
        {
            failures.Add($"{subject}.{nameof(options.StorePollInterval)} must be between one second and one day.");
        }

        if (options.MaxResponseBytes is < 1 or > VerifikOptions.HighestMaxResponseBytes)
        {
            failures.Add($"{subject}.{nameof(options.MaxResponseBytes)} must be from 1 to {VerifikOptions.HighestMaxResponseBytes} (256 MiB), because a response is held in memory.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    // Validates the account against the contract at startup rather than at the first login.
    private static string? Refusal(VerifikAccount account)
    {
        try
        {
            account.Validate();
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }
}
