using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Newtonsoft.Json.Linq;
using Verifik.Internal.Account;
using Verifik.Internal.Stores;
using Verifik.Tests.Account;
using Xunit.Abstractions;

namespace Verifik.Tests.Fuzz;

/// <summary>
/// Any bytes of a store are read as a usable entry, or throw the exception for a failed store. An encrypted entry that was
/// changed is never read.
/// </summary>
public sealed class StoredEntryFuzzTests(ITestOutputHelper output) : TokenTest
{
    private static readonly DateTimeOffset Now = new(2024, 5, 29, 3, 41, 27, TimeSpan.Zero);
    private static readonly Background InPlace = new(static work => work());
    private static readonly string Key = TokenKey.Of(new Uri(VerifikOptions.ProductionAddress), Account);

    private static readonly TokenEntry[] Entries =
    [
        new(Key, new TokenVersion(3, UserAction.Login, 2), Now, new VerifikToken("fake.stored.token-0123456789", Now + VerifikToken.Lifetime)),
        new(Key, new TokenVersion(4, UserAction.Logout, 0), Now, Token: null),
    ];

    [Fact]
    public void AnUnencryptedEntry_IsReadOrRejected()
    {
        var schedule = new RenewalSchedule(TimeSpan.FromDays(5), seed: 1);
        var outcomes = Gen.Frequency((9, Mutated.Of(Entries.Select(entry => entry.Write()).ToArray())), (1, Mutated.Noise())).Run(
            bytes =>
            {
                var read = Read(new OneEntry(bytes));
                if (read is null)
                {
                    return "rejected";
                }

                // The account uses the entry in these ways. Calculating the time of the renewal must not overflow.
                Assert.Equal(Key, read.Key);
                Assert.True(read.Token is null || Encoding.UTF8.GetString(bytes).Contains(read.Token.Value, StringComparison.Ordinal) || bytes.Contains((byte)'\\'), "the token is not in the entry");
                Assert.Null(Record.Exception(() => schedule.RenewAt(read, Now)));
                Assert.True(read.Version.AfterUnread(UserAction.Login).CompareTo(read.Version) > 0, "a login does not take precedence");
                Assert.True(read.Version.Renewed().CompareTo(read.Version) > 0, "a renewal does not take precedence");
                Assert.Contains(read.Version.Act, Enum.GetValues<UserAction>());
                Assert.True(TokenEntry.Read(read.Write())!.IsSameAs(read), "it changes when it is written");
                return "read";
            },
            Mutated.Print,
            output);

        Assert.All(["read", "rejected"], outcome => Assert.True(outcomes.GetValueOrDefault(outcome) > 10, outcome));
    }

    [Fact]
    public void AnEncryptedEntryThatWasChanged_IsNeverRead()
    {
        var protection = new EphemeralDataProtectionProvider();
        var written = Entries.Select(entry =>
        {
            var cache = new OneValue();
            new DistributedTokenStore(cache, protection, Clock).WriteAsync(Key, entry.Write(), Clock.GetUtcNow().AddDays(1), CancellationToken.None).GetAwaiter().GetResult();
            return cache.Value!;
        }).ToArray();
        var outcomes = Mutated.Of(written).Run(
            bytes =>
            {
                var read = Read(new DistributedTokenStore(new OneValue { Value = bytes }, protection, Clock));
                Assert.True(read is null || written.Any(content => content.SequenceEqual(bytes)), "a changed entry was read");
                return read is null ? "rejected" : "unchanged";
            },
            Convert.ToBase64String,
            output,
            oneOf: 10);

        Assert.True(outcomes["rejected"] > 10);
    }

    // Found by fuzzing: the expiry of such a logout overflowed in a timer, which ended the process.
    [Fact]
    public async Task ALogoutAtTheMaximumDate_IsDamaged()
    {
        var application = Start(new OneEntry(Written("obtainedAt", 253402300799000, token: null)));

        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => application.Tokens.GetTokenAsync().AsTask());
        await PassAsync(TimeSpan.FromSeconds(1));
    }

    // Found by fuzzing: the version of such an entry could not be incremented, so that the entry replaced the token of a login.
    [Theory]
    [InlineData("generation", long.MaxValue)]
    [InlineData("generation", -1)]
    [InlineData("renewal", long.MaxValue)]
    [InlineData("renewal", -1)]
    [InlineData("act", 4)]
    [InlineData("act", -1)]
    [InlineData("act", 1L + uint.MaxValue)]
    public async Task AVersionOutOfRange_IsDamaged_AndALoginReplacesIt(string property, long value)
    {
        var store = new VerifikMemoryTokenStore();
        await store.WriteAsync(TokenKey.Of(Server.BaseAddress, Account), Written(property, value, "fake.damaged"), DateTimeOffset.MaxValue, CancellationToken.None);
        var application = Start(store);

        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => application.Tokens.GetTokenAsync().AsTask());
        var token = await application.LoginAsync();

        Assert.Equal(token.Value, (await Start(store).Tokens.GetTokenAsync()).Value);
    }

    // Found by fuzzing: true was converted to the token "True", and "1" to a number.
    [Theory]
    [InlineData("token", true)]
    [InlineData("token", null)]
    [InlineData("type", 1)]
    [InlineData("renewal", "1")]
    [InlineData("expiresAt", 1719546087000.5)]
    public async Task AValueOfAnotherType_IsDamaged(string property, object? value)
    {
        var application = Start(new OneEntry(Written(property, value, "fake.damaged")));

        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => application.Tokens.GetTokenAsync().AsTask());
    }

    private byte[] Written(string property, object? value, string? token)
    {
        var entry = new TokenEntry(
            TokenKey.Of(Server.BaseAddress, Account),
            new TokenVersion(1, token is null ? UserAction.Logout : UserAction.Login, 0),
            Clock.GetUtcNow(),
            token is null ? null : new VerifikToken(token, Clock.GetUtcNow().AddDays(30)));
        var json = JObject.Parse(Encoding.UTF8.GetString(entry.Write()));
        json[property] = value is null ? null : JToken.FromObject(value);
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    private static TokenEntry? Read(IVerifikTokenStore store)
    {
        try
        {
            return new AccountStore(store, InPlace, TimeProvider.System).ReadAsync(Key).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is InvalidDataException or CryptographicException)
        {
            Assert.DoesNotContain("fake.stored", exception.ToString(), StringComparison.Ordinal);
            return null;
        }
    }

    private sealed class OneEntry(byte[] entry) : IVerifikTokenStore
    {
        public Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(entry);

        public Task WriteAsync(string key, byte[] written, DateTimeOffset expiresAt, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class OneValue : IDistributedCache
    {
        public byte[]? Value { get; set; }

        public byte[]? Get(string key) => Value;

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Value);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Value = value;

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Value = value;
            return Task.CompletedTask;
        }

        public void Refresh(string key) => throw new NotSupportedException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Remove(string key) => Value = null;

        public Task RemoveAsync(string key, CancellationToken token = default)
        {
            Value = null;
            return Task.CompletedTask;
        }
    }
}
