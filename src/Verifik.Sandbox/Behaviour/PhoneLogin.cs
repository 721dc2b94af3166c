using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Verifik.Sandbox.Behaviour;

/// <summary>The two operations of "Acceso con API Key vía Teléfono".</summary>
internal sealed partial class PhoneLogin(LoginCodes codes, SandboxTokens tokens, int hashWorkFactor)
{
    [GeneratedRegex("^\\+[1-9][0-9]{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex CountryCode();

    public async Task<object> RequestAsync(HttpRequest request)
    {
        var fields = await RequestFields.ReadAsync(request);
        fields.Require("countryCode", "phone", "type");
        var account = AccountOf(fields);
        var type = fields.Text("type") is "login" ? "login" : throw Refusal.BadRequest("Invalid type.");
        return LoginFaults.OfRequest(account, () =>
        {
            var pending = codes.Send(account) ?? throw Refusal.NotFound();
            var hash = BCrypt.Net.BCrypt.HashPassword(pending.Code, BCrypt.Net.BCrypt.GenerateSalt(hashWorkFactor, 'a'));
            return new PhoneLoginResponse
            {
                Data = Validation(account, pending, type, hash),
                Signature = Mark.Sign(pending.CreatedAt),
                Id = Mark.Reference(),
            };
        });
    }

    public async Task<object> ConfirmAsync(HttpRequest request)
    {
        var fields = await RequestFields.ReadAsync(request);
        fields.Require("countryCode", "phone", "otp");
        var account = AccountOf(fields);
        return codes.Use(account, fields.Text("otp"))
            ? LoginFaults.OfConfirmation(account, new ConfirmPhoneLoginResponse { Data = tokens.Issue(account) })
            : throw Refusal.BadRequest("Invalid OTP code.");
    }

    private static PhoneAccount AccountOf(RequestFields fields) =>
        fields.Text("countryCode") is { } countryCode && CountryCode().IsMatch(countryCode) && fields.Number("phone") is > 0 and <= 999_999_999_999_999 and { } phone
            ? new PhoneAccount(countryCode, phone)
            : throw Refusal.BadRequest("Invalid phone number format.");

    // All properties of the documented response, with the documented values where they have no meaning outside Verifik.
    private static PhoneValidation Validation(PhoneAccount account, LoginCode pending, string type, string hash) => new()
    {
        Client = SandboxTokens.ClientOf(account),
        Project = "6266193db77ccc8111730c90",
        ProjectFlow = "658ed28b0990f300134d7b78",
        Status = "sent",
        CountryCode = account.CountryCode,
        Phone = account.Phone.ToString(CultureInfo.InvariantCulture),
        PhoneGateway = "whatsapp",
        OtpHash = hash,
        ExpiresAt = pending.ExpiresAt,
        PhoneData = new PhoneData { Title = "Verifik Client" },
        Type = type,
        RedirectUrl = "https://verifik.co",
        Requires2FA = false,
        Language = "es",
        Id = RandomNumberGenerator.GetHexString(24, lowercase: true),
        UpdatedAt = pending.CreatedAt,
        CreatedAt = pending.CreatedAt,
        Version = 0,
        New = true,
        ProviderConfirmation = new ProviderConfirmation(),
    };
}
