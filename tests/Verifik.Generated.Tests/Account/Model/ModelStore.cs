using Verifik.Internal.Account;
using Verifik.Internal.Stores;

namespace Verifik.Tests.Account.Model;

/// <summary>
/// The store that both processes share: one entry, slow, and sometimes failing. A write that timed out may still be done
/// later, and one that failed may have been done.
/// </summary>
internal sealed class ModelStore(Simulation model)
{
    public byte[]? Entry { get; private set; }

    private TokenVersion? Version { get; set; }

    /// <summary>The acts that were known to the process that wrote the entry.</summary>
    public ulong Reflects { get; private set; }

    public IVerifikTokenStore For(ModelProcess process) => new View(this, model, process);

    private void Land(byte[] entry, TokenVersion version, ulong reflects)
    {
        (Entry, Version, Reflects) = (entry, version, reflects);
        model.Landed(reflects);
    }

    private sealed class View(ModelStore store, Simulation model, ModelProcess process) : IVerifikTokenStore
    {
        public async Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
        {
            model.IsInOrder();
            if (process.HasEnded)
            {
                return await Simulation.Never<byte[]?>();
            }

            using var pending = model.Pending();
            var (before, after, fails) = model.Chance.Store();
            await model.DelayAsync(before);
            var (entry, version, reflects) = (store.Entry, store.Version, store.Reflects);
            await model.DelayAsync(after);
            if (fails)
            {
                model.Trace($"{process} reading fails");
                Failed();
                throw new IOException("The store does not answer.");
            }

            if (cancellationToken.IsCancellationRequested)
            {
                model.Trace($"{process} reading took too long");
                Failed();
            }
            else
            {
                model.Trace($"{process} read {model.Describe(entry)}");
                process.HasRead(version, reflects);
            }

            return entry;
        }

        public async Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken)
        {
            model.IsInOrder();
            if (process.HasEnded)
            {
                await Simulation.Never<bool>();
            }

            using var pending = model.Pending();
            var (before, after, fails) = model.Chance.Store();
            var written = TokenEntry.Read(entry)!;
            var reflects = process.WritesNow(written);
            var lands = !fails || model.Chance.Fails(0.5);
            await model.DelayAsync(before);
            if (lands)
            {
                store.Land(entry, written.Version, reflects);
            }

            process.StoreFailures += cancellationToken.IsCancellationRequested ? 1 : 0;
            model.Trace($"{process} writing {model.Describe(entry)}: {(lands ? "lands" : "does not land")}{(fails ? ", and fails" : "")}");
            await model.DelayAsync(after);
            if (fails)
            {
                Failed();
                throw new IOException("The store does not answer.");
            }
        }

        private void Failed()
        {
            process.StoreFailures++;
            model.Disturbed();
        }
    }
}
