using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Verifik.Tests.Account;

/// <summary>Processes that share a store over a socket share one token, and one renewal.</summary>
public sealed class FleetTests : TokenTest
{
    private readonly EphemeralDataProtectionProvider _protection = new();
    private string? _redis;

    private string Redis => _redis ??= Use(new RespServer()).Address;

    [Fact]
    public async Task EightProcessesThatEnterTheWindowTogether_RenewOnce()
    {
        var fleet = Enumerable.Range(0, 8).Select(_ => StartOnRedis()).ToList();
        var first = await fleet[0].LoginAsync();
        foreach (var process in fleet)
        {
            Assert.Equal(first.Value, (await process.Tokens.GetTokenAsync()).Value);
        }

        // Each has chosen a time in the first day. Two of them may have chosen the same five minutes.
        await PassAsync(TimeSpan.FromDays(24.99));
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromDays(1.1); passed += TimeSpan.FromMinutes(5))
        {
            await PassAsync(TimeSpan.FromMinutes(5));
        }

        Assert.InRange(fleet.Sum(process => process.Wire.Renewals), 1, 2);
        var tokens = await Task.WhenAll(fleet.Select(process => process.Tokens.GetTokenAsync().AsTask()));
        Assert.Single(tokens.Select(token => token.Value).Distinct());
        Assert.NotEqual(first.Value, tokens[0].Value);
        Assert.Equal(1, fleet.Sum(process => process.Wire.Logins));
    }

    [Fact]
    public async Task AProcessThatIsKilledWhileItRenews_DoesNotBlockOthers()
    {
        var (one, other) = (StartOnRedis(), StartOnRedis());
        var first = await one.LoginAsync();
        await other.Tokens.GetTokenAsync();
        one.Wire.Instead = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };
        Clock.Advance(InTheWindow);
        await AbandonAsync(one);

        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(1, other.Wire.Renewals);
        Assert.NotEqual(first.Value, (await other.Tokens.GetTokenAsync()).Value);
    }

    [Fact]
    public async Task TheCache_ContainsNeitherTheTokenNorTheTelephoneNumber()
    {
        var process = StartOnRedis();
        var token = await process.LoginAsync();

        using var redis = await ConnectionMultiplexer.ConnectAsync(Redis);
        var keys = redis.GetServers().Single().Keys().Select(key => key.ToString()).ToList();
        var cache = process.Services.GetRequiredService<IDistributedCache>();
        var content = string.Concat(keys.Select(key => System.Text.Encoding.UTF8.GetString(cache.Get(key)!)));

        Assert.Matches("^verifik:[0-9a-f]{64}$", Assert.Single(keys));
        Assert.DoesNotContain(token.Value, content, StringComparison.Ordinal);
        Assert.DoesNotContain("1234566663", content, StringComparison.Ordinal);
        Assert.InRange((await redis.GetDatabase().KeyTimeToLiveAsync(keys[0]))!.Value.TotalDays, 29.9, 30);
    }

    [Fact]
    public async Task AnEntryThatCannotBeDecrypted_IsAStoreFailure_ThatSaysWhatToDo()
    {
        await StartOnRedis().LoginAsync();
        var other = StartOnRedis(new EphemeralDataProtectionProvider());

        var error = await Assert.ThrowsAsync<VerifikTokenStoreException>(() => other.Tokens.GetTokenAsync().AsTask());

        Assert.IsType<CryptographicException>(error.InnerException);
        Assert.Contains("cannot be read with this application's Data Protection keys", error.InnerException.Message, StringComparison.Ordinal);
        Assert.Contains("SetApplicationName", error.InnerException.Message, StringComparison.Ordinal);
        Assert.Empty(other.Wire.Sent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(1000)]
    public async Task ADamagedEntryInTheCache_IsAStoreFailure(int length)
    {
        var process = StartOnRedis();
        var store = process.Services.GetRequiredService<IVerifikTokenStore>();
        await process.Services.GetRequiredService<IDistributedCache>().SetAsync("verifik:damaged", new byte[length], new());

        await Assert.ThrowsAsync<CryptographicException>(() => store.ReadAsync("damaged", CancellationToken.None));
    }

    [Fact]
    public async Task AProtectorThatThrowsAnyException_IsAStoreFailure()
    {
        var process = StartOnRedis(new OpaqueProtection());
        var store = process.Services.GetRequiredService<IVerifikTokenStore>();
        await store.WriteAsync("entry", [1, 2, 3], Clock.GetUtcNow().AddDays(1), CancellationToken.None);

        var error = await Assert.ThrowsAsync<CryptographicException>(() => store.ReadAsync("entry", CancellationToken.None));

        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public async Task AnExpiredEntry_RemovesTheOneInTheCache()
    {
        var store = StartOnRedis().Services.GetRequiredService<IVerifikTokenStore>();
        await store.WriteAsync("entry", [1, 2, 3], Clock.GetUtcNow().AddDays(1), CancellationToken.None);

        await store.WriteAsync("entry", [4, 5, 6], Clock.GetUtcNow(), CancellationToken.None);

        Assert.Null(await store.ReadAsync("entry", CancellationToken.None));
    }

    [Fact]
    public void WithoutDataProtection_TheHostDoesNotStart()
    {
        var process = Start(services => services.AddDistributedMemoryCache().AddVerifikDistributedTokenStore());

        var error = Assert.Throws<OptionsValidationException>(() => process.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("AddDataProtection", error.Message, StringComparison.Ordinal);
        Assert.Contains("UnsafeAllowUnprotectedTokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutDataProtection_ButAllowed_TheTokenIsStored()
    {
        var process = Start(services => services
            .AddDistributedMemoryCache()
            .AddVerifikDistributedTokenStore()
            .Configure<VerifikOptions>(options => options.UnsafeAllowUnprotectedTokens = true));

        process.Services.GetRequiredService<IStartupValidator>().Validate();
        var token = await process.LoginAsync();

        Assert.Equal(token, await process.Tokens.GetTokenAsync());
    }

    [Fact]
    public void WithoutACache_TheHostDoesNotStart()
    {
        var process = Start(services => services.AddVerifikDistributedTokenStore().AddSingleton<IDataProtectionProvider>(_protection));

        var error = Assert.Throws<OptionsValidationException>(() => process.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("IDistributedCache", error.Message, StringComparison.Ordinal);
    }

    private Application StartOnRedis(IDataProtectionProvider? protection = null) => Start(services => services
        .AddStackExchangeRedisCache(options => options.Configuration = Redis)
        .AddSingleton(protection ?? _protection)
        .AddVerifikDistributedTokenStore());

    /// <summary>Encrypts, but cannot decrypt.</summary>
    private sealed class OpaqueProtection : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => SHA256.HashData(plaintext);

        public byte[] Unprotect(byte[] protectedData) => throw new FormatException("The payload has another format.");
    }
}
