using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Verifik.Internal.Account;
using Verifik.Internal.Stores;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Account;

/// <summary>Dates and versions at the limits of their ranges are handled.</summary>
public sealed class EndOfTimeTests
{
    [Fact]
    public void ALogoutAtTheMaximumDate_IsStoredUntilThen() =>
        Assert.Equal(DateTimeOffset.MaxValue, new TokenEntry("key", default, DateTimeOffset.MaxValue, Token: null).ExpiresAt);

    [Theory]
    [InlineData("generation", long.MaxValue)]
    [InlineData("generation", -1)]
    [InlineData("renewal", long.MaxValue)]
    [InlineData("renewal", long.MinValue)]
    public void AnEntryWhoseCountCannotBeIncremented_IsDamaged(string count, long value)
    {
        var written = Encoding.UTF8.GetString(new TokenEntry("key", default, DateTimeOffset.UnixEpoch, Token: null).Write());
        var bytes = Encoding.UTF8.GetBytes(written.Replace($"\"{count}\":0", $"\"{count}\":{value}", StringComparison.Ordinal));

        Assert.NotNull(TokenEntry.Read(Encoding.UTF8.GetBytes(written)));
        Assert.Null(TokenEntry.Read(bytes));
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(253402300800000)]
    public void AnEntryWithADateOutOfRange_IsDamaged(long milliseconds) => Assert.Null(TokenEntry.Read(Encoding.UTF8.GetBytes(
        $$"""{"key":"key","generation":1,"act":0,"renewal":0,"obtainedAt":0,"token":"fake","type":"bearer","expiresAt":{{milliseconds}}}""")));

    [Fact]
    public async Task ATokenWithTheMaximumExpiry_IsStoredInACache_WhoseClockIsAhead()
    {
        var store = new DistributedTokenStore(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())), protection: null, new StoppedTime(DateTimeOffset.UnixEpoch));

        await store.WriteAsync("key", [1], DateTimeOffset.MaxValue, CancellationToken.None);

        Assert.Equal([1], await store.ReadAsync("key", CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithTheClockAtAnExtremeDate_ALoginAndALogoutWork(bool last)
    {
        using var verifik = MockVerifik.Documented();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new StoppedTime(last ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue));
        services.AddVerifik(options => options.Account = MockVerifik.Account).ConfigurePrimaryHttpMessageHandler(() => verifik.Wire);
        await using var provider = services.BuildServiceProvider();
        var session = provider.GetRequiredService<IVerifikSession>();

        var token = await session.CompleteLoginAsync("123456");

        Assert.Equal(token.Value, (await session.GetTokenAsync()).Value);
        provider.GetRequiredService<AccountRegistry>().Tick();
        await session.LogoutAsync();
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(async () => await session.GetTokenAsync());
    }

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
