using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Cli.Accounts;

/// <summary>
/// The list of known accounts, stored next to their tokens. Each account is a separate file, so that two concurrent
/// runs do not overwrite each other. The files are written by the SDK's file store, so that only their owner can read
/// them.
/// </summary>
internal sealed class AccountBook(string tokens)
{
    private static readonly string DefaultKey = KnownAccount.KeyOf("the default account");
    private static readonly string TrialKey = KnownAccount.KeyOf("a test of the folder");

    private readonly string _folder = Path.Combine(tokens, "accounts");

    /// <summary>Lists the accounts, those with a name first.</summary>
    /// <exception cref="ToolException">The folder cannot be used.</exception>
    public Task<IReadOnlyList<KnownAccount>> ListAsync(CancellationToken cancellationToken) => InFolderAsync<IReadOnlyList<KnownAccount>>(async () =>
    {
        // The store reports other problems of the folder; a missing folder is empty.
        await Store(_folder).ReadAsync(DefaultKey, cancellationToken);
        var keys = Directory.Exists(_folder) ? Directory.GetFiles(_folder).Select(Path.GetFileName) : [];
        var known = new List<KnownAccount>();
        foreach (var key in keys.Where(key => key!.Length == DefaultKey.Length && key != DefaultKey))
        {
            if (await ReadAsync(key!, cancellationToken) is { } account)
            {
                known.Add(account);
            }
        }

        return [.. known.OrderBy(account => account.Name is null).ThenBy(account => account.Name, StringComparer.Ordinal).ThenBy(account => AccountText.Of(account.Account), StringComparer.Ordinal)];
    });

    /// <summary>Returns the default account; <see langword="null"/> if none was chosen.</summary>
    /// <exception cref="ToolException">The folder cannot be used.</exception>
    public Task<KnownAccount?> DefaultAsync(CancellationToken cancellationToken) => InFolderAsync(async () =>
        await Store(_folder).ReadAsync(DefaultKey, cancellationToken) is { } key ? await ReadAsync(System.Text.Encoding.ASCII.GetString(key), cancellationToken) : null);

    /// <exception cref="ToolException">The folder cannot be used.</exception>
    public Task ChooseDefaultAsync(KnownAccount account, CancellationToken cancellationToken) =>
        WriteAsync(_folder, DefaultKey, System.Text.Encoding.ASCII.GetBytes(account.Key), cancellationToken);

    /// <exception cref="ToolException">The folder cannot be used.</exception>
    public Task RememberAsync(KnownAccount account, CancellationToken cancellationToken)
    {
        var entry = new JsonObject { ["account"] = AccountText.Of(account.Account), ["server"] = account.Server.AbsoluteUri, ["name"] = account.Name };
        if (account.Pending is { } pending)
        {
            entry["pending"] = new JsonObject { ["channel"] = pending.Channel, ["expiresAt"] = pending.ExpiresAt };
        }

        return WriteAsync(_folder, account.Key, JsonSerializer.SerializeToUtf8Bytes(entry), cancellationToken);
    }

    /// <exception cref="ToolException">The folder cannot be used.</exception>
    public async Task ForgetAsync(KnownAccount account, CancellationToken cancellationToken)
    {
        var chosen = await DefaultAsync(cancellationToken);
        await InFolderAsync(() =>
        {
            foreach (var key in chosen?.Key == account.Key ? new[] { account.Key, DefaultKey } : [account.Key])
            {
                File.Delete(Path.Combine(_folder, key));
            }

            return Task.FromResult(true);
        });
    }

    /// <summary>Writes a file to the token folder and deletes it, so that a failure is detected before a paid message is sent.</summary>
    /// <exception cref="ToolException">The folder cannot be used.</exception>
    public async Task TryFolderAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in new[] { tokens, _folder })
        {
            await WriteAsync(folder, TrialKey, "trial"u8.ToArray(), cancellationToken);
            await InFolderAsync(() =>
            {
                File.Delete(Path.Combine(folder, TrialKey));
                return Task.FromResult(true);
            });
        }
    }

    private async Task<KnownAccount?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (await Store(_folder).ReadAsync(key, cancellationToken) is not { } bytes)
        {
            return null;
        }

        try
        {
            var entry = JsonNode.Parse(bytes)!;
            return new KnownAccount(VerifikAccount.Parse((string)entry["account"]!), new Uri((string)entry["server"]!))
            {
                Name = (string?)entry["name"],
                Pending = entry["pending"] is { } pending ? new PendingCode((string?)pending["channel"], (DateTimeOffset)pending["expiresAt"]!) : null,
            };
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            throw new ToolException(ExitCode.FolderUnusable, Messages.EntryDamaged.With(Path.Combine(_folder, key)));
        }
    }

    private Task<bool> WriteAsync(string folder, string key, byte[] entry, CancellationToken cancellationToken) => InFolderAsync(async () =>
    {
        await Store(folder).WriteAsync(key, entry, DateTimeOffset.MaxValue, cancellationToken);
        return true;
    });

    private static IVerifikTokenStore Store(string folder)
    {
        using var services = new ServiceCollection().AddVerifikFileTokenStore(folder).BuildServiceProvider();
        return services.GetRequiredService<IVerifikTokenStore>();
    }

    private async Task<T> InFolderAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ToolException(ExitCode.FolderUnusable, Messages.FolderUnusable.With(tokens, Explanation.OfFolder(exception)));
        }
    }
}
