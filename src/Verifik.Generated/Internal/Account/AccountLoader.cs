using Microsoft.Extensions.Hosting;

namespace Verifik.Internal.Account;

/// <summary>
/// Reads the token of the options' account from the store when the host starts, without waiting for it: a service that
/// nobody calls renews its token, too.
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
