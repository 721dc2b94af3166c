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
        public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddVerifikClient<TClient, TImplementation>(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string? name = null)
            where TClient :  class
            where TImplementation :  class, TClient { }
    }
    public static class VerifikTokenStoreExtensions
    {
        public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddVerifikDistributedTokenStore(this Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
        public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddVerifikFileTokenStore(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string folder) { }
    }
}
namespace Verifik
{
    public sealed class AccessToken : Verifik.Runtime.ResponseObject
    {
        public AccessToken() { }
        [Newtonsoft.Json.JsonProperty("tokenType", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Type { get; set; }
        [Newtonsoft.Json.JsonProperty("accessToken", Required=Newtonsoft.Json.Required.Always)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string Value { get; set; }
        public Verifik.VerifikToken ToToken(System.DateTimeOffset receivedAt) { }
    }
    public sealed class ApiError : Verifik.Runtime.ResponseObject
    {
        public ApiError() { }
        [Newtonsoft.Json.JsonProperty("code", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Code { get; set; }
        [Newtonsoft.Json.JsonProperty("error", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Error { get; set; }
        [Newtonsoft.Json.JsonProperty("message", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Message { get; set; }
        [Newtonsoft.Json.JsonProperty("signature", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.Signature? Signature { get; set; }
    }
    public sealed class ConfirmEmailLoginResponse : Verifik.Runtime.ResponseObject
    {
        public ConfirmEmailLoginResponse() { }
        [Newtonsoft.Json.JsonProperty("data", Required=Newtonsoft.Json.Required.Always)]
        public Verifik.AccessToken Data { get; set; }
    }
    public sealed class ConfirmPhoneLoginResponse : Verifik.Runtime.ResponseObject
    {
        public ConfirmPhoneLoginResponse() { }
        [Newtonsoft.Json.JsonProperty("data", Required=Newtonsoft.Json.Required.Always)]
        public Verifik.AccessToken Data { get; set; }
    }
    public sealed class EmailAccount : Verifik.VerifikAccount, System.IEquatable<Verifik.EmailAccount>
    {
        public EmailAccount(string Email) { }
        public string Email { get; init; }
    }
    public sealed class EmailLoginConfirmation : Verifik.Runtime.IRequestBody
    {
        public EmailLoginConfirmation() { }
        [Newtonsoft.Json.JsonProperty("email", Required=Newtonsoft.Json.Required.Always)]
        public string Email { get; set; }
        [Newtonsoft.Json.JsonProperty("otp", Required=Newtonsoft.Json.Required.Always)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string Otp { get; set; }
    }
    public sealed class EmailLoginResponse : Verifik.Runtime.ResponseObject
    {
        public EmailLoginResponse() { }
        [Newtonsoft.Json.JsonProperty("data", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.EmailValidation? Data { get; set; }
        [Newtonsoft.Json.JsonProperty("id", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Id { get; set; }
        [Newtonsoft.Json.JsonProperty("signature", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.Signature? Signature { get; set; }
    }
    public sealed class EmailValidation : Verifik.Runtime.ResponseObject
    {
        public EmailValidation() { }
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
    public sealed class PhoneData : Verifik.Runtime.ResponseObject
    {
        public PhoneData() { }
        [Newtonsoft.Json.JsonProperty("title", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Title { get; set; }
    }
    public sealed class PhoneLoginConfirmation : Verifik.Runtime.IRequestBody
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
    public sealed class PhoneLoginRequest : Verifik.Runtime.IRequestBody
    {
        public PhoneLoginRequest() { }
        [Newtonsoft.Json.JsonProperty("countryCode", Required=Newtonsoft.Json.Required.Always)]
        public string CountryCode { get; set; }
        [Newtonsoft.Json.JsonProperty("phone", Required=Newtonsoft.Json.Required.Always)]
        public long Phone { get; set; }
        [Newtonsoft.Json.JsonProperty("type", Required=Newtonsoft.Json.Required.Always)]
        public string Type { get; set; }
    }
    public sealed class PhoneLoginResponse : Verifik.Runtime.ResponseObject
    {
        public PhoneLoginResponse() { }
        [Newtonsoft.Json.JsonProperty("data", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.PhoneValidation? Data { get; set; }
        [Newtonsoft.Json.JsonProperty("id", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Id { get; set; }
        [Newtonsoft.Json.JsonProperty("signature", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        public Verifik.Signature? Signature { get; set; }
    }
    public sealed class PhoneValidation : Verifik.Runtime.ResponseObject
    {
        public PhoneValidation() { }
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
    public sealed class ProviderConfirmation : Verifik.Runtime.ResponseObject
    {
        public ProviderConfirmation() { }
    }
    public sealed class RenewAndRevokeRequest : Verifik.Runtime.IRequestBody
    {
        public RenewAndRevokeRequest() { }
    }
    public sealed class RenewAndRevokeResponse : Verifik.Runtime.ResponseObject
    {
        public RenewAndRevokeResponse() { }
        [Newtonsoft.Json.JsonProperty("accessToken", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string? AccessToken { get; set; }
        [Newtonsoft.Json.JsonProperty("token", NullValueHandling=Newtonsoft.Json.NullValueHandling.Ignore)]
        [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
        public string? Token { get; set; }
    }
    public sealed class Signature : Verifik.Runtime.ResponseObject
    {
        public Signature() { }
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
        public VerifikClient(Verifik.Runtime.ApiConnection connection) { }
        public VerifikClient(System.Net.Http.HttpClient httpClient, System.TimeProvider? timeProvider = null, int maxResponseBytes = 8388608) { }
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
namespace Verifik.Runtime
{
    public sealed class ApiConnection
    {
        public ApiConnection(System.Net.Http.HttpClient http, int maxResponseBytes = 8388608, System.TimeProvider? timeProvider = null) { }
        public System.Uri AddressOf(Verifik.Runtime.ApiPath path) { }
        public System.Uri AddressOf(string path) { }
        public System.Threading.Tasks.Task SendAsync(string operation, System.Net.Http.HttpRequestMessage request, System.Threading.CancellationToken cancellationToken) { }
        public System.Threading.Tasks.Task<T> SendAsync<T>(string operation, System.Net.Http.HttpRequestMessage request, System.Func<Verifik.Runtime.ResponseReader, T> read, System.Threading.CancellationToken cancellationToken)
            where T :  class { }
        public System.Threading.Tasks.Task<T> SendValueAsync<T>(string operation, System.Net.Http.HttpRequestMessage request, System.Func<Verifik.Runtime.ResponseReader, T> read, System.Threading.CancellationToken cancellationToken) { }
        public Verifik.Runtime.ApiConnection WithToken(Verifik.VerifikToken token) { }
    }
    public sealed class ApiPath
    {
        public ApiPath(string path) { }
        public void Query(string name, System.Collections.Generic.IReadOnlyList<string>? values) { }
        public void Query(string name, string? value) { }
        public void Query(string name, System.Collections.Generic.IReadOnlyList<string>? values, string separator) { }
        public override string ToString() { }
        public static string Segment(string parameter, System.Collections.Generic.IReadOnlyList<string>? values) { }
        public static string Segment(string parameter, string? value) { }
    }
    public static class ApiRequest
    {
        public static readonly System.Net.Http.HttpMethod Patch;
        public static System.Net.Http.HttpRequestMessage Create(System.Net.Http.HttpMethod method, System.Uri address) { }
        public static System.Net.Http.HttpRequestMessage Create(System.Net.Http.HttpMethod method, System.Uri address, Verifik.Runtime.IRequestBody? body) { }
        public static System.Net.Http.HttpRequestMessage Create<T>(System.Net.Http.HttpMethod method, System.Uri address, T body, System.Action<Newtonsoft.Json.JsonWriter, T> write) { }
        public static System.Net.Http.HttpRequestMessage CreateOptional(System.Net.Http.HttpMethod method, System.Uri address, Verifik.Runtime.IRequestBody? body) { }
        public static System.Net.Http.HttpRequestMessage CreateOptional<T>(System.Net.Http.HttpMethod method, System.Uri address, T? body, System.Action<Newtonsoft.Json.JsonWriter, T> write)
            where T :  class { }
        public static System.Net.Http.HttpRequestMessage CreateOptional<T>(System.Net.Http.HttpMethod method, System.Uri address, T? body, System.Action<Newtonsoft.Json.JsonWriter, T> write)
            where T :  struct { }
        public static void Header(this System.Net.Http.HttpRequestMessage request, string name, string parameter, string? value) { }
        public static System.Net.Http.HttpRequestMessage KeepDetails(this System.Net.Http.HttpRequestMessage request, params int[] statuses) { }
        public static System.Net.Http.HttpRequestMessage RequireToken(this System.Net.Http.HttpRequestMessage request) { }
    }
    public static class ApiText
    {
        public static string? Join(System.Collections.Generic.IReadOnlyList<string>? items) { }
        public static string? Of(System.DateTime? value) { }
        public static string? Of(System.DateTimeOffset? value) { }
        public static string? Of(bool? value) { }
        public static string? Of(byte[]? value) { }
        public static string? Of(decimal? value) { }
        public static string? Of(double? value) { }
        public static string? Of(long? value) { }
        public static System.Collections.Generic.IReadOnlyList<string>? Of<T>(System.Collections.Generic.IReadOnlyList<T>? items, System.Func<T, string?> text) { }
    }
    public static class Constraint
    {
        public const int PatternTimeout = 1000;
        public static void Above<T>(string property, T? value, T limit)
            where T :  struct, System.IComparable<T>, System.IFormattable { }
        public static void Below<T>(string property, T? value, T limit)
            where T :  struct, System.IComparable<T>, System.IFormattable { }
        public static void Body(string property, Verifik.Runtime.IRequestBody? value, bool required) { }
        public static void Each<T>(string property, System.Collections.Generic.IEnumerable<T>? items, System.Action<string, T>? check = null) { }
        public static void EachValue<T>(string property, System.Collections.Generic.IDictionary<string, T>? entries, System.Action<string, T>? check = null) { }
        public static void Finite(string property, double? value) { }
        public static void Items<T>(string property, System.Collections.Generic.IReadOnlyList<T>? items, bool required, int minimum = 0, int maximum = 2147483647, bool unique = false) { }
        public static void Known<T>(string property, T value)
            where T :  struct, Verifik.Runtime.IExtensibleValue<T> { }
        public static void Known<T>(string property, T? value)
            where T :  struct, Verifik.Runtime.IExtensibleValue<T> { }
        public static void Length(string property, string? value, int minimum, int maximum) { }
        public static void MultipleOf(string property, decimal? value, decimal step) { }
        public static void MultipleOf(string property, double? value, decimal step) { }
        public static void MultipleOf(string property, long? value, decimal step) { }
        public static void NotNull(string property, object? value) { }
        public static void OneOf<T>(string property, T? value, System.Collections.Generic.IReadOnlyList<T> values)
            where T :  struct, System.IFormattable { }
        public static void Only(string property, bool? value, bool only) { }
        public static void Pattern(string property, string? value, System.Text.RegularExpressions.Regex pattern) { }
        public static void Range<T>(string property, T? value, T minimum, T maximum)
            where T :  struct, System.IComparable<T>, System.IFormattable { }
        public static void Required(string property, string? value) { }
        public static void Unique<T>(string property, System.Collections.Generic.IEnumerable<T>? items, System.Action<Newtonsoft.Json.JsonWriter, T> write) { }
    }
    public abstract class ExtensibleValueConverter<T> : Newtonsoft.Json.JsonConverter
        where T :  struct, Verifik.Runtime.IExtensibleValue<T>
    {
        protected ExtensibleValueConverter() { }
        public override bool CanConvert(System.Type objectType) { }
        public override object? ReadJson(Newtonsoft.Json.JsonReader reader, System.Type objectType, object? existingValue, Newtonsoft.Json.JsonSerializer serializer) { }
        public override void WriteJson(Newtonsoft.Json.JsonWriter writer, object? value, Newtonsoft.Json.JsonSerializer serializer) { }
    }
    public interface IExtensibleValue<T>
        where T :  struct, Verifik.Runtime.IExtensibleValue<T>
    {
        bool IsKnown { get; }
        System.Collections.Generic.IReadOnlyList<string> KnownValues { get; }
        string Value { get; }
        T FromText(string value);
    }
    public interface IRequestBody
    {
        void Validate();
        void WriteJson(Newtonsoft.Json.JsonWriter writer);
    }
    public static class JsonWriting
    {
        public static void WriteAdditional(this Newtonsoft.Json.JsonWriter writer, System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> entries, [System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "Name",
                "IsTaken"})] params System.ValueTuple<string, bool>[] properties) { }
        public static void WriteDate(this Newtonsoft.Json.JsonWriter writer, System.DateTime value) { }
        public static void WriteList<T>(this Newtonsoft.Json.JsonWriter writer, System.Collections.Generic.IReadOnlyList<T> items, System.Action<Newtonsoft.Json.JsonWriter, T> write) { }
        public static void WriteList<T>(this Newtonsoft.Json.JsonWriter writer, string name, System.Collections.Generic.IReadOnlyList<T>? items, System.Action<Newtonsoft.Json.JsonWriter, T> write) { }
        public static void WriteMap<T>(this Newtonsoft.Json.JsonWriter writer, System.Collections.Generic.IDictionary<string, T> entries, System.Action<Newtonsoft.Json.JsonWriter, T> write) { }
        public static void WriteMap<T>(this Newtonsoft.Json.JsonWriter writer, string name, System.Collections.Generic.IDictionary<string, T>? entries, System.Action<Newtonsoft.Json.JsonWriter, T> write) { }
        public static void WriteNull(this Newtonsoft.Json.JsonWriter writer, string name, bool when) { }
        public static void WriteObject(this Newtonsoft.Json.JsonWriter writer, Verifik.Runtime.IRequestBody value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, Newtonsoft.Json.Linq.JToken? value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, System.DateTime? value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, System.DateTimeOffset? value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, Verifik.Runtime.IRequestBody? value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, bool? value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, byte[]? value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, decimal? value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, double? value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, long? value) { }
        public static void WriteProperty(this Newtonsoft.Json.JsonWriter writer, string name, string? value) { }
    }
    public abstract class ResponseObject
    {
        protected ResponseObject() { }
        [Newtonsoft.Json.JsonExtensionData]
        public System.Collections.Generic.IDictionary<string, Newtonsoft.Json.Linq.JToken> AdditionalProperties { get; set; }
    }
    public sealed class ResponseReader : Newtonsoft.Json.JsonReader
    {
        public T FittingOrNull<T>(T value) { }
        public Newtonsoft.Json.JsonException Missing(string property) { }
        public override bool Read() { }
        public Newtonsoft.Json.Linq.JToken ReadAdditional() { }
        public Newtonsoft.Json.Linq.JToken? ReadAny() { }
        public bool? ReadBoolean() { }
        public byte[]? ReadBytes() { }
        public T? ReadDate<T>()
            where T :  struct { }
        public System.DateTimeOffset? ReadDateTime() { }
        public decimal? ReadDecimal() { }
        public double? ReadDouble() { }
        public T? ReadEnum<T>()
            where T :  struct, Verifik.Runtime.IExtensibleValue<T> { }
        public int? ReadInt32() { }
        public long? ReadInt64() { }
        public System.Collections.Generic.List<T>? ReadList<T>(System.Func<Verifik.Runtime.ResponseReader, T?> read)
            where T :  class { }
        public System.Collections.Generic.List<T>? ReadListOfValues<T>(System.Func<Verifik.Runtime.ResponseReader, T?> read)
            where T :  struct { }
        public System.Collections.Generic.Dictionary<string, T>? ReadMap<T>(System.Func<Verifik.Runtime.ResponseReader, T?> read)
            where T :  class { }
        public System.Collections.Generic.Dictionary<string, T>? ReadMapOfValues<T>(System.Func<Verifik.Runtime.ResponseReader, T?> read)
            where T :  struct { }
        public T? ReadObject<T>(System.Func<Verifik.Runtime.ResponseReader, T> read)
            where T :  class { }
        public string? ReadPropertyName() { }
        public string? ReadSecret() { }
        public string? ReadText() { }
        public Newtonsoft.Json.Linq.JToken? TakeMismatch() { }
        public static void Require(bool isThere, string property) { }
    }
}