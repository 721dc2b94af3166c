using Microsoft.Extensions.Options;

namespace Verifik.Internal.Account;

/// <summary>Refuses an application that sends a token, but does not say whose.</summary>
internal sealed class AccountRequiredValidator(string registration) : IValidateOptions<VerifikOptions>
{
    public string Registration => registration;

    public ValidateOptionsResult Validate(string? name, VerifikOptions options) => name == registration && options.Account is null
        ? ValidateOptionsResult.Fail(
            $"{nameof(VerifikOptions)}.{nameof(options.Account)} must be set to the telephone or email address that logs in: AddVerifikToken() sends its token.")
        : ValidateOptionsResult.Success;
}
