using System.Text.Json.Serialization;

namespace Verifik.Benchmarks.Peers;

/// <summary>The types of the contract, written by hand. The limit, Refit and RestSharp share them.</summary>
public static class HandWritten
{
    public sealed record PhoneLoginRequest(string CountryCode, long Phone, string Type = "login");

    public sealed record PhoneLoginConfirmation(string CountryCode, long Phone, string Otp);

    public sealed class PhoneLoginResponse
    {
        public PhoneValidation? Data { get; set; }

        public Signature? Signature { get; set; }

        public string? Id { get; set; }
    }

    public sealed class PhoneValidation
    {
        public string? Client { get; set; }

        public string? Project { get; set; }

        public string? ProjectFlow { get; set; }

        public string? Status { get; set; }

        public string? CountryCode { get; set; }

        public string? Phone { get; set; }

        public string? PhoneGateway { get; set; }

        public string? Otp { get; set; }

        public DateTimeOffset? ExpiresAt { get; set; }

        public PhoneData? PhoneData { get; set; }

        public string? Type { get; set; }

        public string? RedirectUrl { get; set; }

        [JsonPropertyName("requires2FA")]
        public bool? Requires2FA { get; set; }

        public string? Language { get; set; }

        [JsonPropertyName("_id")]
        public string? Id { get; set; }

        public DateTimeOffset? UpdatedAt { get; set; }

        public DateTimeOffset? CreatedAt { get; set; }

        [JsonPropertyName("__v")]
        public int? Version { get; set; }

        public bool? New { get; set; }

        public ProviderConfirmation? ProviderConfirmation { get; set; }
    }

    public sealed class PhoneData
    {
        public string? Title { get; set; }
    }

    public sealed class ProviderConfirmation;

    public sealed class Signature
    {
        public string? DateTime { get; set; }

        public string? Message { get; set; }
    }

    public sealed class ConfirmPhoneLoginResponse
    {
        public AccessToken? Data { get; set; }
    }

    public sealed class AccessToken
    {
        [JsonPropertyName("accessToken")]
        public string? Value { get; set; }

        [JsonPropertyName("tokenType")]
        public string? Type { get; set; }
    }
}
