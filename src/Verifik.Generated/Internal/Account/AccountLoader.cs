using Microsoft.Extensions.Hosting;

namespace Verifik.Internal.Account;

/// <summary>
/// Starts to load the token of the configured account when the host starts, without waiting for it, so that a service
/// that receives no calls also renews its token.
/// </summary>
internal sealed class AccountLoader(AccountRegistry accounts) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (accounts.Context.Options.Account is not null)
        {
            accounts.Default.LoadInBackground();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
