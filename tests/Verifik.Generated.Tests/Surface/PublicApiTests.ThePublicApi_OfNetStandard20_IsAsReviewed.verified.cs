namespace Microsoft.Extensions.DependencyInjection
{
    public static class VerifikHealthChecksBuilderExtensions
    {
        public static Microsoft.Extensions.DependencyInjection.IHealthChecksBuilder AddVerifikHealthCheck(this Microsoft.Extensions.DependencyInjection.IHealthChecksBuilder builder, string? account = null, string? name = null, Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus? failureStatus = default, System.Collections.Generic.IEnumerable<string>? tags = null) { }
    }
    public static class VerifikHttpClientBuilderExtensions
    {
        public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddVerifikToken(this Microsoft.Extensions.DependencyInjection.IHttpClientBuilder builder, string? name = null) { }
        public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddVerifikToken(this Microsoft.Extensions.DependencyInjection.IHttpClientBuilder builder, System.Func<System.Net.Http.HttpRequestMessage, Verifik.VerifikAccount> account, string? name = null) { }
    }
    public static class VerifikServiceCollectionExtensions
    {
        public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddVerifik(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, System.Action<Verifik.VerifikOptions>? configure = null) { }
        public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddVerifik(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string name, System.Action<Verifik.VerifikOptions>? configure = null) { }
    }
    public static class VerifikTokenStoreExtensions
    {
        public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddVerifikDistributedTokenStore(this Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
        public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddVerifikFileTokenStore(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string folder) { }
    }
}
namespace Verifik
{
    public sealed class AccessToken
    {
        public AccessToken() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("tokenType", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Type { get; set; }
        [Newtonsoft.Json.JsonProperty("accessToken", Required=Newtonsoft.Json.Required.Always)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string Value { get; set; }
        public Verifik.VerifikToken ToToken(System.DateTimeOffset receivedAt) { }
    }
    public sealed class ApiError
    {
        public ApiError() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("code", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Code { get; set; }
        [Newtonsoft.Json.JsonProperty("error", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Error { get; set; }
        [Newtonsoft.Json.JsonProperty("message", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Message { get; set; }
        [Newtonsoft.Json.JsonProperty("signature", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.Signature? Signature { get; set; }
    }
    public sealed class ConfirmEmailLoginResponse
    {
        public ConfirmEmailLoginResponse() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("data", Required=Newtonsoft.Json.Required.Always)]
        public Verifik.AccessToken Data { get; set; }
    }
    public sealed class ConfirmPhoneLoginResponse
    {
        public ConfirmPhoneLoginResponse() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("data", Required=Newtonsoft.Json.Required.Always)]
        public Verifik.AccessToken Data { get; set; }
    }
    public sealed class EmailAccount : Verifik.VerifikAccount, System.IEquatable<Verifik.EmailAccount>
    {
        public EmailAccount(string Email) { }
        public string Email { get; init; }
    }
    public sealed class EmailLoginConfirmation
    {
        public EmailLoginConfirmation() { }
        [Newtonsoft.Json.JsonProperty("email", Required=Newtonsoft.Json.Required.Always)]
        public string Email { get; set; }
        [Newtonsoft.Json.JsonProperty("otp", Required=Newtonsoft.Json.Required.Always)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string Otp { get; set; }
    }
    public sealed class EmailLoginResponse
    {
        public EmailLoginResponse() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("data", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.EmailValidation? Data { get; set; }
        [Newtonsoft.Json.JsonProperty("id", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Id { get; set; }
        [Newtonsoft.Json.JsonProperty("signature", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.Signature? Signature { get; set; }
    }
    public sealed class EmailValidation
    {
        public EmailValidation() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("email", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Email { get; set; }
        [Newtonsoft.Json.JsonProperty("expiresAt", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public System.DateTimeOffset? ExpiresAt { get; set; }
        [Newtonsoft.Json.JsonProperty("status", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Status { get; set; }
    }
    public interface IVerifikClient
    {
        System.Threading.Tasks.Task<Verifik.ConfirmEmailLoginResponse> ConfirmEmailLoginAsync(Verifik.EmailLoginConfirmation body, System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task<Verifik.ConfirmPhoneLoginResponse> ConfirmPhoneLoginAsync(Verifik.PhoneLoginConfirmation body, System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task<Verifik.RenewAndRevokeResponse> RenewAndRevokeAsync(Verifik.RenewAndRevokeRequest body, System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task<Verifik.AccessToken> RenewSessionAsync(string origin, int? expiresIn = default, System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task<Verifik.EmailLoginResponse> RequestEmailLoginAsync(string email, System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task<Verifik.PhoneLoginResponse> RequestPhoneLoginAsync(Verifik.PhoneLoginRequest body, System.Threading.CancellationToken cancellationToken = default);
    }
    public interface IVerifikOtpPrompt
    {
        System.Threading.Tasks.Task<string> ReadOtpAsync(Verifik.VerifikSentCode sent, System.Threading.CancellationToken cancellationToken);
    }
    public interface IVerifikSession : Verifik.IVerifikTokenProvider
    {
        Verifik.VerifikAccount Account { get; }
        System.Threading.Tasks.Task<Verifik.VerifikSentCode> BeginLoginAsync(System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task<Verifik.VerifikToken> CompleteLoginAsync(string otp, System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task<Verifik.VerifikToken> LoginAsync(Verifik.IVerifikOtpPrompt prompt, System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task LogoutAsync(System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task<Verifik.VerifikToken> RenewAsync(System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task<Verifik.VerifikToken> RevokeAsync(System.Threading.CancellationToken cancellationToken = default);
    }
    public interface IVerifikTokenProvider
    {
        System.Threading.Tasks.ValueTask<Verifik.VerifikToken> GetTokenAsync(System.Threading.CancellationToken cancellationToken = default);
    }
    public interface IVerifikTokenStore
    {
        System.Threading.Tasks.Task<byte[]?> ReadAsync(string key, System.Threading.CancellationToken cancellationToken);
        System.Threading.Tasks.Task WriteAsync(string key, byte[] entry, System.DateTimeOffset expiresAt, System.Threading.CancellationToken cancellationToken);
    }
    public sealed class PhoneAccount : Verifik.VerifikAccount, System.IEquatable<Verifik.PhoneAccount>
    {
        public PhoneAccount(string CountryCode, long Phone) { }
        public string CountryCode { get; init; }
        public long Phone { get; init; }
    }
    public sealed class PhoneData
    {
        public PhoneData() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("title", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Title { get; set; }
    }
    public sealed class PhoneLoginConfirmation
    {
        public PhoneLoginConfirmation() { }
        [Newtonsoft.Json.JsonProperty("countryCode", Required=Newtonsoft.Json.Required.Always)]
        public string CountryCode { get; set; }
        [Newtonsoft.Json.JsonProperty("otp", Required=Newtonsoft.Json.Required.Always)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string Otp { get; set; }
        [Newtonsoft.Json.JsonProperty("phone", Required=Newtonsoft.Json.Required.Always)]
        public long Phone { get; set; }
    }
    public sealed class PhoneLoginRequest
    {
        public PhoneLoginRequest() { }
        [Newtonsoft.Json.JsonProperty("countryCode", Required=Newtonsoft.Json.Required.Always)]
        public string CountryCode { get; set; }
        [Newtonsoft.Json.JsonProperty("phone", Required=Newtonsoft.Json.Required.Always)]
        public long Phone { get; set; }
        [Newtonsoft.Json.JsonProperty("type", Required=Newtonsoft.Json.Required.Always)]
        public string Type { get; set; }
    }
    public sealed class PhoneLoginResponse
    {
        public PhoneLoginResponse() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("data", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.PhoneValidation? Data { get; set; }
        [Newtonsoft.Json.JsonProperty("id", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Id { get; set; }
        [Newtonsoft.Json.JsonProperty("signature", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.Signature? Signature { get; set; }
    }
    public sealed class PhoneValidation
    {
        public PhoneValidation() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("client", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Client { get; set; }
        [Newtonsoft.Json.JsonProperty("countryCode", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? CountryCode { get; set; }
        [Newtonsoft.Json.JsonProperty("createdAt", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public System.DateTimeOffset? CreatedAt { get; set; }
        [Newtonsoft.Json.JsonProperty("expiresAt", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public System.DateTimeOffset? ExpiresAt { get; set; }
        [Newtonsoft.Json.JsonProperty("_id", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Id { get; set; }
        [Newtonsoft.Json.JsonProperty("language", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Language { get; set; }
        [Newtonsoft.Json.JsonProperty("new", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public bool? New { get; set; }
        [Newtonsoft.Json.JsonProperty("otp", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string? OtpHash { get; set; }
        [Newtonsoft.Json.JsonProperty("phone", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Phone { get; set; }
        [Newtonsoft.Json.JsonProperty("phoneData", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.PhoneData? PhoneData { get; set; }
        [Newtonsoft.Json.JsonProperty("phoneGateway", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? PhoneGateway { get; set; }
        [Newtonsoft.Json.JsonProperty("project", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Project { get; set; }
        [Newtonsoft.Json.JsonProperty("projectFlow", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? ProjectFlow { get; set; }
        [Newtonsoft.Json.JsonProperty("providerConfirmation", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.ProviderConfirmation? ProviderConfirmation { get; set; }
        [Newtonsoft.Json.JsonProperty("redirectUrl", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? RedirectUrl { get; set; }
        [Newtonsoft.Json.JsonProperty("requires2FA", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public bool? Requires2FA { get; set; }
        [Newtonsoft.Json.JsonProperty("status", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Status { get; set; }
        [Newtonsoft.Json.JsonProperty("type", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Type { get; set; }
        [Newtonsoft.Json.JsonProperty("updatedAt", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public System.DateTimeOffset? UpdatedAt { get; set; }
        [Newtonsoft.Json.JsonProperty("__v", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public int? Version { get; set; }
    }
    public sealed class ProviderConfirmation
    {
        public ProviderConfirmation() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
    }
    public sealed class RenewAndRevokeRequest
    {
        public RenewAndRevokeRequest() { }
    }
    public sealed class RenewAndRevokeResponse
    {
        public RenewAndRevokeResponse() { }
        [Newtonsoft.Json.JsonProperty("accessToken", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string? AccessToken { get; set; }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("token", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string? Token { get; set; }
    }
    public sealed class Signature
    {
        public Signature() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
        [Newtonsoft.Json.JsonProperty("dateTime", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? DateTime { get; set; }
        [Newtonsoft.Json.JsonProperty("message", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Message { get; set; }
    }
    [System.ComponentModel.TypeConverter(typeof(Verifik.Internal.Account.VerifikAccountConverter))]
    public abstract class VerifikAccount : System.IEquatable<Verifik.VerifikAccount>
    {
        public override sealed string ToString() { }
        public static Verifik.VerifikAccount Parse(string text) { }
    }
    public sealed class VerifikAccounts
    {
        public Verifik.IVerifikSession For(Verifik.VerifikAccount account) { }
    }
    public sealed class VerifikApiException : System.Exception
    {
        public VerifikApiException(string operation, System.Net.HttpStatusCode statusCode, Verifik.VerifikApiFailure failure, string reason, Verifik.ApiError? error = null, System.Exception? innerException = null) { }
        public Verifik.VerifikAccount? Account { get; init; }
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public Newtonsoft.Json.Linq.JToken? Details { get; init; }
        public Verifik.ApiError? Error { get; }
        public Verifik.VerifikApiFailure Failure { get; }
        public override string Message { get; }
        public string Operation { get; }
        public System.TimeSpan? RetryAfter { get; init; }
        public System.Uri? Server { get; init; }
        public System.Net.HttpStatusCode StatusCode { get; }
    }
    public enum VerifikApiFailure
    {
        Refused = 0,
        Empty = 1,
        Unreadable = 2,
        CutShort = 3,
        MissingProperty = 4,
        TooLarge = 5,
    }
    public sealed class VerifikClient : Verifik.IVerifikClient
    {
        public VerifikClient(System.Net.Http.HttpClient httpClient, System.TimeProvider? timeProvider = null) { }
        public System.Threading.Tasks.Task<Verifik.ConfirmEmailLoginResponse> ConfirmEmailLoginAsync(Verifik.EmailLoginConfirmation body, System.Threading.CancellationToken cancellationToken = default) { }
        public System.Threading.Tasks.Task<Verifik.ConfirmPhoneLoginResponse> ConfirmPhoneLoginAsync(Verifik.PhoneLoginConfirmation body, System.Threading.CancellationToken cancellationToken = default) { }
        public System.Threading.Tasks.Task<Verifik.RenewAndRevokeResponse> RenewAndRevokeAsync(Verifik.RenewAndRevokeRequest body, System.Threading.CancellationToken cancellationToken = default) { }
        public System.Threading.Tasks.Task<Verifik.AccessToken> RenewSessionAsync(string origin, int? expiresIn = default, System.Threading.CancellationToken cancellationToken = default) { }
        public System.Threading.Tasks.Task<Verifik.EmailLoginResponse> RequestEmailLoginAsync(string email, System.Threading.CancellationToken cancellationToken = default) { }
        public System.Threading.Tasks.Task<Verifik.PhoneLoginResponse> RequestPhoneLoginAsync(Verifik.PhoneLoginRequest body, System.Threading.CancellationToken cancellationToken = default) { }
        public Verifik.VerifikClient WithToken(Verifik.VerifikToken token) { }
    }
    public static class VerifikDiagnostics
    {
        public const string Name = "Verifik";
    }
    public sealed class VerifikLoginRequiredException : System.Exception
    {
        public VerifikLoginRequiredException(Verifik.VerifikLoginRequiredReason reason, Verifik.VerifikAccount? account = null, System.Uri? server = null, System.Exception? innerException = null) { }
        public Verifik.VerifikAccount? Account { get; }
        public Verifik.VerifikLoginRequiredReason Reason { get; }
        public System.Uri? Server { get; }
    }
    public enum VerifikLoginRequiredReason
    {
        NeverLoggedIn = 0,
        Expired = 1,
        Rejected = 2,
        LoggedOut = 3,
    }
    public sealed class VerifikMemoryTokenStore : Verifik.IVerifikTokenStore
    {
        public VerifikMemoryTokenStore() { }
        public System.Threading.Tasks.Task<byte[]?> ReadAsync(string key, System.Threading.CancellationToken cancellationToken) { }
        public System.Threading.Tasks.Task WriteAsync(string key, byte[] entry, System.DateTimeOffset expiresAt, System.Threading.CancellationToken cancellationToken) { }
    }
    public sealed class VerifikOptions
    {
        public const string ProductionAddress = "https://api.verifik.co/";
        public VerifikOptions() { }
        public Verifik.VerifikAccount? Account { get; set; }
        public System.Uri BaseAddress { get; set; }
        public int MaxResponseBytes { get; set; }
        public System.TimeSpan RenewBefore { get; set; }
        public System.TimeSpan StorePollInterval { get; set; }
        public bool UnsafeAllowUnprotectedTokens { get; set; }
    }
    public sealed class VerifikSentCode
    {
        public VerifikSentCode(Verifik.VerifikAccount account, string? channel, System.DateTimeOffset? expiresAt) { }
        public Verifik.VerifikAccount Account { get; }
        public string? Channel { get; }
        public System.DateTimeOffset? ExpiresAt { get; }
    }
    [System.Diagnostics.DebuggerDisplay("{ToString(),nq}")]
    public sealed class VerifikToken
    {
        public static readonly System.TimeSpan Lifetime;
        public VerifikToken(string value, System.DateTimeOffset expiresAt, string? type = null) { }
        public System.DateTimeOffset ExpiresAt { get; }
        public string Type { get; }
        public string Reveal() { }
        public override string ToString() { }
    }
    public sealed class VerifikTokenProvider : System.IAsyncDisposable, System.IDisposable, Verifik.IVerifikTokenProvider
    {
        public void Dispose() { }
        public System.Threading.Tasks.ValueTask DisposeAsync() { }
        public System.Threading.Tasks.ValueTask<Verifik.VerifikToken> GetTokenAsync(System.Threading.CancellationToken cancellationToken = default) { }
    }
    public sealed class VerifikTokenStoreException : System.Exception
    {
        public VerifikTokenStoreException(Verifik.VerifikAccount account, System.Uri server, System.Exception innerException) { }
        public Verifik.VerifikAccount Account { get; }
        public System.Uri Server { get; }
    }
}